#include "ingest/pdf/hyphens.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "ingest/pdf/letters.h"
#include "ingest/pdf/line_ends.h"
#include "ingest/pdf/rows.h"
#include "ingest/word_list.h"

namespace sop::pdf {
namespace {

// Of a word that a compound may be made of; shorter ones are syllables too. In characters.
constexpr std::size_t least_part = 4;

constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::string_view hyphen = "\u2010";

// A printer that breaks words does so at one line in ten; at fewer than one in fifty, hyphens are the writer's own.
constexpr std::size_t lines_per_break = 50;

// Longer words are leaders and garbage; no dictionary has them.
constexpr std::size_t longest_word = 120;

std::string folded(std::string_view word) {
    std::string out;
    if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        out = word;
        for (char& c : out)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return out;
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&out);
    icu::CaseMap::utf8Fold(0, icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())), sink, nullptr,
                           status);
    return U_SUCCESS(status) ? out : std::string(word);
}

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& all, std::string_view word) {
    return std::find(all.begin(), all.end(), word) != all.end();
}

// A word after a hyphen that stands for the rest of a compound: "voor- en naschools".
constexpr std::array<std::string_view, 6> conjunctions{"en", "of", "en/of", "tot", "t/m", "respectievelijk"};
// Prefixes that Dutch writes with a hyphen. Not "ex" ("ex-pertise"), "pre" ("pre-ventie") and "zelf" ("zelf-standig"),
// which are broken off far more often than they are written so.
constexpr std::array<std::string_view, 4> hyphen_prefixes{"niet", "oud", "non", "semi"};
// Two vowels that would be read as one sound: compounds keep their hyphen there ("stage-uren").
constexpr std::array<std::string_view, 16> clashes{"aa", "ae", "ai", "au", "ee", "ei", "eu", "ie",
                                                   "ii", "oe", "oi", "oo", "ou", "ui", "uu", "ij"};

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool clashes_with(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty()) return false;
    const std::array<char, 2> pair{left.back(), right.front()};
    if (!is_one_of(clashes, std::string_view(pair.data(), pair.size()))) return false;
    // "offici-eel", "muse-um": endings after a vowel that no compound has.
    return !right.starts_with("eel") && right != "um" && right != "us";
}

bool is_web_address(std::string_view word) {
    return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
           word.find('@') != std::string_view::npos;
}

struct LineEnds {
    std::size_t all = 0;
    std::size_t broken = 0;   // with a hyphen where the document writes the word without it
    std::size_t unknown = 0;  // with a hyphen in a word that stands nowhere else
};

void count_line_end(LineEnds& ends, std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    ++ends.all;
    if (left.size() < 2 || left.back() != '-' || !is_small(first_character(right))) return;
    const std::string stem = folded(bare(left)), next = folded(bare(right));
    if (!is_small(last_character(stem)) || is_one_of(conjunctions, next)) return;
    if (vocabulary.has(stem + next))
        ++ends.broken;
    else if (!vocabulary.has(stem + '-' + next))
        ++ends.unknown;
}

// What the word list says of two parts in small letters; absent where it knows the word neither with a hyphen nor
// without.
std::optional<LineEnd> ask_word_list(const std::string& stem, const std::string& next, const Vocabulary& vocabulary) {
    const std::optional<bool> is_one = vocabulary.is_dutch(stem + next);
    if (!is_one) return std::nullopt;
    if (*is_one) return LineEnd::hyphen_gone;
    if (vocabulary.is_dutch(stem + '-' + next).value()) return LineEnd::joined;
    // Two words that no Dutch compound is made of without a hyphen: "time-timer".
    const bool are_words = characters_of(stem) >= least_part && characters_of(next) >= least_part &&
                           vocabulary.is_dutch(stem).value() && vocabulary.is_dutch(next).value();
    return are_words ? std::optional(LineEnd::joined) : std::nullopt;
}

