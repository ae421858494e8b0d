// Choices: what a school has, has not or is working on, by marked columns, by a word or by tick boxes.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "extract/tables.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::array<std::string_view, 3> answer_columns{"ja", "nee", "in_ontwikkeling"};
// What the record calls them, in their order.
constexpr std::array<std::string_view, 3> plain_answers{"ja", "nee", "in ontwikkeling"};
// A table without known columns is one of choices when this share of its rows, and so many, end in an answer.
constexpr double answered_share = 0.6;
constexpr int fewest_answers = 2;
// Longer text is prose in which "ja" says nothing.
constexpr std::size_t choice_bytes = 250;

// Words of the longest answer: "nog in ontwikkeling".
constexpr std::size_t longest_answer = 3;

bool is_ticked(std::string_view text) {
    for (const std::string_view mark : {"☒", "☑", "✓", "✔", "√", "✗", "✘"})
        if (text.find(mark) != std::string_view::npos) return true;
    return false;
}

// Whether a cell in a column of marks is marked.
bool is_mark(std::string_view text) {
    if (is_ticked(text)) return true;
    if (text.find(unticked) != std::string_view::npos) return false;
    for (const std::string_view sign : {"●", "•", "+", "*", "■", "v"})
        if (trim(text) == sign) return true;
    const std::string folded = fold(text);
    return !folded.empty() && folded != "nee" && folded != "0" && folded != "nvt" && folded != "n v t";
}

class ChoiceReader {
public:
    ChoiceReader(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work)
        : form_(form),
          table_(table),
          def_(form.rules.tables[table]),
          is_expected_(place.is_expected),
          section_(place.section),
          work_(work) {}

    void read(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
                if (is_expected_) this->paragraph(*paragraph);
            } else {
                table(std::get<Table>(block.content));
            }
        }
    }

