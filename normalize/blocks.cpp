#include "normalize/blocks.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/paragraph_text.h"
#include "ingest/text.h"
#include "normalize/dutch.h"
#include "normalize/marks.h"

namespace sop {
namespace {

// Wider tables have no empty cells added where columns are missing.
constexpr int max_columns = 1024;

void count(LeftOut& left_out, const Origin& origin) {
    if (left_out.count++ == 0) left_out.first = origin;
}

bool is_blank(std::string_view text) { return trim(text).empty(); }

// Counts what of a paragraph the record does not show; runs of the same kind that adjoin are one.
void count_left_out(const Paragraph& paragraph, LeftOuts& left_out) {
    bool was_hidden = false, was_prompt = false;
    for (const Inline& piece : paragraph.inlines) {
        if (std::holds_alternative<Picture>(piece)) count(left_out.pictures, paragraph.origin);
        const auto* text = std::get_if<Text>(&piece);
        const bool is_hidden = text && (text->style & hidden) && !is_blank(text->text);
        const bool is_prompt = text && (text->style & placeholder) && !is_hidden;
        if (is_hidden && !was_hidden) count(left_out.hidden_texts, paragraph.origin);
        if (is_prompt && !was_prompt) count(left_out.prompts, paragraph.origin);
        was_hidden = is_hidden;
        was_prompt = is_prompt;
    }
}

void count_left_out(const std::vector<Block>& blocks, LeftOuts& left_out) {
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
            count_left_out(*paragraph, left_out);
            continue;
        }
        for (const Row& row : std::get<Table>(block.content).rows)
            for (const Cell& cell : row.cells) count_left_out(cell.blocks, left_out);
    }
}

bool has_boxes(const Paragraph& paragraph) {
    return std::any_of(paragraph.inlines.begin(), paragraph.inlines.end(), [](const Inline& piece) {
        const auto* box = std::get_if<Checkbox>(&piece);
        return box && !(box->style & (hidden | placeholder));
    });
}

std::string dutch(std::string raw, LeftOuts& left_out) {
    std::string text = dutch_lines(raw);
    if (differ_in_words(raw, text)) left_out.reworded.push_back(std::move(raw));
    return text;
}

Tabel normalize_table(const Table& table, LeftOuts& left_out) {
    Tabel out;
    bool in_header = true;
    // How many rows more a cell above goes on, by column.
    std::vector<int> covered;
    const auto column_count = static_cast<std::size_t>(std::clamp(table.columns, 0, max_columns));
    covered.resize(column_count);
    out.rijen.reserve(table.rows.size());
    for (const Row& row : table.rows) {
        const bool is_header =
            row.is_header || (!row.cells.empty() && std::all_of(row.cells.begin(), row.cells.end(),
                                                                [](const Cell& cell) { return cell.is_header; }));
        in_header = in_header && is_header;
        out.kopregels += in_header;
        std::vector<TabelCel>& cells = out.rijen.emplace_back();
        cells.reserve(row.cells.size());
        std::size_t column = 0;
        // Columns that no cell covers, before `end`: an empty cell keeps the others in their place.
        const auto fill_to = [&](std::size_t end) {
            int missing = 0;
            for (; column < end; ++column) {
                const bool is_covered = covered[column] > 0;
                if (is_covered) --covered[column];
                if (!is_covered) ++missing;
                if (missing > 0 && (is_covered || column + 1 == end)) {
                    cells.push_back({{}, 1, missing});
                    missing = 0;
                }
            }
        };
        for (const Cell& cell : row.cells) {
            fill_to(std::min(static_cast<std::size_t>(std::max(cell.column, 0)), column_count));
            cells.push_back(
                {dutch(plain_text(cell.blocks), left_out), std::max(cell.row_span, 1), std::max(cell.column_span, 1)});
            const std::size_t end =
                std::min(column + static_cast<std::size_t>(std::max(cell.column_span, 1)), column_count);
            for (; column < end; ++column) covered[column] = std::max(cell.row_span, 1) - 1;
        }
        fill_to(column_count);
    }
    return out;
}

