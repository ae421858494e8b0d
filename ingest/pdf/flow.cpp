#include "ingest/pdf/flow.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <utility>

#include "ingest/pdf/cells.h"
#include "ingest/pdf/columns.h"
#include "ingest/pdf/frames.h"
#include "ingest/pdf/geometry.h"
#include "ingest/pdf/labels.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/line_breaks.h"
#include "ingest/pdf/lines.h"
#include "ingest/pdf/margin_notes.h"
#include "ingest/pdf/paragraphs.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// Points; no cell keeps its text further from its sides.
constexpr double most_padding = 8;
// A page whose text is ragged has at least some lines that end this near to its side, as a share of the text's width.
constexpr double near_side = 0.1;
constexpr int least_full_lines = 3;

// Text beside a frame ends this near to it, the longest of its ragged lines do; no line below it starts nearer.
constexpr double most_distance = 40, space_below = 12;

constexpr double larger_type = 1.15;  // of headings, times that of their text
constexpr double panel_share = 0.9;   // of the page's height

// Fewer characters than two lines have do not tell what the body's type is.
constexpr std::size_t least_body = 120;

// Size of most of the characters, and how many have it.
std::pair<double, std::size_t> main_size_of(const Page& page, const std::vector<WordIndex>& words) {
    std::map<double, std::size_t> characters;
    for (const WordIndex word : words) characters[page.words[word].size] += characters_of(page.words[word].text);
    const auto most = std::max_element(characters.begin(), characters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == characters.end()) return {};
    return {most->first, most->second};
}

// Size of most of the page's text; tables are set smaller, and count where there is hardly anything else.
double body_size_of(const Page& page, const std::vector<WordIndex>& words,
                    const std::vector<WordIndex>& outside_tables) {
    const auto [size, characters] = main_size_of(page, outside_tables);
    return characters >= least_body ? size : main_size_of(page, words).first;
}

// Words by their rotation, those of most words first.
std::vector<std::vector<WordIndex>> by_rotation(const Page& page, const std::vector<WordIndex>& words) {
    std::array<std::vector<WordIndex>, 4> groups;
    for (const WordIndex word : words) groups[static_cast<std::size_t>(page.words[word].rotation & 3)].push_back(word);
    std::vector<std::vector<WordIndex>> result;
    for (auto& group : groups)
        if (!group.empty()) result.push_back(std::move(group));
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return result;
}

// Text of one column, cell or frame with the tables in it, ready to become paragraphs.
struct Stretch {
    std::vector<Line> lines;
    std::vector<std::size_t> tables;  // grids, from top to bottom
    std::vector<std::size_t> frames;  // that stand beside its lines, from top to bottom
    int rotation = 0;
    double left = 0;
};

class Flow {
public:
    Flow(const Page& page, int page_index, const std::vector<WordIndex>& words, const std::vector<Grid>& grids,
         Setting& setting)
        : page_(page),
          page_index_(page_index),
          grids_(grids),
          setting_(setting),
          filling_(fill(page, words, grids)),
          body_size_(body_size_of(page, words, filling_.rest)),
          tables_(grids.size()),
          frames_(find_frames(page, filling_.rest, grids)) {
        take_from_rest(frames_);
        std::vector<Frame> notes = find_margin_notes(page, filling_.rest);
        if (notes.empty()) return;
        take_from_rest(notes);
        std::move(notes.begin(), notes.end(), std::back_inserter(frames_));
        std::stable_sort(frames_.begin(), frames_.end(),
                         [](const Frame& a, const Frame& b) { return a.box.top < b.box.top; });
    }

