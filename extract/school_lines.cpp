#include "extract/school_lines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/paragraph_text.h"
#include "extract/patterns.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::size_t address_bytes = 160, street_bytes = 80;
// Lines above an address that may say whose it is.
constexpr std::size_t lines_above = 3;
// A school is introduced where its text begins.
constexpr std::size_t first_lines = 15;
constexpr std::size_t name_words = 6, kind_words = 6;

// Whether the words are another body's: the board's, the municipality's.
bool is_of_other(const Words& words) {
    return has_word(default_vocabulary().board_words, words) || has_word(default_vocabulary().other_words, words);
}

// Whether a word starts with a capital, or with a letter that is none of ASCII.
bool starts_upper(std::string_view text, const Words& words, std::size_t word) {
    const char first = text[words.words[word].begin];
    return (first >= 'A' && first <= 'Z') || (first & 0x80) != 0;
}
bool starts_with_digit(std::string_view text, const Words& words, std::size_t word) {
    return has_digit(text.substr(words.words[word].begin, 1));
}
// Whether no sign parts a word from the next one.
bool is_joined(std::string_view text, const Words& words, std::size_t word) {
    const std::size_t from = words.words[word].end;
    const std::string_view gap = text.substr(from, words.words[word + 1].begin - from);
    return gap.find_first_of(",;:|\t()") == std::string_view::npos && gap.find("  ") == std::string_view::npos;
}
// Small words in names of persons, streets and places.
bool is_name_particle(std::string_view word) {
    const std::vector<std::string>& particles = default_vocabulary().name_particles;
    return std::find(particles.begin(), particles.end(), word) != particles.end();
}

// What stands between the pieces of a line.
constexpr std::array<std::string_view, 5> between_pieces{" – ", " - ", " / ", " · ", " • "};

class AddressFinder {
public:
    AddressFinder(const Region& region, const std::vector<LabelHit>& hits) : region_(region), hits_(hits) {}

    std::optional<SchoolLine> find() {
        std::optional<SchoolLine> only;
        std::string postcode;
        for (std::size_t i = 0; i < region_.lines.size(); ++i) {
            const Line& line = region_.lines[i];
            const auto spot = find_postcode(line.text, line.words);
            if (!spot || line.owner != Owner::school) continue;
            auto found = address_at(i, *spot);
            if (!found) continue;
            const std::string code = line.text.substr(spot->begin, spot->end - spot->begin);
            if (only && code != postcode) return std::nullopt;  // which of them is the school's, nothing says
            if (!only) only = std::move(found);
            postcode = code;
        }
        return only;
    }

private:
    std::optional<SchoolLine> address_at(std::size_t index, const Spot& postcode) const {
        const Line& line = region_.lines[index];
        const std::size_t street = street_begin(line, postcode);
        const std::size_t stop = street == 0 ? std::string::npos : line.text.rfind(". ", street - 1);
        const std::size_t sentence = stop == std::string::npos ? 0 : stop + 1;
        if (is_labelled(index, behind_dash(line.text, sentence, street), postcode.begin)) return std::nullopt;
        std::size_t end = std::min(line.text.size(), line.text.find_first_of("|\t;,", postcode.end));
        for (const LabelHit& hit : hits_)
            if (hit.line == index && hit.label_begin >= postcode.end) end = std::min(end, hit.label_begin);
        end = std::min(place_end(line, postcode.end_word), std::min(end, line.text.find(". ", postcode.end)));
        for (const std::string_view sign : between_pieces) end = std::min(end, line.text.find(sign, postcode.end));
        const std::string_view place = trim(std::string_view(line.text).substr(postcode.end, end - postcode.end));
        if (place.empty() || (place[0] >= 'a' && place[0] <= 'z') || has_digit(place)) return std::nullopt;
        std::string_view around = std::string_view(line.text).substr(sentence, end - sentence);
        std::string text = line.text.substr(street, end - street);
        if (!has_digit(std::string_view(line.text).substr(0, postcode.begin))) {
            const Line* above = line_above(index);
            if (!above || above->text.size() > street_bytes || !has_digit(above->text)) return std::nullopt;
            if (is_labelled(static_cast<std::size_t>(above - region_.lines.data()), 0, above->text.size()))
                return std::nullopt;
            text = std::string(trim(above->text)) + '\n' + line.text.substr(postcode.begin, end - postcode.begin);
            around = text;
        }
        if (text.size() > address_bytes || is_of_other(fold_words(around)) || is_anothers(index)) return std::nullopt;
        return SchoolLine{text, text, line.paragraph->origin, index};
    }

