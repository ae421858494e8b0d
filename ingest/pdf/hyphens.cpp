#include "ingest/pdf/hyphens.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "ingest/pdf/addresses.h"
#include "ingest/pdf/hyphen_forms.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/line_ends.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// Of a word that a compound may be made of; shorter ones are syllables too. In characters.
constexpr std::size_t least_part = 4;
constexpr std::size_t longest_abbreviation = 4;

constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::string_view hyphen = "\u2010";

// A printer that breaks words does so at one line in ten; at fewer than one in fifty, hyphens are the writer's own.
constexpr std::size_t lines_per_break = 50;
// In a document of few lines one word of the writer's own with a hyphen is no evidence.
constexpr std::size_t least_breaks = 3;

// The end of a compound by which one is known that no list has; shorter words end many others. In bytes.
constexpr std::size_t least_end = 5;

// Of a word that was cut, in characters; shorter ones are abbreviations too.
constexpr std::size_t least_half = 6;

// Stand at no line's start by themselves.
constexpr std::string_view closing = ",.;:!?)";

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

struct LineEnds {
    std::size_t all = 0;
    std::size_t broken = 0;   // with a hyphen where the document writes the word without it
    std::size_t unknown = 0;  // with a hyphen in a word that stands nowhere else
};

void count_line_end(LineEnds& ends, std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    ++ends.all;
    if (left.size() < 2 || left.back() != '-' || !is_small(first_character(right))) return;
    const std::string stem = folded(bare(left)), next = folded(bare(right));
    if (!is_small(last_character(stem)) || is_conjunction(next)) return;
    if (vocabulary.has(stem + next))
        ++ends.broken;
    else if (!vocabulary.has(stem + '-' + next))
        ++ends.unknown;
}

std::optional<LineEnd> by_frequency(int gone, int joined, int trema) {
    if (gone == 0 && joined == 0 && trema == 0) return std::nullopt;
    if (trema > gone && trema > joined) return LineEnd::trema_back;
    return joined > gone ? LineEnd::joined : LineEnd::hyphen_gone;
}

// How the document writes the word elsewhere, most often.
std::optional<LineEnd> ask_document(const std::string& stem, const std::string& next, const Vocabulary& vocabulary) {
    const std::string trema = is_vowel(stem.back()) ? with_trema(next) : next;
    return by_frequency(vocabulary.count(stem + next), vocabulary.count(stem + '-' + next),
                        trema == next ? 0 : vocabulary.count(stem + trema));
}

// What the word list says of two parts in small letters; absent where it knows the word neither with a hyphen nor
// without.
std::optional<LineEnd> ask_word_list(const std::string& stem, const std::string& next, const Vocabulary& vocabulary) {
    const std::optional<Known> whole = vocabulary.find_dutch(stem + next);
    if (!whole) return std::nullopt;
    const auto is_word = [&](const std::string& part) {
        return characters_of(part) >= least_part && vocabulary.find_dutch(part) != Known::no;
    };
    const Known hyphened = vocabulary.find_dutch(stem + '-' + next).value();
    if (hyphened == Known::listed) return LineEnd::joined;
    if (*whole == Known::listed) return LineEnd::hyphen_gone;
    if (*whole == Known::compound) {
        // A writer's hyphen between two words is as likely meant as not.
        const bool is_writers = !vocabulary.is_often_hyphenated() && is_word(stem) && is_word(next);
        return is_writers ? LineEnd::joined : LineEnd::hyphen_gone;
    }
    if (hyphened != Known::no) return LineEnd::joined;
    if (is_vowel(stem.back()))
        if (const std::string trema = with_trema(next);
            trema != next && vocabulary.find_dutch(stem + trema) != Known::no)
            return LineEnd::trema_back;
    // Two words that no Dutch compound is made of without a hyphen: "time-timer". An abbreviation in small letters:
    // "tlv-aanvraag".
    if (!is_word(next)) return std::nullopt;
    const bool is_short = characters_of(stem) <= longest_abbreviation && !is_prefix(stem);
    return is_short || is_word(stem) ? std::optional(LineEnd::joined) : std::nullopt;
}

// "ONDER-|WIJS", not "SBO-|SCHOOL".
bool is_only_whole(const std::string& stem, const std::string& next, const Vocabulary& vocabulary) {
    return !needs_hyphen(stem, next) && vocabulary.find_dutch(stem + next).value_or(Known::no) != Known::no &&
           vocabulary.find_dutch(stem + '-' + next) == Known::no;
}

