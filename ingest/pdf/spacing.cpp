#include "ingest/pdf/spacing.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// All in sizes of the type.
// Wider gaps part columns, labels and values, bullets and text: not spaces between words.
constexpr double column_gap = 1.0;
// A space of the narrowest text fonts, as set (Calibri 0.23, Arial Narrow 0.23; justified lines may press it to 0.18).
constexpr double least_space = 0.18;
// A gap between letters is clearly smaller than a space where it is below this share of it.
constexpr double letter_to_space = 0.6;
// Letter spacing is about constant: kerning moves letters by up to 0.05 either way.
constexpr double letter_jitter = 0.1;
constexpr double widest_letter_gap = 1.1;  // 12 points in type of 11
// Set apart by this much and more, letters may stand in cells of one width.
constexpr double cell_gap = 0.7;
// A space among letters set apart is set apart on both of its sides.
constexpr double widest_set_space = 0.5;
constexpr double least_letter = 0.1;

// A hyphen that breaks a word stands nearer than a dash between words, which has a space at each side.
constexpr double hyphen_to_space = 0.75;
// A footnote mark is this much smaller than the type that it stands at, and raised by at least this much of it.
constexpr double raised_size = 0.8;
constexpr double least_rise = 0.12;
// ReportLab's is two points smaller and stands half a line up; one as high as this is no smaller word of the line.
constexpr double large_raised_size = 0.9;
constexpr double high_rise = 0.3;
constexpr double furthest_mark = 0.35;
constexpr double furthest_note = 4;  // behind a tab stop
constexpr std::size_t longest_mark = 4;

// Fewer dots end a sentence or stand for words left out.
constexpr std::size_t leader_length = 5;
// A line of a form has three fields with their labels at most; bounds the pieces of hostile words.
constexpr std::size_t leaders_in_word = 8;

bool is_leader(char c) { return c == '.' || c == '_'; }

UChar32 first_character(std::string_view text) {
    UChar32 code = 0;
    U8_GET(reinterpret_cast<const std::uint8_t*>(text.data()), 0, 0, static_cast<std::int32_t>(text.size()), code);
    return code;
}

UChar32 last_character(std::string_view text) {
    auto at = static_cast<std::int32_t>(text.size());
    UChar32 code = 0;
    U8_PREV(reinterpret_cast<const std::uint8_t*>(text.data()), 0, at, code);
    return code;
}

// An accent makes no consonant of a vowel, and letters with one are vowels in Dutch.
bool is_vowel(UChar32 letter) {
    constexpr std::string_view vowels = "aeiouyAEIOUY";
    return letter >= 0x80 || vowels.find(static_cast<char>(letter)) != std::string_view::npos;
}

bool has_vowel(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return is_vowel(static_cast<unsigned char>(c)); });
}

bool is_hyphen(std::string_view text) { return text == "-" || text == "\u00AD" || text == "\u2010"; }

// With a width: fonts that claim none make every gap a wide one.
bool is_single_character(const Word& word) {
    const Box box = upright(word);
    return word.text.size() <= U8_MAX_LENGTH && characters_of(word.text) == 1 &&
           box.right - box.left > least_letter * word.size;
}

bool is_same_type(const Word& a, const Word& b) {
    return a.font == b.font && std::min(a.size, b.size) > 0.95 * std::max(a.size, b.size);
}

// One line of text: words of a row with less than a column's gap between them.
using Line = std::vector<Word*>;

// Gap behind word `i`, in sizes.
double gap_after(const Line& line, std::size_t i) {
    return gap_between(*line[i], *line[i + 1]) / std::max({line[i]->size, line[i + 1]->size, 1.0});
}

// The narrowest gap of the line that is wide enough for a space; `but` is not looked at. Absent: none is.
std::optional<double> space_of(const Line& line, std::size_t but) {
    std::optional<double> space;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double gap = gap_after(line, i);
        if (i != but && gap >= least_space && (!space || gap < *space)) space = gap;
    }
    return space;
}

// Word `i + 1` becomes part of word `i`: its text goes, and so does it when the page is done.
void absorb_next(Line& line, std::size_t i) {
    append_word(*line[i], *line[i + 1]);
    line[i + 1]->text.clear();
    line.erase(line.begin() + static_cast<std::ptrdiff_t>(i) + 1);
}

void join_hyphen(Line& line) {
    if (line.size() < 2 || !is_hyphen(line.back()->text)) return;
    const std::size_t word = line.size() - 2;
    if (!u_isalpha(last_character(line[word]->text))) return;
    const double gap = gap_after(line, word);
    const double limit = space_of(line, word).value_or(least_space / hyphen_to_space) * hyphen_to_space;
    if (gap < limit) absorb_next(line, word);
}