    // "12", "12a", "12bis"; no code.
    static bool is_house_number(std::string_view word) {
        constexpr std::size_t most_letters = 3;
        const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
        return digits > 0 && word.size() - digits <= most_letters && !has_digit(word.substr(digits));
    }

    // Where the piece of a line begins that stands at `end`: "Vestigingsnummer 98XX00 - Molenweg 9". What stands before
    // it has its own label.
    static std::size_t behind_dash(std::string_view text, std::size_t begin, std::size_t end) {
        for (const std::string_view sign : between_pieces)
            if (const std::size_t at = text.substr(0, end).rfind(sign); at != std::string_view::npos)
                begin = std::max(begin, at + sign.size());
        return begin;
    }

    // Where the street before a postcode begins: its number, and before that words with capitals and small ones between
    // them, "Burgemeester van der Veldeplein 12a". The line's begin where nothing else stands before it, or no street.
    static std::size_t street_begin(const Line& line, const Spot& postcode) {
        constexpr std::size_t most_number_words = 4;  // "12 - 14 bis"
        const Words& words = line.words;
        std::size_t number = postcode.first_word, at = number;
        while (at > 0 && postcode.first_word - at < most_number_words)
            if (is_house_number(words[--at])) number = at;
        if (number == postcode.first_word) return 0;
        std::size_t begin = number;
        for (at = number; at-- > 0 && is_joined(line.text, words, at);) {
            const std::string_view gap = std::string_view(line.text).substr(
                words.words[at].end, words.words[at + 1].begin - words.words[at].end);
            if (std::ranges::find(between_pieces, gap) != between_pieces.end()) break;
            if (starts_upper(line.text, words, at) || starts_with_digit(line.text, words, at))
                begin = at;
            else if (!is_name_particle(words[at]))
                break;
        }
        return begin == number || begin == 0 ? 0 : words.words[begin].begin;
    }

    // Where the name of a place ends that starts at a word: before a small word that stands in no name of a place.
    static std::size_t place_end(const Line& line, std::size_t first) {
        std::size_t end = std::string::npos;
        for (std::size_t at = first + 1; at < line.words.size(); ++at) {
            if (starts_upper(line.text, line.words, at)) {
                end = std::string::npos;
                continue;
            }
            end = std::min<std::size_t>(end, line.words.words[at].begin);
            if (!is_name_particle(line.words[at])) break;
        }
        return end;
    }

    std::optional<Owner> owner_of(const Line& line) const {
        return line.cell < 0 ? std::nullopt : region_.cells[static_cast<std::size_t>(line.cell)].owner;
    }

    // The line above in its cell, or in a column of the school's in the cell above.
    const Line* line_above(std::size_t index) const {
        const int cell = region_.lines[index].cell;
        for (std::size_t at = index; at-- > 0;) {
            const Line& line = region_.lines[at];
            if (line.cell != cell && !(owner_of(line) == Owner::school && is_below(cell, line.cell))) {
                if (owner_of(region_.lines[index]) == Owner::school && line.cell >= 0) continue;
                return nullptr;
            }
            if (!trim(line.text).empty()) return &line;
        }
        return nullptr;
    }
    // Whether a cell stands right below another.
    bool is_below(int cell, int above) const {
        if (cell < 0 || above < 0) return false;
        const RegionCell &own = region_.cells[static_cast<std::size_t>(cell)],
                         &other = region_.cells[static_cast<std::size_t>(above)];
        return own.cell->column == other.cell->column &&
               region_.rows[static_cast<std::size_t>(other.row)].below == own.row;
    }

