// Choices: what a school has, has not or is working on, by marked columns, by a word or by tick boxes.
#include <algorithm>
#include <array>
#include <optional>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "extract/tables.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::array<std::string_view, 3> answer_columns{"ja", "nee", "in_ontwikkeling"};
// A table without known columns is one of choices when this share of its rows, and so many, end in an answer.
constexpr double answered_share = 0.6;
constexpr int fewest_answers = 2;
// Longer text is prose in which "ja" says nothing.
constexpr std::size_t choice_bytes = 250;

constexpr std::string_view ticked = "☒", unticked = "☐";

bool is_ticked(std::string_view text) {
    for (const std::string_view mark : {"☒", "☑", "✓", "✔", "√", "✗", "✘"})
        if (text.find(mark) != std::string_view::npos) return true;
    return false;
}

// Whether a cell in a column of marks is marked.
bool is_mark(std::string_view text) {
    if (is_ticked(text)) return true;
    if (text.find(unticked) != std::string_view::npos) return false;
    const std::string folded = fold(text);
    return !folded.empty() && folded != "nee" && folded != "0" && folded != "nvt" && folded != "n v t";
}

class ChoiceReader {
public:
    ChoiceReader(const MatchedTemplate& form, std::size_t table, TableSink sink)
        : form_(form), table_(table), def_(form.rules.tables[table]), sink_(sink) {}

    void read(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
                this->paragraph(*paragraph);
            else
                table(std::get<Table>(block.content));
        }
    }

