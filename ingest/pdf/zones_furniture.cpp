#include "ingest/pdf/zones_furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/pdf/zones_columns.h"

namespace sop::pdf {
namespace {

// How far furniture reaches into the page, as a part of its height: headers with a logo are higher than footers.
constexpr double header_zone = 0.13, footer_zone = 0.12;
// Page numbers of wide margins, as LaTeX has them, stand further into the page; in a row of their own, no longer than
// "Pagina 12 van 100".
constexpr double far_zone = 0.33;
constexpr std::size_t longest_number = 24;
// Where a document of two pages has its header and footer: at most that far into the page. Two pages are little
// evidence, and its body may well start 0.084 of A4 (one inch) from the top.
constexpr double narrow_header = 0.095, narrow_footer = 0.09;
// Furniture stands at the same height on all pages, in points: a line of other type shifts it a little.
constexpr double same_height = 4;
// More rows than this at the top or bottom of a page are no furniture.
constexpr std::size_t most_rows = 10;
// Pages in a row, or every other one, that make furniture in a part of the document (a section, a chapter).
constexpr std::size_t section_pages = 3;
// White space between furniture and body, in sizes, where two pages that say the same are all there is to compare.
constexpr double clear_gap = 1.0;
constexpr double larger_type = 1.1;    // than what follows it: a heading
constexpr double heading_type = 1.25;  // the same, of a text that would else be a header
// The heading that a running header repeats stands at most that many rows below it.
constexpr std::size_t rows_to_heading = 3;
// A number that no other page tells to be the page's: white space above it, in sizes; from the middle of the page, as a
// part of its width; its greatest value.
constexpr double lone_gap = 3, off_middle = 0.02;
constexpr int greatest_lone_number = 999;
// Above this part of a page's rows, artifacts say nothing: some producers mark all they cannot tag as one.
constexpr double most_artifacts = 0.8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_between_dashes(std::string_view text) {
    return (text.starts_with('-') && text.ends_with('-')) || (text.starts_with("\u2013") && text.ends_with("\u2013"));
}

// Letters and digits only, without case, each number as '#'; the numbers go to `numbers`.
std::string masked(std::string_view text, std::vector<int>& numbers) {
    std::string mask;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            int value = 0;
            for (; i < text.size() && is_digit(text[i]); ++i) value = std::min(value * 10 + (text[i] - '0'), 1000000);
            --i;
            numbers.push_back(value);
            mask += '#';
        } else if (c >= 'A' && c <= 'Z') {
            mask += static_cast<char>(c + 'a' - 'A');
        } else if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
            mask += c;
        }
    }
    return mask;
}

// A dash, wherever it stands, is no letter.
std::string without_dashes(std::string mask) {
    for (const std::string_view dash : {"\u2013", "\u2014", "\u2022", "\u00B7"})
        for (std::size_t at; (at = mask.find(dash)) != std::string::npos;) mask.erase(at, dash.size());
    return mask;
}

// Letters and digits of a row, without the number that it starts with: a running header often leaves it out.
std::string named(const PageRow& row) {
    std::string name;
    std::vector<int> numbers;
    for (const Segment& segment : row.segments) name += masked(segment.text, numbers);
    return name.erase(0, name.find_first_not_of('#'));
}

bool is_page_number(std::string_view mask) {
    constexpr std::string_view forms[] = {
        "#",        "##",   "#van#",    "#of#",  "pagina#",  "pagina##", "pagina#van#", "p#",         "pag#",
        "pag#van#", "blz#", "blz#van#", "page#", "page#of#", "blad#",    "p#van#",      "bladzijde#", "bladzijde#van#"};
    return std::find(std::begin(forms), std::end(forms), mask) != std::end(forms);
}

// "Pagina 1 van 6" says what it is without another page to compare with.
bool counts_pages(std::string_view mask) {
    for (const std::string_view form : {"pagina#van#", "blz#van#", "bladzijde#van#", "page#of#", "pag#van#"})
        if (mask.ends_with(form)) return true;
    return false;
}

// "Pagina 1", with the word, on the only page of a document.
bool names_page(std::string_view mask) {
    constexpr std::string_view forms[] = {"pagina#", "blz#", "bladzijde#", "page#", "pag#"};
    return std::find(std::begin(forms), std::end(forms), mask) != std::end(forms);
}

enum Edge : int { at_top, at_bottom };

// A segment of a row near an edge of its page.
struct Sighting {
    std::size_t page;
    double distance;  // from the edge
    std::size_t row, segment;
    std::vector<int> numbers;
    std::size_t length;  // of its mask
};