private:
    static bool is_answer_column(std::string_view id) {
        return std::find(answer_columns.begin(), answer_columns.end(), id) != answer_columns.end();
    }

    // What the record calls an answer of `column`: "op orde" is "ja"; as it stands where it is called so.
    static std::string plain_answer(std::string_view answer, std::string_view column) {
        const auto known = std::find(answer_columns.begin(), answer_columns.end(), column) - answer_columns.begin();
        const std::string_view plain = plain_answers[static_cast<std::size_t>(known)];
        return fold(answer) == plain ? std::string(answer) : std::string(plain);
    }
    std::string plain_answer(std::string_view answer) const {
        std::string_view column;
        return answer_bytes(answer, &column) == 0 ? std::string(answer) : plain_answer(answer, column);
    }

    // Whether `text` is one of the answers and nothing else.
    bool is_answer(std::string_view text) const {
        if (text.empty() || text.size() > 40) return false;
        return answer_bytes(text) == text.size();
    }

    // Number of bytes of the answer that `text` starts with; 0 where it starts with none, or goes on as a sentence.
    std::size_t answer_bytes(std::string_view text, std::string_view* column = nullptr) const {
        if (text.size() > choice_bytes) return 0;
        std::size_t bytes = 0;
        const Words words = fold_words(text);
        form_.meanings_at(words, 0, Term::column, [&](const Meaning& meaning, std::size_t taken) {
            if (meaning.item != table_ || !is_answer_column(def_.columns[meaning.part].id)) return;
            bytes = words.words[taken - 1].end;
            if (column) *column = def_.columns[meaning.part].id;
        });
        const std::string_view rest = text.substr(bytes);
        const std::size_t next = rest.find_first_not_of(' ');
        const bool is_apart = next == std::string_view::npos ||
                              std::string_view(",;(\t\n.-/|").find(rest[next]) != std::string_view::npos;
        const bool is_abbreviation =
            bytes == 1 && rest.starts_with('.') && rest.size() > 1 && rest[1] != ' ';  // "n.v.t."
        return is_apart && !is_abbreviation ? bytes : 0;
    }

    // First byte of the answer that `text` ends with; its size where it ends with none. Signs behind it do not count.
    std::size_t answer_begin(std::string_view text) const {
        if (text.size() > choice_bytes) return text.size();
        const Words words = fold_words(text);
        const std::size_t shortest = words.size() < longest_answer ? 0 : words.size() - longest_answer;
        for (std::size_t from = shortest; from < words.size(); ++from) {
            const std::size_t begin = words.words[from].begin;
            if (answer_bytes(text.substr(begin)) == words.words.back().end - begin) return begin;
        }
        return text.size();
    }

    // What was chosen in a text, and the text before its options.
    struct Choice {
        std::string label, value, note;  // value: "" where nothing is chosen, or more than one
        enum Kind : std::uint8_t { answered, open, doubled, unclear } kind = answered;
    };

    // "ja", "ja, in 2018", "/ nee" where "ja" was struck; "ja / nee" is open. Absent where the text is no choice.
    std::optional<Choice> written_choice(std::string_view text) const {
        const std::size_t from = text.find_first_not_of(" /|");
        if (from == std::string_view::npos) return std::nullopt;
        text = text.substr(from, text.find_last_not_of(" /|") + 1 - from);
        const std::size_t bytes = answer_bytes(text);
        if (bytes == 0) return std::nullopt;
        std::string_view rest = text.substr(bytes);
        // Several answers in a row are what the form offers; "ja, in ontwikkeling zijnde" is one with a note.
        bool is_offer = false;
        for (;;) {
            const std::size_t next = std::min(rest.find_first_not_of(" /|,"), rest.size());
            const std::size_t more = answer_bytes(rest.substr(next));
            if (more == 0) break;
            const bool is_choice = rest.substr(0, next).find_first_of("/|") != std::string_view::npos;
            if (!is_choice && next + more < rest.size()) break;
            is_offer = true;
            rest = rest.substr(next + more);
        }
        Choice choice{"", "", std::string(note_text(rest)), is_offer ? Choice::open : Choice::answered};
        if (!is_offer) choice.value = text.substr(0, bytes);
        return choice;
    }

    // "☒ ja ☐ nee", "☐ ja ☒ nee, nog niet", "Pestprotocol: ja ☒ nee ☐". Absent where no box has an answer beside it.
    std::optional<Choice> boxed_choice(std::string_view text) const {
        std::vector<std::size_t> boxes;
        for (std::size_t at = next_box(text, 0); at < text.size(); at = next_box(text, at + ticked.size()))
            boxes.push_back(at);
        const auto behind = [&](std::size_t box) {
            const std::size_t from = boxes[box] + ticked.size();
            return trim(text.substr(from, (box + 1 < boxes.size() ? boxes[box + 1] : text.size()) - from));
        };
        const std::string_view lead = trim(text.substr(0, boxes[0]));
        const std::string_view last = behind(boxes.size() - 1);
        const std::size_t lead_answer = answer_begin(lead);
        std::string_view column;
        const bool leads_with_answer = answer_bytes(lead.substr(lead_answer), &column) > 0;
        const bool leads_with_yes_or_no = leads_with_answer && column != "in_ontwikkeling";
        Choice choice;
        // "ja ☒ nee ☐ in ontwikkeling": one of three has no box, and nothing says which.
        if (leads_with_yes_or_no && answer_bytes(last) > 0) {
            choice.label = lead.substr(0, lead_answer);
            choice.kind = Choice::unclear;
            return choice;
        }
        // A label may end like an answer: "Sociaal-emotionele ontwikkeling ☒ ja ☐ nee".
        const bool boxes_follow =
            leads_with_yes_or_no || (leads_with_answer && boxes.size() > 1 && answer_bytes(last) == 0);
        choice.label = boxes_follow ? lead.substr(0, lead_answer) : lead;
        bool is_choice = false;
        int ticks = 0;
        for (std::size_t box = 0; box < boxes.size(); ++box) {
            std::string_view option = behind(box);
            if (boxes_follow) {
                const std::string_view before = box == 0 ? lead : behind(box - 1);
                const std::size_t begin = answer_begin(before);
                option = before.substr(begin);
                if (box > 0) add_note(choice, before.substr(0, begin));
            }
            const std::size_t bytes = answer_bytes(option);
            if (!boxes_follow && bytes > 0 && box + 1 == boxes.size()) add_note(choice, option.substr(bytes));
            is_choice = is_choice || bytes > 0;
            if (!text.substr(boxes[box]).starts_with(ticked)) continue;
            ++ticks;
            choice.value = option.substr(0, bytes);
        }
        if (!is_choice) return std::nullopt;
        if (boxes_follow) add_note(choice, last);
        if (ticks != 1) choice.value.clear();
        if (ticks != 1) choice.kind = ticks == 0 ? Choice::open : Choice::doubled;
        return choice;
    }

    std::optional<Choice> chosen(std::string_view text) const {
        text = trim(text);
        if (text.size() > 4 * choice_bytes) return std::nullopt;
        return next_box(text, 0) < text.size() ? boxed_choice(text) : written_choice(text);
    }

    static void add_note(Choice& choice, std::string_view text) {
        const std::string_view note = note_text(text);
        if (!choice.note.empty() && !note.empty()) choice.note += ' ';
        choice.note += note;
    }

    void remark(Choice::Kind kind, const Origin& origin) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 4> remarks{
            {{},
             {"KEUZE_OPEN", "Bij een keuze is geen antwoord gegeven."},
             {"KEUZE_DUBBEL", "Er is meer dan één antwoord aangekruist."},
             {"KEUZE_ONDUIDELIJK", "Niet te zien is welk vakje bij welk antwoord hoort."}}};
        const auto& [code, message] = remarks[kind];
        if (!code.empty())
            add_diagnostic(work_.diagnostics, {std::string(code), Severity::warning, std::string(message), origin});
    }

    // What is written behind the last option, without the signs around it.
    static std::string_view note_text(std::string_view text) {
        const std::size_t from = text.find_first_not_of(" \t,;(.-/|");
        if (from == std::string_view::npos) return {};
        text = text.substr(from);
        if (text.ends_with(')') && text.find('(') == std::string_view::npos) text.remove_suffix(1);
        return trim(text);
    }

    void add(std::string_view label, const Choice& choice, const Origin& origin, double confidence) {
        FoundRow row;
        row.group = group_;
        row.method = Method::label;
        row.confidence = confidence;
        row.origin = origin;
        row.cells.push_back({"label", "", std::string(trim(label)), origin});
        if (!choice.value.empty()) row.cells.push_back({"waarde", "", plain_answer(choice.value), origin});
        if (!choice.note.empty()) row.cells.push_back({"toelichting", "", choice.note, origin});
        work_.rows.push_back(std::move(row));
        remark(choice.kind, origin);
    }

    void paragraph(const Paragraph& paragraph) {
        if (text_bytes(paragraph) > choice_bytes) return;
        const std::string whole = plain_text(paragraph.inlines, TextOf::value);
        if (paragraph.heading > 0) {
            group_ = collapse_spaces(whole);
            return;
        }
        for_each_line(whole, [&](std::string_view line) { this->line(trim(line), paragraph.origin); });
    }

    void line(std::string_view text, const Origin& origin) {
        if (text.empty()) return;
        // A box before a label: the school has it or not.
        if (const auto [box, bytes] = leading_box(text); bytes > 0) {
            const std::string_view label = trim(text.substr(bytes));
            if (label.empty() || is_answer(label) || next_box(label, 0) < label.size()) return;
            add(label, {"", std::string(box), "", Choice::answered}, origin, ticked_confidence);
            return;
        }
        // A label and its answer: in boxes, else behind a tab, a colon or a dash.
        if (next_box(text, 0) < text.size()) {
            if (const auto answer = chosen(text)) add_line(answer->label, *answer, origin, ticked_confidence);
            return;
        }
        const auto sign = std::max(rfind(text, "\t"), rfind(text, ":"));
        if (sign.bytes > 0 && add_written(text, sign, origin)) return;
        const auto dash = std::max(rfind(text, " - "), rfind(text, " – "));
        if (dash.bytes > 0) add_written(text, dash, origin);
    }

    struct Sign {
        std::size_t at = 0, bytes = 0;  // 0 bytes: there is none
        bool operator<(const Sign& other) const { return at < other.at; }
    };
    static Sign rfind(std::string_view text, std::string_view sign) {
        const std::size_t at = text.rfind(sign);
        return at == std::string_view::npos || at == 0 ? Sign{} : Sign{at, sign.size()};
    }

    bool add_written(std::string_view text, Sign sign, const Origin& origin) {
        const auto answer = chosen(text.substr(sign.at + sign.bytes));
        if (answer) add_line(text.substr(0, sign.at), *answer, origin, written_confidence);
        return answer.has_value();
    }

    void add_line(std::string_view label, const Choice& choice, const Origin& origin, double confidence) {
        const std::size_t end = label.find_last_not_of(" \t:(/|-");
        if (end == std::string_view::npos) return;
        label = label.substr(0, end + 1);
        if (!fold(label).empty()) add(label, choice, origin, confidence);
    }

    // The box that a line starts with and the bytes it takes; typed ones are "[x]", "[ ]" and a tick.
    static std::pair<std::string_view, std::size_t> leading_box(std::string_view text) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 9> boxes{{{ticked, ticked},
                                                                                      {unticked, unticked},
                                                                                      {"[x]", ticked},
                                                                                      {"[X]", ticked},
                                                                                      {"[ ]", unticked},
                                                                                      {"[]", unticked},
                                                                                      {"√ ", ticked},
                                                                                      {"✓", ticked},
                                                                                      {"✔", ticked}}};
        for (const auto& [sign, box] : boxes)
            if (text.starts_with(sign)) return {box, sign.size()};
        return {};
    }

    void table(const Table& table) {
        const TableMeaning& meaning = work_.meanings.of(table);
        const TableReading* known = meaning.reading_of(table_);
        if (known && belongs_to_section(meaning, *known)) return;
        if (known && has_answers(*known) && (is_expected_ || tells_answers(meaning, *known))) {
            read_table(table, *known, known_columns_confidence * (is_expected_ ? 1 : elsewhere_factor));
            return;
        }
        if (!is_expected_) return read_inner(table);
        if (meaning.excludes(table_)) return;
        if (const auto reading = read_by_answers(table)) {
            read_table(table, *reading, written_confidence * no_header_factor);
            return;
        }
        read_inner(table);
    }

    // Whether the table is another one, of the very section that it stands in: a heading names its rows there, and none
    // does here.
    bool belongs_to_section(const TableMeaning& meaning, const TableReading& known) const {
        const auto names_rows = [&](const TableReading& reading) {
            const TableDef& def = form_.rules.tables[reading.table];
            const int label = column_index(def, def.row_label);
            return std::any_of(reading.columns.begin(), reading.columns.end(), [&](const ColumnUse& use) {
                return use.column == label && !use.is_taken && !use.is_weak;
            });
        };
        return !names_rows(known) &&
               std::any_of(meaning.readings.begin(), meaning.readings.end(), [&](const TableReading& other) {
                   const std::vector<std::string>& places = form_.rules.tables[other.table].places;
                   return other.table != table_ && other.known >= 2 && names_rows(other) &&
                          std::find(places.begin(), places.end(), section_) != places.end();
               });
    }

    void read_inner(const Table& table) {
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) read(cell.blocks);
    }

    // Whether the columns say by themselves that the table is one of choices: all answers that a form has, which no
    // other table fits as well.
    bool tells_answers(const TableMeaning& meaning, const TableReading& reading) const {
        const bool has_all = std::all_of(answer_columns.begin(), answer_columns.end(), [&](std::string_view id) {
            const int column = column_index(def_, id);
            return std::any_of(reading.columns.begin(), reading.columns.end(),
                               [&](const ColumnUse& use) { return use.column == column && !use.is_weak; });
        });
        return has_all && std::none_of(meaning.readings.begin(), meaning.readings.end(),
                                       [&](const TableReading& other) { return other.firm > reading.firm; });
    }

    bool has_column(const TableReading& reading, std::string_view id) const {
        const int column = column_index(def_, id);
        return std::any_of(reading.columns.begin(), reading.columns.end(),
                           [&](const ColumnUse& use) { return use.column == column; });
    }
    bool has_answers(const TableReading& reading) const {
        const auto answers = std::count_if(answer_columns.begin(), answer_columns.end(),
                                           [&](std::string_view id) { return has_column(reading, id); });
        return has_column(reading, def_.row_label) && (answers >= 2 || has_column(reading, "waarde"));
    }

    // The reading of a table without known columns in which one column holds answers.
    std::optional<TableReading> read_by_answers(const Table& table) const {
        GridRows grid(table);
        const auto width = static_cast<std::size_t>(grid.width());
        if (width < 2) return std::nullopt;
        std::vector<int> answers(width);
        int rows = 0;
        while (grid.next()) {
            ++rows;
            for (std::size_t c = 1; c < width; ++c)
                answers[c] += grid.cells()[c] && chosen(cell_text(*grid.cells()[c])) ? 1 : 0;
        }
        const auto most = std::max_element(answers.begin(), answers.end());
        if (*most < fewest_answers || *most < answered_share * rows) return std::nullopt;
        TableReading reading;
        reading.table = table_;
        reading.columns.resize(width);
        // "Onderdeel | Op orde?" says what stands below, and is no item that is in order.
        const Row& top = table.rows.front();
        reading.header_rows = !top.cells.empty() && is_column_heading(form_, cell_text(top.cells.front())) ? 1 : 0;
        const auto answer = static_cast<std::size_t>(most - answers.begin());
        const std::size_t label = answer > 1 && numbers_rows(table, 0, reading.header_rows) ? 1 : 0;
        reading.columns[label].column = column_index(def_, def_.row_label);
        reading.columns[answer].column = column_index(def_, "waarde");
        return reading;
    }

    // Whether `column` holds marks and no answers: boxes, or a letter at most.
    static bool holds_marks(const Table& table, std::size_t column, std::size_t header_rows) {
        constexpr std::size_t mark_bytes = 3;
        bool any = false;
        GridRows grid(table);
        while (grid.next()) {
            const Cell* cell = grid.row() < header_rows ? nullptr : grid.cells()[column];
            const std::string text = cell ? cell_text(*cell) : std::string();
            if (text.size() > mark_bytes || is_letter_answer(text)) return false;
            any = any || !text.empty();
        }
        return any;
    }
    static bool is_letter_answer(std::string_view text) {
        const std::string folded = fold(text);
        return folded == "ja" || folded == "nee" || folded == "j" || folded == "n";
    }

    // "Aanwezig | In ontwikkeling | Niet aanwezig": a column of marks for what there is, beside those for the other
    // answers, is the one of "ja".
    TableReading with_yes(const Table& table, TableReading reading) const {
        const int value = column_index(def_, "waarde"), yes = column_index(def_, "ja");
        if (has_column(reading, "ja") || !(has_column(reading, "nee") || has_column(reading, "in_ontwikkeling")))
            return reading;
        for (std::size_t c = 0; c < reading.columns.size(); ++c)
            if (reading.columns[c].column == value && holds_marks(table, c, reading.header_rows))
                reading.columns[c].column = yes;
        return reading;
    }

    // Reads the rows and turns marked columns into the value they stand for.
    void read_table(const Table& table, const TableReading& shown, double confidence) {
        const TableReading reading = with_yes(table, shown);
        const std::size_t first = work_.rows.size();
        read_rows(form_, table, reading, {confidence}, work_.rows, work_.diagnostics);
        take_groups(first);
        for (std::size_t i = first; i < work_.rows.size(); ++i) take_answer(work_.rows[i]);
        std::erase_if(work_.rows, [](const FoundRow& row) { return !find_cell(row, "label"); });
    }

    // Rows that hold a name and nothing to choose, where every other row has its boxes, or that end in a colon: titles
    // of the rows below.
    void take_groups(std::size_t first) {
        const auto is_choice = [](const FoundCell& cell) {
            return is_answer_column(cell.column) || cell.column == "waarde";
        };
        const auto has_box = [&](const FoundRow& row) {
            return std::any_of(row.cells.begin(), row.cells.end(), [&](const FoundCell& cell) {
                return is_choice(cell) && next_box(cell.raw, 0) < cell.raw.size();
            });
        };
        const auto begin = work_.rows.begin() + static_cast<std::ptrdiff_t>(first);
        const bool has_boxes = std::count_if(begin, work_.rows.end(), has_box) >= fewest_answers;
        std::string group;
        work_.rows.erase(std::remove_if(begin, work_.rows.end(),
                                        [&](FoundRow& row) {
                                            const FoundCell* label = find_cell(row, "label");
                                            const bool is_title = label && row.cells.size() == 1 &&
                                                                  (has_boxes || label->raw.ends_with(':'));
                                            if (is_title) group = collapse_spaces(label->raw);
                                            if (!is_title && row.group.empty()) row.group = group;
                                            return is_title;
                                        }),
                         work_.rows.end());
    }

    void take_answer(FoundRow& row) {
        const FoundCell* marked = nullptr;
        auto kind = Choice::answered;
        for (const std::string_view id : answer_columns) {
            const FoundCell* cell = find_cell(row, id);
            if (!cell || !is_mark(cell->raw)) continue;
            if (marked) kind = Choice::doubled;
            marked = cell;
        }
        remark(kind, row.origin);
        if (marked && kind == Choice::answered)
            row.cells.push_back({"waarde", "", plain_answer(marked->heading, marked->column), marked->origin});
        std::erase_if(row.cells, [](const FoundCell& cell) {
            return std::find(answer_columns.begin(), answer_columns.end(), cell.column) != answer_columns.end();
        });
        std::string note;
        for (FoundCell& cell : row.cells) {
            if (cell.column != "waarde") continue;
            auto choice = chosen(cell.raw);
            if (!choice) continue;
            remark(choice->kind, cell.origin);
            cell.raw = plain_answer(choice->value);
            note = choice->note;
        }
        if (!note.empty() && !find_cell(row, "toelichting")) row.cells.push_back({"toelichting", "", note, row.origin});
        std::erase_if(row.cells, [](const FoundCell& cell) { return cell.raw.empty(); });
    }

    const MatchedTemplate& form_;
    std::size_t table_;
    const TableDef& def_;
    bool is_expected_;
    std::string_view section_;
    TableWork work_;
    std::string group_;
};

}  // namespace

void read_choices(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work) {
    ChoiceReader(form, table, place, work).read(place.blocks);
}

}  // namespace sop
