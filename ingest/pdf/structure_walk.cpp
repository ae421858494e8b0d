#include "ingest/pdf/structure_walk.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "ingest/pdf/flow.h"
#include "ingest/pdf/geometry.h"
#include "ingest/pdf/structure_lines.h"
#include "ingest/pdf/structure_list.h"
#include "ingest/pdf/structure_roles.h"
#include "ingest/pdf/structure_table.h"
#include "ingest/pdf/text_tables.h"

namespace sop::pdf {
namespace {

// How the text of a tag is to be taken: what its parents say.
struct Context {
    std::string_view role;  // of the blocks made of its text; "": a group's own text
    int heading = 0;
    Role meaning = Role::body;
    ListItem* item = nullptr;
    int list_level = -1;
    int section = 0;       // depth of sections around, for headings of type H
    bool is_text = false;  // what is no known type is part of the text
    bool in_header_row = false;
};

class Walker {
public:
    Walker(const std::vector<Page>& pages, const Tags& tags, TaggedWords& words)
        : pages_(pages), tags_(tags), words_(words), is_block_(find_blocks(tags)) {}

    std::vector<Item> walk() {
        std::vector<Item> items;
        for (const int root : tags_.roots) walk_tag(tag(root), root, {}, items);
        return items;
    }

private:
    const Tag& tag(int index) const { return tags_.tags[static_cast<std::size_t>(index)]; }

    void walk_tag(const Tag& tag, int index, Context context, std::vector<Item>& items) {
        switch (kind_of(tag.role)) {
            case RoleKind::table:
                return walk_table(tag, context, items);
            case RoleKind::list:
                finish_label(context, items);
                ++context.list_level;
                context.item = nullptr;
                break;
            case RoleKind::list_item: {
                ListItem item{std::max(context.list_level, 0), {}, false};
                context.item = &item;
                walk_text(tag, context, items);
                return finish_label(context, items);
            }
            case RoleKind::section:
                ++context.section;
                break;
            case RoleKind::heading:
                context.heading = heading_level(tag.role);
                if (context.heading == 0) context.heading = std::clamp(context.section, 1, 9);
                context.meaning = Role::body;
                set_text(context, tag);
                break;
            case RoleKind::title:
                context.meaning = Role::title;
                set_text(context, tag);
                break;
            case RoleKind::caption:
                context.meaning = Role::caption;
                set_text(context, tag);
                break;
            case RoleKind::contents:
                context.meaning = Role::toc;
                break;
            case RoleKind::paragraph:
                if (tag.role == "TOCI") context.meaning = Role::toc;
                set_text(context, tag);
                break;
            case RoleKind::note:
            case RoleKind::cell:  // outside of any table
                context.item = nullptr;
                set_text(context, tag);
                break;
            case RoleKind::list_body:
                set_text(context, tag);
                break;
            case RoleKind::figure:
                add_picture(tag, index, items);
                break;
            case RoleKind::text:
            case RoleKind::label:
            case RoleKind::unknown:
                if (context.role.empty() && !is_block_[static_cast<std::size_t>(index)]) set_text(context, tag);
                break;
            case RoleKind::group:
            case RoleKind::row_group:
            case RoleKind::row:
                break;
        }
        walk_text(tag, context, items);
    }

    static void set_text(Context& context, const Tag& tag) {
        context.role = tag.role;
        context.is_text = true;
    }

    // The content of a tag: text runs on until a block stands in it.
    void walk_text(const Tag& tag, const Context& context, std::vector<Item>& items) {
        std::vector<PageWord> text;
        std::vector<int> pictures;  // in the text, and its notes; they follow its paragraph
        const auto finish = [&] {
            add_text(text, context, items);
            text.clear();
            for (const int picture : pictures) walk_tag(this->tag(picture), picture, beside(context), items);
            pictures.clear();
        };
        for (const Tag::Content& content : tag.content) {
            if (content.child < 0) {
                words_.take(content.page, content.mcid, text);
                continue;
            }
            const Tag& child = this->tag(content.child);
            const RoleKind kind = kind_of(child.role);
            const bool is_block =
                is_block_[static_cast<std::size_t>(content.child)] || (kind == RoleKind::unknown && !context.is_text);
            const bool is_note = kind == RoleKind::note && context.is_text;  // its blocks follow the text it stands in
            if (kind == RoleKind::label && context.item != nullptr && !context.item->is_used && text.empty()) {
                collect(child, context.item->label, pictures);
            } else if (is_note || (kind == RoleKind::figure && !is_block)) {
                pictures.push_back(content.child);
            } else if (is_block) {
                finish();
                walk_tag(child, content.child, context, items);
            } else {
                collect(child, text, pictures);
            }
        }
        finish();
    }