// Sorts `found` by the distance from the edge and calls `use` with those of each height.
template <typename Found, typename Use>
void for_each_height(std::vector<Found>& found, Use use) {
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.distance < b.distance; });
    for (std::size_t first = 0, end = 0; first < found.size(); first = end) {
        for (end = first + 1; end < found.size() && found[end].distance - found[first].distance <= same_height;) ++end;
        use(std::span<const Found>(found).subspan(first, end - first));
    }
}

template <typename Found>
std::size_t count_pages(std::span<const Found> found) {
    std::set<std::size_t> pages;
    for (const Found& one : found) pages.insert(one.page);
    return pages.size();
}

// What is known of one row near an edge.
struct Candidate {
    std::size_t repeated = 0, length = 0;  // characters in segments that repeat, and all
    bool is_certain = false;               // without comparing texts: page numbers, artifacts
    bool has_own_number = false;           // repeats but for numbers
    bool is_one_of_several = false;        // only as one of the texts that take turns in its place
    bool is_furniture() const { return is_certain || (repeated > 0 && 2 * repeated >= length); }
};

class Finder {
public:
    Finder(const PageViews& pages, const std::vector<std::vector<PageRow>>& rows) : pages_(pages), rows_(rows) {
        for (const std::vector<PageRow>& page : rows) used_ += !page.empty();
    }

    std::vector<Furniture> find() {
        std::vector<Furniture> furniture(pages_.size());
        for (const Edge edge : {at_top, at_bottom}) {
            look_at(edge);
            for (std::size_t page = 0; page < pages_.size(); ++page)
                (edge == at_top ? furniture[page].header : furniture[page].footer) = peel(page, edge);
        }
        for (std::size_t page = 0; page < pages_.size(); ++page)
            if (furniture[page].header + furniture[page].footer > rows_[page].size()) furniture[page].footer = 0;
        return furniture;
    }

private:
    // The n-th row from the edge.
    const PageRow& row_at(std::size_t page, Edge edge, std::size_t n) const {
        return edge == at_top ? rows_[page][n] : rows_[page][rows_[page].size() - 1 - n];
    }

    double distance(std::size_t page, Edge edge, const PageRow& row) const {
        return edge == at_top ? row.box.bottom : pages_[page]->height - row.box.top;
    }

    void look_at(Edge edge) {
        candidates_.assign(pages_.size(), {});
        pairs_.clear();
        std::map<std::string, std::vector<Sighting>> texts;
        std::map<int, std::vector<Sighting>> offsets, far;  // of page numbers from the number of the page
        for (std::size_t page = 0; page < pages_.size(); ++page) {
            const auto artifacts = static_cast<double>(
                std::count_if(rows_[page].begin(), rows_[page].end(), [](const PageRow& r) { return r.is_artifact; }));
            const bool trusts_artifacts = artifacts <= most_artifacts * static_cast<double>(rows_[page].size());
            for (std::size_t n = 0; n < std::min(rows_[page].size(), most_rows); ++n) {
                const PageRow& row = row_at(page, edge, n);
                const double zone = (edge == at_top ? header_zone : footer_zone) * pages_[page]->height;
                // The side toward the edge must be in the zone: the last line of a header may reach out of it.
                if ((edge == at_top ? row.box.top : pages_[page]->height - row.box.bottom) > zone) {
                    if (n == 0) see_far_number(page, edge, far);
                    break;
                }
                Candidate& candidate = candidates_[page].emplace_back();
                candidate.is_certain = row.is_artifact && trusts_artifacts;
                for (std::size_t i = 0; i < row.segments.size(); ++i) {
                    Sighting sighting{page, distance(page, edge, row), n, i, {}, 0};
                    std::string mask = without_dashes(masked(row.segments[i].text, sighting.numbers));
                    sighting.length = mask.size();
                    candidate.length += mask.size();
                    if (counts_pages(mask)) candidate.is_certain = true;
                    if (used_ == 1 && names_page(mask) && sighting.numbers.front() == static_cast<int>(page) + 1)
                        candidate.is_certain = true;
                    const bool is_outer = i == 0 || i + 1 == row.segments.size();
                    if (is_page_number(mask)) {
                        if (n == 0 && edge == at_bottom && is_lone_number(page, sighting.numbers.front()))
                            candidate.is_certain = true;
                        const int offset = sighting.numbers.front() - static_cast<int>(page);
                        if (is_outer || row.segments.size() == 3) offsets[offset].push_back(std::move(sighting));
                    } else if (mask.find_first_of("abcdefghijklmnopqrstuvwxyz#") !=
                               std::string::npos) {  // no row of boxes
                        texts[std::move(mask)].push_back(std::move(sighting));
                    }
                }
            }
        }
        for (auto& [mask, sightings] : texts) mark_repeated(sightings);
        for (auto& [offset, sightings] : offsets) {
            if (repeats(sightings))
                for (const Sighting& sighting : sightings) candidates_[sighting.page][sighting.row].is_certain = true;
            else
                keep_pair(sightings);
        }
        for (auto& [offset, sightings] : far) mark_far_numbers(sightings);
        mark_pairs();
        if (edge == at_top) mark_chapters();
    }