    // Whether a label between `begin` and `end` says what stands there.
    bool is_labelled(std::size_t index, std::size_t begin, std::size_t end) const {
        return std::any_of(hits_.begin(), hits_.end(), [&](const LabelHit& hit) {
            return hit.line == index && hit.label_begin >= begin && hit.label_begin < end;
        });
    }

    bool is_anothers(std::size_t index) const {
        const Line& line = region_.lines[index];
        if (const auto owner = owner_of(line)) return owner != Owner::school;
        for (std::size_t above = 1; above <= lines_above && above <= index; ++above) {
            const Line& other = region_.lines[index - above];
            if (other.cell == line.cell && !is_sentence(other) && is_of_other(other.words)) return true;
        }
        if (line.cell < 0) return false;
        const auto& row =
            region_.rows[static_cast<std::size_t>(region_.cells[static_cast<std::size_t>(line.cell)].row)];
        if (row.cells.front() == line.cell) return row.cells.size() > 1;  // a list of others, or of locations
        const RegionCell& leading = region_.cells[static_cast<std::size_t>(row.cells.front())];
        return leading.end_line != leading.first_line + 1 ||
               !has_word(default_vocabulary().school_words,
                         region_.lines[static_cast<std::size_t>(leading.first_line)].words);
    }

    // What a sentence is about, or a line that says when something was done, the line below it need not be.
    static bool is_sentence(const Line& line) {
        constexpr std::size_t fewest_words = 5;
        return line.words.size() >= fewest_words &&
               (trim(line.text).ends_with('.') || !find_dates(line.text, line.words).empty());
    }

    const Region& region_;
    const std::vector<LabelHit>& hits_;
};

// The field of what stands alone: "0318 61 33 99", "info@school.nl", "www.school.nl".
std::string_view field_of(std::string_view text) {
    if (text.empty() || text.find_first_of("<>\"") != std::string_view::npos) return {};
    const bool is_word = text.find(' ') == std::string_view::npos && text.find('.') != std::string_view::npos;
    if (is_word && text.find('@') != std::string_view::npos) return "school.email";
    if (is_word && (text.starts_with("www.") || text.starts_with("http"))) return "school.website";
    constexpr std::string_view signs = "0123456789 ()+-.–";
    constexpr std::size_t national = 10, international = 11;  // digits: "036 …", "+31 36 …"
    const auto digits =
        static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }));
    const bool is_number = text.find_first_not_of(signs) == std::string_view::npos;
    if (!is_number || !(text[0] == '0' || text[0] == '+' || text[0] == '(')) return {};
    return digits == national || digits == international ? "school.telefoon" : std::string_view();
}

// "T: 036 …" without what says that it is a telephone, "<info@…>" without its brackets.
std::string_view without_contact_word(std::string_view text) {
    const std::size_t colon = text.find(':'), space = text.find(' ');
    const std::size_t end = std::min(colon, space);
    if (end != std::string_view::npos && is_one_of(default_vocabulary().contact_words, fold(text.substr(0, end))))
        text = trim(text.substr(end + 1));
    if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
    return text;
}

bool is_contact_field(std::string_view field) {
    return field == "school.telefoon" || field == "school.email" || field == "school.website";
}

// Whether figures stand on both sides of a sign: "036 – 555 01 00".
bool is_digit_pair(std::string_view text, std::size_t at, std::size_t size) {
    return at > 0 && has_digit(text.substr(at - 1, 1)) && has_digit(text.substr(at + size, 1));
}

