// Fields of a story (ECMA-376 part 1, 17.16): begin, instruction, separate, result, end, nested and over paragraphs.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <unordered_set>
#include <vector>

#include "ingest/document.h"
#include "ingest/limits.h"

namespace sop::docx {

struct Field {
    bool in_result = false;
    bool has_text = false;  // some of its result was seen
    bool is_toc = false;
    std::string instruction;
    ControlIndex control = no_control;
};

class FieldStack {
public:
    // Looks ahead in `story` for begins that no end belongs to: they are no fields, or the text after them would be
    // lost.
    explicit FieldStack(const pugi::xml_node& story) : story_(story) {}

    // Throws over_limit when nested deeper than the limit. False: this begin has no end and is ignored.
    bool begin(const pugi::xml_node& field_char, const Limits& limits);
    void instruction(std::string_view text);
    void separate();
    // The field that ends; absent where none is open.
    std::optional<Field> end();

    // A text that comes now is shown: no open field is before its result.
    bool shows_text() const { return hidden_ == 0; }
    bool in_toc() const { return tocs_ > 0; }
    Field* innermost() { return fields_.empty() ? nullptr : &fields_.back(); }

private:
    void find_unmatched();

    pugi::xml_node story_;
    std::vector<Field> fields_;
    int hidden_ = 0, tocs_ = 0;
    bool looked_ahead_ = false;
    std::unordered_set<std::size_t> unmatched_;  // hash values of begin nodes
};

// True for the instruction of a table of contents ("TOC \o ...").
bool is_toc_instruction(std::string_view instruction);

}  // namespace sop::docx