// Single characters `first` … `last` of a line that the same white parts.
struct Letters {
    std::size_t first, last;
    double gap;                     // the narrowest between them
    std::vector<std::size_t> ends;  // of the words, each one behind its last letter
};

// Letters that could be a word: not "A B C D", "J N J N", "m d w d v" or marks in a row of narrow cells.
bool looks_like_word(const std::vector<UChar32>& letters) {
    bool vowel = false, consonant = false, is_alphabet = true, is_upper = true, is_lower = true;
    std::vector<UChar32> distinct;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const UChar32 letter = letters[i];
        (is_vowel(letter) ? vowel : consonant) = true;
        is_upper = is_upper && u_isupper(letter);
        is_lower = is_lower && (u_islower(letter) || (i == 0 && u_isupper(letter)));
        is_alphabet = is_alphabet && (i == 0 || letter == letters[i - 1] + 1);
        if (std::find(distinct.begin(), distinct.end(), letter) == distinct.end()) distinct.push_back(letter);
    }
    return vowel && consonant && !is_alphabet && (is_upper || is_lower) && distinct.size() >= 3;
}

// Whether all words of three letters and more could be some, and there are any: others stand beside them.
bool are_words(const Line& line, const Letters& letters) {
    bool has_word = false;
    std::size_t at = letters.first;
    for (const std::size_t end : letters.ends) {
        std::vector<UChar32> word;
        for (; at < end; ++at)
            if (const UChar32 c = first_character(line[at]->text); u_isalpha(c)) word.push_back(c);
        if (word.size() >= 3 && !looks_like_word(word)) return false;
        has_word = has_word || word.size() >= 3;
    }
    return has_word;
}

// Whether the letters stand as far apart from middle to middle as wide ones and narrow ones do in cells of one width.
bool are_in_cells(const Line& line, const Letters& letters) {
    double least = 0, most = 0;
    const auto middle = [&](std::size_t i) {
        const Box box = upright(*line[i]);
        return (box.left + box.right) / 2;
    };
    for (std::size_t i = letters.first; i + 1 < letters.last; ++i) {
        if (std::find(letters.ends.begin(), letters.ends.end(), i + 1) != letters.ends.end()) continue;
        const double pitch = (middle(i + 1) - middle(i)) / line[i]->size;
        least = least == 0 ? pitch : std::min(least, pitch);
        most = std::max(most, pitch);
    }
    return most - least < letter_jitter;
}

// Where the words end among single characters `first` … `last` of a line; absent where the gaps do not tell.
std::optional<Letters> find_ends(const Line& line, std::size_t first, std::size_t last) {
    Letters letters{first, last, widest_letter_gap, {}};
    for (std::size_t i = first; i + 1 < last; ++i) letters.gap = std::min(letters.gap, gap_after(line, i));
    for (std::size_t i = first; i + 1 < last; ++i) {
        const double gap = gap_after(line, i);
        if (gap <= letters.gap + letter_jitter) continue;
        if (gap * letter_to_space < letters.gap + letter_jitter) return std::nullopt;
        letters.ends.push_back(i + 1);
    }
    letters.ends.push_back(last);
    return letters;
}

// The end of the single characters from `first` on that may be one text: no gap is wider than a space among them.
std::size_t end_of_letters(const Line& line, std::size_t first) {
    double letter_gap = widest_letter_gap;
    std::size_t last = first;
    for (; last < line.size() && is_single_character(*line[last]) && is_same_type(*line[first], *line[last]); ++last) {
        if (last == first) continue;
        const double gap = gap_after(line, last - 1);
        letter_gap = std::min(letter_gap, gap);
        if (gap > 2 * letter_gap + widest_set_space) break;
    }
    return last;
}

// The end of `word` in reading direction goes `points` further.
void widen(Word& word, double points) {
    double* const ends[] = {&word.box.right, &word.box.bottom, &word.box.left, &word.box.top};
    const double step = word.rotation < 2 ? points : -points;
    *ends[word.rotation] += step;
    if (!word.edges.empty()) word.edges.back() += step;
}

// Words of letters that are set apart. White that is theirs is none between words.
void join_letters(Line& line) {
    for (std::size_t first = 0; first < line.size(); ++first) {
        const std::size_t last = end_of_letters(line, first);
        if (last < first + 4) continue;
        const auto letters = find_ends(line, first, last);
        if (!letters || !are_words(line, *letters) || (letters->gap > cell_gap && are_in_cells(line, *letters))) {
            first = last - 1;
            continue;
        }
        // From the end, so that the places before stay.
        for (std::size_t k = letters->ends.size(); k-- > 0;) {
            const std::size_t begin = k == 0 ? first : letters->ends[k - 1];
            for (std::size_t i = letters->ends[k]; i-- > begin + 1;) absorb_next(line, i - 1);
            if (k + 1 < letters->ends.size()) widen(*line[begin], 2 * letters->gap * line[begin]->size);
        }
        first += letters->ends.size() - 1;
    }
}

