// Finds the value that belongs to a label.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/labels.h"
#include "extract/locators.h"

namespace sop {

struct LocatedValue {
    std::string text;  // lines joined by '\n'; not trimmed of what an editor leaves at the end of a value
    Locator locator = Locator::after_sign;
    Origin origin;
    bool is_figure = false;  // of the last of several years
};

// The labels of one region, in reading order, and what they say of how the region is filled in.
class LabelledRegion {
public:
    LabelledRegion(const MatchedTemplate& form, const Region& region, const std::vector<bool>& is_wanted);

    const std::vector<LabelHit>& hits() const { return hits_; }
    const Region& region() const { return region_; }

    // The value of hits()[index], by the first of the field's locators that finds one. Absent where the field is empty:
    // its place holds nothing, only dots or a prompt, or the next label.
    std::optional<LocatedValue> find_value(std::size_t index) const;

    // What a locator says of a label: a value, that its place is empty, or nothing, so that the next one is asked.
    struct Answer {
        enum class Kind { elsewhere, empty, value };
        Kind kind = Kind::elsewhere;
        std::string text;
        Origin origin;
        bool is_figure = false;
    };

private:
    friend struct LocatorFunctions;

    const LabelHit* leading_hit(std::size_t line) const;
    bool is_label_line(std::size_t line) const;
    void extend(const LabelHit& hit, LocatedValue& value) const;

    const MatchedTemplate& form_;
    const Region& region_;
    std::vector<LabelHit> hits_;
    std::vector<int> leading_;      // by line: index in hits_ of the label that it starts with; -1
    bool fills_same_line_ = false;  // outside tables, values stand behind their labels
};

}  // namespace sop