class BlockReader {
public:
    explicit BlockReader(LeftOuts& left_out) : left_out_(left_out) {}

    std::vector<Blok> read(const std::vector<Block>& blocks) {
        out_.reserve(blocks.size());
        for (const Block& block : blocks) {
            if (const auto* paragraph = std::get_if<Paragraph>(&block.content))
                add(*paragraph);
            else
                add(std::get<Table>(block.content));
        }
        return std::move(out_);
    }

private:
    void add(const Table& table) {
        for (const Row& row : table.rows)
            for (const Cell& cell : row.cells) count_left_out(cell.blocks, left_out_);
        out_.emplace_back(normalize_table(table, left_out_));
    }

    void add(const Paragraph& paragraph) {
        count_left_out(paragraph, left_out_);
        std::string text = dutch(plain_text(paragraph.inlines), left_out_);
        if (text.empty()) return;
        const int level = paragraph.list ? std::max(paragraph.list->level, 0) : 0;
        if (has_boxes(paragraph)) {
            add_boxes(split_boxes(text), level);
        } else if (paragraph.heading > 0) {
            if (!paragraph.number.empty()) text.insert(0, paragraph.number + ' ');
            out_.emplace_back(Alinea{std::move(text), paragraph.heading});
        } else if (paragraph.list) {
            // A dash that someone typed in an item of a list is its mark once more.
            const std::string_view typed = bullet_text(text).value_or("");
            if (!typed.empty()) text = std::string(typed);
            add_item({level, std::move(text)}, paragraph.list->ordered);
        } else {
            out_.emplace_back(Alinea{std::move(text), std::nullopt});
        }
    }

    // An item of the outermost level in another kind of list starts a new one.
    void add_item(LijstItem item, bool ordered) {
        auto* list = out_.empty() ? nullptr : std::get_if<Lijst>(&out_.back());
        if (!list || (item.niveau <= list->items.front().niveau && ordered != list->geordend)) {
            out_.emplace_back(Lijst{ordered, {}});
            list = &std::get<Lijst>(out_.back());
        }
        list->items.push_back(std::move(item));
    }

    void add_boxes(const TickBoxes& found, int level) {
        if (!found.lead.empty()) out_.emplace_back(Alinea{std::string(found.lead), std::nullopt});
        auto* list = out_.empty() ? nullptr : std::get_if<Keuzelijst>(&out_.back());
        if (!list) {
            out_.emplace_back(Keuzelijst{});
            list = &std::get<Keuzelijst>(out_.back());
        }
        for (const TickBox& box : found.boxes) list->items.push_back({std::string(box.label), box.is_ticked, level});
    }

    LeftOuts& left_out_;
    std::vector<Blok> out_;
};

struct TextWriter {
    std::string& out;

    void operator()(const Alinea& block) const { out += block.tekst; }
    void operator()(const Lijst& block) const {
        for (const LijstItem& item : block.items) line("- ", item.tekst, &item == &block.items.front());
    }
    void operator()(const Keuzelijst& block) const {
        for (const Keuze& item : block.items)
            line(item.aangevinkt ? "☒ " : "☐ ", item.tekst, &item == &block.items.front());
    }
    void operator()(const Tabel& block) const {
        bool first_row = true;
        for (const auto& row : block.rijen) {
            if (!std::exchange(first_row, false)) out += '\n';
            bool first_cell = true;
            for (const TabelCel& cell : row) {
                if (!std::exchange(first_cell, false)) out += '\t';
                out += cell.tekst;
            }
        }
    }
    void line(std::string_view mark, std::string_view text, bool is_first) const {
        if (!is_first) out += '\n';
        out += mark;
        out += text;
    }
};

}  // namespace

std::vector<Blok> normalize_blocks(const std::vector<Block>& blocks, LeftOuts& left_out) {
    return BlockReader(left_out).read(blocks);
}

std::string text_of(const std::vector<Blok>& blocks) {
    std::string out;
    bool is_first = true;
    for (const Blok& block : blocks) {
        if (!std::exchange(is_first, false)) out += "\n\n";
        std::visit(TextWriter{out}, block);
    }
    return out;
}

}  // namespace sop
