#include "ingest/pdf/paragraphs.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "ingest/pdf/addresses.h"
#include "ingest/pdf/labels.h"
#include "ingest/pdf/leaders.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// In points unless a share. Sizes of one paragraph do not differ.
constexpr double other_size = 0.75;
// Shares of the pitch that the size has elsewhere, and of the paragraph's own: lines of one paragraph are evenly
// spaced but for a mark or symbol that makes one of them higher.
constexpr double far_pitch = 1.32, far_from_own = 1.18;
constexpr double uneven = 1.5;         // points that two pitches differ by at least
constexpr double unknown_pitch = 2.0;  // sizes; where no other lines tell
constexpr double near_pitch = 0.5;     // sizes; less, and they are not one below the other
constexpr double space = 0.25;         // sizes; width of a space
constexpr double slack = 0.15;         // sizes; what kerning and rounding move
constexpr double same_left = 2.5;
constexpr double same_right = 0.75;  // justified lines end at one place
constexpr double indent_least = 5;
// Of bullets, and of numbers that count on: a list's are set out to the left of its text, but not always as far as the
// column's side.
constexpr double label_indent_least = 2;
constexpr double widest_hang = 4;        // sizes from a bullet on a line of its own to the text below it
constexpr std::size_t nearby_lines = 6;  // an item of a list has fewer
constexpr double tab_gap = 1.0;          // sizes; wider is no space
constexpr std::size_t words_before_colon = 5;
// Of a text that ends left of its column's side.
constexpr std::size_t least_narrow_lines = 3;
constexpr double words_of_narrow_line = 6;
constexpr std::size_t words_of_long_line = 8;

// A line as the comparisons want it; upright.
struct Seen {
    double left = 0, right = 0, middle = 0, room = 0;
    double first_width = 0;           // of its first word
    std::optional<double> stop;       // where the text behind its first tab starts
    std::optional<double> last_stop;  // the same of its last tab, where it has several
    bool all_bold = false, none_bold = false;
    bool ends_with_hyphen = false;
    bool starts_with_box = false;
    bool is_named = false;       // "Naam: …"
    bool is_justified = false;   // ends where a neighbour does
    bool has_leader = false;     // dots between a label and its value
    bool is_blank = false;       // room to write in, and nothing else
    bool ends_in_blank = false;  // with room to write in
    bool starts_item = false;    // with a bullet, list label or not
    std::optional<Label> label;  // what find_label would take it for
};

bool ends_with(std::string_view text, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [text](std::string_view end) { return text.ends_with(end); });
}

bool starts_with_capital(std::string_view text) { return !text.empty() && text.front() >= 'A' && text.front() <= 'Z'; }

// A colon ends one of the first words of a line that starts with a capital letter.
bool is_named(const Page& page, const Line& line) {
    if (!starts_with_capital(page.words[line.words.front()].text)) return false;
    const std::size_t count = std::min(words_before_colon, line.words.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& text = page.words[line.words[i]].text;
        if (text.ends_with(':')) return true;
        if (text.ends_with('.') || text.ends_with(',')) return false;
    }
    return false;
}

