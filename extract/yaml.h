// A YAML text as a small tree with the place of every node, for data files that people write. A subset: one document
// of maps, lists and scalars; no anchors, aliases or tags. Any bytes give a tree or a YamlError, within fixed bounds.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

// A mistake in a data file: what() is "file.yaml:12:5: sentence" (Dutch), line and column from 1.
class YamlError : public std::runtime_error {
public:
    YamlError(std::string_view file, int line, int column, std::string_view sentence);
};

struct YamlEntry;

struct Yaml {
    enum class Kind { empty, scalar, list, map };
    Kind kind = Kind::empty;
    std::string text;                // of a scalar
    std::vector<Yaml> items;         // of a list
    std::vector<YamlEntry> entries;  // of a map, in the file's order
    int line = 1, column = 1;
};

struct YamlEntry {
    Yaml key;  // a scalar
    Yaml value;
};

// Bounds: a template of a hundred sections stays far below the size; yaml-cpp takes its stack by the nesting.
inline constexpr std::size_t yaml_bytes = std::size_t{256} << 10;
inline constexpr int yaml_depth = 16;

Yaml read_yaml(std::string_view text, std::string_view file);

}  // namespace sop
