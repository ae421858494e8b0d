#include "extract/locate.h"

#include <algorithm>
#include <array>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "extract/patterns.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Longest value without a label on its own line; longer text is prose.
constexpr std::size_t value_bytes = 200;
// Most lines of one value.
constexpr std::size_t value_lines = 6;
// Blank lines that may stand between a label and its value.
constexpr int blank_lines = 2;
// A label's table is looked at so many rows up.
constexpr int most_rows = 200;

constexpr std::string_view pupils_field = "school.leerlingaantal";

using Answer = LabelledRegion::Answer;

std::string without_marks(std::string_view text) {
    std::string result;
    for (const char c : text)
        if (c != blank_mark) result += c;
    return std::string(trim(result));
}

// Only signs: ":" in a column between labels and values.
bool is_only_signs(std::string_view text) {
    return fold(text).empty() && text.find(blank_mark) == std::string_view::npos;
}

// Four digits and two capitals at the start: the second line of an address.
bool starts_with_postcode(std::string_view text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (text.size() < 6 || !std::all_of(text.begin(), text.begin() + 4, digit)) return false;
    const std::size_t at = text[4] == ' ' ? 5 : 4;
    return text.size() >= at + 2 && capital(text[at]) && capital(text[at + 1]);
}

// "mw. Jansen", "J. Jansen"
bool starts_as_person(std::string_view text, const Words& words) {
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] == '.') return true;
    const std::vector<std::string>& honorifics = default_vocabulary().honorifics;
    return words.size() > 1 && std::find(honorifics.begin(), honorifics.end(), words[0]) != honorifics.end();
}

// "CvB-voorzitter\tP. de Raad" in a list of labels and tabs, and not "P. de Raad\t06-12345678".
bool is_labelled_by_tab(std::string_view text) {
    constexpr std::size_t label_bytes = 40;
    const std::size_t tab = std::min(text.find('\t'), text.size());
    if (tab == text.size() || tab > label_bytes) return false;
    const std::string_view label = trim(text.substr(0, tab));
    const std::string_view value = text.substr(tab);
    return !has_digit(text) && value.find('@') == std::string_view::npos && !starts_as_person(label, fold_words(label));
}

}  // namespace

// One function for each label locator.
struct LocatorFunctions {
    const LabelledRegion& labels;
    const LabelHit& hit;
    const FieldDef& field;

    const Region& region() const { return labels.region_; }
    const Line& line() const { return region().lines[hit.line]; }
    std::string_view rest() const {
        return std::string_view(line().text).substr(hit.value_begin, hit.value_end - hit.value_begin);
    }

    Answer answer(std::string_view text, const Origin& origin) const {
        std::string value = without_marks(text);
        if (is_empty_value(labels.form_, value)) return {Answer::Kind::empty, "", {}};
        return {Answer::Kind::value, std::move(value), origin};
    }

    Answer behind() const {
        if (trim(rest()).empty()) return {};
        return answer(rest(), line().paragraph->origin);
    }

    Answer after_sign() const {
        const bool fits =
            hit.separator == Separator::colon || hit.separator == Separator::dash || hit.separator == Separator::digit;
        return fits ? behind() : Answer{};
    }
    Answer after_tab() const { return hit.separator == Separator::space ? behind() : Answer{}; }

    // A name starts with a capital, a digit or an apostrophe, and is no sentence; behind a slash the label goes on.
    Answer after_label() const {
        if (hit.separator != Separator::none) return {};
        const std::string_view text = trim(rest());
        if (text.empty() || text.size() > value_bytes / 2 || text.ends_with('.')) return {};
        const bool is_name = !(text[0] >= 'a' && text[0] <= 'z') && text[0] != '/' && text[0] != '&' && text[0] != '+';
        return is_name ? behind() : Answer{};
    }

    bool is_rest_blank() const { return trim(rest()).empty(); }

