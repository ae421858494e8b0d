// Automatic numbering of a Word document (ECMA-376 part 1, 17.9): the label that Word prints before a paragraph.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>

#include "ingest/docx/styles.h"
#include "ingest/limits.h"

namespace sop::docx {

struct NumberLabel {
    int level = 0;             // 0..8
    bool ordered = false;      // false: a bullet, or a level without a number
    std::string text;          // "2.1", "b)", "•"; without blanks at its ends; "" where Word prints none
    std::optional<bool> tick;  // the bullet is a tick box: its state
    bool operator==(const NumberLabel&) const = default;
};

// Counts paragraphs in document order; one Numbering a story. Copy a fresh one for each story.
class Numbering {
public:
    Numbering() = default;
    // `numbering` is w:numbering; `styles` resolves numStyleLink.
    Numbering(const pugi::xml_node& numbering, const Styles& styles, const Limits& limits);

    // Numbering of the paragraph that has these references: direct ones over those of the style (whose level is the one
    // that names the style in w:pStyle, 17.9.23). Absent: not numbered (no id, id 0, unknown id or level).
    std::optional<NumberLabel> next(const NumberingRef& direct, const ResolvedStyle& style, std::string_view style_id);

private:
    struct Definitions;
    struct Num;
    static constexpr int level_count = 9;
    // Numbers of a list as last printed. A level that is not active starts anew when it is used.
    struct Counters {
        int numbers[level_count] = {};
        bool active[level_count] = {};
    };
    void count(const Num& num, int level);

    std::shared_ptr<const Definitions> definitions_;
    std::map<int, Counters> counters_;  // by abstract numbering: all its w:num are one list
    std::set<int> restarted_;           // w:num whose start override is used up
};

}  // namespace sop::docx
