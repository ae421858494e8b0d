// Automatic numbering of a Word document (ECMA-376 part 1, 17.9): the label that Word prints before a paragraph.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/docx/styles.h"

namespace sop::docx {

struct NumberLabel {
    int level = 0;             // 0..8
    bool ordered = false;      // false: a bullet
    std::string text;          // "2.1", "b)", "•"; without trailing space or tab; "" for format "none"
    std::optional<bool> tick;  // the bullet is a tick box: its state
};

// Counts paragraphs in document order; one Numbering a story. Copy a fresh one for each story.
class Numbering {
public:
    Numbering() = default;
    // `numbering` is w:numbering; `styles` resolves numStyleLink and lvl pStyle.
    Numbering(const pugi::xml_node& numbering, const Styles& styles, const Limits& limits);

    // Numbering of the paragraph that has these references: direct ones over those of the style (whose level is the one
    // that names the style in w:pStyle, 17.9.23). Absent: not numbered (no id, id 0, unknown id).
    std::optional<NumberLabel> next(const NumberingRef& direct, const ResolvedStyle& style, std::string_view style_id);

private:
    struct Definitions;
    std::shared_ptr<const Definitions> definitions_;
    std::map<int, std::map<int, int>> counters_;    // by abstract numbering, level -> last number
    std::map<int, std::map<int, bool>> restarted_;  // by num_id, level -> start override already used
};

}  // namespace sop::docx
