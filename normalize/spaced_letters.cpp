// Words whose letters stand apart, as headings are set: "I N S P E C T I E".
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/word_list.h"
#include "normalize/dutch.h"

namespace sop {
namespace {

// Fewer letters may be initials, and marks in a row of a table.
constexpr std::size_t least_letters = 4;
// More are no heading; the time to part them grows with its square.
constexpr std::size_t most_letters = 80;
constexpr std::size_t least_word = 3, longest_word = 30;
// Words that are shorter and stand in headings; the list has many more, "AB" and "NV" among them.
constexpr std::array<std::string_view, 14> small_words{"al", "de", "en", "er", "in", "is", "je",
                                                       "na", "of", "om", "op", "te", "we", "ze"};
constexpr std::string_view spaces = " \t\r\f\v";

bool is_space(char c) { return spaces.find(c) != std::string_view::npos; }

struct Letter {
    std::size_t begin = 0, end = 0;  // in the text
    bool is_capital = false;
    bool starts_word = false;  // more than a space stands before it
};

// The letter at `at` that stands between spaces or the ends of the text; size 0 where there is none.
Letter lone_letter(std::string_view text, std::size_t at) {
    Letter letter{at, at, false, false};
    if (at > 0 && !is_space(text[at - 1]) && text[at - 1] != '\n') return letter;
    UChar32 code = 0;
    std::size_t end = at;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), end, text.size(), code);
    if (code < 0 || !u_isalpha(code) || (end < text.size() && !is_space(text[end]) && text[end] != '\n')) return letter;
    letter.end = end;
    letter.is_capital = u_isupper(code) != 0;
    return letter;
}

// The letters in a row from `at` on: all capitals, or small ones behind the first.
std::vector<Letter> letters_from(std::string_view text, std::size_t at) {
    std::vector<Letter> letters;
    bool starts_word = false;
    while (at < text.size() && letters.size() <= most_letters) {
        Letter letter = lone_letter(text, at);
        if (letter.end == letter.begin) break;
        if (letters.size() > 1 && letter.is_capital != letters[1].is_capital) break;
        if (letters.size() == 1 && letter.is_capital && !letters[0].is_capital) break;
        letter.starts_word = starts_word;
        letters.push_back(letter);
        for (at = letter.end; at < text.size() && is_space(text[at]);) ++at;
        starts_word = text.substr(letter.end, at - letter.end) != " ";
        if (at == letter.end) break;
    }
    return letters;
}

std::string small(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        UChar32 code = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), code);
        std::uint8_t bytes[U8_MAX_LENGTH];
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, u_tolower(code < 0 ? 0xFFFD : code));
        out.append(reinterpret_cast<const char*>(bytes), size);
    }
    return out;
}

bool is_word(const std::string& word, std::size_t letters, const WordList& list) {
    if (letters < least_word) return std::find(small_words.begin(), small_words.end(), word) != small_words.end();
    return list.has(word);
}

// Where each word of the letters ends, the fewest words that the list has; empty where it has not all.
std::vector<std::size_t> part(const std::vector<std::string>& letters, const WordList& list) {
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> words(letters.size() + 1, none), from(letters.size() + 1, 0);
    words[0] = 0;
    for (std::size_t begin = 0; begin < letters.size(); ++begin) {
        if (words[begin] == none) continue;
        std::string word;
        for (std::size_t end = begin + 1; end <= letters.size() && end - begin <= longest_word; ++end) {
            word += letters[end - 1];
            if (words[begin] + 1 >= words[end] || !is_word(word, end - begin, list)) continue;
            words[end] = words[begin] + 1;
            from[end] = begin;
        }
    }
    std::vector<std::size_t> ends;
    if (words.back() == none) return ends;
    for (std::size_t end = letters.size(); end > 0; end = from[end]) ends.insert(ends.begin(), end);
    return ends;
}

// `letters` as words; "" where the list does not know them.
std::string words_of(std::string_view text, const std::vector<Letter>& letters, bool keeps_gaps, const WordList& list) {
    std::string out;
    for (std::size_t begin = 0; begin < letters.size();) {
        std::size_t end = begin + 1;
        while (end < letters.size() && !(keeps_gaps && letters[end].starts_word)) ++end;
        std::vector<std::string> shown, folded;
        for (std::size_t i = begin; i < end; ++i) {
            shown.emplace_back(text.substr(letters[i].begin, letters[i].end - letters[i].begin));
            folded.push_back(small(shown.back()));
        }
        const std::vector<std::size_t> ends = part(folded, list);
        if (ends.empty()) return {};
        std::size_t at = 0;
        for (const std::size_t word_end : ends) {
            if (!out.empty()) out += ' ';
            for (; at < word_end; ++at) out += shown[at];
        }
        begin = end;
    }
    return out;
}

}  // namespace

bool has_lone_letters(std::string_view text) {
    std::size_t lone = 0, begin = 0;  // lone letters in a row; of the word before
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && (text[at] > ' ' || static_cast<unsigned char>(text[at]) >= 0x80)) continue;
        const std::size_t size = at - begin;
        const bool is_wide = size > 1 && size <= U8_MAX_LENGTH && static_cast<unsigned char>(text[begin]) >= 0x80;
        if (size == 1 || is_wide) {
            if (++lone == least_letters) return true;
        } else if (size > 0) {
            lone = 0;
        }
        begin = at + 1;
    }
    return false;
}

std::string join_spaced_letters(std::string_view text) {
    if (!has_lone_letters(text)) return std::string(text);
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::vector<Letter> letters = letters_from(text, at);
        if (letters.size() < least_letters || letters.size() > most_letters) {
            const std::size_t space = text.find_first_of(" \t\r\f\v\n", letters.empty() ? at : letters.back().end);
            at = space == std::string_view::npos ? text.size() : space + 1;
            continue;
        }
        const WordList* const list = WordList::dutch();
        if (!list) return std::string(text);
        std::string words = words_of(text, letters, true, *list);
        if (words.empty()) words = words_of(text, letters, false, *list);
        if (!words.empty()) {
            out.append(text, copied, letters.front().begin - copied);
            out += words;
            copied = letters.back().end;
        }
        at = letters.back().end;
    }
    if (copied == 0) return std::string(text);
    out.append(text, copied);
    return out;
}

}  // namespace sop