// What stands between signs on a line; a dash is one where it stands in no number: "036 – 555 01 00 – info@school.nl".
std::vector<std::string_view> contact_pieces(std::string_view line) {
    std::vector<std::string_view> pieces;
    while (!line.empty()) {
        const std::string_view part = line.substr(0, line.find_first_of("|\t,;"));
        std::string_view rest = part;
        while (field_of(without_contact_word(trim(rest))).empty()) {
            std::size_t cut = std::string_view::npos, behind = 0;
            for (const std::string_view sign : between_pieces)
                for (std::size_t at = rest.find(sign); at != std::string_view::npos; at = rest.find(sign, at + 1)) {
                    if (at + sign.size() >= rest.size() || is_digit_pair(rest, at, sign.size()) || at >= cut) continue;
                    cut = at;
                    behind = at + sign.size();
                }
            if (cut == std::string_view::npos) break;
            pieces.push_back(trim(rest.substr(0, cut)));
            rest.remove_prefix(behind);
        }
        pieces.push_back(trim(rest));
        line.remove_prefix(std::min(line.size(), part.size() + 1));
    }
    return pieces;
}

// Whether a word behind "is een" says that it is a school.
bool says_school(const Words& words, std::size_t from) {
    for (std::size_t i = from; i < words.size() && i < from + kind_words; ++i)
        if (words[i].ends_with("school") || words[i] == "kindcentrum" || words[i] == "ikc") return true;
    return false;
}

// The last word of the remark in parentheses behind a name at `word` where another name follows it: "Ruud Tempel (groep
// 1-4) en Esther Blaauw"; `word` where there is none.
std::size_t behind_remark(std::string_view text, const Words& words, std::size_t word) {
    constexpr std::size_t longest_remark = 40;
    const std::string_view behind = text.substr(words.words[word].end);
    const std::size_t close = behind.find(')');
    if (!trim(behind).starts_with('(') || close == std::string_view::npos || close > longest_remark) return word;
    const std::size_t end = words.words[word].end + close;
    std::size_t last = word;
    while (last + 1 < words.size() && words.words[last + 1].end <= end) ++last;
    const bool goes_on = last + 2 < words.size() && words[last + 1] == "en" && starts_upper(text, words, last + 2);
    return goes_on ? last + 1 : word;
}

// The size of a remark in parentheses that starts `text` and has a day of the week in it: " (aanwezig ma, di)".
std::size_t days_behind(std::string_view text) {
    constexpr std::size_t longest_remark = 60;
    constexpr std::array<std::string_view, 12> days{"ma",        "di",      "wo",        "do",
                                                    "vr",        "maandag", "dinsdag",   "woensdag",
                                                    "donderdag", "vrijdag", "dagelijks", "werkdagen"};
    const std::size_t close = text.find(')');
    if (!text.starts_with(" (") || close == std::string_view::npos || close > longest_remark) return 0;
    const Words words = fold_words(text.substr(0, close));
    for (std::size_t i = 0; i < words.size(); ++i)
        if (std::find(days.begin(), days.end(), words[i]) != days.end()) return close + 1;
    return 0;
}

// The name that starts at a word: words with capitals and small ones between them, a title before them.
std::string name_at(std::string_view text, const Words& words, std::size_t first, const FieldDef& field) {
    const std::vector<std::string>& titles = default_vocabulary().honorifics;
    std::size_t starting = 0;  // words that such a name starts with
    for (const std::string& start : field.phrase_starts) starting = std::max(starting, phrase_at(words, first, start));
    if (first >= words.size() || (!field.phrase_starts.empty() && starting == 0)) return "";
    std::size_t at = first;
    if (starting == 0)
        while (at < words.size() && (is_one_of(titles, words[at]) || (words[at] == "de" && at == first))) ++at;
    std::size_t end = first + starting;
    const bool is_person = !field.includes.empty();
    for (at = std::max(at, end); at < words.size() && (at == first || is_joined(text, words, at - 1)); ++at) {
        // "Stichting 1824"
        const bool is_figure = starting > 0 && at == first + starting && starts_with_digit(text, words, at);
        if (starts_upper(text, words, at) || is_figure)
            end = at + 1;
        else if (end == first || !is_name_particle(words[at]))
            break;
        if (is_person && end == at + 1) at = behind_remark(text, words, at);
    }
    if (end <= first) return "";
    std::size_t stop = words.words[end - 1].end;
    if (is_person) stop += days_behind(text.substr(stop));
    return std::string(text.substr(words.words[first].begin, stop - words.words[first].begin));
}