    // What stands in a picture is not the paragraph's.
    static Context beside(Context context) {
        context.item = nullptr;
        context.heading = 0;
        context.role = {};
        context.is_text = false;
        return context;
    }

    // All words in a tag that is part of a line.
    void collect(const Tag& tag, std::vector<PageWord>& text, std::vector<int>& pictures) {
        for (const Tag::Content& content : tag.content) {
            if (content.child < 0)
                words_.take(content.page, content.mcid, text);
            else if (kind_of(this->tag(content.child).role) == RoleKind::figure)
                pictures.push_back(content.child);
            else
                collect(this->tag(content.child), text, pictures);
        }
    }

    void add_text(const std::vector<PageWord>& text, const Context& context, std::vector<Item>& items) {
        if (text.empty()) return;
        if (context.role.empty() && context.item == nullptr) return add_flow(text, context, items);
        if (context.item == nullptr && kind_of(context.role) == RoleKind::unknown && add_text_table(text, items))
            return;
        TextBlock block;
        block.role = context.role;
        block.heading = context.heading;
        block.heading_reason = context.heading > 0 ? HeadingReason::structure_tag : HeadingReason::none;
        block.meaning = context.meaning;
        if (context.item != nullptr && !context.item->is_used) {
            make_item(block, text, *context.item, pages_);
        } else {
            block.lines = lines_of_block(pages_, text);
        }
        if (!block.lines.empty()) items.push_back({std::move(block)});
    }

    // Text that stands in a group without a paragraph around it: geometry tells how many there are.
    void add_flow(const std::vector<PageWord>& text, const Context& context, std::vector<Item>& items) {
        for (auto first = text.begin(); first != text.end();) {
            std::vector<WordIndex> here;
            const int page = first->page;
            for (; first != text.end() && first->page == page; ++first) here.push_back(first->word);
            const Page& place = pages_[static_cast<std::size_t>(page)];
            for (Item& item : flow(place, page, here, {}, {0, 0, place.width, place.height})) {
                if (auto* block = std::get_if<TextBlock>(&item.content);
                    block != nullptr && context.meaning != Role::body)
                    block->meaning = context.meaning;
                items.push_back(std::move(item));
            }
        }
    }

    // Text in a tag that says nothing of it, where all of it stands in the rows and columns of a table: browsers take a
    // table without lines or headers for layout. False where it does not.
    bool add_text_table(const std::vector<PageWord>& text, std::vector<Item>& items) const {
        const int page = text.front().page;
        std::vector<WordIndex> words;
        for (const PageWord& word : text) {
            if (word.page != page) return false;
            words.push_back(word.word);
        }
        const Page& place = pages_[static_cast<std::size_t>(page)];
        const std::vector<Grid> grids = find_text_grids(WordPlaces(place, words), {});
        if (grids.size() != 1 || WordPlaces(place, words).inside(grids.front().box).size() < words.size()) return false;
        for (Item& item : flow(place, page, words, grids, {0, 0, place.width, place.height}))
            items.push_back(std::move(item));
        return true;
    }

    // The label of an item that has no text of its own.
    void finish_label(const Context& context, std::vector<Item>& items) {
        if (context.item == nullptr || context.item->is_used || context.item->label.empty()) return;
        TextBlock block;
        block.role = "LI";
        block.meaning = context.meaning;
        make_item(block, {}, *context.item, pages_);
        items.push_back({std::move(block)});
    }

    void add_picture(const Tag& tag, int, std::vector<Item>& items) {
        PictureBlock picture;
        picture.page = -1;
        picture.description = !tag.alt.empty() ? tag.alt : tag.actual_text;
        for (const Tag::Content& content : tag.content) {
            if (content.child >= 0) continue;
            const std::size_t page = static_cast<std::size_t>(content.page) - 1;
            if (page >= pages_.size() || !words_.is_trusted(page)) continue;
            if (picture.page < 0) picture.page = content.page - 1;
            if (picture.page != content.page - 1) continue;
            std::vector<PageWord> text;
            words_.look(content.page, content.mcid, text);
            for (const PageWord& word : text) picture.box = united(picture.box, pages_[page].words[word.word].box);
            for (const Image& image : pages_[page].images)
                if (image.mcid == content.mcid) picture.box = united(picture.box, image.box);
        }
        if (picture.page >= 0) items.push_back({std::move(picture)});
    }