    const RegionCell* cell() const {
        return line().cell < 0 ? nullptr : &region().cells[static_cast<std::size_t>(line().cell)];
    }
    // The next cell of the row with more than signs in it, or the last one.
    const RegionCell* right_cell() const {
        const RegionCell* own = cell();
        if (!own) return nullptr;
        const std::vector<int>& row = region().rows[static_cast<std::size_t>(own->row)].cells;
        const auto place = std::find(row.begin(), row.end(), line().cell);
        const RegionCell* right = nullptr;
        for (auto next = place + 1; place != row.end() && next != row.end(); ++next) {
            right = &region().cells[static_cast<std::size_t>(*next)];
            const std::string text = text_of(*right);
            if (trim(text).empty() || !is_only_signs(text)) break;
        }
        return right;
    }
    std::string text_of(const RegionCell& cell) const {
        std::string text;
        for (int i = cell.first_line; i < cell.end_line; ++i) {
            if (i > cell.first_line) text += '\n';
            text += region().lines[static_cast<std::size_t>(i)].text;
        }
        return text;
    }
    std::size_t filled_lines(const RegionCell& cell) const {
        std::size_t filled = 0;
        for (int i = cell.first_line; i < cell.end_line; ++i)
            filled += trim(region().lines[static_cast<std::size_t>(i)].text).empty() ? 0 : 1;
        return filled;
    }
    // Labels below each other in one cell, their values in the next.
    bool is_label_column() const {
        const RegionCell* own = cell();
        const RegionCell* right = right_cell();
        return own && right && filled_lines(*own) >= 2 && !trim(text_of(*right)).empty();
    }

    // Lines from `from` to `end` up to the next label; of a field with one line only the first.
    Answer lines(std::size_t from, std::size_t end) const {
        std::string text;
        std::size_t taken = 0;
        const Origin* origin = nullptr;
        for (std::size_t i = from; i < end && taken < value_lines; ++i) {
            const Line& next = region().lines[i];
            if (labels.is_label_line(i)) break;
            if (trim(next.text).empty()) {
                if (taken > 0) break;
                continue;
            }
            if (next.text.size() > value_bytes) break;
            if (taken++ > 0) text += '\n';
            if (!origin) origin = &next.paragraph->origin;
            text += trim(next.text);
            if (!field.several) break;
        }
        return taken == 0 ? Answer{} : answer(text, *origin);
    }

    Answer next_line() const {
        if (!is_rest_blank() || is_label_column()) return {};
        std::size_t end = hit.line + 1;
        const RegionCell* own = cell();
        while (end < region().lines.size() &&
               (own ? static_cast<int>(end) < own->end_line : region().lines[end].paragraph == line().paragraph))
            ++end;
        return lines(hit.line + 1, end);
    }

    Answer cell_right() const {
        const RegionCell* right = right_cell();
        if (!right || !is_rest_blank() || !hit.is_leading) return {};
        if (is_year_row(cell()->row)) return {};
        if (const int years = year_row_above(); years >= 0) return newest_year(years);
        if (const std::string persons = persons_of_sites(); !persons.empty())
            return answer(persons, right->cell->origin);
        if (is_below_locations()) return {};  // which of them is the school, nothing says
        if (starts_with_label(*right)) return {};
        // "Versie | Datum | Auteur"
        if (const std::string name = text_of(*right);
            name.size() <= value_bytes && labels.form_.is_term(fold_words(name), Term::label))
            return {};
        if (trim(text_of(*right)).empty()) return {Answer::Kind::empty, "", {}};
        const RegionCell& own = *cell();
        if (filled_lines(own) >= 2 && other_labels(own)) return paired_line(own, *right);
        std::string text;
        for (int i = right->first_line; i < right->end_line; ++i) {
            if (labels.is_label_line(static_cast<std::size_t>(i))) break;
            if (i > right->first_line) text += '\n';
            text += trim(region().lines[static_cast<std::size_t>(i)].text);
        }
        if (field.several) text += rows_below(own);
        return answer(text, right->cell->origin);
    }
    bool other_labels(const RegionCell& own) const {
        for (int i = own.first_line; i < own.end_line; ++i)
            if (static_cast<std::size_t>(i) != hit.line && labels.leading_hit(static_cast<std::size_t>(i))) return true;
        return false;
    }
    // The line of `right` that stands beside the label's line, when there are as many.
    Answer paired_line(const RegionCell& own, const RegionCell& right) const {
        const auto offset = hit.line - static_cast<std::size_t>(own.first_line);
        if (own.end_line - own.first_line != right.end_line - right.first_line) return {Answer::Kind::empty, "", {}};
        const Line& value = region().lines[static_cast<std::size_t>(right.first_line) + offset];
        return answer(value.text, value.paragraph->origin);
    }
    // Values in the rows below that have nothing in the label's place.
    std::string rows_below(const RegionCell& own) const {
        std::string text;
        int row = region().rows[static_cast<std::size_t>(own.row)].below;
        for (std::size_t taken = 0; row >= 0 && taken < value_lines; ++taken) {
            const RegionRow& next = region().rows[static_cast<std::size_t>(row)];
            if (next.cells.size() < 2) break;
            const std::string label = text_of(region().cells[static_cast<std::size_t>(next.cells.front())]);
            const std::string value = text_of(region().cells[static_cast<std::size_t>(next.cells.back())]);
            if (!trim(label).empty() || trim(value).empty()) break;
            text += '\n' + std::string(trim(value));
            row = next.below;
        }
        return text;
    }

