#include "ingest/headings.h"

#include <algorithm>
#include <string_view>

#include "ingest/text.h"

namespace sop {
namespace {

// Longer bold paragraphs are emphasis.
constexpr std::size_t heading_bytes = 120;
// So many bold numbered paragraphs of one level with nothing between them are a list.
constexpr std::size_t list_run = 4;
// Fewer styled headings than this say nothing on how the document is built.
constexpr int styled_headings = 2;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Depth of the number that `text` starts with: 1 for "4.", "4)", "A.", 2 for "4.1"; 0 where it starts with none.
int typed_depth(std::string_view text) {
    std::size_t at = 0;
    int depth = 0;
    while (at < text.size() && is_digit(text[at])) {
        const std::size_t start = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        if (at - start > 2) return 0;  // a year or a code
        ++depth;
        if (at < text.size() && text[at] == '.') ++at;
    }
    if (depth == 0 && text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && (text[1] == '.' || text[1] == ')')) {
        depth = 1;
        at = 1;
    }
    if (depth == 0) return 0;
    if (at < text.size() && (text[at] == ')' || text[at] == ':' || text[at] == '.')) ++at;
    return at < text.size() && (text[at] == ' ' || text[at] == '\t') ? depth : 0;
}

bool is_all_bold(const Paragraph& paragraph) {
    bool any = false;
    for (const Inline& content : paragraph.inlines) {
        if (std::holds_alternative<Checkbox>(content)) return false;
        const auto* text = std::get_if<Text>(&content);
        if (!text || trim(text->text).empty()) continue;
        if (!(text->style & bold) || text->style & (struck | placeholder)) return false;
        any = true;
    }
    return any;
}

// Depth of the number of a bold numbered paragraph; 0 for any other.
int bold_numbered_depth(const Paragraph& paragraph) {
    if (paragraph.heading > 0 || paragraph.role != Role::body || !is_all_bold(paragraph)) return 0;
    const std::string text = plain_text(paragraph.inlines);
    const std::string_view shown = trim(text);
    if (shown.size() > heading_bytes || shown.find('\n') != std::string_view::npos) return 0;
    if (paragraph.list) return paragraph.list->ordered ? paragraph.list->level + 1 : 0;
    return typed_depth(shown);
}

}  // namespace

void infer_headings(Document& document) {
    const auto styled = std::count_if(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        return paragraph && paragraph->heading > 0;
    });
    int above = 0;  // level of the last styled heading
    for (std::size_t i = 0; i < document.blocks.size();) {
        auto* paragraph = std::get_if<Paragraph>(&document.blocks[i].content);
        if (paragraph && paragraph->heading > 0) above = paragraph->heading;
        const int depth = paragraph ? bold_numbered_depth(*paragraph) : 0;
        std::size_t end = i + 1;
        while (depth > 0 && end < document.blocks.size()) {
            const auto* next = std::get_if<Paragraph>(&document.blocks[end].content);
            if (!next || bold_numbered_depth(*next) != depth) break;
            ++end;
        }
        if (depth > 0 && end - i < list_run) {
            for (std::size_t j = i; j < end; ++j) {
                auto& heading = std::get<Paragraph>(document.blocks[j].content);
                heading.heading = std::min(9, styled >= styled_headings ? above + depth : depth);
                heading.heading_reason = HeadingReason::bold_numbered;
                if (heading.list) heading.number = std::move(heading.list->label);
                heading.list.reset();
            }
        }
        i = end;
    }
}

}  // namespace sop
