#include "ingest/pdf/zones.h"

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "ingest/pdf/zones_furniture.h"
#include "ingest/pdf/zones_notes.h"

namespace sop::pdf {
namespace {

// Artifacts of at least this many times the body's size behind the text are watermarks: no part of what it says.
constexpr double watermark_size = 2.5;

}  // namespace

std::vector<Zones> find_zones(const std::vector<Page>& as_shown) {
    std::deque<Page> turned;
    PageViews pages;
    std::vector<std::vector<PageRow>> rows;
    pages.reserve(as_shown.size());
    rows.reserve(as_shown.size());
    for (const Page& page : as_shown) {
        if (std::optional<Page> upright = upright_page(page))
            pages.push_back(&turned.emplace_back(std::move(*upright)));
        else
            pages.push_back(&page);
        rows.push_back(page_rows(*pages.back()));
    }
    const double body_size = main_size(pages);
    const std::vector<Furniture> furniture = find_furniture(pages, rows);

    std::vector<Zones> zones(pages.size());
    // Notes of the whole document stand behind its text: on the last page that has any.
    std::size_t last = pages.size();
    while (last > 0 && rows[last - 1].size() <= furniture[last - 1].header + furniture[last - 1].footer) --last;
    const std::set<std::string> none;
    std::set<std::string> open_marks;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Page& page = *pages[i];
        Zones& zone = zones[i];
        std::vector<bool> is_taken(page.words.size());
        const auto take = [&](std::vector<WordIndex>& to, std::size_t first, std::size_t end) {
            for (std::size_t row = first; row < end; ++row) {
                to.insert(to.end(), rows[i][row].words.begin(), rows[i][row].words.end());
                for (const WordIndex word : rows[i][row].words) is_taken[word] = true;
            }
        };
        std::size_t end = rows[i].size() - furniture[i].footer;
        take(zone.header, 0, furniture[i].header);
        take(zone.footer, end, rows[i].size());
        const std::size_t body_end = end;
        zone.footnotes =
            find_notes(page, rows[i], furniture[i].header, end, body_size, i + 1 == last ? open_marks : none);
        add_open_marks(open_marks, page, rows[i], furniture[i].header, end, zone.footnotes);
        for (std::size_t row = end; row < body_end; ++row)
            for (const WordIndex word : rows[i][row].words) is_taken[word] = true;
        for (WordIndex word = 0; word < page.words.size(); ++word) {
            if (is_taken[word]) continue;
            const bool is_watermark =
                page.words[word].is_artifact && page.words[word].size >= watermark_size * body_size;
            (is_watermark ? zone.header : zone.body).push_back(word);
        }
    }
    return zones;
}

}  // namespace sop::pdf
