// Points: the items of a list, numbered or dashed paragraphs, or the rows of a table.
#include <algorithm>
#include <optional>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "extract/tables.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Without a mark, a longer paragraph below "…:" is prose.
constexpr std::size_t bare_line_bytes = 200;
constexpr std::size_t fewest_bare_lines = 2;

// `line` without the mark of an item in front: "- ", "• ", "1. ", "a) "; absent where it has none.
std::optional<std::string_view> item_text(std::string_view line) {
    line = trim(line);
    if (const auto text = bullet_text(line)) return text;
    std::size_t at = 0;
    while (at < line.size() && at < 2 && line[at] >= '0' && line[at] <= '9') ++at;
    if (at == 0 && line.size() > 1 && line[0] >= 'a' && line[0] <= 'z' && line[1] == ')') at = 1;
    if (at == 0 || at >= line.size() || (line[at] != '.' && line[at] != ')')) return std::nullopt;
    if (at + 1 < line.size() && line[at + 1] != ' ' && line[at + 1] != '\t') return std::nullopt;  // "3.2", "1.Doel"
    return trim(line.substr(at + 1));
}

class PointReader {
public:
    PointReader(const MatchedTemplate& form, std::size_t table, TableWork work)
        : form_(form), table_(table), def_(form.rules.tables[table]), work_(work) {}

    void read(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
                this->paragraph(*paragraph);
            else
                table(std::get<Table>(block.content));
        }
        end_bare_lines();
    }

private:
    void add(std::string_view text, const Origin& origin, double confidence) {
        if (is_empty_value(form_, text)) return;
        FoundRow row;
        row.group = group_;
        row.method = Method::label;
        row.confidence = confidence;
        row.origin = origin;
        row.cells.push_back({def_.row_label, "", std::string(text), origin});
        work_.rows.push_back(std::move(row));
    }

    void paragraph(const Paragraph& paragraph) {
        const std::string whole = plain_text(paragraph.inlines, TextOf::value);
        const std::string_view text = trim(whole);
        if (text.empty()) return;
        if (paragraph.heading > 0) {
            end_bare_lines();
            in_list_ = false;
            group_ = collapse_spaces(text);
            return;
        }
        if (paragraph.list) {
            end_bare_lines();
            list_item(text, *paragraph.list, paragraph.origin);
            return;
        }
        in_list_ = false;
        if (!lines(text, paragraph.origin)) bare_line(text, paragraph.origin);
    }

    // An item below another belongs to it.
    void list_item(std::string_view text, const ListMark& mark, const Origin& origin) {
        if (!in_list_) base_level_ = mark.level;
        base_level_ = std::min(base_level_, mark.level);
        if (in_list_ && mark.level > base_level_ && !work_.rows.empty()) {
            work_.rows.back().cells.front().raw += "\n- " + std::string(text);
            return;
        }
        in_list_ = true;
        add(text, origin, list_item_confidence);
    }

    // Lines that start with a dash or a number; a line without goes on with the item before it in the paragraph.
    bool lines(std::string_view text, const Origin& origin) {
        bool any = false;
        std::string item;
        const auto finish = [&] {
            if (any) add(item, origin, list_item_confidence);
        };
        for_each_line(text, [&](std::string_view line) {
            if (const auto marked = item_text(line)) {
                if (!any) end_bare_lines();
                finish();
                any = true;
                item = *marked;
            } else if (any && !trim(line).empty()) {
                item += ' ';
                item += trim(line);
            }
        });
        finish();
        return any;
    }

    // Short paragraphs below one that ends in a colon are points too, when there are several.
    void bare_line(std::string_view text, const Origin& origin) {
        if (text.ends_with(':')) {
            end_bare_lines();
            after_colon_ = true;
            return;
        }
        if (!after_colon_) return;
        if (text.size() > bare_line_bytes) {
            after_colon_ = false;
            bare_.clear();
            return;
        }
        bare_.push_back({std::string(text), origin});
    }
    void end_bare_lines() {
        if (bare_.size() >= fewest_bare_lines)
            for (const auto& [text, origin] : bare_) add(text, origin, bare_line_confidence);
        bare_.clear();
        after_colon_ = false;
    }

    void table(const Table& table) {
        end_bare_lines();
        in_list_ = false;
        const TableMeaning& meaning = work_.meanings.of(table);
        if (const TableReading* known = meaning.reading_of(table_)) {
            read_rows(form_, table, *known, known->known >= 2 ? own_columns_confidence : known_columns_confidence,
                      work_.rows, work_.diagnostics);
            return;
        }
        if (meaning.excludes(table_)) return;
        if (const auto reading = read_by_place(table))
            read_rows(form_, table, *reading, known_columns_confidence * no_header_factor, work_.rows,
                      work_.diagnostics);
    }

    // The reading of a table without known columns: one column, or a column of numbers before it.
    std::optional<TableReading> read_by_place(const Table& table) const {
        GridRows grid(table);
        const auto width = static_cast<std::size_t>(grid.width());
        std::vector<int> texts(width), numbers(width);
        while (grid.next())
            for (std::size_t c = 0; c < width; ++c) {
                const std::string text = grid.cells()[c] ? cell_text(*grid.cells()[c]) : "";
                if (text.empty()) continue;
                ++texts[c];
                numbers[c] += text.size() <= 4 && std::all_of(text.begin(), text.end(), [](char sign) {
                                  return (sign >= '0' && sign <= '9') || sign == '.' || sign == ')';
                              });
            }
        TableReading reading;
        reading.table = table_;
        reading.columns.resize(width);
        int content = 0;
        for (std::size_t c = 0; c < width; ++c) {
            if (texts[c] == 0 || numbers[c] * 2 > texts[c]) continue;
            if (++content == 1) reading.columns[c].column = column_index(def_, def_.row_label);
        }
        if (content != 1) return std::nullopt;
        if (!table.rows.empty() && table.rows[0].is_header) reading.header_rows = 1;
        return reading;
    }

    struct BareLine {
        std::string text;
        Origin origin;
    };

    const MatchedTemplate& form_;
    std::size_t table_;
    const TableDef& def_;
    TableWork work_;
    std::string group_;
    bool in_list_ = false;
    int base_level_ = 0;
    bool after_colon_ = false;
    std::vector<BareLine> bare_;
};

}  // namespace

void read_points(const MatchedTemplate& form, std::size_t table, const TablePlace& place, TableWork work) {
    if (place.is_expected) PointReader(form, table, work).read(place.blocks);
}

}  // namespace sop
