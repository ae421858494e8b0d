// The needs taxonomy: a data file (normalize/taxonomie.yaml) that an SWV edits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

struct Need {
    std::string id;      // "lezen_dyslexie"
    std::string domain;  // "leco"
    std::string label;
    std::vector<std::string> synonyms;  // folded, each spelling
    bool operator==(const Need&) const = default;
};

struct Taxonomy {
    std::vector<Need> needs;  // in the file's order

    struct Synonym {
        std::string words;
        std::uint32_t need = 0;  // index into `needs`
        bool operator==(const Synonym&) const = default;
    };
    std::vector<Synonym> index;   // all synonyms in the order of their bytes
    std::vector<Synonym> labels;  // folded labels and the parts of those that name more: "gedrag", "externaliserend"
    bool operator==(const Taxonomy&) const = default;
};

// Reads the YAML text of a taxonomy. Throws YamlError (extract/yaml.h): a std::runtime_error with file, line, column
// and a Dutch sentence for an administrator.
Taxonomy read_taxonomy(std::string_view yaml, std::string_view file_name);

// The taxonomy that is built in.
const Taxonomy& default_taxonomy();

// Needs whose synonyms stand in `text` as whole words (folded) that are not denied ("zonder dyslexie"), or whose label
// is all of a part of it ("Gedrag", "taal en motoriek"; not "extra taal"), in the taxonomy's order.
std::vector<const Need*> find_needs(const Taxonomy& taxonomy, std::string_view text);

}  // namespace sop