// Whether the words are about a part of the school or another body.
bool is_about_part(const Words& words, std::size_t end) {
    const std::vector<std::string>& starts = default_vocabulary().part_words;
    for (std::size_t i = 0; i < end; ++i) {
        const std::string_view word = words[i];
        if (std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return word.starts_with(start); }))
            return true;
    }
    return false;
}

// Whether a word before `end` names a school.
bool is_of_school(const Words& words, std::size_t end) {
    const std::vector<std::string>& prefixes = default_vocabulary().school_prefixes;
    for (std::size_t i = 0; i < end; ++i)
        if (words[i].ends_with("school") || std::any_of(prefixes.begin(), prefixes.end(),
                                                        [&](const std::string& prefix) { return prefix == words[i]; }))
            return true;
    return false;
}

// The word behind a day that starts at `at`, "1 oktober 2019"; `at` where there is none.
std::size_t behind_day(std::string_view text, const Words& words, std::size_t at) {
    if (at + 2 >= words.size() || !starts_with_digit(text, words, at) || month_of(words[at + 1]) == 0) return at;
    constexpr std::size_t year_digits = 4;
    const bool has_year = words[at + 2].size() == year_digits && words[at + 2].starts_with("20") &&
                          at + 3 < words.size() && starts_with_digit(text, words, at + 3);
    return at + (has_year ? 3 : 2);
}

// The last word of the number at a word: "1.140" is two.
std::size_t end_of_number(std::string_view text, const Words& words, std::size_t at) {
    constexpr std::size_t group = 3;  // digits
    while (at + 1 < words.size() && words[at + 1].size() == group && starts_with_digit(text, words, at + 1) &&
           text.substr(words.words[at].end, words.words[at + 1].begin - words.words[at].end) == ".")
        ++at;
    return at;
}

// Whether a number at a word is followed by `phrase` and by nothing that makes it one of something else.
bool is_counted(const Words& words, std::size_t value, std::string_view phrase, const FieldDef& field) {
    const std::size_t count = phrase_at(words, value + 1, phrase);
    return count > 0 && std::none_of(field.not_before.begin(), field.not_before.end(), [&](const std::string& other) {
               return phrase_at(words, value + 1 + count, other) > 0;
           });
}

// Whether one of the words from `from` on ends in `ending`: "openbare daltonschool".
bool ends_a_word(const Words& words, std::size_t from, std::string_view ending) {
    for (std::size_t i = from; i < words.size() && i < from + kind_words; ++i)
        if (words[i].ends_with(ending)) return true;
    return false;
}

bool is_shaped(const FieldDef& field) { return field.field == "school.telefoon" || field.field == "school.email"; }

// The telephone number or address that stands at a word, up to a sign or the next word that is no part of it.
std::string shaped_at(std::string_view text, const Words& words, std::size_t value, const FieldDef& field) {
    if (value >= words.size()) return "";
    std::string_view rest = text.substr(words.words[value].begin);
    if (words.words[value].begin > 0 && text[words.words[value].begin - 1] == '(')
        rest = text.substr(words.words[value].begin - 1);
    const bool is_number = field.field == "school.telefoon";
    std::string_view piece =
        rest.substr(0, is_number ? rest.find_first_not_of("0123456789 ()+-.") : rest.find_first_of(" ,;)"));
    piece = trim(piece);
    while (piece.ends_with('.') || piece.ends_with('-') || piece.ends_with('('))
        piece = trim(piece.substr(0, piece.size() - 1));
    return field_of(piece) == field.field ? std::string(piece) : "";
}

