#include "normalize/privacy.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include "extract/fold.h"
#include "ingest/text.h"
#include "normalize/numbers.h"
#include "normalize/person_words.h"
#include "normalize/text.h"

namespace sop {
namespace {

// A name in running text has no more words than these.
constexpr int max_name_words = 6;
// Fewer pupils than these may be known by name (the rule of thumb of DUO and CBS).
constexpr int small_count = 5;
// Bytes before a number in which a word for BSN makes it one.
constexpr std::size_t bsn_context = 80;

constexpr std::array<std::string_view, 5> bsn_words{"bsn", "burgerservicenummer", "sofi", "persoonsgebonden nummer",
                                                    "pgn"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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
            if (is_space(text[at])) {
                ++at;
                continue;
            }
            const std::size_t end = word_end(text, at);
            const std::string_view word = text.substr(at, end - at);
            if (is_digit(word.front()))
                at = std::max(end, scan_number(text, at));
            else
                at = scan_word(text, word, end);
        }
    }

private:
    static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
    static std::size_t word_end(std::string_view text, std::size_t at) {
        while (at < text.size() && !is_space(text[at])) ++at;
        return at;
    }

    std::size_t scan_word(std::string_view text, std::string_view word, std::size_t end) {
        if (word.ends_with(':')) word.remove_suffix(1);
        if (may_be_title(word) && is_title(word)) return scan_name(text, end, false);
        if (may_be_role(word) && is_function(word, false)) return scan_name(text, end, true);
        return end;
    }

    // First letters of a title, and last ones of a role: most words of a text have neither, and a look-up costs more.
    static bool may_be_title(std::string_view word) {
        constexpr std::size_t longest = 9;
        return word.size() > 1 && word.size() <= longest &&
               std::string_view("mdhijpbMDHIJPB").find(word[0]) != std::string_view::npos &&
               std::string_view("weherjnucW").find(word[1]) != std::string_view::npos;
    }
    static bool may_be_role(std::string_view word) {
        constexpr std::size_t shortest = 4;
        if (word.size() < shortest) return false;
        const std::string_view end = word.substr(word.size() - 2);
        return end == "er" || end == "ur" || end == "or" || end == "og" || end == "st" || end == "ce";
    }

    // A name behind a title; behind a role at least two words, because "directeur Onderwijs" is none.
    std::size_t scan_name(std::string_view text, std::size_t at, bool is_role) {
        std::size_t begin = 0, name_end = 0;
        int capitals = 0;
        for (int words = 0; words < max_name_words && at < text.size() && text[at] == ' '; ++words) {
            const std::size_t from = at + 1;
            const std::size_t end = word_end(text, from);
            // A comma ends a name; so does a full stop behind more than initials.
            std::string_view word = text.substr(from, end - from);
            word = word.substr(0, word.find_first_of(",;:()/!?"));
            bool is_last = word.size() < end - from;
            const bool is_more_title = words == 0 && is_title(word);
            if (!is_more_title && word.size() > 3 && word.find('.') == word.size() - 1) {
                word.remove_suffix(1);
                is_last = true;
            }
            const bool is_capital = !is_more_title && starts_upper(word);
            if (!is_capital && !is_more_title && !is_particle(word)) break;
            if (begin == 0 && !is_more_title) begin = from;
            if (is_capital) {
                ++capitals;
                name_end = from + word.size();
            }
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
    constexpr int widest_span = 64;
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
            const auto width = static_cast<std::size_t>(std::clamp(cell.kolomspan, 1, widest_span));
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