// `left` ends in "-" and is no address; both are as the file has them, `left` without its hyphen.
LineEnd judge_hyphen(std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    const char32_t before = last_character(left), after = first_character(right);
    if (!is_letter(before) && !is_digit(before)) return LineEnd::space;  // a dash
    const std::string next = folded(bare(right));
    if (is_one_of(conjunctions, folded(right)) || is_one_of(conjunctions, next)) return LineEnd::space;
    if (!is_letter(after) && !is_digit(after)) return LineEnd::space;

    const std::string stem = folded(bare(left));
    if (stem.size() + next.size() <= longest_word) {
        if (vocabulary.has(stem + next)) return LineEnd::hyphen_gone;
        if (vocabulary.has(stem + '-' + next)) return LineEnd::joined;
    }
    if (is_digit(before) || is_digit(after) || is_capital(before) || is_capital(after)) return LineEnd::joined;
    if (const auto end = ask_word_list(stem, next, vocabulary)) return *end;
    if (!vocabulary.is_hyphenated()) return LineEnd::joined;
    const std::string_view piece = std::string_view(stem).substr(stem.rfind('-') + 1);
    if (characters_of(piece) == 1) return LineEnd::joined;  // "e-portfolio"
    if (is_one_of(hyphen_prefixes, piece) && next != "ste" && next != "sten") return LineEnd::joined;
    const bool has_vowel = std::any_of(
        piece.begin(), piece.end(), [](char c) { return is_vowel(c) || (static_cast<unsigned char>(c) & 0x80) != 0; });
    if (!has_vowel) return LineEnd::joined;  // an abbreviation: "gz-psycholoog"
    // "ib-er": a syllable takes a consonant along.
    if ((next == "er" || next == "ers") && !is_vowel(piece.back())) return LineEnd::joined;
    return clashes_with(piece, next) ? LineEnd::joined : LineEnd::hyphen_gone;
}

}  // namespace

Vocabulary::Vocabulary(const std::vector<Page>& pages, bool uses_word_list) : uses_word_list_(uses_word_list) {
    for (const Page& page : pages)
        for (const Word& word : page.words)
            if (const std::string_view text = bare(word.text); !text.empty() && text.size() <= longest_word)
                ++words_[folded(text)];
}

std::optional<bool> Vocabulary::is_dutch(std::string_view word) const {
    const WordList* const list = uses_word_list_ ? WordList::dutch() : nullptr;
    return list ? std::optional(list->has(word)) : std::nullopt;
}

void Vocabulary::read_line_ends(const std::vector<Item>& items, const std::vector<Page>& pages) {
    LineEnds ends;
    for_each_line_end(items, [&](const Line& left, const Line& right) {
        count_line_end(ends, pages[static_cast<std::size_t>(left.page)].words[left.words.back()].text,
                       pages[static_cast<std::size_t>(right.page)].words[right.words.front()].text, *this);
    });
    is_hyphenated_ = ends.broken > 0 || ends.unknown * lines_per_break > ends.all;
}

std::string_view without_hyphen(std::string_view word) {
    for (const std::string_view end : {soft_hyphen, hyphen, std::string_view("-")})
        if (word.ends_with(end)) return word.substr(0, word.size() - end.size());
    return word;
}

bool is_cut_word(std::string_view left, std::string_view right, bool is_alone, const Vocabulary& vocabulary) {
    const std::string stem = folded(bare(left)), next = folded(bare(right));
    if (stem.size() + next.size() > longest_word) return false;
    if (vocabulary.has(stem + next)) return true;
    if (!vocabulary.is_dutch(stem + next).value_or(false)) return false;
    return is_alone || !vocabulary.is_dutch(stem).value() || !vocabulary.is_dutch(next).value();
}

LineEnd line_end(std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    if (left.empty() || right.empty()) return LineEnd::space;
    if (left.ends_with(soft_hyphen)) return LineEnd::hyphen_gone;
    if (left.ends_with(hyphen) && left.size() > hyphen.size()) return LineEnd::hyphen_gone;
    const char last = left.back(), first = right.front();
    if (is_web_address(left) &&
        (last == '/' || last == '@' || last == '_' || last == '-' || last == '=' ||
         (last == '.' && (is_small(first_character(right)) || is_digit(first_character(right))))))
        return LineEnd::joined;
    if (first == '@' || (last == '_' && is_web_address(right))) return LineEnd::joined;
    if (is_web_address(left) && right.size() > 1 && (first == '/' || first == '.')) return LineEnd::joined;
    if (last == '-' && left.size() > 1) return judge_hyphen(left.substr(0, left.size() - 1), right, vocabulary);
    // "en/|of": text is broken after a slash.
    if (last == '/' && left.size() > 1) return LineEnd::joined;
    const bool is_range = left.ends_with("–") && is_digit(last_character(left.substr(0, left.size() - 3)));
    return is_range && is_digit(first_character(right)) ? LineEnd::joined : LineEnd::space;
}

}  // namespace sop::pdf
