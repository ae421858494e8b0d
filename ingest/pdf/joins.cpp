#include "ingest/pdf/joins.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/pdf/continues.h"
#include "ingest/pdf/table_joins.h"

namespace sop::pdf {
namespace {

// Lines of one column begin this near each other, in points: indents.
constexpr double same_column = 36;

// A page number that was taken for text stands within this share of the page's height from its edge.
constexpr double edge_share = 0.13;
constexpr std::size_t longest_page_number = 24;  // "Pagina 12 van 100", "- 12 -"

int first_page(const Item& item) {
    if (const auto* text = std::get_if<TextBlock>(&item.content)) return text->lines.front().page;
    if (const auto* table = std::get_if<TableBlock>(&item.content)) return table->page;
    return std::get<PictureBlock>(item.content).page;
}

int last_page(const Item& item) {
    if (const auto* text = std::get_if<TextBlock>(&item.content)) return text->lines.back().page;
    if (const auto* table = std::get_if<TableBlock>(&item.content)) return std::max(table->page, table->last_page);
    return std::get<PictureBlock>(item.content).page;
}

bool is_empty(const Item& item) {
    const auto* text = std::get_if<TextBlock>(&item.content);
    return text && text->lines.empty();
}

double bottom_of(const Item& item) {
    if (const auto* text = std::get_if<TextBlock>(&item.content)) return text->lines.back().box.bottom;
    if (const auto* table = std::get_if<TableBlock>(&item.content)) return bottom_of(*table);
    return std::get<PictureBlock>(item.content).box.bottom;
}

// A line at the edge of its page that says no more than a number.
bool is_page_number(const Item& item, const std::vector<Page>& pages) {
    const auto* text = std::get_if<TextBlock>(&item.content);
    if (!text || text->lines.size() != 1 || text->heading > 0) return false;
    const Line& line = text->lines.front();
    const Page& page = pages[static_cast<std::size_t>(line.page)];
    if (line.box.top > edge_share * page.height && line.box.bottom < (1 - edge_share) * page.height) return false;
    std::string said;
    bool has_figure = false;
    for (const WordIndex index : line.words) {
        const std::string& word = page.words[index].text;
        if (said.size() + word.size() > longest_page_number) return false;
        said += word;
        has_figure = has_figure || (word.front() >= '0' && word.front() <= '9');
        const bool is_number = std::all_of(word.begin(), word.end(), [](char c) { return c < 'A' && c > 0; });
        if (!is_number && word != "Pagina" && word != "pagina" && word != "van" && word != "–") return false;
    }
    return has_figure;
}

class Joiner {
public:
    Joiner(std::vector<Item>& items, const std::vector<Page>& pages) : items_(items), pages_(pages) {
        std::erase_if(items_, is_empty);
        measure();
    }

    void join() {
        std::vector<Item> out;
        out.reserve(items_.size());
        // Page numbers that stand between an item and the rest of it go behind it.
        std::vector<Item> between;
        for (Item& item : items_) {
            if (!out.empty() && is_break(out.back(), item)) {
                if (goes_on_in(out.back(), item)) {
                    flush(out, between);
                    continue;
                }
                if (is_page_number(item, pages_)) {
                    between.push_back(std::move(item));
                    continue;
                }
            } else if (!out.empty() && is_page_number(item, pages_)) {
                between.push_back(std::move(item));
                continue;
            }
            flush(out, between);
            out.push_back(std::move(item));
        }
        flush(out, between);
        items_ = std::move(out);
    }

private:
    // How far right and down the text of each page goes.
    struct Extent {
        double bottom = 0;
        double right = 0;
    };

    using PageSize = std::pair<double, double>;
    // A line that another follows in its paragraph.
    struct WrappedLine {
        PageSize page;
        double left, right;
    };

    PageSize size_of(int page) const {
        const Page& at = pages_[static_cast<std::size_t>(page)];
        return {at.width, at.height};
    }

    void measure() {
        extents_.resize(pages_.size());
        for (const Item& item : items_) {
            Extent& extent = extents_[static_cast<std::size_t>(last_page(item))];
            extent.bottom = std::max(extent.bottom, bottom_of(item));
            if (const auto* text = std::get_if<TextBlock>(&item.content))
                for (const Line& line : text->lines) {
                    Extent& own = extents_[static_cast<std::size_t>(line.page)];
                    own.right = std::max(own.right, line.box.right);
                    if (&line != &text->lines.back())
                        wrapped_.push_back({size_of(line.page), line.box.left, line.box.right});
                }
        }
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            double& deepest = bottoms_[size_of(static_cast<int>(i))];
            deepest = std::max(deepest, extents_[i].bottom);
        }
    }

    static void flush(std::vector<Item>& out, std::vector<Item>& between) {
        for (Item& item : between) out.push_back(std::move(item));
        between.clear();
    }

    static bool is_break(const Item& item, const Item& next) {
        return first_page(next) == last_page(item) + 1 || is_column_break(item, next);
    }

    // The next column starts at its top, right of where the last one ends.
    static bool is_column_break(const Item& item, const Item& next) {
        const auto *text = std::get_if<TextBlock>(&item.content), *rest = std::get_if<TextBlock>(&next.content);
        if (!text || !rest) return false;
        const Line &last = text->lines.back(), &first = rest->lines.front();
        return last.indent && first.indent && last.page == first.page && first.box.bottom <= last.box.top &&
               first.box.left > last.box.right;
    }

    // Where lines end at most that another follows in their paragraph, on pages and in columns like this line's;
    // infinite where there are none.
    double wrapped_right(const Line& line) const {
        double right = -std::numeric_limits<double>::infinity();
        for (const WrappedLine& other : wrapped_)
            if (other.page == size_of(line.page) && std::abs(other.left - line.box.left) <= same_column)
                right = std::max(right, other.right);
        return std::isfinite(right) ? right : -right;
    }

    bool goes_on_in(Item& item, Item& next) const {
        const auto page = static_cast<std::size_t>(last_page(item));
        if (auto* table = std::get_if<TableBlock>(&item.content)) {
            auto* rest = std::get_if<TableBlock>(&next.content);
            const double bottom = bottoms_.find(size_of(last_page(item)))->second;
            return rest && join_tables(*table, *rest, pages_, bottom);
        }
        auto* text = std::get_if<TextBlock>(&item.content);
        auto* rest = std::get_if<TextBlock>(&next.content);
        if (!text || !rest) return false;
        const Line& last = text->lines.back();
        double right = extents_[page].right;
        // A page may hold nothing but short lines.
        if (page + 1 < pages_.size() && pages_[page].width == pages_[page + 1].width)
            right = std::max(right, extents_[page + 1].right);
        if (last.room) right = std::min(right, last.box.right + *last.room);
        // What may be a sentence of its own goes on only where other lines of the column that go on end there too.
        if (!starts_midway(*rest, pages_)) right = std::max(right, wrapped_right(last));
        if (last.rotation != 0 || !goes_on(*text, *rest, pages_, right, 0)) return false;
        append(*text, std::move(*rest));
        return true;
    }

    std::vector<Item>& items_;
    const std::vector<Page>& pages_;
    std::vector<Extent> extents_;  // by page
    std::map<PageSize, double> bottoms_;
    std::vector<WrappedLine> wrapped_;
};

}  // namespace

void join_pages(std::vector<Item>& items, const std::vector<Page>& pages) { Joiner(items, pages).join(); }

}  // namespace sop::pdf