// What the sentence gives for the field; "" where it gives nothing.
std::string value_in(std::string_view text, const Words& words, const FieldDef& field) {
    for (const ValuePhrase& phrase : field.phrases)
        for (std::size_t at = 0; at < words.size(); ++at) {
            const std::size_t count = phrase_at(words, at, phrase.before);
            if (count == 0 || at + count >= words.size() || is_about_part(words, at)) continue;
            if (phrase.is_of_school && !is_of_school(words, at)) continue;
            const std::size_t value = behind_day(text, words, at + count);
            if (is_shaped(field)) {
                std::string shaped = shaped_at(text, words, value, field);
                if (!shaped.empty()) return shaped;
                continue;
            }
            if (phrase.behind.empty() || !field.phrase_starts.empty()) {
                std::string name = name_at(text, words, value, field);
                // The word that such a name starts with is none by itself: "een vereniging voor …".
                const bool is_bare = phrase.behind.empty() && is_one_of(field.phrase_starts, fold(name));
                if (!name.empty() && !is_bare && (phrase.behind.empty() || ends_a_word(words, value, phrase.behind)))
                    return name;
            } else if (starts_with_digit(text, words, value)) {
                const std::size_t last = end_of_number(text, words, value), begin = words.words[value].begin;
                if (is_counted(words, last, phrase.behind, field) && !is_of_other(fold_words(text.substr(0, begin))))
                    return std::string(text.substr(begin, words.words[last].end - begin));
            }
        }
    return "";
}

// Whether a code stands between parentheses or behind its name: "(98XX)", "brin 98XX".
bool is_told(const Line& line, const Spot& code) {
    std::size_t before = code.first_word;
    if (before > 1 && line.words[before - 1] == "is") --before;  // "Ons brinnummer is 98XX"
    return code.begin > 0 &&
           (line.text[code.begin - 1] == '(' || (before > 0 && line.words[before - 1].starts_with("brin")));
}

}  // namespace

std::optional<SchoolLine> find_address(const Region& region, const std::vector<LabelHit>& hits) {
    return AddressFinder(region, hits).find();
}

std::vector<ContactLine> find_contact_lines(const Region& region, const std::vector<LabelHit>& hits,
                                            const std::vector<FieldDef>& fields, const SchoolLine& address) {
    constexpr std::size_t above = 2, below = 5;
    std::vector<ContactLine> found;
    const auto is_near = [&](std::size_t i) {
        return region.lines[i].cell == region.lines[address.line].cell && region.lines[i].owner == Owner::school &&
               std::ranges::none_of(hits, [&](const LabelHit& hit) { return hit.line == i; });
    };
    for (std::size_t i = address.line - std::min(address.line, above); i <= address.line; ++i) {
        const Line& line = region.lines[i];
        const auto spot = is_near(i) ? find_brin(line.text, line.words) : std::nullopt;
        if (!spot || !is_told(line, *spot)) continue;
        found.push_back({{line.text.substr(spot->begin, spot->end - spot->begin), line.text, line.paragraph->origin, i},
                         "school.brin"});
    }
    const std::size_t end = std::min(region.lines.size(), address.line + 1 + below);
    for (std::size_t i = address.line; i < end; ++i) {
        const Line& line = region.lines[i];
        const auto is_of_line = [&](const LabelHit& hit) { return hit.line == i; };
        const bool is_others = std::ranges::any_of(
            hits, [&](const LabelHit& hit) { return is_of_line(hit) && !is_contact_field(fields[hit.field].field); });
        if (region.lines[i].cell != region.lines[address.line].cell || line.owner != Owner::school || is_others)
            continue;
        for (const std::string_view piece : contact_pieces(line.text)) {
            const auto begin = static_cast<std::size_t>(piece.data() - line.text.data());
            // What has a label is the label's: "tel. 036 … | info@school.nl".
            if (std::ranges::any_of(hits, [&](const LabelHit& hit) {
                    return is_of_line(hit) && hit.value_begin > begin && hit.label_begin < begin + piece.size();
                }))
                continue;
            const std::string_view text = without_contact_word(piece);
            if (const std::string_view field = field_of(text); !field.empty())
                found.push_back({{std::string(text), line.text, line.paragraph->origin, i}, field});
        }
    }
    return found;
}