// Behind a word with a capital that no list has: "Jansen-|de Boer", "Snappet-|tablet".
bool is_of_name(const std::string& stem, const std::string& next, const Vocabulary& vocabulary) {
    constexpr std::array<std::string_view, 6> particles{"de", "van", "der", "den", "ter", "ten"};
    if (std::find(particles.begin(), particles.end(), next) != particles.end()) return true;
    return vocabulary.find_dutch(stem) == Known::no && vocabulary.find_dutch(next) == Known::listed;
}

bool is_closing(char32_t c) { return c == U'”' || c == U'’' || c == U'"' || c == U'\'' || c == U'»' || c == U')'; }

// `left` ends in "-" and is no address; both are as the file has them, `left` without its hyphen.
LineEnd judge_hyphen(std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    const char32_t before = last_character(left), after = first_character(right);
    if (is_closing(before) && is_small(after)) return LineEnd::joined;   // "“nu-straks”-|kaart"
    if (!is_letter(before) && !is_digit(before)) return LineEnd::space;  // a dash
    const std::string next = folded(bare(right)), stem = folded(bare(left));
    const bool is_long = stem.size() + next.size() > longest_word;
    const bool is_suspended = is_conjunction(folded(right)) || is_conjunction(next);
    // "categorie-|en": the plural in a document that has it.
    if (is_suspended && !(is_vowel(stem.back()) && !is_long && vocabulary.has(stem + with_trema(next))))
        return LineEnd::space;
    if (!is_letter(after) && !is_digit(after)) return LineEnd::space;
    if (!is_long)
        if (const auto end = ask_document(stem, next, vocabulary)) return *end;
    const bool is_in_capitals = is_capital(before) && is_capital(after) && is_capital(last_character(bare(right)));
    if (is_in_capitals && is_only_whole(stem, next, vocabulary)) return LineEnd::hyphen_gone;
    if (is_digit(before) || is_digit(after) || is_capital(before) || is_capital(after)) return LineEnd::joined;
    if (needs_hyphen(stem, next)) return LineEnd::joined;
    if (const auto end = ask_word_list(stem, next, vocabulary)) return *end;
    if (is_rare_conjunction(next)) return LineEnd::space;
    if (is_capital(first_character(bare(left))) && is_of_name(stem, next, vocabulary)) return LineEnd::joined;
    if (!vocabulary.is_hyphenated()) return LineEnd::joined;
    return may_be_broken(stem, next) ? LineEnd::hyphen_gone : LineEnd::joined;
}

}  // namespace

Vocabulary::Vocabulary(const std::vector<Page>& pages, bool uses_word_list) : uses_word_list_(uses_word_list) {
    for (const Page& page : pages)
        for (const Word& word : page.words)
            if (const std::string_view text = bare(word.text); !text.empty() && text.size() <= longest_word)
                ++words_[folded(text)];
}

int Vocabulary::count(std::string_view word) const {
    const auto found = words_.find(std::string(word));
    return found == words_.end() ? 0 : found->second;
}

std::optional<Known> Vocabulary::find_dutch(std::string_view word) const {
    const WordList* const list = uses_word_list_ ? WordList::dutch() : nullptr;
    return list ? std::optional(list->find(word)) : std::nullopt;
}

void Vocabulary::read_line_ends(const std::vector<Item>& items, const std::vector<Page>& pages) {
    LineEnds ends;
    for_each_line_end(items, [&](const Line& left, const Line& right) {
        count_line_end(ends, pages[static_cast<std::size_t>(left.page)].words[left.words.back()].text,
                       pages[static_cast<std::size_t>(right.page)].words[right.words.front()].text, *this);
    });
    is_hyphenated_ = ends.broken > 0 || ends.unknown * lines_per_break > ends.all;
    is_often_hyphenated_ = ends.broken > 0 || (is_hyphenated_ && ends.unknown >= least_breaks);
}

std::string_view without_hyphen(std::string_view word) {
    for (const std::string_view end : {soft_hyphen, hyphen, std::string_view("-")})
        if (word.ends_with(end)) return word.substr(0, word.size() - end.size());
    return word;
}

bool may_be_conjunction(std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    return is_conjunction(folded(bare(right))) &&
           vocabulary.find_dutch(folded(bare(left))).value_or(Known::no) != Known::no;
}