    const RegionRow& row_at(int row) const { return region().rows[static_cast<std::size_t>(row)]; }
    const RegionCell& cell_at(int cell) const { return region().cells[static_cast<std::size_t>(cell)]; }
    int year_of(int cell) const { return named_year(text_of(cell_at(cell))); }

    // Whether every filled cell of a row but the first names a year, and two do.
    bool is_year_row(int row) const {
        constexpr int header_rows = 3;
        if (row_at(row).index >= header_rows) return false;
        const std::vector<int>& cells = row_at(row).cells;
        int years = 0;
        for (std::size_t i = 1; i < cells.size(); ++i) {
            if (trim(text_of(cell_at(cells[i]))).empty()) continue;
            if (year_of(cells[i]) == 0) return false;
            ++years;
        }
        return years >= 2;
    }
    static bool names_location(const std::string& text) {
        const Words words = fold_words(text);
        return words.size() > 0 && std::ranges::any_of(default_vocabulary().location_words,
                                                       [&](const std::string& word) { return words[0] == word; });
    }
    // The first row of the label's table.
    int top_row() const {
        int top = cell()->row;
        for (int taken = 0, row = top; taken < most_rows && row >= 0; ++taken, row = above(row)) top = row;
        return top;
    }
    // "Locatie Noord", "OBS De Brug", "SO"
    static bool names_site(const std::string& text) {
        const Words words = fold_words(text);
        const Vocabulary& vocabulary = default_vocabulary();
        return words.size() > 0 &&
               (names_location(text) ||
                std::ranges::find(vocabulary.school_prefixes, words[0]) != vocabulary.school_prefixes.end() ||
                std::ranges::find(vocabulary.group_words, words[0]) != vocabulary.group_words.end());
    }
    // Whether two columns of the table are headed by a location each: "Locatie Noord | Locatie Zuid".
    bool is_below_locations() const {
        const int top = top_row();
        int locations = 0;
        for (const int at : row_at(top).cells) {
            locations += names_location(text_of(cell_at(at)));
        }
        return top != cell()->row && locations >= 2;
    }
    // Of a label of persons in a table with a column for each site, those of all its columns.
    std::string persons_of_sites() const {
        if (field.includes.empty()) return {};
        const std::vector<int>& top = row_at(top_row()).cells;
        const std::vector<int>& own = row_at(cell()->row).cells;
        constexpr std::size_t fewest_columns = 3;  // the labels and two sites
        if (top_row() == cell()->row || own.size() < fewest_columns || own.size() != top.size()) return {};
        if (own.front() != line().cell) return {};
        std::string text;
        for (std::size_t i = 1; i < own.size(); ++i) {
            if (!names_site(text_of(cell_at(top[i])))) return {};
            const std::string value(trim(text_of(cell_at(own[i]))));
            if (value.size() > value_bytes || starts_with_label(cell_at(own[i]))) return {};
            if (!value.empty() && !text.empty()) text += '\n';
            text += value;
        }
        return text;
    }
    // The row of years above the label's row; -1 where there is none.
    int year_row_above() const {
        int row = cell()->row;
        for (int taken = 0; taken < most_rows && (row = above(row)) >= 0; ++taken)
            if (is_year_row(row)) return row;
        return -1;
    }
    int above(int row) const {
        for (int other = row - 1; other >= 0 && row_at(row).index > 0; --other)
            if (row_at(other).below == row) return other;
        return -1;
    }
    // Of the figures in the label's row the one below the last year.
    Answer newest_year(int years) const {
        int newest = -1;
        for (const int cell : row_at(years).cells)
            if (year_of(cell) > (newest < 0 ? 0 : year_of(newest))) newest = cell;
        for (const int index : row_at(cell()->row).cells)
            if (newest >= 0 && cell_at(index).cell->column == cell_at(newest).cell->column) {
                Answer found = answer(text_of(cell_at(index)), cell_at(index).cell->origin);
                found.is_figure = true;
                return found;
            }
        return {Answer::Kind::empty, "", {}};
    }
    // The row below that is of the last year, where a year stands at the start of each; else the next row.
    int value_row() const {
        const int next = row_at(cell()->row).below;
        int newest = next, years = 0;
        for (int row = next; row >= 0 && !row_at(row).cells.empty(); row = row_at(row).below, ++years) {
            const int year = year_of(row_at(row).cells.front());
            if (year == 0 || row_at(row).cells.front() == line().cell) break;
            if (year > year_of(row_at(newest).cells.front())) newest = row;
        }
        if (years >= 2) return newest;
        return is_column_of_parts(next) ? total_row(next) : next;
    }
    // Whether the rows from `first` on count the parts of a whole, one for each group.
    bool is_column_of_parts(int first) const {
        if (field.field != pupils_field || row_at(cell()->row).cells.front() == line().cell) return false;
        int counted = 0;
        for (int row = first; row >= 0 && row_at(row).cells.size() > 1; row = row_at(row).below)
            counted += trim(text_of(cell_at(row_at(row).cells.front()))).empty() ? 0 : 1;
        return counted >= 2;
    }
    // The row that says what they are together; -1 where none does.
    int total_row(int first) const {
        for (int row = first; row >= 0; row = row_at(row).below) {
            const Words words = fold_words(text_of(cell_at(row_at(row).cells.front())));
            if (words.size() > 0 && (words[0] == "totaal" || words[0] == "samen")) return row;
        }
        return -1;
    }

