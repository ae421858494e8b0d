// Fields of a form as controls of the document.
#pragma once

#include <vector>

#include "ingest/document.h"
#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Finds the field that a word stands in. A field becomes a control when the first of its words is asked for, so that
// controls come in reading order.
class Widgets {
public:
    // `controls` and `pages` must outlive it.
    Widgets(std::vector<Control>& controls, const std::vector<Page>& pages);

    // The control whose value or tick box `word` of page number `page` is; no_control where it is none.
    ControlIndex control_of(int page, WordIndex word);

    // Adds the fields that no word was of.
    void finish();

private:
    struct Place {
        WordIndex word;
        std::uint32_t widget;
        auto operator<=>(const Place&) const = default;
    };
    ControlIndex add(std::size_t page, std::uint32_t widget);

    std::vector<Control>& controls_;
    const std::vector<Page>& pages_;
    std::vector<std::vector<Place>> places_;              // by page; sorted
    std::vector<std::vector<ControlIndex>> controls_of_;  // by page and widget
};

}  // namespace sop::pdf