std::optional<SchoolLine> find_introduced_name(const Region& region) {
    for (std::size_t l = 0; l < region.lines.size() && l < first_lines; ++l) {
        const Line& line = region.lines[l];
        if (line.cell >= 0) continue;
        const std::string_view sentence =
            std::string_view(line.text).substr(0, std::min(line.text.find(". "), address_bytes));
        const Words words = fold_words(sentence);
        for (std::size_t i = 1; i + 1 < words.size() && i <= name_words; ++i) {
            if (words[i] != "is" || words[i + 1] != "een" || !says_school(words, i + 2)) continue;
            const std::string_view name = trim(sentence.substr(0, words.words[i].begin));
            const std::vector<std::string>& anyone = default_vocabulary().no_introduced_name;
            const bool is_any = std::find(anyone.begin(), anyone.end(), words[0]) != anyone.end() ||
                                words[i - 1] == "school" || words[i - 1] == "basisschool" ||
                                (i == 2 && words[1].ends_with("school") && words[0] == "de");
            const char first = name.empty() ? 'a' : name[0];
            const char last = name.empty() ? 'a' : sentence[words.words[i - 1].begin];
            const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
            if (is_any || is_small(first) || is_small(last) || name.find(',') != std::string_view::npos) break;
            return SchoolLine{std::string(name), std::string(sentence), line.paragraph->origin, l};
        }
    }
    return std::nullopt;
}

std::string partnership_at(std::string_view text, const Spot& code) {
    constexpr std::size_t most_words = 6;
    const Words words = fold_words(text.substr(0, code.begin));
    std::size_t first = words.size();
    while (first > 0 && words.size() - first <= most_words && words[first - 1] != "swv" &&
           words[first - 1] != "samenwerkingsverband")
        --first;
    bool is_name =
        first > 0 && first < words.size() && words.size() - first <= most_words && starts_upper(text, words, first);
    for (std::size_t at = first; is_name && at < words.size(); ++at)
        is_name = (starts_upper(text, words, at) || is_name_particle(words[at])) &&
                  (at + 1 == words.size() || is_joined(text, words, at));
    const std::size_t begin = is_name ? words.words[first].begin : code.begin;
    const std::size_t end = code.end + (is_name && text.substr(code.end).starts_with(')') ? 1 : 0);
    return std::string(text.substr(begin, end - begin));
}

void find_phrases(const Region& region, const std::vector<FieldDef>& fields, const std::vector<bool>& is_wanted,
                  const std::function<void(std::size_t, SchoolLine)>& see) {
    for (std::size_t l = 0; l < region.lines.size(); ++l) {
        const Line& line = region.lines[l];
        if (line.cell >= 0 || line.owner != Owner::school) continue;
        for_each_sentence(line.text, [&](std::string_view sentence) {
            if (sentence.size() > label_line_bytes) return;
            const Words words = fold_words(sentence);
            for (std::size_t f = 0; f < fields.size(); ++f) {
                if (!is_wanted[f] || fields[f].phrases.empty()) continue;
                std::string value = value_in(sentence, words, fields[f]);
                if (!value.empty()) see(f, {std::move(value), std::string(trim(sentence)), line.paragraph->origin, l});
            }
        });
    }
}

}  // namespace sop