    // The cell below a label, in a table with its labels in the first row; or below a label that has its row alone.
    Answer cell_below() const {
        const RegionCell* own = cell();
        if (!own || !is_rest_blank() || !hit.is_leading || filled_lines(*own) != 1) return {};
        const RegionRow& row = region().rows[static_cast<std::size_t>(own->row)];
        // Over a column of a list of persons, "Naam" is not the school's.
        if (hit.is_weak && row.cells.size() > 2) return {};
        if (row.below < 0 || is_year_row(own->row) || (row.cells.size() > 1 && !is_label_row(row))) return {};
        const int value = value_row();
        if (value < 0) return {Answer::Kind::empty, "", {}};
        for (const int index : row_at(value).cells) {
            const RegionCell& below = region().cells[static_cast<std::size_t>(index)];
            if (below.cell->column != own->cell->column) continue;
            if (below.first_line < below.end_line &&
                (labels.is_label_line(static_cast<std::size_t>(below.first_line)) ||
                 looks_labelled(region().lines[static_cast<std::size_t>(below.first_line)].text)))
                return {};
            if (trim(text_of(below)).empty()) return {};
            return has_another(below) ? Answer{} : answer(text_of(below), below.cell->origin);
        }
        return {};
    }
    // Whether the row below says something else: a row for each location, and nothing tells which is the school's.
    bool has_another(const RegionCell& value) const {
        const int next = row_at(value.row).below;
        if (next < 0 || !names_location(text_of(cell_at(row_at(cell()->row).cells.front())))) return false;
        for (const int index : row_at(next).cells) {
            const RegionCell& other = cell_at(index);
            if (other.cell->column != value.cell->column) continue;
            const std::string text = text_of(other);
            return !trim(text).empty() && !labels.is_label_line(static_cast<std::size_t>(other.first_line)) &&
                   !looks_labelled(text) && fold(text) != fold(text_of(value)) && row_at(next).cells.size() > 1;
        }
        return false;
    }
    // A cell without text has no line.
    bool starts_with_label(const RegionCell& other) const {
        return other.first_line < other.end_line && labels.is_label_line(static_cast<std::size_t>(other.first_line));
    }
    bool is_label_row(const RegionRow& row) const {
        const RegionCell& last = region().cells[static_cast<std::size_t>(row.cells.back())];
        return row.is_header || starts_with_label(last);
    }

    // Paragraphs below a label that stands alone. Where other labels have their values behind them, an empty one is
    // empty, unless a list follows that a field of several lines can take.
    Answer next_paragraph() const {
        if (cell() || !is_rest_blank() || !hit.is_leading) return {};
        const Paragraph& own = *line().paragraph;
        const bool is_marked =
            hit.separator == Separator::colon || own.heading > 0 || is_all(own, bold) || is_all(own, underlined);
        if (!is_marked) return {};
        std::size_t first = hit.line + 1;
        for (int blank = 0; first < region().lines.size() && trim(region().lines[first].text).empty(); ++first)
            if (++blank > blank_lines) return {};
        std::size_t end = first;
        const bool needs_list = labels.fills_same_line_ && !line().names_owner;
        while (end < region().lines.size()) {
            const Line& next = region().lines[end];
            if (next.cell >= 0 || next.paragraph->heading > 0 || next.paragraph == &own || looks_labelled(next.text))
                break;
            const bool is_person = starts_as_person(trim(next.text), next.words);
            if (needs_list && !(field.several && (next.paragraph->list || is_person))) break;
            ++end;
        }
        return lines(first, end);
    }
};