    void walk_table(const Tag& table, const Context& context, std::vector<Item>& items) {
        finish_label(context, items);
        Context inside;
        inside.section = context.section;
        inside.meaning = context.meaning == Role::toc ? Role::toc : Role::body;
        std::vector<TaggedRow> rows;
        for (const Tag::Content& content : table.content) {
            if (content.child < 0 || !is_table_part(content.child)) continue;
            const Tag& child = tag(content.child);
            if (kind_of(child.role) == RoleKind::row_group) {
                for (const Tag::Content& inner : child.content)
                    if (inner.child >= 0 && kind_of(tag(inner.child).role) == RoleKind::row)
                        rows.push_back(read_row(tag(inner.child), child.role == "THead", inside));
            } else {
                rows.push_back(read_row(child, false, inside));
            }
        }
        // A caption, and text between the rows, that belongs to none.
        std::vector<Item> before, after;
        for (const Tag::Content& content : table.content) {
            std::vector<Item>& where = rows.empty() || &content == &table.content.front() ? before : after;
            walk_outside(content, inside, where);
        }
        std::move(before.begin(), before.end(), std::back_inserter(items));
        add_table(std::move(rows), pages_, items);
        std::move(after.begin(), after.end(), std::back_inserter(items));
    }

    bool is_table_part(int index) const {
        const RoleKind kind = kind_of(tag(index).role);
        return kind == RoleKind::row || kind == RoleKind::row_group;
    }

    // What stands in a table, a group of rows or a row, but in none of their cells.
    void walk_outside(const Tag::Content& content, const Context& context, std::vector<Item>& items) {
        if (content.child < 0) {
            std::vector<PageWord> text;
            words_.take(content.page, content.mcid, text);
            return add_text(text, context, items);
        }
        const Tag& child = tag(content.child);
        if (is_table_part(content.child)) {
            for (const Tag::Content& inner : child.content) walk_outside(inner, context, items);
        } else if (kind_of(child.role) != RoleKind::cell) {
            walk_tag(child, content.child, context, items);
        }
    }

    TaggedRow read_row(const Tag& row, bool is_header, const Context& context) {
        TaggedRow result;
        bool all_headers = true, any = false;
        for (const Tag::Content& content : row.content) {
            if (content.child < 0 || kind_of(tag(content.child).role) != RoleKind::cell) continue;
            any = true;
            all_headers = all_headers && tag(content.child).role == "TH";
        }
        result.is_header = is_header || (any && all_headers);
        for (const Tag::Content& content : row.content) {
            if (content.child < 0 || kind_of(tag(content.child).role) != RoleKind::cell) continue;
            const Tag& cell = tag(content.child);
            TaggedCell made;
            made.is_header = result.is_header || cell.role == "TH";
            made.row_span = cell.row_span;
            made.column_span = cell.column_span;
            if (result.is_header) drop_repeats(cell);
            Context inside = context;
            inside.role = cell.role;
            inside.is_text = true;
            walk_text(cell, inside, made.items);
            result.cells.push_back(std::move(made));
        }
        return result;
    }

    void look(const Tag& tag, std::vector<PageWord>& text) const {
        for (const Tag::Content& content : tag.content) {
            if (content.child < 0)
                words_.look(content.page, content.mcid, text);
            else
                look(this->tag(content.child), text);
        }
    }

    // Browsers print a header row on each page that its table runs over, and tag it each time as the same cell.
    void drop_repeats(const Tag& cell) {
        std::vector<PageWord> text;
        look(cell, text);
        if (text.empty()) return;
        const auto is_before = [](const PageWord& a, const PageWord& b) { return a.page < b.page; };
        std::stable_sort(text.begin(), text.end(), is_before);
        std::vector<std::string_view> first, here;  // their order on the page is another thing on each
        for (auto word = text.begin(); word != text.end();) {
            const auto start = word;
            here.clear();
            for (; word != text.end() && word->page == start->page; ++word)
                here.push_back(pages_[static_cast<std::size_t>(word->page)].words[word->word].text);
            std::sort(here.begin(), here.end());
            if (first.empty())
                first = here;
            else if (here == first)
                std::for_each(start, word, [&](const PageWord& repeated) { words_.drop(repeated); });
        }
    }

    const std::vector<Page>& pages_;
    const Tags& tags_;
    TaggedWords& words_;
    std::vector<bool> is_block_;
};

}  // namespace

std::vector<Item> walk_tree(const std::vector<Page>& pages, const Tags& tags, TaggedWords& words) {
    return Walker(pages, tags, words).walk();
}

}  // namespace sop::pdf
