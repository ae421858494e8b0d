#include "ingest/pdf/headings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string_view>

#include "ingest/pdf/decor.h"
#include "ingest/pdf/headings_text.h"
#include "ingest/pdf/headings_toc.h"

namespace sop::pdf {
namespace {

// Type that is larger than the body's by this, in points, is a heading's; sizes closer than `same_size` are one.
constexpr double larger_by = 0.9, same_size = 0.55;
// A title is larger than the body by this factor, and a numbered line that needs no more to be a heading by this.
constexpr double title_factor = 1.25, numbered_factor = 1.3;
// Headings are short, in lines and bytes; those that weight alone tells are shorter.
constexpr std::size_t most_lines = 3, most_bytes = 160, bold_lines = 2, bold_bytes = 80, numbered_bytes = 120;
// A wider gap in a line, in sizes, parts a label from its value.
constexpr double value_gap = 1.5;
// So many headings of one kind with nothing between them are a list or a cover.
constexpr std::size_t list_run = 4;
// Blocks that a title stands among, from the document's start.
constexpr std::size_t title_blocks = 8;
// A page with more blocks than this is no cover.
constexpr std::size_t cover_blocks = 12;
// Small capitals are this much of the type that they are set in, at least.
constexpr double small_capitals = 0.68;
// Running text is in sentences or longer than this, in bytes; less than `enough_body` of it outside tables does not
// tell the body's size.
constexpr std::size_t running_bytes = 90, enough_body = 200;
// Tagged headings that make a document's structure its author's own (as for styles of Word files).
constexpr std::size_t structured = 2;

// Regular type of one size is body where so much of the running text is set in it.
constexpr double body_part = 0.08;

struct Body {
    double size = 0;     // of most of it
    double largest = 0;  // of its regular type: forms set questions and answers in two sizes
    bool is_bold = false;
};

using Styles = std::map<long, std::array<std::size_t, 2>>;  // tenths of a point: bytes in regular and bold type

void add(Styles& styles, const BlockLook& look) {
    styles[std::lround(look.size * 10)][look.is_bold ? 1 : 0] += look.letters;
}

void add_cells(Styles& styles, const TableBlock& table, const std::vector<Page>& pages) {
    for (const TableRow& row : table.rows)
        for (const TableCell& cell : row.cells)
            for (const Item& item : cell.items) {
                if (const auto* text = std::get_if<TextBlock>(&item.content)) add(styles, look_of(*text, pages));
                if (const auto* nested = std::get_if<TableBlock>(&item.content)) add_cells(styles, *nested, pages);
            }
}

Body most(const Styles& styles) {
    Body body;
    std::size_t bytes = 0, total = 0;
    for (const auto& [size, counts] : styles) total += counts[0] + counts[1];
    for (const auto& [size, counts] : styles) {
        const std::size_t all = counts[0] + counts[1];
        if (static_cast<double>(counts[0]) >= body_part * static_cast<double>(total))
            body.largest = static_cast<double>(size) / 10;
        if (all <= bytes) continue;
        bytes = all;
        body.size = static_cast<double>(size) / 10;
        body.is_bold = 2 * counts[1] > all;
    }
    return body;
}

bool is_caption(std::string_view text) {
    for (const std::string_view name : {"Tabel ", "Figuur ", "Afbeelding ", "Schema "})
        if (text.starts_with(name) && text.size() > name.size() && text[name.size()] >= '0' && text[name.size()] <= '9')
            return true;
    return false;
}

// Also within quotation marks.
bool ends_sentence(std::string_view text) {
    for (const std::string_view mark : {"\"", "'", "”", "’", "»", "“"})
        if (text.ends_with(mark)) text.remove_suffix(mark.size());
    return text.ends_with('.') || text.ends_with(';') || text.ends_with(',') || text.ends_with('!');
}

// All in capitals: small ones are as high as the body's small letters.
bool is_capitals(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool has_address(std::string_view text) {
    return text.find('@') != std::string_view::npos || text.find("www.") != std::string_view::npos ||
           text.find("://") != std::string_view::npos;
}

bool starts_small(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

std::string_view after_word(std::string_view text) {
    const std::size_t space = text.find(' ');
    return space == std::string_view::npos ? std::string_view{} : text.substr(space + 1);
}

bool has_box(std::string_view text) {
    for (const std::string_view box : {"☐", "☑", "☒", "□", "___", "..."})
        if (text.find(box) != std::string_view::npos) return true;
    return false;
}

// Index of the page that it ends on; -1 where nothing tells.
int last_page_of(const Item& item) {
    if (const auto* text = std::get_if<TextBlock>(&item.content))
        return text->lines.empty() ? -1 : text->lines.back().page;
    if (const auto* table = std::get_if<TableBlock>(&item.content)) return std::max(table->page, table->last_page);
    return std::get<PictureBlock>(item.content).page;
}

enum class Kind { none, larger, numbered, bold };

class Headings {
public:
    Headings(std::vector<Item>& items, const std::vector<Page>& pages) : pages_(pages), decor_(pages) {
        Styles running, all;
        std::size_t bytes = 0;
        for (Item& item : items) {
            auto* text = std::get_if<TextBlock>(&item.content);
            blocks_.push_back(text);
            looks_.push_back(text ? look_of(*text, pages) : BlockLook{});
            last_pages_.push_back(last_page_of(item));
            if (!text) continue;
            structured_ += text->heading > 0;
            const BlockLook& look = looks_.back();
            add(all, look);
            if (look.depth > 0 || (look.text.size() < running_bytes && !look.text.ends_with('.'))) continue;
            bytes += look.letters;
            add(running, look);
        }
        // An empty form has its body in tables.
        if (bytes < enough_body)
            for (const Item& item : items)
                if (const auto* table = std::get_if<TableBlock>(&item.content)) add_cells(all, *table, pages);
        body_ = most(bytes < enough_body ? all : running);
    }

    void find() {
        find_contents(blocks_, looks_);
        kinds_.resize(blocks_.size());
        for (std::size_t i = 0; i < blocks_.size(); ++i) kinds_[i] = kind_of(i);
        if (const std::size_t end = cover_end(); end > 0)
            find_cover_title(end);
        else
            find_title();
        drop_lists();
        set_levels();
    }

private:
    bool is_open(std::size_t i) const {
        const TextBlock* block = blocks_[i];
        return block && block->heading == 0 && block->meaning == Role::body && !block->lines.empty() &&
               !looks_[i].is_value;
    }

    bool is_larger(const BlockLook& look) const {
        if (look.depth > 0 && look.size >= numbered_factor * body_.size) return true;
        return look.size >= (look.is_bold ? body_.size : std::max(body_.size, body_.largest)) + larger_by;
    }

    Kind kind_of(std::size_t i) {
        if (!is_open(i)) return Kind::none;
        TextBlock& block = *blocks_[i];
        const BlockLook& look = looks_[i];
        const std::string_view text = look.text;
        if (look.letters < 2 || block.lines.size() > most_lines || text.size() > most_bytes || has_box(text))
            return Kind::none;
        if (block.list && !block.list->ordered) return Kind::none;
        const bool by_table = (i > 0 && !blocks_[i - 1]) || (i + 1 < blocks_.size() && !blocks_[i + 1]);
        if (is_caption(text) && by_table) {
            block.meaning = Role::caption;
            return Kind::none;
        }
        if (look.widest_gap > value_gap) return Kind::none;
        const bool is_high =
            look.size >= body_.size - same_size || (look.size >= small_capitals * body_.size && is_capitals(text));
        const bool is_bold = look.is_bold && !body_.is_bold && is_high;
        if (is_bold && look.depth > 0 && text.size() <= numbered_bytes) return Kind::numbered;
        // Tags say what an unnumbered paragraph is, where they know headings at all.
        if (!block.role.empty() && structured_ > 0) return Kind::none;
        if (ends_sentence(text) || starts_small(text)) return Kind::none;
        if (is_larger(look)) {
            // A regular line that leads on to the next, or an item of a list.
            const bool leads_on = text.ends_with(':') || (look.depth > 0 && starts_small(after_word(text)));
            return look.is_bold || !leads_on ? Kind::larger : Kind::none;
        }
        if (!block.role.empty() || block.list || text.ends_with(':') || text.size() > bold_bytes) return Kind::none;
        if (block.lines.size() > bold_lines) return Kind::none;
        // What follows must be text of the body: a bold line over a table is the table's.
        if (i + 1 >= blocks_.size() || !blocks_[i + 1] || looks_[i + 1].is_bold) return Kind::none;
        return is_bold || (is_high && is_underlined(i)) ? Kind::bold : Kind::none;
    }

    // Whether a line is drawn under all of a block of one line, before text that is not: as typewriters set headings.
    // Addresses are links.
    bool is_underlined(std::size_t i) {
        if (has_address(looks_[i].text) || is_line_drawn_under(i + 1)) return false;
        return is_line_drawn_under(i);
    }

    bool is_line_drawn_under(std::size_t i) {
        const std::vector<Line>& lines = blocks_[i]->lines;
        if (lines.size() != 1 || lines.front().rotation != 0) return false;
        const Line& line = lines.front();
        return std::all_of(line.words.begin(), line.words.end(), [&](WordIndex word) {
            const Word& one = pages_[static_cast<std::size_t>(line.page)].words[word];
            return (decor_.style_of(line.page, one, line.box.left, line.box.right) & underlined) != 0;
        });
    }

    // Blocks of the first pages where these are covers: short lines, some of large type, and other pages to have the
    // text.
    std::size_t cover_end() const {
        std::size_t first = 0;
        while (first < blocks_.size()) {
            bool has_large = false;
            std::size_t end = first;
            for (; end < blocks_.size(); ++end) {
                const TextBlock* block = blocks_[end];
                if (!block || block->lines.empty()) return first;
                if (block->lines.front().page != blocks_[first]->lines.front().page) break;
                const BlockLook& look = looks_[end];
                if (look.text.size() > running_bytes || block->lines.size() > most_lines || look.depth > 0 ||
                    look.text.ends_with('.') || block->meaning == Role::toc || is_contents_heading(look.text) ||
                    end - first >= cover_blocks)
                    return first;
                has_large = has_large || look.size >= title_factor * body_.size;
            }
            if (end == blocks_.size() || !has_large) return first;
            first = end;
        }
        return first;
    }

    // Nothing on a cover is a heading; its largest type is the title.
    void find_cover_title(std::size_t end) {
        std::size_t best = end;
        bool has_title = false;
        for (std::size_t i = 0; i < end; ++i) {
            kinds_[i] = Kind::none;
            has_title = has_title || blocks_[i]->meaning == Role::title || blocks_[i]->heading > 0;
            if (!is_open(i) || looks_[i].letters < 2 || looks_[i].size < title_factor * body_.size) continue;
            if (best == end || looks_[i].size > looks_[best].size + same_size) best = i;
        }
        if (!has_title && best < end) blocks_[best]->meaning = Role::title;
        if (best < end) find_page_titles(best);
    }

    // The largest type before the document's first text, where no heading is as large.
    void find_title() {
        std::size_t best = blocks_.size();
        for (std::size_t i = 0; i < std::min(blocks_.size(), title_blocks) && blocks_[i]; ++i) {
            const BlockLook& look = looks_[i];
            if (blocks_[i]->lines.empty() || blocks_[i]->lines.front().page != blocks_[0]->lines.front().page) break;
            if (blocks_[i]->meaning == Role::title) return;
            if (blocks_[i]->heading > 0 || look.depth > 0 || look.text.size() > most_bytes) break;
            if (look.text.size() > running_bytes && !is_larger(look)) break;
            if (look.widest_gap > value_gap) continue;
            if (!is_open(i) || look.size < title_factor * body_.size || look.letters < 2) continue;
            if (best == blocks_.size() || look.size > looks_[best].size + same_size) best = i;
        }
        if (best == blocks_.size()) return drop_first_line();
        const double size = looks_[best].size;
        std::size_t end = best + 1;  // a title over two lines may be two blocks
        while (end < blocks_.size() && is_open(end) && std::abs(looks_[end].size - size) < same_size &&
               looks_[end].depth == 0 && end - best < most_lines)
            ++end;
        // Headings as large as the first line: where they are numbered, it is their title all the same.
        std::size_t numbered = 0, others = 0;
        for (std::size_t i = end; i < blocks_.size(); ++i)
            if (kinds_[i] != Kind::none && looks_[i].size > size - same_size)
                ++(looks_[i].depth > 0 ? numbered : others);
        if (others > 0 && (numbered < structured || best > 0)) return;
        for (std::size_t i = best; i < end; ++i) {
            blocks_[i]->meaning = Role::title;
            kinds_[i] = Kind::none;
        }
        find_page_titles(best);
        // The rest of a cover: date, school, place.
        for (std::size_t i = 0; i < best; ++i) kinds_[i] = Kind::none;
        for (std::size_t i = end;
             i + 1 < kinds_.size() && kinds_[i] != Kind::none && kinds_[i + 1] != Kind::none && looks_[i].depth == 0;
             ++i)
            kinds_[i] = Kind::none;
    }

    // Type of the title that comes back at the top of a later page is that page's heading: slides. The title itself may
    // come back on a second cover.
    void find_page_titles(std::size_t title) {
        for (std::size_t i = title + 1; i < blocks_.size(); ++i) {
            if (!is_open(i) || !are_alike(title, i) || (!blocks_[i]->role.empty() && structured_ > 0)) continue;
            const TextBlock& block = *blocks_[i];
            const bool is_first = block.lines.front().page != last_pages_[i - 1];
            const bool is_short = block.lines.size() <= most_lines && looks_[i].text.size() <= running_bytes;
            if (is_first && is_short && looks_[i].text != looks_[title].text && looks_[i].letters >= 2 &&
                looks_[i].widest_gap <= value_gap && !block.list && !ends_sentence(looks_[i].text))
                kinds_[i] = Kind::larger;
        }
    }

    // A first line that weight alone marks stands above larger headings: it names the document, not a part of it.
    void drop_first_line() {
        if (kinds_.empty() || kinds_[0] != Kind::bold) return;
        const bool has_larger = std::any_of(looks_.begin(), looks_.end(), [&](const BlockLook& look) {
            return look.size > looks_[0].size + same_size &&
                   kinds_[static_cast<std::size_t>(&look - looks_.data())] != Kind::none;
        });
        if (has_larger) kinds_[0] = Kind::none;
    }

    bool are_alike(std::size_t a, std::size_t b) const {
        return looks_[a].depth == looks_[b].depth && are_alike_but_for_number(a, b);
    }

    bool are_alike_but_for_number(std::size_t a, std::size_t b) const {
        return std::abs(looks_[a].size - looks_[b].size) < same_size && looks_[a].is_bold == looks_[b].is_bold;
    }

    void drop_lists() {
        for (std::size_t i = 0; i < kinds_.size();) {
            std::size_t end = i + 1;
            while (kinds_[i] != Kind::none && end < kinds_.size() && kinds_[end] != Kind::none && are_alike(i, end))
                ++end;
            if (end - i >= list_run)
                for (std::size_t j = i; j < end; ++j) kinds_[j] = Kind::none;
            i = end;
        }
        // Nothing follows a heading at the end.
        for (std::size_t i = kinds_.size(); i > 0 && kinds_[i - 1] != Kind::none; --i) kinds_[i - 1] = Kind::none;
    }

    void set_levels() {
        // Styles by rank: larger first, bold before regular.
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < kinds_.size(); ++i)
            if (kinds_[i] != Kind::none && (blocks_[i]->role.empty() || structured_ == 0)) order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            if (looks_[a].size != looks_[b].size) return looks_[a].size > looks_[b].size;
            return looks_[a].is_bold && !looks_[b].is_bold;
        });
        int above = 0;  // deepest level of larger styles
        for (std::size_t first = 0; first < order.size();) {
            std::size_t end = first;
            int least = 0;  // depth
            const BlockLook& look = looks_[order[first]];
            for (; end < order.size() && looks_[order[end]].size > look.size - same_size &&
                   looks_[order[end]].is_bold == look.is_bold;
                 ++end)
                if (const int depth = looks_[order[end]].depth; depth > 0 && (least == 0 || depth < least))
                    least = depth;
            // Headings without a number among numbered ones of their look: below them where they stand below one.
            bool is_below = false;
            for (std::size_t i = first; i < end && least > 0; ++i) {
                const std::size_t at = order[i];
                if (looks_[at].depth > 0) continue;
                is_below = is_below || kinds_[at] == Kind::bold ||
                           (at > 0 && kinds_[at - 1] != Kind::none && looks_[at - 1].depth > 0 &&
                            are_alike_but_for_number(at - 1, at));
            }
            int deepest = above;
            for (std::size_t i = first; i < end; ++i) {
                const int depth = looks_[order[i]].depth;
                const int level = depth > 0 ? std::max(depth, above + 1 + depth - least)
                                            : std::max(least, above + 1) + (is_below ? 1 : 0);
                set(order[i], level);
                deepest = std::max(deepest, std::min(level, 9));
            }
            above = deepest;
            first = end;
        }
        // Numbered bold paragraphs that tags leave without a level go below the tagged heading above.
        int tagged = 0;
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            if (structured_ == 0 || !blocks_[i] || blocks_[i]->role.empty()) continue;
            if (blocks_[i]->heading > 0) tagged = blocks_[i]->heading;
            if (kinds_[i] == Kind::numbered) set(i, (structured_ >= structured ? tagged : 0) + looks_[i].depth);
        }
    }

    void set(std::size_t i, int level) {
        blocks_[i]->heading = std::clamp(level, 1, 9);
        blocks_[i]->heading_reason = kinds_[i] == Kind::numbered ? HeadingReason::bold_numbered : HeadingReason::layout;
    }

    const std::vector<Page>& pages_;
    Decor decor_;
    std::vector<TextBlock*> blocks_;  // by item; null: no text
    std::vector<BlockLook> looks_;
    std::vector<int> last_pages_;
    std::vector<Kind> kinds_;
    Body body_;
    std::size_t structured_ = 0;
};

}  // namespace

void find_headings(std::vector<Item>& items, const std::vector<Page>& pages) { Headings(items, pages).find(); }

}  // namespace sop::pdf