// "Sin t", "Regen b oog": a gap that is no space beside gaps that are, and a piece that is no word by itself.
void join_split_word(Line& line) {
    const std::optional<double> space = space_of(line, line.size());
    if (!space) return;
    const double limit = std::min(letter_to_space * *space, least_space);
    std::vector<std::size_t> joins;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Word& left = *line[i];
        const Word& right = *line[i + 1];
        if (left.space_after && gap_after(line, i) < limit && is_same_type(left, right) &&
            (!has_vowel(left.text) || !has_vowel(right.text)) && u_isalpha(last_character(left.text)) &&
            u_islower(first_character(right.text)))
            joins.push_back(i);
    }
    for (std::size_t k = joins.size(); k-- > 0;) absorb_next(line, joins[k]);
}

bool is_raised(const Word& mark, const Word& base) {
    const double lift = upright(base).bottom - upright(mark).bottom;
    // Of two sizes on one line the smaller one's descenders end higher, by some 0.2 of the difference.
    const double least =
        0.2 * (base.size - mark.size) + base.size * (mark.size < raised_size * base.size ? least_rise : high_rise);
    return mark.size < large_raised_size * base.size && lift > least;
}

// The mark of a note before its text: "1", "*", "12)", "a", "iv".
bool is_note_mark(const Word& word) {
    return std::none_of(word.text.begin(), word.text.end(),
                        [](char c) { return u_isalpha(static_cast<unsigned char>(c)); }) ||
           characters_of(word.text) == 1 || roman_value(word.text) > 0;
}

// A mark stands behind a word ("1,2" may be several words) or, where nothing stands before it, in front of its note.
void mark_raised(const Line& row) {
    const Word* base = nullptr;
    for (std::size_t i = 0; i < row.size(); ++i) {
        Word& word = *row[i];
        const double before = base ? gap_between(*row[i - 1], word) / base->size : column_gap;
        const auto can_mark = [&word](const Word& other) {
            return characters_of(word.text) <= longest_mark && is_raised(word, other);
        };
        word.is_raised = (before < furthest_mark && can_mark(*base)) ||
                         (before >= column_gap && i + 1 < row.size() && is_note_mark(word) && can_mark(*row[i + 1]) &&
                          gap_between(word, *row[i + 1]) < furthest_note * row[i + 1]->size);
        if (!word.is_raised) base = &word;
    }
}

void repair_line(Line& line) {
    join_hyphen(line);
    join_split_word(line);
}

// Places in `word` where a leader starts or ends; in characters.
std::vector<std::size_t> leader_borders(const Word& word) {
    std::vector<std::size_t> borders;
    std::size_t character = 0;
    for (std::size_t at = 0; at < word.text.size() && borders.size() < 2 * leaders_in_word;) {
        std::size_t end = at;
        while (end < word.text.size() && word.text[end] == word.text[at]) ++end;
        if (is_leader(word.text[at]) && end - at >= leader_length) {
            if (character > 0 && (borders.empty() || borders.back() != character)) borders.push_back(character);
            if (end < word.text.size()) borders.push_back(character + (end - at));
        }
        character += characters_of(std::string_view(word.text).substr(at, end - at));
        at = end;
    }
    return borders;
}

}  // namespace

void cut_leaders(Page& page) {
    const std::size_t words = page.words.size();
    for (std::size_t i = 0; i < words; ++i) {
        const Word& word = page.words[i];
        if (word.text.size() > leader_length && word.edges.size() > leader_length + 1)
            cut_word(page, i, leader_borders(word));
    }
}

void repair_spacing(Page& page) {
    for (const Row& row : rows_of(page)) {
        Line line, all;
        for (const std::uint32_t index : row) all.push_back(&page.words[index]);
        join_letters(all);
        for (Word* word : all) {
            if (!line.empty() &&
                gap_between(*line.back(), *word) > column_gap * std::max(line.back()->size, word->size)) {
                repair_line(line);
                line.clear();
            }
            line.push_back(word);
        }
        repair_line(line);
        std::erase_if(all, [](const Word* word) { return word->text.empty(); });
        mark_raised(all);
    }
    std::erase_if(page.words, [](const Word& word) { return word.text.empty(); });
}

}  // namespace sop::pdf