namespace {

using LocatorFunction = Answer (LocatorFunctions::*)() const;
struct LocatorRow {
    Locator locator;
    LocatorFunction find;
};
constexpr std::array locator_functions{
    LocatorRow{Locator::after_sign, &LocatorFunctions::after_sign},
    LocatorRow{Locator::after_tab, &LocatorFunctions::after_tab},
    LocatorRow{Locator::after_label, &LocatorFunctions::after_label},
    LocatorRow{Locator::next_line, &LocatorFunctions::next_line},
    LocatorRow{Locator::cell_right, &LocatorFunctions::cell_right},
    LocatorRow{Locator::cell_below, &LocatorFunctions::cell_below},
    LocatorRow{Locator::next_paragraph, &LocatorFunctions::next_paragraph},
};

}  // namespace

LabelledRegion::LabelledRegion(const MatchedTemplate& form, const Region& region, const std::vector<bool>& is_wanted)
    : form_(form), region_(region), hits_(find_labels(form, region, is_wanted)), leading_(region.lines.size(), -1) {
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        const LabelHit& hit = hits_[i];
        if (!hit.is_leading) continue;
        leading_[hit.line] = static_cast<int>(i);
        const Line& line = region_.lines[hit.line];
        const std::string_view rest =
            std::string_view(line.text).substr(hit.value_begin, hit.value_end - hit.value_begin);
        fills_same_line_ = fills_same_line_ || (line.cell < 0 && !trim(rest).empty());
    }
}

const LabelHit* LabelledRegion::leading_hit(std::size_t line) const {
    return leading_[line] < 0 ? nullptr : &hits_[static_cast<std::size_t>(leading_[line])];
}

bool LabelledRegion::is_label_line(std::size_t line) const { return leading_[line] >= 0; }

std::optional<LocatedValue> LabelledRegion::find_value(std::size_t index) const {
    const LabelHit& hit = hits_[index];
    if (hit.is_persons) return std::nullopt;
    const FieldDef& field = form_.rules.fields[hit.field];
    const LocatorFunctions functions{*this, hit, field};
    for (const Locator locator : field.locators) {
        const auto row = std::find_if(locator_functions.begin(), locator_functions.end(),
                                      [&](const LocatorRow& candidate) { return candidate.locator == locator; });
        if (row == locator_functions.end()) continue;
        Answer answer = (functions.*row->find)();
        if (answer.kind == Answer::Kind::empty) return std::nullopt;
        if (answer.kind == Answer::Kind::elsewhere) continue;
        LocatedValue value{std::move(answer.text), locator, std::move(answer.origin), answer.is_figure};
        if (field.several && hit.value_end == region_.lines[hit.line].text.size()) extend(hit, value);
        return value;
    }
    return std::nullopt;
}

// Lines that go on with a value behind its label: in the same paragraph, indented, a second person, or the postcode of
// an address.
void LabelledRegion::extend(const LabelHit& hit, LocatedValue& value) const {
    if (value.locator != Locator::after_sign && value.locator != Locator::after_tab) return;
    const Line& own = region_.lines[hit.line];
    for (std::size_t i = hit.line + 1; i < region_.lines.size() && i <= hit.line + value_lines; ++i) {
        const Line& next = region_.lines[i];
        const std::string_view text = trim(next.text);
        if (text.empty() || is_label_line(i) || next.cell != own.cell || next.paragraph->heading > 0) return;
        const bool is_person = starts_as_person(text, next.words);
        if (text.size() > value_bytes || (looks_labelled(text) && !is_person)) return;
        if (value.locator == Locator::after_tab && is_labelled_by_tab(text)) return;
        const bool is_close = next.paragraph == own.paragraph || next.text[0] == '\t' || next.text.starts_with("   ");
        if (!is_close && !is_person && !starts_with_postcode(text)) return;
        value.text += '\n' + without_marks(text);
    }
}

}  // namespace sop
