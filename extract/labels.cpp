#include "extract/labels.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/owners.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::size_t longest_remark = 40;  // between parentheses behind a label
constexpr int longest_tail = 7;             // words
constexpr std::size_t joined_words = 3;     // behind a slash or "en"

// Fields whose values are told apart by their shape, so that one label may announce more of them: "Tel.nr./e-mail".
constexpr std::array<std::string_view, 3> shaped_fields{"school.telefoon", "school.email", "school.website"};

constexpr std::string_view board_field = "bestuur.naam", pupils_field = "school.leerlingaantal",
                           partnership_field = "samenwerkingsverband", name_field = "school.naam",
                           head_field = "directie";

// A label that looks_labelled() takes for one.
constexpr std::size_t longest_label = 40;
constexpr int most_label_words = 5;

// Fields that are parts of an address.
constexpr std::array<std::string_view, 5> address_parts{"school.straat", "school.huisnummer", "school.postcode",
                                                        "school.plaats", "school.postcode_plaats"};

template <class Names>
bool has(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

const Vocabulary& known() { return default_vocabulary(); }

// Whether "per" stands at word `at` of something else than a day, "per 1 oktober": what is counted then is not the
// whole.
bool is_share(const Words& words, std::size_t at) {
    if (at + 1 >= words.size() || words[at] != "per") return false;
    const std::string_view next = words[at + 1];
    return !is_digit(next[0]) && month_of(next) == 0 && !has(known().idle_words, next);
}

struct LabelEnd {
    Separator separator = Separator::none;
    std::size_t value = 0;  // where the value starts
    bool has_tail = false;
    std::size_t word = 0;                  // behind the label and its tail
    std::optional<std::size_t> another{};  // field that the label announces too
};

// Length of a dash at `at` with spaces around it; 0 where there is none.
std::size_t dash_length(std::string_view text, std::size_t at) {
    for (const std::string_view dash : {"- ", "– ", "— "})
        if (text.substr(at).starts_with(dash)) return dash.size();
    return 0;
}

// What follows a label that ends at `end`.
LabelEnd read_end(std::string_view text, std::size_t end) {
    std::size_t at = end;
    const auto skip_spaces = [&] {
        const std::size_t from = at;
        while (at < text.size() && text[at] == ' ') ++at;
        return at - from;
    };
    std::size_t spaces = skip_spaces();
    // "Telefoon (algemeen)", and not "Telefoon (0517) 55 54 21".
    if (at + 1 < text.size() && text[at] == '(' && text[at + 1] != '0' && text[at + 1] != '+') {
        const std::size_t close = text.find(')', at);
        if (close != std::string_view::npos && close - at <= longest_remark) {
            at = close + 1;
            spaces = skip_spaces();
        }
    }
    if (at < text.size() && (text[at] == '?' || text[at] == '*')) {
        ++at;
        spaces = skip_spaces();
    }
    const std::size_t after = std::min(text.size(), at + 1);  // "Tel.:", "Tel." alone
    if (at < text.size() && text[at] == '.' && (after == text.size() || text[after] == ':' || text[after] == '\t'))
        at = after;
    if (at >= text.size()) return {Separator::end, text.size()};
    if (text[at] == ':' || text[at] == '=') return {Separator::colon, at + 1};
    if (text[at] == '\t') return {Separator::space, at + 1};
    if (text[at] == blank_mark) return {Separator::space, at};
    if (spaces >= 2) return {Separator::space, at};
    if (spaces == 1)
        if (const std::size_t dash = dash_length(text, at)) return {Separator::dash, at + dash};
    // "Internet www.brug.example.org"
    const std::string_view rest = trim(text.substr(at));
    const bool is_address = rest.find(' ') == std::string_view::npos &&
                            (rest.starts_with("www.") || rest.find('@') != std::string_view::npos);
    if (spaces == 1 && is_address) return {Separator::digit, at};
    std::size_t digit = at;
    while (digit < text.size() &&
           (text[digit] == '.' || text[digit] == ' ' || text[digit] == '(' || text[digit] == '+'))
        ++digit;
    if (digit < text.size() && is_digit(text[digit]) && (spaces > 0 || text[at] == '.'))
        return {Separator::digit, text[at] == '.' ? at + 1 : at};
    return {Separator::none, at};
}

class LabelFinder {
public:
    LabelFinder(const MatchedTemplate& form, const Region& region, const std::vector<bool>& is_wanted)
        : form_(form), region_(region), is_wanted_(is_wanted) {}

    std::vector<LabelHit> find() {
        for (std::size_t i = 0; i < region_.lines.size(); ++i) line(i);
        name_bodies();
        mark_others();
        mark_persons();
        return std::move(hits_);
    }

private:
    void line(std::size_t index) {
        const Line& line = region_.lines[index];
        const std::size_t first_hit = hits_.size();
        read(index, line);
        const bool is_of_school = region_.place == front_place || region_.takes_weak;
        if (hits_.size() > first_hit || !is_of_school || !may_be_misspelled(line)) return;
        Line respelled = line;
        respelled.words = form_.lexicon.respell(line.words);
        if (respelled.words.size() == 0) return;
        read(index, respelled);
        for (std::size_t i = first_hit; i < hits_.size(); ++i) hits_[i].is_respelled = true;
    }

    // A line that is a label and nothing else, or starts with one.
    static bool may_be_misspelled(const Line& line) {
        const bool is_alone = line.cell >= 0 && line.text.size() <= longest_label &&
                              line.words.size() <= static_cast<std::size_t>(most_label_words);
        return is_alone || looks_labelled(line.text);
    }

    void read(std::size_t index, const Line& line) {
        const std::size_t first_hit = hits_.size();
        for (std::size_t word = 0; word < line.words.size();) {
            const auto hit = label_at(index, line, word, hits_.size() > first_hit);
            if (!hit) {
                ++word;
                continue;
            }
            const std::size_t next_word = end_.word;
            if (hits_.size() > first_hit) {
                // A person's own telephone or address belongs to the person.
                const FieldDef& before = form_.rules.fields[hits_.back().field];
                const std::string& field = form_.rules.fields[hit->field].field;
                if (has(before.includes, field)) {
                    word = next_word;
                    continue;
                }
                for (std::size_t i = first_hit; i < hits_.size(); ++i)
                    hits_[i].value_end = std::min(hits_[i].value_end, hit->label_begin);
            }
            const bool is_person = !form_.rules.fields[hit->field].includes.empty();
            hits_.emplace_back(*hit).value_end = end_of_value(line.text, hit->value_begin, is_person);
            if (end_.another) hits_.emplace_back(hits_.back()).field = *end_.another;
            word = next_word;
        }
    }

    static bool is_sentence_of_words(std::string_view text) {
        constexpr std::size_t fewest_words = 4;
        return fold_words(text.substr(0, text.find(". "))).size() >= fewest_words;
    }

    // Where a value in running text ends: behind the sentence before a label that is not known: "J. de Vries.
    // Commissie van begeleiding: …".
    // No sentence is part of a name: "J. de Vries. Onze school staat …".
    static std::size_t end_of_value(std::string_view text, std::size_t from, bool is_person) {
        for (std::size_t at = text.find(" | ", from); at != std::string_view::npos; at = text.find(" | ", at + 1))
            if (looks_labelled(text.substr(at + 3))) return at;
        constexpr std::size_t shortest_word = 3;  // shorter ones before a full stop are abbreviations
        for (std::size_t at = text.find(". ", from); at != std::string_view::npos; at = text.find(". ", at + 1)) {
            const std::size_t word = text.find_last_of(" .\t:(", at - 1);
            const std::string_view last = text.substr(word + 1, at - word - 1);
            const bool is_sentence = last.size() >= shortest_word && !has(known().honorifics, fold(last));
            const std::string_view next = text.substr(at + 2);
            const bool is_word = next.find_first_of(" .") > 2;  // no initial
            if (is_sentence && is_word && !next.empty() && next[0] >= 'A' && next[0] <= 'Z' &&
                (looks_labelled(next) || (is_person && is_sentence_of_words(next))))
                return at;
        }
        return text.size();
    }

    // "Naam:" right below a line that says "Bestuur" and nothing else is the board's.
    void name_bodies() {
        for (std::size_t i = 1; i < hits_.size(); ++i) {
            LabelHit& hit = hits_[i];
            const LabelHit& above = hits_[i - 1];
            const std::string& body = form_.rules.fields[above.field].field;
            const bool is_heading = above.is_leading && above.separator == Separator::end &&
                                    region_.lines[above.line].cell == region_.lines[hit.line].cell &&
                                    above.line + 1 == hit.line;
            if (hit.is_weak && is_heading && (body == board_field || body == partnership_field) &&
                form_.rules.fields[hit.field].field == name_field)
                hit.field = above.field;
        }
    }

    // Marks telephones of persons and the board: labels right behind theirs, in the row or the lines below, when
    // another of the field stands apart first, or when there are more and none stands apart.
    void mark_persons() {
        constexpr std::size_t few_lines = 4;
        struct Seen {
            std::size_t behind = 0, apart = 0;
            bool is_first_apart = false;
        };
        std::vector<Seen> seen(form_.rules.fields.size());
        std::vector<bool> is_behind(hits_.size());
        const LabelHit* owner = nullptr;
        std::vector<bool> is_boards(hits_.size());
        for (std::size_t i = 0; i < hits_.size(); ++i) {
            const LabelHit& hit = hits_[i];
            if (hit.is_persons) {
                owner = nullptr;
                continue;
            }
            const FieldDef& field = form_.rules.fields[hit.field];
            is_boards[i] = has(shaped_fields, field.field) && is_in_row_of_board(hit);
            const bool is_included = is_boards[i] || (owner && owns(form_.rules.fields[owner->field], field) &&
                                                      hit.line - owner->line <= few_lines && same_row(*owner, hit));
            if (!is_included) owner = field.includes.empty() && field.field != board_field ? nullptr : &hit;
            is_behind[i] = is_included;
            Seen& of_field = seen[hit.field];
            if (is_included)
                ++of_field.behind;
            else if (++of_field.apart == 1)
                of_field.is_first_apart = of_field.behind == 0;
        }
        for (std::size_t i = 0; i < hits_.size(); ++i) {
            const Seen& of_field = seen[hits_[i].field];
            const bool is_another = is_boards[i] && of_field.apart > 0;
            if (is_behind[i])
                hits_[i].is_persons =
                    is_another || of_field.is_first_apart || (of_field.behind > 1 && of_field.apart == 0);
        }
    }

    // Labels in the data of another than the school: "Naam" is the board's, a telephone or a person nobody's here.
    void mark_others() {
        const auto is_governor = [&](const LabelHit& hit) { return leads(hit) && names_board(hit); };
        const bool has_head = std::any_of(hits_.begin(), hits_.end(),
                                          [&](const LabelHit& hit) { return leads(hit) && !names_board(hit); });
        for (LabelHit& hit : hits_) {
            const Line& line = region_.lines[hit.line];
            const FieldDef& field = form_.rules.fields[hit.field];
            // Where nobody else leads the school, "Directeur-bestuurder" does.
            if (has_head && is_governor(hit)) hit.is_persons = true;
            if (line.owner == Owner::school || line.names_owner) continue;
            const std::string_view body = line.owner == Owner::board         ? board_field
                                          : line.owner == Owner::partnership ? partnership_field
                                                                             : std::string_view();
            const auto own = std::find_if(form_.rules.fields.begin(), form_.rules.fields.end(),
                                          [&](const FieldDef& other) { return other.field == body; });
            if (field.field == name_field && own != form_.rules.fields.end())
                hit.field = static_cast<std::size_t>(own - form_.rules.fields.begin());
            else if (!field.includes.empty() || field.field.starts_with("school."))
                hit.is_persons = true;
        }
    }

    bool leads(const LabelHit& hit) const { return form_.rules.fields[hit.field].field == head_field; }
    bool names_board(const LabelHit& hit) const {
        const std::string& text = region_.lines[hit.line].text;
        return owner_named(text.substr(hit.label_begin, hit.value_begin - hit.label_begin)) == Owner::board;
    }

    // Whether another cell of the label's row, before it, says that the row is of the board.
    bool is_in_row_of_board(const LabelHit& hit) const {
        const int own = region_.lines[hit.line].cell;
        if (own < 0) return false;
        const RegionRow& row = region_.rows[static_cast<std::size_t>(region_.cells[static_cast<std::size_t>(own)].row)];
        const int first = row.cells.front();
        if (first == own) return false;
        const RegionCell& leading = region_.cells[static_cast<std::size_t>(first)];
        if (leading.end_line != leading.first_line + 1) return false;
        const Words& words = region_.lines[static_cast<std::size_t>(leading.first_line)].words;
        return words.size() <= static_cast<std::size_t>(most_label_words) && has_word(known().board_words, words);
    }

    static bool owns(const FieldDef& owner, const FieldDef& field) {
        return has(owner.includes, field.field) || (owner.field == board_field && has(shaped_fields, field.field));
    }

    // Whether both stand in one row, or both outside tables.
    bool same_row(const LabelHit& a, const LabelHit& b) const {
        const int cell = region_.lines[a.line].cell, other = region_.lines[b.line].cell;
        if (cell < 0 || other < 0) return cell == other;
        return region_.cells[static_cast<std::size_t>(cell)].row == region_.cells[static_cast<std::size_t>(other)].row;
    }

    // The longest label at `word` that the text around it bears out.
    std::optional<LabelHit> label_at(std::size_t index, const Line& line, std::size_t word, bool follows_label) {
        const std::string_view text = line.text;
        const std::size_t begin = line.words.words[word].begin;
        const bool is_leading = word == 0;
        const bool is_apart = is_leading || is_set_apart(text, begin);
        std::optional<LabelHit> best;
        form_.meanings_at(line.words, word, Term::label, [&](const Meaning& meaning, std::size_t taken) {
            if (!is_wanted_[meaning.item]) return;
            const bool is_weak = (meaning.flags & Meaning::weak) != 0;
            if (is_weak && (!region_.takes_weak || stands_beside_label(line) || is_signed(index))) return;
            LabelEnd end = read_end(text, line.words.words[word + taken - 1].end);
            end.word = word + taken;
            // "Aantal leerlingen (per groep): 24"
            if (is_share(line.words, word + taken)) return;
            const std::size_t behind = line.words.words[word + taken - 1].end;
            const std::size_t before = begin > 0 ? begin - 1 : 0;
            const bool is_address = text.substr(before, behind + 1 - before).find('@') != std::string_view::npos;
            if (is_address) return;  // "naam@school.nl"
            const FieldDef& field = form_.rules.fields[meaning.item];
            if (end.separator == Separator::none || end.separator == Separator::digit)
                end = read_tail(line, word + taken, field, end);
            if (end.separator == Separator::none && is_leading && !is_weak)
                end = read_joined(line, word + taken, field, end);
            if (!fits(field, end.separator, is_leading, is_apart, follows_label || is_begun(text, begin))) return;
            if (best && meaning.owner == shared_owner && taken == hit_words_) return;
            best = LabelHit{
                index,   meaning.item, begin,     end.value, text.size(), end.separator, meaning.owner != shared_owner,
                is_weak, end.has_tail, is_leading};
            hit_words_ = taken;
            end_ = end;
        });
        return best;
    }

    // Words between a label and its colon or the end of the line that add nothing: "Aantal leerlingen op 1 oktober
    // 2017:".
    LabelEnd read_tail(const Line& line, std::size_t word, const FieldDef& field, const LabelEnd& otherwise) const {
        bool is_date = false;   // at the end of a line it is the value: "Versie 7 juli 2016"
        bool is_group = false;  // "IB groep 1 t/m 4", or in a cell "IB 1"
        const std::size_t first = word;
        for (int taken = 0; taken < longest_tail && word < line.words.size(); ++taken, ++word) {
            const std::string_view folded = line.words[word];
            const bool adds_nothing = form_.lexicon.is_stop_word(folded) || is_digit(folded[0]) ||
                                      month_of(folded) > 0 || folded == "per" || has(known().idle_words, folded) ||
                                      (!field.includes.empty() && has(known().group_words, folded));
            if (!adds_nothing || is_share(line.words, word)) break;
            const LabelEnd end = read_end(line.text, line.words.words[word].end);
            is_date = is_date || is_digit(folded[0]) || month_of(folded) > 0;
            const bool is_person = !field.includes.empty() && line.cell >= 0;
            is_group =
                is_group || (is_person && (folded.starts_with("groep") || (word == first && folded.size() == 1)));
            // No date is a number of pupils: "Aantal leerlingen op 1 oktober 2021".
            const bool is_label = !is_date || is_group || (field.field == pupils_field && line.cell >= 0);
            if (end.separator == Separator::colon || (end.separator == Separator::end && is_label))
                return {end.separator, end.value, true, word + 1, std::nullopt};
        }
        return otherwise;
    }

    // A label of more parts up to its colon, a tab or the end of its cell: "Naam de school / locatie", "Directie en
    // MT:". Not where another part is the label of a value that could be taken for this one: "Directie / IB".
    LabelEnd read_joined(const Line& line, std::size_t word, const FieldDef& field, const LabelEnd& otherwise) const {
        if (word >= line.words.size()) return otherwise;
        const std::string_view text = line.text;
        const auto gap_before = [&](std::size_t next) {
            const std::size_t begin = line.words.words[next - 1].end;
            return trim(text.substr(begin, line.words.words[next].begin - begin));
        };
        const std::string_view sign = gap_before(word);
        const bool is_and = sign.empty() && line.words[word] == "en";
        if (!is_and && sign != "/" && sign != "./" && sign != "&" && sign != "+") return otherwise;
        const std::size_t first = is_and ? word + 1 : word;
        for (std::size_t at = first; at < line.words.size() && at < first + joined_words; ++at) {
            const std::string_view gap = gap_before(at);
            if (has(known().no_label_words, line.words[at]) || (at > first && !gap.empty() && gap != "/" && gap != "-"))
                return otherwise;
            LabelEnd end = read_end(text, line.words.words[at].end);
            const bool is_end = end.separator == Separator::colon || end.separator == Separator::space ||
                                (end.separator == Separator::end && line.cell >= 0);
            if (!is_end) continue;
            end.has_tail = true;
            end.word = at + 1;
            return joins(line, first, field, end) ? end : otherwise;
        }
        return otherwise;
    }

    // Whether the labels among the words from `first` to the end of a label may stand beside that of `field`.
    bool joins(const Line& line, std::size_t first, const FieldDef& field, LabelEnd& end) const {
        bool may = true;
        for (std::size_t at = first; at < end.word; ++at)
            form_.meanings_at(line.words, at, Term::label, [&](const Meaning& meaning, std::size_t taken) {
                const FieldDef& other = form_.rules.fields[meaning.item];
                if (at + taken > end.word || &other == &field || (meaning.flags & Meaning::weak)) return;
                if (has(field.includes, other.field)) return;
                const bool is_address = field.field == "school.adres" && has(address_parts, other.field);
                const bool is_shaped = has(shaped_fields, field.field) && has(shaped_fields, other.field);
                if (is_shaped && is_wanted_[meaning.item]) end.another = meaning.item;
                may = may && (is_address || is_shaped);
            });
        return may;
    }

    // Whether a tab, several spaces or a sign stand before `begin`.
    static bool is_set_apart(std::string_view text, std::size_t begin) {
        if (begin == 0) return true;
        const char before = text[begin - 1];
        if (before == '\t' || before == '|' || before == ';' || before == blank_mark) return true;
        return begin >= 2 && before == ' ' &&
               (text[begin - 2] == ' ' || text[begin - 2] == '|' || text[begin - 2] == ';' || text[begin - 2] == '\t');
    }

    // Whether the line is in a cell right of a label's: "Directeur | Naam | J. Jansen".
    bool stands_beside_label(const Line& line) const {
        if (line.cell <= 0 || hits_.empty() || hits_.back().value_begin < region_.lines[hits_.back().line].text.size())
            return false;
        return region_.lines[hits_.back().line].cell == line.cell - 1 &&
               region_.cells[static_cast<std::size_t>(line.cell)].row ==
                   region_.cells[static_cast<std::size_t>(line.cell) - 1].row;
    }

    // Whether a line next to it tells that somebody signs there: "Naam: …", "Functie: …".
    bool is_signed(std::size_t index) const {
        constexpr std::size_t near = 2;
        const std::size_t from = index - std::min(index, near), to = std::min(index + near + 1, region_.lines.size());
        return std::any_of(region_.lines.begin() + static_cast<std::ptrdiff_t>(from),
                           region_.lines.begin() + static_cast<std::ptrdiff_t>(to), [&](const Line& line) {
                               return line.words.size() > 0 && has(known().signature_words, line.words[0]);
                           });
    }

    // Whether a sentence or a part of one begins there, as in "Dorpsstraat 1, 1333 EC Almere. Telefoon: …".
    static bool is_begun(std::string_view text, std::size_t begin) {
        const std::string_view before = text.substr(0, begin);
        return before.ends_with(". ") || before.ends_with(", ");
    }

    // A label within a line needs a sign before or behind it. What follows at once is a value only at the start of a
    // line, and of a field that says so; "IB 2 dagen" gives no person.
    static bool fits(const FieldDef& field, Separator separator, bool is_leading, bool is_apart, bool follows_label) {
        if (separator == Separator::none || (separator == Separator::digit && field.several))
            return is_leading && std::count(field.locators.begin(), field.locators.end(), Locator::after_label) > 0;
        return is_apart || (follows_label && separator == Separator::colon);
    }

    const MatchedTemplate& form_;
    const Region& region_;
    const std::vector<bool>& is_wanted_;
    std::vector<LabelHit> hits_;
    std::size_t hit_words_ = 0;  // words of the last label found
    LabelEnd end_;               // its end
};

}  // namespace

std::vector<LabelHit> find_labels(const MatchedTemplate& form, const Region& region,
                                  const std::vector<bool>& is_wanted) {
    return LabelFinder(form, region, is_wanted).find();
}

bool looks_labelled(std::string_view line) {
    line = trim(line);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > longest_label) return false;
    if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
    const std::string_view label = line.substr(0, colon);
    return std::none_of(label.begin(), label.end(), is_digit) &&
           std::count(label.begin(), label.end(), ' ') < most_label_words;
}

}  // namespace sop
