#include "ingest/docx/fields.h"

#include <cstring>
#include <utility>

#include "ingest/diagnostic.h"
#include "ingest/text.h"

namespace sop::docx {

bool is_toc_instruction(std::string_view instruction) {
    const std::string_view text = trim(instruction);
    return text.starts_with("TOC") && (text.size() == 3 || text[3] == ' ' || text[3] == '\\' || text[3] == '\t');
}

bool FieldStack::begin(const pugi::xml_node& field_char, const Limits& limits) {
    if (!looked_ahead_) find_unmatched();
    if (unmatched_.contains(field_char.hash_value())) return false;
    if (static_cast<int>(fields_.size()) >= limits.nesting)
        throw ConversionError(ErrorCode::over_limit, {}, "velden te diep genest");
    fields_.emplace_back();
    ++hidden_;
    return true;
}

void FieldStack::instruction(std::string_view text) {
    // Only the name and first switches matter.
    constexpr std::size_t enough = 64;
    if (!fields_.empty() && !fields_.back().in_result && fields_.back().instruction.size() < enough)
        fields_.back().instruction += text.substr(0, enough);
}

void FieldStack::separate() {
    if (fields_.empty() || fields_.back().in_result) return;
    Field& field = fields_.back();
    field.in_result = true;
    field.is_toc = is_toc_instruction(field.instruction);
    --hidden_;
    tocs_ += field.is_toc;
}

std::optional<Field> FieldStack::end() {
    if (fields_.empty()) return std::nullopt;
    Field field = std::move(fields_.back());
    fields_.pop_back();
    hidden_ -= !field.in_result;
    tocs_ -= field.is_toc;
    return field;
}

void FieldStack::find_unmatched() {
    looked_ahead_ = true;
    // Document order over the story; a text box inside it is a story of its own and is passed over.
    std::vector<std::size_t> open;
    pugi::xml_node node = story_.first_child();
    while (node && node != story_) {
        const bool apart = std::strcmp(node.name(), "w:txbxContent") == 0 || std::strcmp(node.name(), "w:del") == 0 ||
                           std::strcmp(node.name(), "w:moveFrom") == 0;
        if (std::strcmp(node.name(), "w:fldChar") == 0) {
            const char* kind = node.attribute("w:fldCharType").value();
            if (std::strcmp(kind, "begin") == 0) open.push_back(node.hash_value());
            if (std::strcmp(kind, "end") == 0 && !open.empty()) open.pop_back();
        }
        if (node.first_child() && !apart) {
            node = node.first_child();
            continue;
        }
        while (node && node != story_ && !node.next_sibling()) node = node.parent();
        if (node && node != story_) node = node.next_sibling();
    }
    unmatched_.insert(open.begin(), open.end());
}

}  // namespace sop::docx