    std::vector<Item> run(const Box& region) {
        std::vector<std::vector<std::vector<Stretch>>> cells(grids_.size());
        for (std::size_t i = 0; i < grids_.size(); ++i) {
            if (!filling_.places[i].is_used) continue;
            cells[i] = stretches_of_cells(i);
            if (grids_[i].evidence == GridEvidence::horizontal_rules) narrow_columns(grids_[i], cells[i]);
            for (const auto& cell : cells[i])
                for (const Stretch& stretch : cell) cell_pitches_.add(page_, stretch.lines);
        }
        std::vector<Stretch> body = stretches_of_page(region);
        for (const Stretch& stretch : body) body_pitches_.add(page_, stretch.lines);
        heed_line_breaks(cells, body);
        // A table's own tables come after it.
        for (std::size_t i = grids_.size(); i-- > 0;)
            if (filling_.places[i].is_used) tables_[i] = table_of(grids_[i], cells[i]);
        return items_of(body, body_pitches_);
    }

private:
    // Where no sides are drawn, the white between two columns is no room of the left one's lines when sentences show
    // it.
    void narrow_columns(const Grid& grid, std::vector<std::vector<Stretch>>& cells) const {
        struct Column {
            std::vector<Line*> lines;
            double right = 0;
            bool is_narrow = false;
        };
        std::vector<Column> columns(grid.xs.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (grid.cells[i].column_span != 1) continue;
            Column& column = columns[static_cast<std::size_t>(grid.cells[i].column)];
            for (Stretch& stretch : cells[i])
                for (std::size_t k = 0; k < stretch.lines.size() && stretch.rotation == 0; ++k) {
                    Line& line = stretch.lines[k];
                    if (k > 0 && ends_early(page_, stretch.lines[k - 1], line)) column.is_narrow = true;
                    column.right = std::max(column.right, line.box.right);
                    column.lines.push_back(&line);
                }
        }
        for (const Column& column : columns)
            for (Line* line : column.lines)
                if (column.is_narrow) line->room = column.right - line->box.right;
    }

    // See line_breaks.h.
    void heed_line_breaks(std::vector<std::vector<std::vector<Stretch>>>& cells, std::vector<Stretch>& body) {
        const auto heed = [&](Stretch& stretch) {
            setting_.breaks.see(page_, stretch.lines);
            close_fields(page_, stretch.lines);
            for (std::size_t i = 1; i < stretch.lines.size() && setting_.weighs_paragraphs; ++i)
                close_room(page_, stretch.lines[i - 1], stretch.lines[i]);
        };
        for (auto& grid : cells)
            for (auto& cell : grid) std::for_each(cell.begin(), cell.end(), heed);
        std::for_each(body.begin(), body.end(), heed);
    }

    void take_from_rest(const std::vector<Frame>& frames) {
        std::vector<WordIndex> framed;
        for (const Frame& frame : frames) framed.insert(framed.end(), frame.words.begin(), frame.words.end());
        std::sort(framed.begin(), framed.end());
        std::erase_if(filling_.rest,
                      [&framed](WordIndex word) { return std::binary_search(framed.begin(), framed.end(), word); });
    }