    // The row at the edge of the page's text, where it says no more than a page's number and stands apart.
    void see_far_number(std::size_t page, Edge edge, std::map<int, std::vector<Sighting>>& far) const {
        const PageRow& row = row_at(page, edge, 0);
        if (row.segments.size() != 1 || row.segments.front().text.size() > longest_number || rows_[page].size() < 2 ||
            distance(page, edge, row) > far_zone * pages_[page]->height || !has_gap(page, edge, 1))
            return;
        Sighting sighting{page, distance(page, edge, row), 0, 0, {}, 0};
        if (!is_page_number(without_dashes(masked(row.segments.front().text, sighting.numbers)))) return;
        far[sighting.numbers.front() - static_cast<int>(page)].push_back(std::move(sighting));
    }

    // Such rows that count up at one height.
    void mark_far_numbers(std::vector<Sighting>& sightings) {
        for_each_height(sightings, [&](std::span<const Sighting> together) {
            const std::size_t pages = count_pages(together);
            if (pages < section_pages || 2 * pages < used_) return;
            for (const Sighting& sighting : together) candidates_[sighting.page].emplace_back().is_certain = true;
        });
    }

    // Rows that say in smaller type what a heading right below says too, on pages that all have such a row or other
    // furniture at that height: running headers of chapters of one page.
    void mark_chapters() {
        struct Row {
            double distance;
            std::size_t page, row;
            bool repeats_heading;
        };
        std::vector<Row> found;
        for (std::size_t page = 0; page < pages_.size(); ++page)
            for (std::size_t n = 0; n < candidates_[page].size(); ++n) {
                const bool repeats_heading = !candidates_[page][n].is_furniture() && is_above_its_heading(page, n);
                if (repeats_heading || candidates_[page][n].is_furniture())
                    found.push_back({distance(page, at_top, row_at(page, at_top, n)), page, n, repeats_heading});
            }
        for_each_height(found, [&](std::span<const Row> together) {
            const std::size_t pages = count_pages(together);
            for (const Row& row : together)
                if (row.repeats_heading && pages > 1 && 2 * pages >= used_)
                    candidates_[row.page][row.row].is_certain = true;
        });
    }

    bool is_above_its_heading(std::size_t page, std::size_t n) const {
        const PageRow& row = rows_[page][n];
        std::string name;
        for (std::size_t below = n + 1; below < rows_[page].size() && below <= n + rows_to_heading; ++below) {
            if (rows_[page][below].size < larger_type * row.size) continue;
            if (name.empty()) name = named(row);
            if (name.empty()) return false;
            if (named(rows_[page][below]) == name) return true;
        }
        return false;
    }

    // Whether the lowest row, which says no more than `number`, stands apart where page numbers do, in the middle or at
    // the right, or between dashes, in a document of so few pages that they cannot be compared.
    bool is_lone_number(std::size_t page, int number) const {
        const PageRow& row = row_at(page, at_bottom, 0);
        if (used_ > 2 || number > greatest_lone_number || row.segments.size() > 1 || rows_[page].size() < 2)
            return false;
        const double width = pages_[page]->width, height = pages_[page]->height;
        if (distance(page, at_bottom, row) > narrow_footer * height) return false;
        if (row.box.top - row_at(page, at_bottom, 1).box.bottom < lone_gap * row.size) return false;
        if (is_between_dashes(row.segments.front().text)) return true;
        double right = 0;
        for (const PageRow& other : rows_[page]) right = std::max(right, other.box.right);
        return std::abs((row.box.left + row.box.right - width) / 2) <= off_middle * width ||
               (row.box.right >= right && row.box.left > width / 2);
    }

    // Sightings of one text: those at one height belong together.
    void mark_repeated(std::vector<Sighting>& sightings) {
        for_each_height(sightings, [&](std::span<const Sighting> at_height) {
            std::vector<Sighting> together(at_height.begin(), at_height.end());
            if (repeats(together)) {
                for (const Sighting& sighting : together) {
                    Candidate& candidate = candidates_[sighting.page][sighting.row];
                    candidate.repeated += sighting.length;
                    if (sighting.numbers != together.front().numbers || sighting.numbers != together.back().numbers)
                        candidate.has_own_number = true;
                    candidate.is_certain = candidate.is_certain || (counts_up(together));
                }
            }
            keep_pair(together);
        });
    }

