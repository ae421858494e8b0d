#include "ingest/pdf/structure_rest.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "ingest/pdf/flow.h"
#include "ingest/pdf/structure_lines.h"

namespace sop::pdf {
namespace {

// Whether a block with box `a` is read before one with box `b` that shares its column; `b` starts at or below the
// middle of what `a` starts with.
bool stands_above(const Box& a, const Box& b) {
    const bool shares_column = a.left < b.right && b.left < a.right;
    return shares_column && a.top < b.top;
}

void insert_by_place(std::vector<Item>& here, std::vector<Item> rest, int page) {
    // Few: at most a twentieth of the page's text, unless they are invisible.
    constexpr std::size_t max_comparisons = 1'000'000;
    if (here.size() * rest.size() > max_comparisons) {
        std::move(rest.begin(), rest.end(), std::back_inserter(here));
        return;
    }
    std::vector<std::optional<Box>> boxes;
    boxes.reserve(here.size());
    for (const Item& item : here) boxes.push_back(box_on(item, page));
    std::vector<std::pair<std::size_t, Item>> placed;
    for (Item& item : rest) {
        const Box box = box_on(item, page).value_or(Box{});
        std::size_t place = 0;
        for (std::size_t i = 0; i < here.size(); ++i)
            if (boxes[i] && stands_above(*boxes[i], box)) place = i + 1;
        placed.emplace_back(place, std::move(item));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Item> merged;
    auto next = placed.begin();
    for (std::size_t i = 0; i <= here.size(); ++i) {
        for (; next != placed.end() && next->first <= i; ++next) merged.push_back(std::move(next->second));
        if (i < here.size()) merged.push_back(std::move(here[i]));
    }
    here = std::move(merged);
}

}  // namespace

int page_of(const Item& item) {
    if (const auto* text = std::get_if<TextBlock>(&item.content)) return text->lines.front().page;
    if (const auto* table = std::get_if<TableBlock>(&item.content)) return table->page;
    return std::get<PictureBlock>(item.content).page;
}

void add_rest(std::vector<Item>& items, const std::vector<Page>& pages, const TaggedWords& words) {
    // A tree may name a text box of the first page last: pages are read one after the other all the same.
    const auto is_before = [](const Item& a, const Item& b) { return page_of(a) < page_of(b); };
    std::stable_sort(items.begin(), items.end(), is_before);
    std::vector<Item> all;
    all.reserve(items.size());
    auto first = items.begin();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const int page = static_cast<int>(i);
        const auto last = std::find_if(first, items.end(), [&](const Item& item) { return page_of(item) != page; });
        std::vector<Item> here(std::make_move_iterator(first), std::make_move_iterator(last));
        first = last;
        if (words.is_trusted(i)) {
            const std::vector<WordIndex> left = words.left(i);
            if (!left.empty())
                insert_by_place(here, flow(pages[i], page, left, {}, {0, 0, pages[i].width, pages[i].height}), page);
        }
        std::move(here.begin(), here.end(), std::back_inserter(all));
    }
    items = std::move(all);
}

}  // namespace sop::pdf
