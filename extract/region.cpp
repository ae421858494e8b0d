#include "extract/region.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include "extract/grid.h"
#include "extract/owners.h"
#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

class RegionReader {
public:
    RegionReader(const MatchedTemplate& form, TableMeanings& meanings) : form_(form), meanings_(meanings) {}

    Region take() { return std::move(region_); }

    void blocks(const std::vector<Block>& blocks, int cell) {
        for (const Block& block : blocks) {
            if (const auto* item = std::get_if<Paragraph>(&block.content))
                paragraph(*item, cell);
            else
                table(std::get<Table>(block.content));
        }
    }

private:
    void paragraph(const Paragraph& paragraph, int cell) {
        if (paragraph.inlines.empty()) return;
        const std::string text = filled_text(paragraph.inlines, form_.controls);
        const auto add = [&](std::string_view line) {
            Line& added = region_.lines.emplace_back();
            added.text = line;
            if (line.size() <= label_line_bytes) added.words = fold_words(line);
            added.paragraph = &paragraph;
            added.cell = cell;
        };
        for_each_line(text, [&](std::string_view line) {
            if (line.size() <= label_line_bytes)
                add(line);
            else
                for_each_sentence(line, add);
        });
        for (const Inline& piece : paragraph.inlines) {
            const auto* content = std::get_if<Text>(&piece);
            if (content && content->control != no_control) control(content->control);
        }
    }

    void control(ControlIndex index) {
        // Readers nest controls a few levels deep; the set ends the walk at any that was seen before.
        while (index < form_.controls.size() && seen_.insert(index).second) {
            region_.controls.push_back(index);
            index = form_.controls[index].parent;
        }
    }

    // Whether a table of the record lies on its side: what stands beside "Begeleiding" and "Samenwerking met" there is
    // no school's.
    bool is_turned(const Table& table) const {
        constexpr std::size_t most_rows = 12, most_columns = 12;
        const auto columns = static_cast<std::size_t>(std::max(0, table.columns));
        if (table.rows.size() < 3 || table.rows.size() > most_rows || columns < 3 || columns > most_columns)
            return false;
        const std::vector<TableReading> readings = match_columns(form_, turned(table)).readings;
        return !readings.empty() && readings.front().header_rows == 1 &&
               describes(form_.rules.tables[readings.front().table]) && is_sure(form_, readings.front());
    }

    void table(const Table& table) {
        for (const TableReading& reading : meanings_.of(table).readings)
            if (is_sure(form_, reading)) return;
        if (is_turned(table)) return;
        if (auto contacts = read_contacts(form_, table)) {
            std::move(contacts->begin(), contacts->end(), std::back_inserter(region_.contacts));
            return;
        }
        const std::size_t first_row = region_.rows.size();
        int above = -1, row_index = 0;
        const int table_index = tables_++;
        for (const Row& row : table.rows) {
            const int index = static_cast<int>(region_.rows.size());
            region_.rows.emplace_back();
            region_.rows.back().index = row_index++;
            region_.rows.back().table = table_index;
            region_.rows.back().is_header = row.is_header;
            if (above >= 0) region_.rows[static_cast<std::size_t>(above)].below = index;
            above = index;
            for (const Cell& cell : row.cells) {
                const int place = static_cast<int>(region_.cells.size());
                region_.cells.push_back({&cell, index, static_cast<int>(region_.lines.size()), 0});
                region_.rows[static_cast<std::size_t>(index)].cells.push_back(place);
                blocks(cell.blocks, place);
                region_.cells[static_cast<std::size_t>(place)].end_line = static_cast<int>(region_.lines.size());
            }
        }
        find_owners(first_row);
    }

    // Whose the data below a heading are; absent where the text is none.
    static std::optional<Owner> owner_in(const Line& line) {
        constexpr std::size_t heading_words = 5;
        const Vocabulary& known = default_vocabulary();
        if (line.words.size() > heading_words || line.text.find(':') != std::string::npos) return std::nullopt;
        if (has_word(known.board_words, line.words)) return Owner::board;
        if (has_word(known.other_words, line.words)) return Owner::another;
        return has_word(known.school_words, line.words) ? std::optional(Owner::school) : std::nullopt;
    }

    // Says of the cells of the table that starts in `first_row` whose they are, where each heading in its first row
    // tells, and the school is one of them.
    void find_owners(std::size_t first_row) {
        struct Heading {
            int column = 0;
            std::optional<Owner> owner;
        };
        std::vector<Heading> headings;
        bool has_school = false;
        if (first_row >= region_.rows.size()) return;
        for (const int index : region_.rows[first_row].cells) {
            const RegionCell& cell = region_.cells[static_cast<std::size_t>(index)];
            const auto begin = region_.lines.begin() + cell.first_line, end = region_.lines.begin() + cell.end_line;
            const auto line = std::find_if(begin, end, [](const Line& l) { return !trim(l.text).empty(); });
            if (line == end) continue;
            headings.push_back({cell.cell->column, owner_in(*line)});
            if (!headings.back().owner) return;
            has_school = has_school || headings.back().owner == Owner::school;
        }
        if (headings.size() < 2 || !has_school) return;
        for (int row = static_cast<int>(first_row); row >= 0; row = region_.rows[static_cast<std::size_t>(row)].below)
            for (const int index : region_.rows[static_cast<std::size_t>(row)].cells) {
                RegionCell& cell = region_.cells[static_cast<std::size_t>(index)];
                for (const Heading& heading : headings)
                    if (heading.column <= cell.cell->column) cell.owner = heading.owner;
            }
    }

    const MatchedTemplate& form_;
    TableMeanings& meanings_;
    Region region_;
    int tables_ = 0;
    std::unordered_set<ControlIndex> seen_;
};

}  // namespace

bool has_word(const std::vector<std::string>& words, const Words& text) {
    for (std::size_t i = 0; i < text.size(); ++i)
        if (std::find(words.begin(), words.end(), text[i]) != words.end()) return true;
    return false;
}

Region read_region(const MatchedTemplate& form, TableMeanings& meanings, const std::vector<Block>& blocks,
                   std::string_view place, Owner owner) {
    RegionReader reader(form, meanings);
    reader.blocks(blocks, -1);
    Region region = reader.take();
    region.place = place;
    mark_owners(form, region, owner);
    return region;
}

}  // namespace sop