Seen see(const Page& page, const Line& line) {
    Seen seen;
    const Box box = upright(line.box, line.rotation);
    seen.left = box.left;
    seen.right = box.right;
    seen.middle = middle_of(page, line);
    seen.room = line.room.value_or(0);
    const auto first = std::find_if(line.words.begin(), line.words.end(),
                                    [&page](WordIndex index) { return !page.words[index].is_raised; });
    seen.first_width = least_width_of(page.words[first == line.words.end() ? line.words.front() : *first]);
    for (std::size_t i = 1; i < line.words.size(); ++i)
        if (gap_between(page.words[line.words[i - 1]], page.words[line.words[i]]) > tab_gap * line.size)
            (seen.stop ? seen.last_stop : seen.stop) = upright(page.words[line.words[i]]).left;
    seen.all_bold = is_all_bold(page, line);
    seen.none_bold = std::none_of(line.words.begin(), line.words.end(), [&page](WordIndex index) {
        const int font = page.words[index].font;
        return font >= 0 && static_cast<std::size_t>(font) < page.fonts.size() &&
               page.fonts[static_cast<std::size_t>(font)].bold;
    });
    // A line without a letter is as bold as it is.
    if (seen.all_bold && seen.none_bold) seen.all_bold = false;
    seen.ends_with_hyphen = ends_with(page.words[line.words.back()].text, {"-", "\u00AD", "\u2010"});
    seen.starts_with_box = starts_with_box(page.words[line.words.front()].text);
    // A box goes to the next line only with the word it stands before.
    if (seen.starts_with_box && line.words.size() > 1)
        seen.first_width = upright(page.words[line.words[1]]).right - box.left;
    seen.is_named = is_named(page, line);
    seen.has_leader = find_leader(line, page.words).has_value();
    seen.is_blank = std::all_of(line.words.begin(), line.words.end(),
                                [&page](WordIndex index) { return is_blank(page.words[index].text); });
    seen.ends_in_blank = ends_in_blank(page.words[line.words.back()].text);
    return seen;
}

// "2." after "1.", "c)" after "b)".
bool follows(std::string_view first, std::string_view second) {
    const auto counter = [](std::string_view label) {
        const std::size_t from = label.find_first_not_of('(');
        return label.substr(from, label.find_last_not_of(".)") + 1 - from);
    };
    const std::string_view a = counter(first), b = counter(second);
    int before = 0, after = 0;
    if (std::from_chars(a.data(), a.data() + a.size(), before).ptr == a.data() + a.size() &&
        std::from_chars(b.data(), b.data() + b.size(), after).ptr == b.data() + b.size())
        return after == before + 1;
    return a.size() == 1 && b.size() == 1 && b.front() == a.front() + 1;
}

class Builder {
public:
    Builder(const Page& page, std::vector<Line> lines, const Pitches& pitches, double left, double body_size)
        : page_(page), lines_(std::move(lines)), pitches_(pitches), left_(left), body_size_(body_size) {}

    std::vector<TextBlock> run() {
        join_lone_bullets();
        seen_.reserve(lines_.size());
        for (const Line& line : lines_) {
            seen_.push_back(see(page_, line));
            if (has_lone_bullet(line)) seen_.back().middle = middle_behind_bullet(line);
        }
        for (std::size_t i = 1; i < lines_.size(); ++i)
            if (lines_[i].rotation == lines_[i - 1].rotation &&
                std::abs(seen_[i].right - seen_[i - 1].right) < same_right && is_wide(i) && is_wide(i - 1))
                seen_[i].is_justified = seen_[i - 1].is_justified = true;
        narrow_rooms();
        std::vector<TextBlock> blocks;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            decide_label(i);
            if (i == 0 || starts_block(i)) {
                first_ = i;
                TextBlock& block = blocks.emplace_back();
                if (seen_[i].label) {
                    block.list = seen_[i].label->mark;
                    block.label_words = 1;
                }
            }
            blocks.back().lines.push_back(lines_[i]);
        }
        return blocks;
    }