    std::vector<std::size_t> tables_in(std::optional<std::size_t> parent, std::size_t cell) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < grids_.size(); ++i) {
            const GridPlace& place = filling_.places[i];
            if (place.is_used && place.parent == parent && (!parent || place.parent_cell == cell)) found.push_back(i);
        }
        return found;
    }

    // What the sides of cells keep free: the least distance of a word from its cell's left side.
    double padding_of(std::size_t grid) const {
        double padding = most_padding;
        for (std::size_t cell = 0; cell < grids_[grid].cells.size(); ++cell)
            for (const WordIndex word : filling_.words[grid][cell])
                padding = std::min(padding, page_.words[word].box.left - grids_[grid].cells[cell].box.left);
        return std::max(padding, 0.0);
    }

    std::vector<std::vector<Stretch>> stretches_of_cells(std::size_t grid) const {
        const double padding = padding_of(grid);
        std::vector<std::vector<Stretch>> cells;
        std::vector<std::vector<std::size_t>> nested(grids_[grid].cells.size());
        for (std::size_t i = grid + 1; i < grids_.size(); ++i)
            if (filling_.places[i].is_used && filling_.places[i].parent == grid)
                nested[filling_.places[i].parent_cell].push_back(i);
        for (std::size_t i = 0; i < grids_[grid].cells.size(); ++i) {
            Box box = grids_[grid].cells[i].box;
            box = {box.left + padding, box.top, box.right - padding, box.bottom};
            if (!grids_[grid].text_ends.empty()) {
                const GridCell& cell = grids_[grid].cells[i];
                box.right = grids_[grid].text_ends[static_cast<std::size_t>(cell.column + cell.column_span - 1)];
            }
            cells.push_back(stretches_of(filling_.words[grid][i], std::move(nested[i]), box));
        }
        return cells;
    }

    // One for each rotation: the tables are among the text that most words belong to.
    std::vector<Stretch> stretches_of(const std::vector<WordIndex>& words, std::vector<std::size_t> tables,
                                      const Box& region) const {
        std::vector<Stretch> stretches;
        for (const std::vector<WordIndex>& group : by_rotation(page_, words)) {
            Stretch& stretch = stretches.emplace_back();
            stretch.rotation = page_.words[group.front()].rotation;
            stretch.lines = lines_of(page_, page_index_, group, region);
            stretch.left = upright(region, stretch.rotation).left;
        }
        if (stretches.empty() && !tables.empty()) stretches.emplace_back();
        if (!tables.empty()) place_tables(stretches.front(), std::move(tables));
        return stretches;
    }

    void place_tables(Stretch& stretch, std::vector<std::size_t> tables) const {
        const auto top = [&](std::size_t grid) { return upright(grids_[grid].box, stretch.rotation).top; };
        std::stable_sort(tables.begin(), tables.end(), [&](std::size_t a, std::size_t b) { return top(a) < top(b); });
        stretch.tables = std::move(tables);
    }

    // The side that lines of the page's text end at.
    double right_side_of(const std::vector<Piece>& pieces, double left, const Box& region) const {
        std::vector<OnLine> words;
        double right = left;
        for (const Piece& piece : pieces) {
            if (piece.is_table) continue;
            const Box& box = piece.box;
            right = std::max(right, box.right);
            words.push_back(
                {(box.top + box.bottom) / 2, box.bottom - box.top, box.left, box.right, piece.size, 0, piece.index});
        }
        int full = 0;
        for (const auto& line : cluster_lines(std::move(words)))
            if (line.back().right > right - near_side * (right - left)) ++full;
        if (full >= least_full_lines) return right;
        // Too little text to tell: margins are as wide on both sides.
        return std::max(right, region.right - (left - region.left));
    }

    std::vector<Stretch> stretches_of_page(const Box& region) const {
        std::vector<std::size_t> tables = tables_in(std::nullopt, 0);
        std::vector<std::vector<WordIndex>> groups = by_rotation(page_, filling_.rest);
        if (groups.empty() && !tables.empty()) groups.emplace_back();
        std::vector<Stretch> stretches;
        bool is_main = true;
        for (const std::vector<WordIndex>& group : groups) {
            const int rotation = group.empty() ? 0 : page_.words[group.front()].rotation;
            const Box around = upright(region, rotation);
            std::vector<Piece> pieces;
            double left = around.right;
            for (const WordIndex index : group) {
                const Word& word = page_.words[index];
                const Box box = upright(word);
                left = std::min(left, box.left);
                pieces.push_back({box, word.size, false, is_bullet(word.text), starts_with_box(word.text), index,
                                  is_small(first_character(word.text)), ends_sentence(word.text)});
            }
            if (is_main)
                for (const std::size_t table : tables)
                    pieces.push_back({upright(grids_[table].box, rotation), body_size_, true, false, false, table});
            is_main = false;
            const double right = right_side_of(pieces, left, around);
            double most_left = left, most_right = right;
            for (const Piece& piece : pieces) {
                most_left = std::min(most_left, piece.box.left);
                most_right = std::max(most_right, piece.box.right);
            }
            for (const Column& column : columns_of(std::move(pieces), most_left, most_right, setting_.gutters)) {
                std::vector<WordIndex> words;
                std::vector<std::size_t> tables_of_column;
                for (const Piece& piece : column.pieces) {
                    if (piece.is_table)
                        tables_of_column.push_back(piece.index);
                    else
                        words.push_back(static_cast<WordIndex>(piece.index));
                }
                // Tables may stick out; text ends where the text of the page does.
                const double column_right = column.right == most_right ? right : column.right;
                const double column_left = column.left == most_left ? left : column.left;
                Stretch& stretch = stretches.emplace_back();
                stretch.rotation = rotation;
                stretch.left = column_left;
                stretch.lines = lines_of(page_, page_index_, words, std::nullopt);
                for (Line& line : stretch.lines) {
                    line.room = column_right - upright(line.box, rotation).right;
                    if (column.is_beside) line.indent = upright(line.box, rotation).left - column_left;
                }
                place_tables(stretch, std::move(tables_of_column));
            }
        }
        place_frames(stretches);
        return stretches;
    }

    // Each frame belongs to the text that most lines beside it are of; those lines end or start at it.
    void place_frames(std::vector<Stretch>& stretches) const {
        if (stretches.empty() && !frames_.empty()) stretches.emplace_back();
        for (std::size_t i = 0; i < frames_.size(); ++i) {
            const Box& box = frames_[i].box;
            if (frames_[i].is_card) {
                last_above(stretches, box).frames.push_back(i);
                continue;
            }
            Stretch* nearest = &stretches.front();
            std::size_t most = 0;
            for (Stretch& stretch : stretches) {
                if (stretch.rotation != 0) continue;
                const auto lines =
                    static_cast<std::size_t>(std::count_if(stretch.lines.begin(), stretch.lines.end(),
                                                           [&](const Line& line) { return is_left_of(line, box); }));
                if (lines <= most) continue;
                most = lines;
                nearest = &stretch;
            }
            nearest->frames.push_back(i);
            double right = 0;
            for (const Line& line : nearest->lines)
                if (is_left_of(line, box)) right = std::max(right, line.box.right);
            if (right < box.left - most_distance) continue;
            for (Line& line : nearest->lines)
                if (line.room && is_left_of(line, box)) line.room = right - line.box.right;
        }
    }

    // The text that goes on at `box`: the last with a line above it.
    static Stretch& last_above(std::vector<Stretch>& stretches, const Box& box) {
        const auto found = std::find_if(stretches.rbegin(), stretches.rend(), [&box](const Stretch& stretch) {
            return stretch.rotation == 0 &&
                   std::any_of(stretch.lines.begin(), stretch.lines.end(),
                               [&box](const Line& line) { return line.box.bottom <= box.top + space_below; });
        });
        return found == stretches.rend() ? stretches.front() : *found;
    }

    static bool is_left_of(const Line& line, const Box& box) {
        return line.box.bottom > box.top && line.box.top < box.bottom + space_below && line.box.right < box.left;
    }

    Stretch stretch_of(const Frame& frame) const {
        double padding = width_of(frame.box);
        for (const WordIndex word : frame.words)
            padding = std::min(padding, page_.words[word].box.left - frame.box.left);
        padding = std::max(padding, 0.0);
        const Box region{frame.box.left + padding, frame.box.top, frame.box.right - padding, frame.box.bottom};
        Stretch stretch;
        stretch.lines = lines_of(page_, page_index_, frame.words, region);
        stretch.left = region.left;
        return stretch;
    }

    // Frames among the items from `first` on: behind the text that their top stands beside, notes of a margin before
    // it, but for a text that may go on from the page before; cards below what ends above them, panels behind it all.
    void add_frames(const Stretch& stretch, std::size_t first, std::vector<Item>& items, const Pitches& pitches) {
        std::size_t behind = 0;  // items of panels
        for (auto i = stretch.frames.rbegin(); i != stretch.frames.rend(); ++i) {
            const Frame& frame = frames_[*i];
            if (is_panel(frame, stretch)) {
                const std::size_t before = items.size();
                insert(frame, items.end() - static_cast<std::ptrdiff_t>(behind), items, pitches);
                behind += items.size() - before;
                continue;
            }
            if (frame.is_card) {
                add_card(frame, first, items, pitches);
                continue;
            }
            auto beside = std::find_if(items.begin() + static_cast<std::ptrdiff_t>(first), items.end(),
                                       [&frame](const Item& item) {
                                           const auto* block = std::get_if<TextBlock>(&item.content);
                                           return block && block->lines.back().box.bottom > frame.box.top;
                                       });
            // A heading keeps its text.
            const bool is_left_of_heading =
                beside != items.end() && looks_like_heading(*beside) &&
                frame.box.right <= std::get<TextBlock>(beside->content).lines.front().box.left;
            while (!is_left_of_heading && beside != items.end() && looks_like_heading(*beside) &&
                   std::next(beside) != items.end())
                ++beside;
            const bool is_before =
                beside == items.end() || is_left_of_heading || (frame.is_note && beside != items.begin());
            insert(frame, is_before ? beside : std::next(beside), items, pitches);
        }
    }

    void insert(const Frame& frame, std::vector<Item>::iterator at, std::vector<Item>& items, const Pitches& pitches) {
        std::vector<Stretch> framed{stretch_of(frame)};
        std::vector<Item> inside = items_of(framed, pitches);
        items.insert(at, std::make_move_iterator(inside.begin()), std::make_move_iterator(inside.end()));
    }

    // A part of a leaflet, as high as the page, right of all the text.
    bool is_panel(const Frame& frame, const Stretch& stretch) const {
        return height_of(frame.box) >= panel_share * page_.height &&
               std::all_of(stretch.lines.begin(), stretch.lines.end(), [&frame](const Line& line) {
                   return line.box.right <= frame.box.left && line.box.top >= frame.box.top &&
                          line.box.bottom <= frame.box.bottom;
               });
    }

    // One line in larger or bold type.
    bool looks_like_heading(const Item& item) const {
        const auto* block = std::get_if<TextBlock>(&item.content);
        return block && block->lines.size() == 1 && !block->list &&
               (block->lines.front().is_bold || block->lines.front().size > larger_type * body_size_);
    }

    void add_card(const Frame& card, std::size_t first, std::vector<Item>& items, const Pitches& pitches) {
        const auto below =
            std::find_if(items.begin() + static_cast<std::ptrdiff_t>(first), items.end(), [&card](const Item& item) {
                const auto* block = std::get_if<TextBlock>(&item.content);
                const auto* table = std::get_if<TableBlock>(&item.content);
                return (block && block->lines.front().box.top >= card.box.top) ||
                       (table && table->box.top >= card.box.top);
            });
        insert(card, below, items, pitches);
    }

    static bool ends_sentence(std::string_view text) {
        return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with(':');
    }

    static bool is_bullet(std::string_view text) { return text == "•" || text == "●" || text == "▪" || text == "-"; }

    std::vector<Item> items_of(std::vector<Stretch>& stretches, const Pitches& pitches) {
        std::vector<Item> items;
        for (Stretch& stretch : stretches) {
            const std::size_t first_item = items.size();
            auto line = stretch.lines.begin();
            const auto add_text = [&](auto end) {
                std::vector<Line> lines(std::make_move_iterator(line), std::make_move_iterator(end));
                line = end;
                for (TextBlock& block : paragraphs_of(page_, std::move(lines), pitches, stretch.left, body_size_))
                    items.push_back({std::move(block)});
            };
            for (const std::size_t table : stretch.tables) {
                const double top = upright(grids_[table].box, stretch.rotation).top;
                add_text(
                    std::find_if(line, stretch.lines.end(), [&](const Line& l) { return middle_of(page_, l) > top; }));
                items.push_back({std::move(tables_[table])});
            }
            add_text(stretch.lines.end());
            std::vector<TextBlock*> blocks;
            for (std::size_t i = first_item; i < items.size(); ++i)
                if (auto* block = std::get_if<TextBlock>(&items[i].content)) blocks.push_back(block);
            set_levels(blocks, page_);
            add_frames(stretch, first_item, items, pitches);
        }
        return items;
    }

    TableBlock table_of(const Grid& grid, std::vector<std::vector<Stretch>>& cells) {
        TableBlock table;
        table.page = table.last_page = page_index_;
        table.box = grid.box;
        table.edges = grid.xs;
        table.is_open = grid.evidence == GridEvidence::columns;
        table.is_cut = grid.is_cut;
        table.columns = static_cast<int>(grid.xs.size()) - 1;
        table.rows.resize(grid.ys.size() - 1);
        for (std::size_t i = 0; i < table.rows.size(); ++i)
            table.rows[i].is_header = static_cast<int>(i) < grid.header_rows;
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            const GridCell& of_grid = grid.cells[i];
            const std::size_t row = std::min(static_cast<std::size_t>(std::max(of_grid.row, 0)), table.rows.size() - 1);
            TableCell& cell = table.rows[row].cells.emplace_back();
            cell.column = of_grid.column;
            cell.column_span = of_grid.column_span;
            cell.row_span = of_grid.row_span;
            cell.is_header = table.rows[row].is_header;
            cell.page = page_index_;
            cell.box = of_grid.box;
            cell.is_open = of_grid.is_open;
            cell.items = items_of(cells[i], cell_pitches_);
        }
        for (TableRow& row : table.rows)
            std::stable_sort(row.cells.begin(), row.cells.end(),
                             [](const TableCell& a, const TableCell& b) { return a.column < b.column; });
        return table;
    }

    const Page& page_;
    int page_index_;
    const std::vector<Grid>& grids_;
    Setting& setting_;
    Filling filling_;
    double body_size_;
    std::vector<TableBlock> tables_;  // by grid; moved to where they stand
    std::vector<Frame> frames_;
    Pitches body_pitches_, cell_pitches_;
};

}  // namespace

std::vector<Item> flow(const Page& page, int page_index, const std::vector<WordIndex>& words,
                       const std::vector<Grid>& grids, const Box& region) {
    Setting setting;
    return flow(page, page_index, words, grids, region, setting);
}

std::vector<Item> flow(const Page& page, int page_index, const std::vector<WordIndex>& words,
                       const std::vector<Grid>& grids, const Box& region, Setting& setting) {
    return Flow(page, page_index, words, grids, setting).run(region);
}

}  // namespace sop::pdf
