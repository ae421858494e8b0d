#include "ingest/pdf/line_breaks.h"

#include <cmath>
#include <optional>
#include <string_view>

#include "ingest/pdf/letters.h"
#include "ingest/pdf/lines.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// In points.
constexpr double other_size = 0.75, same_left = 2.5;
// In sizes: the most from one line of a paragraph to the next; a space and what rounding moves.
constexpr double most_pitch = 1.7, space = 0.4;
// Words of a line: fewer are as well an entry of a list.
constexpr std::size_t least_words = 2;
// Share of a column's width: more is not left free by a printer.
constexpr double widest = 0.35, widest_closed = 0.5;
// Of other printers no line of a hundred within sentences ends early, but where a writer ended it, and then most are
// wide.
constexpr std::size_t least_full = 10;
constexpr double least_share = 0.025, most_wide_share = 0.1;

bool follows(const Page& page, const Line& above, const Line& below) {
    if (above.page != below.page || above.rotation != below.rotation) return false;
    if (std::abs(above.size - below.size) > other_size) return false;
    const Box upper = upright(above.box, above.rotation), lower = upright(below.box, below.rotation);
    const double pitch = middle_of(page, below) - middle_of(page, above);
    return std::abs(upper.left - lower.left) < same_left && pitch > 0 && pitch < most_pitch * below.size;
}

bool is_arrow(char32_t c) { return c == U'→' || c == U'➔' || c == U'⇒' || c == U'>'; }

// Whether a sentence goes on from the word that ends a line to the one that starts the next.
bool goes_on(std::string_view last, std::string_view next) {
    const char32_t end = last_character(last), start = first_character(next);
    if (is_arrow(start)) return true;
    if (end == ',' && is_digit(start)) return true;
    if (!is_small(start)) return false;
    return is_letter(end) || is_digit(end) || is_arrow(end) || end == ',' || end == ';' || end == '/' || end == ')';
}

// What would be free behind `above` with the first word of `below`, as a share of the column's width; absent where the
// text need not go on.
std::optional<double> free_share(const Page& page, const Line& above, const Line& below) {
    if (!above.room || below.words.empty() || !follows(page, above, below)) return std::nullopt;
    const Word& first = page.words[below.words.front()];
    if (!goes_on(page.words[above.words.back()].text, first.text)) return std::nullopt;
    const Box box = upright(first);
    const Box line = upright(above.box, above.rotation);
    const double column = line.right - line.left + *above.room;
    if (column <= 0) return std::nullopt;
    return (*above.room - (box.right - box.left) - space * above.size) / column;
}

}  // namespace

void LineBreaks::see(const Page& page, const Line& above, const Line& below) {
    if (above.words.size() < least_words) return;
    const std::optional<double> share = free_share(page, above, below);
    if (!share) return;
    ++(*share > 0 ? early_ : full_);
    if (*share > widest) ++wide_;
}

void LineBreaks::see(const Page& page, const std::vector<Line>& lines) {
    for (std::size_t i = 1; i < lines.size(); ++i) see(page, lines[i - 1], lines[i]);
}

bool LineBreaks::weighs_paragraphs() const {
    return full_ >= least_full && static_cast<double>(early_) >= least_share * static_cast<double>(early_ + full_) &&
           static_cast<double>(wide_) <= most_wide_share * static_cast<double>(early_);
}

bool ends_early(const Page& page, const Line& above, const Line& below) {
    return free_share(page, above, below).value_or(0) > 0;
}

void close_room(const Page& page, Line& above, const Line& below) {
    const std::optional<double> share = free_share(page, above, below);
    if (share && *share > 0 && *share <= widest_closed) above.room = 0;
}

}  // namespace sop::pdf