private:
    // A bullet on a line of its own starts the line below it.
    void join_lone_bullets() {
        std::vector<Line> joined;
        joined.reserve(lines_.size());
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const bool is_joined =
                !joined.empty() && is_lone_bullet(joined.back()) && is_text_of(joined.back(), lines_[i]);
            if (!is_joined) {
                joined.push_back(std::move(lines_[i]));
                continue;
            }
            Line& line = lines_[i];
            const Line bullet = std::move(joined.back());
            line.words.insert(line.words.begin(), bullet.words.front());
            if (line.rotation == 0) line.box.left = std::min(line.box.left, bullet.box.left);
            lone_.push_back(bullet.words.front());
            joined.back() = std::move(line);
        }
        lines_ = std::move(joined);
    }

    bool is_lone_bullet(const Line& line) const {
        return line.words.size() == 1 && is_bullet(page_.words[line.words.front()].text);
    }

    // The line right below the bullet starts at its place or behind it, and is no item itself.
    bool is_text_of(const Line& bullet, const Line& line) const {
        if (line.rotation != bullet.rotation || is_bullet(page_.words[line.words.front()].text)) return false;
        const Box above = upright(bullet.box, bullet.rotation), below = upright(line.box, line.rotation);
        const double pitch = middle_of(page_, line) - middle_of(page_, bullet);
        return pitch > 0 && pitch <= unknown_pitch * line.size && below.left > above.left - same_left &&
               below.left < above.right + widest_hang * line.size;
    }

    double middle_behind_bullet(Line line) const {
        line.words.erase(line.words.begin());
        return middle_of(page_, line);
    }

    bool has_lone_bullet(const Line& line) const {
        return std::find(lone_.begin(), lone_.end(), line.words.front()) != lone_.end();
    }

    // A text with a right indent ends at a side of its own: lines below one another that start at one place, none of
    // them with room for the next one's first word but at the end of a sentence. Lists of names and addresses look as
    // even by chance, but their lines are short or start with capitals.
    void narrow_rooms() {
        for (std::size_t first = 0; first < lines_.size();) {
            std::size_t end = first + 1;
            double right = seen_[first].right;
            for (; end < lines_.size() && is_near(end - 1, end) &&
                   std::abs(seen_[end].left - seen_[first].left) < same_left;
                 ++end)
                right = std::max(right, seen_[end].right);
            if (end - first >= least_narrow_lines && is_narrow_text(first, end, right))
                for (std::size_t i = first; i < end; ++i) seen_[i].room = right - seen_[i].right;
            first = end;
        }
    }

    bool is_narrow_text(std::size_t first, std::size_t end, double right) const {
        std::size_t full = 0, small = 0, words = 0, early = 0;
        for (std::size_t i = first; i + 1 < end; ++i) {
            const Seen &above = seen_[i], &below = seen_[i + 1];
            words += lines_[i].words.size();
            const bool fits = right - above.right > below.first_width + (space + slack) * lines_[i].size;
            if (fits && !ends_with(page_.words[lines_[i].words.back()].text, {".", "?", "!"})) return false;
            if (fits) continue;
            ++full;
            if (would_fit(i, i + 1)) ++early;
            if (is_small(first_character(page_.words[lines_[i + 1].words.front()].text))) ++small;
        }
        return full + 1 >= least_narrow_lines && 2 * early >= full && 2 * small >= full &&
               static_cast<double>(words) >= words_of_narrow_line * static_cast<double>(end - first - 1);
    }

    // More of the column's width than not.
    bool is_wide(std::size_t i) const {
        const Seen& line = seen_[i];
        return line.right - line.left > 1.5 * std::max(0.0, line.room);
    }

    bool is_below(std::size_t upper, std::size_t lower) const {
        if (lines_[upper].rotation != lines_[lower].rotation) return false;
        const double pitch = seen_[lower].middle - seen_[upper].middle;
        return pitch > near_pitch * std::min(lines_[upper].size, lines_[lower].size);
    }

    bool is_near(std::size_t upper, std::size_t lower) const {
        if (!is_below(upper, lower)) return false;
        if (std::abs(lines_[upper].size - lines_[lower].size) > other_size) return false;
        const double pitch = seen_[lower].middle - seen_[upper].middle;
        const std::optional<double> usual = pitches_.at(lines_[lower].size);
        return pitch <= (usual ? far_pitch * *usual : unknown_pitch * lines_[lower].size);
    }

    // The first word of the line below would have fitted at the end of the one above.
    bool would_fit(std::size_t upper, std::size_t lower) const {
        const Seen &above = seen_[upper], &below = seen_[lower];
        if (above.ends_with_hyphen || above.is_justified || is_long_sentence(upper, lower)) return false;
        return above.room > below.first_width + (space + slack) * lines_[upper].size;
    }

    // A line of many words that fills most of the column ends within a sentence, which goes on below it: whatever room
    // it leaves, its text is narrower than the column.
    bool is_long_sentence(std::size_t upper, std::size_t lower) const {
        const Line &above = lines_[upper], &below = lines_[lower];
        const char32_t end = last_character(page_.words[above.words.back()].text);
        return above.words.size() >= words_of_long_line && is_wide(upper) &&
               std::abs(seen_[upper].left - seen_[lower].left) < same_left && (is_letter(end) || end == U',') &&
               is_small(first_character(page_.words[below.words.front()].text));
    }

    // Keeps in seen_[i].label only what is one.
    void decide_label(std::size_t i) {
        Seen& line = seen_[i];
        line.label = label_of(page_, lines_[i]);
        if (!line.label) return;
        Label& label = *line.label;
        const bool is_heading = label.mark.ordered && (line.all_bold || lines_[i].size > body_size_ + other_size);
        if (is_heading) return line.label.reset();
        line.starts_item = label.is_certain;
        if (label.stands_apart || (label.is_certain && has_lone_bullet(lines_[i]))) return;
        // A word of the text above that happens to look like a label.
        const bool goes_on =
            !label.is_certain && i > 0 && is_near(i - 1, i) && !would_fit(i - 1, i) && !is_same_kind(i);
        if (goes_on) return line.label.reset();
        const bool hangs = i + 1 < lines_.size() && is_near(i, i + 1) && !would_fit(i, i + 1) &&
                           std::abs(seen_[i + 1].left - label.text_left) < same_left &&
                           label.text_left - label.left > same_left;
        // A bullet that someone typed is text, as it is in the Word file.
        const double indent = label.left - left_;
        const bool is_expected = label.is_certain || is_counted(i);
        const bool is_indented = (is_expected || (label.mark.ordered && !is_initial(i))) &&
                                 indent > (is_expected ? label_indent_least : indent_least);
        if (!hangs && !is_indented && !is_same_kind(i)) line.label.reset();
    }

    // A capital with a dot before a capital: "M. Bakker" is a person.
    bool is_initial(std::size_t i) const {
        if (lines_[i].words.size() < 2) return false;
        const std::string& label = page_.words[lines_[i].words[0]].text;
        const std::string& next = page_.words[lines_[i].words[1]].text;
        const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
        return label.size() == 2 && label[1] == '.' && is_capital(label[0]) && is_capital(next[0]);
    }

    // One of the lines nearby has the next number, set the same way.
    bool is_counted(std::size_t i) const {
        const Label& label = *seen_[i].label;
        const std::size_t end = std::min(lines_.size(), i + nearby_lines + 1);
        for (std::size_t at = i > nearby_lines ? i - nearby_lines : 0; at < end; ++at) {
            const std::optional<Label> other = at == i ? std::nullopt : label_of(page_, lines_[at]);
            if (other && other->mark.ordered && std::abs(other->text_left - label.text_left) < same_left &&
                follows(at < i ? other->mark.label : label.mark.label, at < i ? label.mark.label : other->mark.label))
                return true;
        }
        return false;
    }

    // The block above is an item of the same list: same kind of label, text at the same indent.
    bool is_same_kind(std::size_t i) const {
        if (i == 0 || !seen_[first_].label) return false;
        const Label &above = *seen_[first_].label, &label = *seen_[i].label;
        return above.mark.ordered == label.mark.ordered && std::abs(above.left - label.left) < same_left &&
               std::abs(above.text_left - label.text_left) < same_left;
    }

    bool starts_block(std::size_t i) const {
        const std::size_t above = i - 1;
        const Seen &a = seen_[above], &b = seen_[i];
        if (b.label || b.starts_item) return true;
        if (!is_near(above, i)) return true;
        if (is_uneven(i)) return true;
        if ((a.all_bold && b.none_bold) || (a.none_bold && b.all_bold)) return true;
        if (a.starts_with_box && b.starts_with_box && std::abs(a.left - b.left) < same_left) return true;
        if (would_fit(above, i)) return true;
        if (a.is_named && b.is_named && above == first_) return true;
        if (a.has_leader && !is_small(first_character(page_.words[lines_[i].words.front()].text))) return true;
        if (is_parted_by_blank(i) || is_below_columns(i)) return true;
        return is_elsewhere(i);
    }

    // The last of several lines of labels with two values or more, in columns; what stands below starts a text.
    bool is_below_columns(std::size_t i) const {
        if (i < 2 || seen_[i].stop || !seen_[i - 1].last_stop || !seen_[i - 2].last_stop) return false;
        return std::abs(*seen_[i - 1].last_stop - *seen_[i - 2].last_stop) < same_left &&
               is_capital(first_character(page_.words[lines_[i].words.front()].text));
    }

    // Room to write in fills its line, whatever comes next: a sentence that starts below or has ended above it is
    // another paragraph. Lines of such room below one another are one answer's.
    bool is_parted_by_blank(std::size_t i) const {
        const Seen &a = seen_[i - 1], &b = seen_[i];
        if (b.is_blank)
            return !a.ends_in_blank && ends_with(page_.words[lines_[i - 1].words.back()].text, {".", "?", "!"});
        return a.ends_in_blank && is_capital(first_character(page_.words[lines_[i].words.front()].text));
    }

    // The space above line `i` is not the one between the lines of its paragraph.
    bool is_uneven(std::size_t i) const {
        const double pitch = seen_[i].middle - seen_[i - 1].middle;
        const auto is_far = [pitch](double own) { return pitch > far_from_own * own && pitch > own + uneven; };
        if (i - 1 > first_) return is_far(seen_[i - 1].middle - seen_[i - 2].middle);
        if (i + 1 >= lines_.size() || !is_near(i, i + 1) || would_fit(i, i + 1)) return false;
        return is_far(seen_[i + 1].middle - seen_[i].middle);
    }

    // Line `i` does not start where its paragraph would go on.
    bool is_elsewhere(std::size_t i) const {
        const std::size_t above = i - 1;
        const Seen &a = seen_[above], &b = seen_[i], &first = seen_[first_];
        if (first.label) {
            // At the text's indent, or at the label's where nothing hangs.
            const double indent = above == first_ ? first.label->text_left : a.left;
            if (std::abs(b.left - indent) < same_left) return false;
            return above != first_ || b.left < first.left - same_left || b.left > indent + indent_least;
        }
        if (std::abs(a.left - b.left) < same_left) return a.stop && b.stop && std::abs(*a.stop - *b.stop) < same_left;
        if (first.stop && std::abs(*first.stop - b.left) < same_left) return false;
        if (is_centered(above) && is_centered(i)) return false;
        if (above != first_) return true;
        if (b.left < a.left) return a.left - b.left > 6 * lines_[i].size;  // the first line was indented
        // A hanging paragraph goes on where its second line starts; else the first line of the next is indented.
        return i + 1 < lines_.size() && is_near(i, i + 1) && std::abs(seen_[i + 1].left - a.left) < same_left;
    }

    bool is_centered(std::size_t i) const {
        const Seen& line = seen_[i];
        return line.left - left_ > indent_least && std::abs(line.left - left_ - line.room) < 2 * same_left;
    }

    const Page& page_;
    std::vector<Line> lines_;
    const Pitches& pitches_;
    double left_, body_size_;
    std::vector<Seen> seen_;
    std::vector<WordIndex> lone_;  // bullets that stood on lines of their own
    std::size_t first_ = 0;        // line that the block at hand starts with
};

}  // namespace

std::vector<TextBlock> paragraphs_of(const Page& page, std::vector<Line> lines, const Pitches& pitches, double left,
                                     double body_size) {
    return Builder(page, std::move(lines), pitches, left, body_size).run();
}

}  // namespace sop::pdf