private:
    // Whether `text` is one of the answers and nothing else.
    bool is_answer(std::string_view text) const {
        if (text.empty() || text.size() > 40) return false;
        bool found = false;
        const Words words = fold_words(text);
        form_.meanings_at(words, 0, Term::column, [&](const Meaning& meaning, std::size_t taken) {
            const auto& id = def_.columns[meaning.item == table_ ? meaning.part : 0].id;
            found = found || (meaning.item == table_ && taken == words.size() &&
                              std::find(answer_columns.begin(), answer_columns.end(), id) != answer_columns.end());
        });
        return found;
    }

    // The answers chosen in a text: "ja", "☒ ja ☐ nee", "☐ ja ☒ nee", "/ nee" where "ja" was struck. Absent where the
    // text is no choice; "" where nothing is chosen.
    std::optional<std::string> chosen(std::string_view text) const {
        text = trim(text);
        if (text.size() > 4 * choice_bytes) return std::nullopt;
        const bool has_boxes =
            text.find(ticked) != std::string_view::npos || text.find(unticked) != std::string_view::npos;
        if (!has_boxes) {
            const std::size_t from = text.find_first_not_of(" /|");
            if (from == std::string_view::npos) return std::nullopt;
            text = text.substr(from, text.find_last_not_of(" /|") + 1 - from);
            return is_answer(text) ? std::optional(std::string(text)) : std::nullopt;
        }
        std::string result;
        bool is_choice = false;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t box = std::min(text.find(ticked, at), text.find(unticked, at));
            if (box == std::string_view::npos) break;
            const std::size_t from = box + ticked.size();
            const std::size_t end = std::min({text.find(ticked, from), text.find(unticked, from), text.size()});
            const std::string_view option = trim(text.substr(from, end - from));
            at = end;
            if (!is_answer(option)) continue;
            is_choice = true;
            if (!text.substr(box).starts_with(ticked)) continue;
            if (!result.empty()) result += " / ";
            result += option;
        }
        if (!is_choice) return std::nullopt;
        return result;
    }

    void add(std::string_view label, std::string_view value, const Origin& origin, double confidence, Method method) {
        FoundRow row;
        row.group = group_;
        row.method = method;
        row.confidence = confidence;
        row.origin = origin;
        row.cells.push_back({"label", "", std::string(trim(label)), origin});
        if (!value.empty()) row.cells.push_back({"waarde", "", std::string(value), origin});
        sink_.rows.push_back(std::move(row));
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
        if (text.starts_with(ticked) || text.starts_with(unticked)) {
            const std::string_view label = trim(text.substr(ticked.size()));
            if (label.empty() || is_answer(label) || label.find(ticked) != std::string_view::npos ||
                label.find(unticked) != std::string_view::npos)
                return;
            add(label, text.substr(0, ticked.size()), origin, ticked_confidence, Method::label);
            return;
        }
        // A label and its answer: behind it in boxes, else behind a tab or a colon.
        const std::size_t box = std::min(text.find(ticked), text.find(unticked));
        const std::size_t sign = box == std::string_view::npos ? std::max(rfind(text, '\t'), rfind(text, ':')) : 0;
        if (box == std::string_view::npos && sign == 0) return;
        const std::size_t end = box == std::string_view::npos ? sign : box;
        const auto answer = chosen(text.substr(box == std::string_view::npos ? sign + 1 : box));
        std::string_view label = trim(text.substr(0, end));
        while (label.ends_with(':')) label = trim(label.substr(0, label.size() - 1));
        if (!answer || fold(label).empty()) return;
        add(label, *answer, origin, box == std::string_view::npos ? written_confidence : ticked_confidence,
            Method::label);
    }
    // Position of the last `sign`; 0 where there is none.
    static std::size_t rfind(std::string_view text, char sign) {
        const std::size_t at = text.rfind(sign);
        return at == std::string_view::npos ? 0 : at;
    }

    void table(const Table& table) {
        for (const TableReading& reading : match_columns(form_, table)) {
            if (reading.table != table_) continue;
            if (!has_answers(reading)) break;
            read_table(table, reading, known_columns_confidence);
            return;
        }
        if (is_another_table(form_, table, table_)) return;
        if (const auto reading = read_by_answers(table)) {
            read_table(table, *reading, written_confidence * no_header_factor);
            return;
        }
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) read(cell.blocks);
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
        reading.columns[0].column = column_index(def_, def_.row_label);
        reading.columns[static_cast<std::size_t>(most - answers.begin())].column = column_index(def_, "waarde");
        return reading;
    }

    // Reads the rows and turns marked columns into the value they stand for.
    void read_table(const Table& table, const TableReading& reading, double confidence) {
        const std::size_t first = sink_.rows.size();
        read_rows(form_, table, reading, confidence, sink_.rows, sink_.diagnostics);
        for (std::size_t i = first; i < sink_.rows.size(); ++i) take_answer(sink_.rows[i]);
        std::erase_if(sink_.rows, [](const FoundRow& row) { return !find_cell(row, "label"); });
    }

    void take_answer(FoundRow& row) {
        std::string value;
        const FoundCell* first = nullptr;
        for (const std::string_view id : answer_columns) {
            const FoundCell* cell = find_cell(row, id);
            if (!cell || !is_mark(cell->raw)) continue;
            if (!first)
                first = cell;
            else
                add_diagnostic(sink_.diagnostics, {"KEUZE_DUBBEL", Severity::warning,
                                                   "Er is meer dan één antwoord aangekruist.", cell->origin});
            if (!value.empty()) value += " / ";
            value += cell->heading;
        }
        if (first) row.cells.push_back({"waarde", "", value, first->origin});
        std::erase_if(row.cells, [](const FoundCell& cell) {
            return std::find(answer_columns.begin(), answer_columns.end(), cell.column) != answer_columns.end();
        });
        for (FoundCell& cell : row.cells)
            if (cell.column == "waarde")
                if (const auto answer = chosen(cell.raw)) cell.raw = *answer;
        std::erase_if(row.cells, [](const FoundCell& cell) { return cell.raw.empty(); });
    }

    const MatchedTemplate& form_;
    std::size_t table_;
    const TableDef& def_;
    TableSink sink_;
    std::string group_;
};

}  // namespace

void read_choices(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableSink sink) {
    if (place.is_expected) ChoiceReader(form, table, sink).read(place.blocks);
}

}  // namespace sop
