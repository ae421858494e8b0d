#include "ingest/pdf/widgets.h"

#include <algorithm>
#include <utility>

#include "ingest/pdf/rows.h"
#include "ingest/pdf/turn.h"
#include "ingest/text.h"

namespace sop::pdf {
namespace {

// Text of a field stands up to this far outside of its box: borders and rounding, in points.
constexpr double border = 1;
// Words of one field that are looked at; a form has fewer, and a hostile page has many fields over many words.
constexpr std::size_t most_words = 2'000;

bool is_tick_box(const Widget& widget) {
    return widget.kind == Widget::Kind::checkbox || widget.kind == Widget::Kind::radio;
}

// A push button or a signature asks for nothing that a reader can type.
bool is_field(const Widget& widget) {
    return widget.kind == Widget::Kind::text || widget.kind == Widget::Kind::choice || is_tick_box(widget);
}

}  // namespace

Widgets::Widgets(std::vector<Control>& controls, const std::vector<Page>& pages)
    : controls_(controls), pages_(pages), places_(pages.size()), controls_of_(pages.size()) {
    std::vector<std::pair<double, WordIndex>> middles;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Page& page = pages[i];
        if (page.widgets.empty()) continue;
        controls_of_[i].assign(page.widgets.size(), no_control);
        middles.clear();
        for (WordIndex word = 0; word < page.words.size(); ++word) {
            const Box& box = page.words[word].box;
            middles.emplace_back((box.top + box.bottom) / 2, word);
        }
        std::sort(middles.begin(), middles.end());
        for (std::uint32_t w = 0; w < page.widgets.size(); ++w) {
            const Widget& widget = page.widgets[w];
            // What stands in an empty field is the form's: dots to write on.
            if (!is_field(widget) || (!is_tick_box(widget) && widget.value.empty())) continue;
            const Box& box = widget.box;
            auto at = std::lower_bound(middles.begin(), middles.end(), std::pair(box.top - border, WordIndex{0}));
            for (std::size_t seen = 0; at != middles.end() && at->first <= box.bottom + border && seen < most_words;
                 ++at, ++seen) {
                const Word& word = page.words[at->second];
                const double middle = (word.box.left + word.box.right) / 2;
                if (middle < box.left - border || middle > box.right + border) continue;
                if (!is_tick_box(widget) || starts_with_box(word.text)) places_[i].push_back({at->second, w});
            }
        }
        std::sort(places_[i].begin(), places_[i].end());
    }
}

ControlIndex Widgets::add(std::size_t page, std::uint32_t index) {
    ControlIndex& control_index = controls_of_[page][index];
    if (control_index != no_control) return control_index;
    const Widget& widget = pages_[page].widgets[index];
    Control control;
    control.kind = is_tick_box(widget)                   ? Control::Kind::checkbox
                   : widget.kind == Widget::Kind::choice ? Control::Kind::drop_down
                                                         : Control::Kind::text;
    control.name = widget.name;
    control.label = collapse_spaces(clean_text(widget.label));
    control.value =
        is_tick_box(widget) ? (widget.is_checked ? "true" : "false") : std::string(trim(clean_text(widget.value)));
    control.is_empty = control.value.empty();
    for (const std::string& option : widget.options) control.options.push_back(collapse_spaces(clean_text(option)));
    control.origin.page = pages_[page].number;
    control.origin.box = as_shown(pages_[page], widget.box);
    control_index = static_cast<ControlIndex>(controls_.size());
    controls_.push_back(std::move(control));
    return control_index;
}

ControlIndex Widgets::control_of(int page, WordIndex word) {
    const auto index = static_cast<std::size_t>(page);
    const std::vector<Place>& places = places_[index];
    const auto place = std::lower_bound(places.begin(), places.end(), Place{word, 0});
    return place != places.end() && place->word == word ? add(index, place->widget) : no_control;
}

void Widgets::finish() {
    for (std::size_t page = 0; page < pages_.size(); ++page)
        for (std::uint32_t widget = 0; widget < pages_[page].widgets.size(); ++widget)
            if (is_field(pages_[page].widgets[widget])) add(page, widget);
}

}  // namespace sop::pdf