bool is_cut_word(std::string_view left, std::string_view right, bool has_no_room, const Vocabulary& vocabulary) {
    const std::string stem = folded(bare(left)), next = folded(bare(right));
    if (stem.size() + next.size() > longest_word) return false;
    if (vocabulary.has(stem + next)) return true;
    if (vocabulary.find_dutch(stem + next).value_or(Known::no) == Known::no) return false;
    return has_no_room || vocabulary.find_dutch(stem) == Known::no || vocabulary.find_dutch(next) == Known::no;
}

// "dyscalculieproto|col": a word that is listed, "protocol", begins before the cut and ends with the whole.
bool ends_in_cut_word(const std::string& stem, const std::string& next, const Vocabulary& vocabulary) {
    for (std::size_t at = 1; at + 1 < stem.size(); ++at) {
        if (stem.size() + next.size() - at < least_end) return false;
        if ((static_cast<unsigned char>(stem[at]) & 0xC0) == 0x80) continue;  // within a character
        if (vocabulary.find_dutch(stem.substr(at) + next) == Known::listed) return true;
    }
    return false;
}

bool is_cut_unknown(std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    const std::string stem = folded(bare(left)), next = folded(bare(right));
    if (stem.size() + next.size() > longest_word) return false;
    if (!is_letter(last_character(left)) || !is_small(first_character(right))) return false;
    if (vocabulary.find_dutch(stem) != Known::no) return false;
    if (next.size() == 1) return next != "u";
    return vocabulary.find_dutch(next) == Known::no || ends_in_cut_word(stem, next, vocabulary);
}

bool is_cut_half(std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    if (!is_small(last_character(left)) || !is_small(first_character(right))) return false;
    const std::string stem = folded(left), next = folded(bare(right));
    if (characters_of(stem) < least_half || stem.size() + next.size() > longest_word) return false;
    const bool is_no_word = (next.size() == 1 && next != "u") || vocabulary.find_dutch(next) == Known::no;
    return (is_no_word || vocabulary.find_dutch(stem) == Known::no) &&
           vocabulary.find_dutch(stem + next).value_or(Known::no) != Known::no;
}

// "wa-|school@…", "begelei-|der@…": printers break addresses at their own hyphens, and hyphenate their names like
// words.
LineEnd judge_address(std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    const std::string stem = folded(bare(left)), name = folded(right.substr(0, right.find('@')));
    if (stem.size() + right.size() > longest_word) return LineEnd::joined;
    const std::string address = folded(bare(right));
    if (vocabulary.has(stem + '-' + address)) return LineEnd::joined;
    const bool is_word = vocabulary.has(stem + address) || vocabulary.find_dutch(stem + name) == Known::listed;
    return is_word ? LineEnd::hyphen_gone : LineEnd::joined;
}

LineEnd line_end(std::string_view left, std::string_view right, const Vocabulary& vocabulary) {
    if (left.empty() || right.empty()) return LineEnd::space;
    if (left.ends_with(soft_hyphen)) return LineEnd::hyphen_gone;
    if (left.ends_with(hyphen) && left.size() > hyphen.size()) return LineEnd::hyphen_gone;
    const char last = left.back(), first = right.front();
    if (left.ends_with('-') && right.starts_with('>')) return LineEnd::joined;  // an arrow
    if (is_address(left) && (last == '/' || last == '@' || last == '_' || last == '-' || last == '=' ||
                             (last == '.' && (is_small(first_character(right)) || is_digit(first_character(right))))))
        return LineEnd::joined;
    if (right.size() == 1 && closing.find(first) != std::string_view::npos) return LineEnd::joined;
    if (first == '@' || (last == '_' && is_address(right))) return LineEnd::joined;
    if (is_address(left) && right.size() > 1 && (first == '/' || first == '.')) return LineEnd::joined;
    if (last == '-' && is_name(left.substr(0, left.size() - 1)) && is_mail_address(right))
        return judge_address(left.substr(0, left.size() - 1), right, vocabulary);
    if (last == '-' && left.size() > 1) return judge_hyphen(left.substr(0, left.size() - 1), right, vocabulary);
    // "en/|of": text is broken after a slash.
    if (last == '/' && left.size() > 1) return LineEnd::joined;
    const bool is_range = left.ends_with("–") && is_digit(last_character(left.substr(0, left.size() - 3)));
    return is_range && is_digit(first_character(right)) ? LineEnd::joined : LineEnd::space;
}

}  // namespace sop::pdf
