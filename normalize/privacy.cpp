#include "normalize/privacy.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "extract/fold.h"
#include "ingest/text.h"
#include "normalize/numbers.h"
#include "normalize/text.h"

namespace sop {
namespace {

// A name in running text has no more words than these.
constexpr int max_name_words = 6;
// Fewer pupils than these may be known by name (the rule of thumb of DUO and CBS).
constexpr int small_count = 5;
// Bytes before a number in which a word for BSN makes it one.
constexpr std::size_t bsn_context = 80;

constexpr std::array<std::string_view, 9> honorifics{"mw",   "mevr", "mevrouw",  "mej",   "dhr",
                                                     "heer", "juf",  "juffrouw", "meneer"};
// Ends of words that say what somebody does; "IB'er" and its likes.
constexpr std::array<std::string_view, 11> roles{"directeur",   "directrice",  "begeleider", "begeleidster",
                                                 "coordinator", "coördinator", "pedagoog",   "ib'er",
                                                 "ib’er",       "ib-er",       "specialist"};
constexpr std::array<std::string_view, 15> particles{"van", "de",  "der", "den", "ten", "ter", "te", "'t",
                                                     "’t",  "von", "el",  "al",  "la",  "di",  "op"};
constexpr std::array<std::string_view, 5> bsn_words{"bsn", "burgerservicenummer", "sofi", "persoonsgebonden nummer",
                                                    "pgn"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

template <class Words>
bool has(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string small(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// Names that were seen; the last words of a name are the same person.
class Names {
public:
    void add(std::string_view name) {
        const std::string folded = fold(name);
        if (folded.empty() || !seen_.insert(folded).second) return;
        ++count_;
        for (auto at = folded.find(' '); at != std::string::npos; at = folded.find(' ', at + 1))
            seen_.insert(folded.substr(at + 1));
    }
    int count() const { return count_; }

private:
    std::unordered_set<std::string> seen_;
    int count_ = 0;
};

class TextScan {
public:
    TextScan(Names& names, Privacy& privacy) : names_(names), privacy_(privacy) {}

    void scan(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            at = text.find_first_not_of(white_space, at);
            if (at == std::string_view::npos) break;
            const std::size_t end = std::min(text.find_first_of(white_space, at), text.size());
            const std::string_view word = text.substr(at, end - at);
            if (is_digit(word.front()))
                at = std::max(end, scan_number(text, at));
            else
                at = scan_word(text, word, end);
        }
    }

private:
    static constexpr std::string_view white_space = " \n\t";

    std::size_t scan_word(std::string_view text, std::string_view word, std::size_t end) {
        // The last letters of the words below; most words end here.
        constexpr std::string_view last_letters = "wrRgtje.:W";
        constexpr std::size_t longest = 32;
        if (last_letters.find(word.back()) == std::string_view::npos || word.size() > longest) return end;
        std::string role = small(word);
        while (!role.empty() && (role.back() == '.' || role.back() == ':')) role.pop_back();
        const bool is_honorific = has(honorifics, role);
        const bool is_role = !is_honorific && std::any_of(roles.begin(), roles.end(), [&](std::string_view ending) {
            return role.ends_with(ending);
        });
        return is_honorific || is_role ? scan_name(text, end, is_role) : end;
    }

    // A name behind an honorific; behind a role at least two words, because "directeur Onderwijs" is none.
    std::size_t scan_name(std::string_view text, std::size_t at, bool is_role) {
        std::size_t begin = std::string_view::npos, name_end = at;
        int capitals = 0;
        for (int words = 0; words < max_name_words; ++words) {
            if (at >= text.size() || text[at] != ' ') break;
            const std::size_t from = at + 1;
            const std::size_t end = std::min(text.find_first_of(white_space, from), text.size());
            std::string_view word = text.substr(from, end - from);
            // A comma ends a name; so does a full stop behind more than initials.
            const std::size_t letters = std::min(word.find_first_of(",;:()/!?"), word.size());
            bool is_last = letters < word.size();
            word = word.substr(0, letters);
            const bool is_title = words == 0 && (word == "drs." || word == "dr." || word == "ir.");
            if (!is_title && word.ends_with('.') && word.size() > 3 && word.find('.') == word.size() - 1) {
                word.remove_suffix(1);
                is_last = true;
            }
            if (starts_upper(word))
                ++capitals;
            else if (!has(particles, word) && !is_title)
                break;
            if (begin == std::string_view::npos && !is_title) begin = from;
            if (starts_upper(word)) name_end = from + word.size();
            at = end;
            if (is_last) break;
        }
        if (capitals > (is_role ? 1 : 0)) names_.add(text.substr(begin, name_end - begin));
        return at;
    }

    // Digits in groups ("1234.56.782"); returns where they end.
    std::size_t scan_number(std::string_view text, std::size_t begin) {
        std::string digits;
        std::size_t at = begin, end = begin;
        while (at < text.size() && digits.size() <= 9) {
            if (is_digit(text[at])) {
                digits += text[at++];
                end = at;
            } else if ((text[at] == '.' || text[at] == ' ' || text[at] == '-') && at == end) {
                ++at;
            } else {
                break;
            }
        }
        if (!is_possible_bsn(digits)) return end;
        const std::size_t from = begin > bsn_context ? begin - bsn_context : 0;
        const std::string before = small(text.substr(from, begin - from));
        for (const std::string_view word : bsn_words) {
            if (before.find(word) == std::string::npos) continue;
            ++privacy_.bsn_mogelijk;
            break;
        }
        return end;
    }

    Names& names_;
    Privacy& privacy_;
};

bool counts_pupils(std::string_view heading) {
    constexpr std::size_t longest = 120;
    if (heading.empty() || heading.size() > longest) return false;
    const std::string folded = fold(heading);
    return contains_words(folded, "aantal") && (contains_words(folded, "leerlingen") || contains_words(folded, "lln") ||
                                                contains_words(folded, "kinderen"));
}

// Rows with a small number below a heading that counts pupils.
int count_small_rows(const Tabel& table) {
    constexpr std::size_t header_rows = 2;
    std::vector<int> covered;   // rows that a cell above goes on, by column
    std::vector<bool> counted;  // the column's heading counts pupils
    int rows = 0;
    for (std::size_t row = 0; row < table.rijen.size(); ++row) {
        std::size_t column = 0;
        bool is_small = false;
        const auto skip_covered = [&] {
            while (column < covered.size() && covered[column] > 0) --covered[column++];
        };
        for (const TabelCel& cell : table.rijen[row]) {
            skip_covered();
            const auto width = static_cast<std::size_t>(cell.kolomspan);
            if (covered.size() < column + width) {
                covered.resize(column + width);
                counted.resize(column + width);
            }
            if (row < header_rows && counts_pupils(cell.tekst)) {
                for (std::size_t i = 0; i < width; ++i) counted[column + i] = true;
            } else if (counted[column]) {
                const auto count = parse_pupil_count(cell.tekst);
                is_small = is_small || (count && *count < small_count);
            }
            for (std::size_t i = 0; i < width; ++i) covered[column++] = cell.rijspan - 1;
        }
        skip_covered();
        rows += is_small;
    }
    return rows;
}

int count_small_rows(const std::vector<Blok>& blocks) {
    int rows = 0;
    for (const Blok& block : blocks)
        if (const auto* table = std::get_if<Tabel>(&block)) rows += count_small_rows(*table);
    return rows;
}

}  // namespace

bool is_possible_bsn(std::string_view digits) {
    constexpr std::size_t full = 9;
    if (digits.size() != full && digits.size() != full - 1) return false;
    if (digits.find_first_not_of(digits.front()) == std::string_view::npos) return false;
    int sum = 0;
    int weight = static_cast<int>(digits.size());
    for (const char c : digits) {
        sum += (weight == 1 ? -1 : weight) * (c - '0');
        --weight;
    }
    return sum % 11 == 0;
}

Privacy count_personal_data(const SopRecord& record, std::string_view front) {
    Privacy privacy;
    Names names;
    for (const auto* persons : {&record.contact.directie, &record.contact.interne_begeleiding})
        for (const Persoon& person : *persons) names.add(person.naam);
    TextScan scan(names, privacy);
    scan.scan(front);
    privacy.kleine_aantallen = count_small_rows(record.voorwerk);
    for (const Sectie& section : record.secties) {
        scan.scan(section.tekst);
        privacy.kleine_aantallen += count_small_rows(section.blokken);
    }
    privacy.persoonsnamen = names.count();
    return privacy;
}

}  // namespace sop