    // A text that stands on a page and on one of the two that follow. `sightings` are sorted by page.
    void keep_pair(const std::vector<Sighting>& sightings) {
        const auto follows = [](const Sighting& a, const Sighting& b) {
            return b.page > a.page && b.page - a.page <= 2;
        };
        if (std::adjacent_find(sightings.begin(), sightings.end(), follows) != sightings.end())
            pairs_.insert(pairs_.end(), sightings.begin(), sightings.end());
    }

    // Texts that take turns at one height: of left and right pages, of chapters of two pages. None is on many pages,
    // all together are on most.
    void mark_pairs() {
        for_each_height(pairs_, [&](std::span<const Sighting> together) {
            const std::size_t pages = count_pages(together);
            for (const Sighting& sighting : together) {
                Candidate& candidate = candidates_[sighting.page][sighting.row];
                if (2 * pages < used_ || candidate.is_furniture()) continue;
                candidate.is_one_of_several = true;
                candidate.repeated += sighting.length;
            }
        });
    }

    // On half of the pages, or on so many in a row or every other one.
    bool repeats(std::vector<Sighting>& sightings) const {
        std::stable_sort(sightings.begin(), sightings.end(),
                         [](const Sighting& a, const Sighting& b) { return a.page < b.page; });
        std::size_t count = 0, run = 0, longest = 0, previous = 0;
        for (const Sighting& sighting : sightings) {
            if (count > 0 && sighting.page == previous) continue;
            run = count > 0 && sighting.page - previous <= 2 ? run + 1 : 1;
            longest = std::max(longest, run);
            previous = sighting.page;
            ++count;
        }
        return count >= 2 && (2 * count >= used_ || longest >= section_pages);
    }

    // One of the numbers grows by one with every page.
    static bool counts_up(const std::vector<Sighting>& sightings) {
        const Sighting& first = sightings.front();
        for (std::size_t i = 0; i < first.numbers.size(); ++i) {
            bool all = true;
            for (const Sighting& other : sightings)
                all = all && i < other.numbers.size() &&
                      other.numbers[i] - first.numbers[i] == static_cast<int>(other.page - first.page);
            if (all && sightings.back().page > first.page) return true;
        }
        return false;
    }

    // Rows from the edge on that are furniture.
    std::size_t peel(std::size_t page, Edge edge) const {
        const std::vector<Candidate>& candidates = candidates_[page];
        std::size_t count = 0;
        while (count < candidates.size() && candidates[count].is_furniture()) ++count;
        if (count == 0 || count == rows_[page].size()) return count;
        // A table's own header is drawn again on each page that it goes on.
        const Columns columns(*pages_[page]);
        while (count > 0) {
            const PageRow& last = row_at(page, edge, count - 1);
            const PageRow& next = row_at(page, edge, count);
            if (!columns.hold_together(edge == at_top ? last : next, edge == at_top ? next : last)) break;
            --count;
        }
        // "Bijlage 1", "Bijlage 2" at the top of a page each.
        const PageRow& innermost = row_at(page, edge, std::max<std::size_t>(count, 1) - 1);
        if (count > 0 && edge == at_top && candidates[count - 1].has_own_number &&
            innermost.size >= heading_type * row_at(page, edge, count).size)
            --count;
        if (used_ > 2) {
            while (count > 0 && candidates[count - 1].is_one_of_several && !stands_apart(page, edge, count)) --count;
            return count;
        }
        for (std::size_t n = count; n > 0; --n) {
            if (candidates[n - 1].is_certain) continue;
            const PageRow& row = row_at(page, edge, n - 1);
            const double zone = (edge == at_top ? narrow_header : narrow_footer) * pages_[page]->height;
            if (distance(page, edge, row) > zone || (n == count && !has_gap(page, edge, n))) count = n - 1;
        }
        return count;
    }

    // Between the first n rows from the edge and those that follow.
    bool has_gap(std::size_t page, Edge edge, std::size_t n) const {
        const PageRow& row = row_at(page, edge, n - 1);
        const PageRow& next = row_at(page, edge, n);
        const double gap = edge == at_top ? next.box.top - row.box.bottom : row.box.top - next.box.bottom;
        return gap >= clear_gap * row.size;
    }

    // The same, and the n-th is no heading of what follows.
    bool stands_apart(std::size_t page, Edge edge, std::size_t n) const {
        return has_gap(page, edge, n) && row_at(page, edge, n - 1).size < larger_type * row_at(page, edge, n).size;
    }

    const PageViews& pages_;
    const std::vector<std::vector<PageRow>>& rows_;
    std::size_t used_ = 0;                            // pages with text
    std::vector<std::vector<Candidate>> candidates_;  // by page, from the edge
    std::vector<Sighting> pairs_;                     // texts that repeat, on however few pages
};

}  // namespace

std::vector<Furniture> find_furniture(const PageViews& pages, const std::vector<std::vector<PageRow>>& rows) {
    return Finder(pages, rows).find();
}

}  // namespace sop::pdf
