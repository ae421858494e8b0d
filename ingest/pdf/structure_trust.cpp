#include "ingest/pdf/structure_trust.h"

#include <algorithm>
#include <utility>

#include "ingest/pdf/rows.h"
#include "ingest/pdf/structure_roles.h"

namespace sop::pdf {
namespace {

// Of what is seen on a page the tree must know this share (measured: Word and LibreOffice 1.0, extracts of a book 0.3).
constexpr double min_known = 0.95;
// Of the marked content that the tree names on a page, less than this share shows text where the page is not the one
// that was tagged: extracts of a book 0.1. Word tags empty paragraphs, of which nothing is seen here: 0.2 and more.
constexpr double min_present = 0.1;
// Less marked content than this says nothing.
constexpr std::size_t min_contents = 20;
// Text marked as artifact, apart from what repeats over the pages, is less than what it decorates.
constexpr double max_artifacts = 0.5;
// Share of neighbours in a column that may stand the wrong way round: text boxes and side notes do.
constexpr double max_inversions = 0.2;
// Share of lines of text that go on in the next block, as full lines do when each is tagged as a paragraph.
constexpr double max_cut_lines = 0.3;
constexpr int min_cut_lines = 6;
// A page's text in one block of so many lines, with so many gaps of a paragraph between them, is not one paragraph.
constexpr int min_merged_lines = 10;
constexpr int min_merged_gaps = 3;
constexpr double paragraph_gap = 1.4;  // times the block's usual pitch
// Headings are less than this share of a document's text.
constexpr double max_headings = 0.5;
constexpr std::size_t min_characters = 500;  // short ones may be a title page
constexpr double same_edge = 2;              // points: lines of one paragraph start and end alike
constexpr double same_pitch = 1.6;           // sizes between the tops of two lines of a paragraph

// By page: marked content that the tree names, and how much of that is there.
struct Presence {
    std::size_t named = 0, present = 0;
};

std::vector<Presence> find_presence(const std::vector<Page>& pages, const Tags& tags) {
    std::vector<std::vector<int>> there(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (const TextRun& run : pages[i].runs) there[i].push_back(run.mcid);
        for (const Word& word : pages[i].words) there[i].push_back(word.mcid);
        for (const Image& image : pages[i].images) there[i].push_back(image.mcid);
        std::sort(there[i].begin(), there[i].end());
    }
    std::vector<Presence> presence(pages.size());
    for (const Tag& tag : tags.tags) {
        if (kind_of(tag.role) == RoleKind::figure) continue;  // a drawing leaves no trace here
        for (const Tag::Content& content : tag.content) {
            const std::size_t page = static_cast<std::size_t>(content.page) - 1;
            if (content.child >= 0 || content.page < 1 || page >= pages.size()) continue;
            ++presence[page].named;
            if (std::binary_search(there[page].begin(), there[page].end(), content.mcid)) ++presence[page].present;
        }
    }
    return presence;
}

std::size_t characters_in(const TextBlock& block, const std::vector<Page>& pages) {
    std::size_t count = 0;
    for (const Line& line : block.lines)
        for (const WordIndex word : line.words)
            count += characters_of(pages[static_cast<std::size_t>(line.page)].words[word].text);
    return count;
}

// Calls `use` for every text block, those in tables too.
template <typename Items, typename Use>
void for_each_text(Items& items, const Use& use) {
    for (auto& item : items) {
        if (auto* text = std::get_if<TextBlock>(&item.content)) use(*text);
        if (auto* table = std::get_if<TableBlock>(&item.content))
            for (auto& row : table->rows)
                for (auto& cell : row.cells) for_each_text(cell.items, use);
    }
}

// What the blocks of a page look like beside each other.
struct Order {
    std::size_t pairs = 0, inversions = 0;
    int lines = 0, cut_lines = 0;
    int merged_lines = 0;  // in blocks that hold several paragraphs
    double right = 0;      // of its widest line
};

bool shares_column(const Box& a, const Box& b) { return a.left < b.right && b.left < a.right; }

// Whether the only line of `block` goes on in `next`: both start at the same place, one line below the other, in the
// same type, and the first is full.
bool is_cut(const TextBlock& block, const TextBlock& next, double right) {
    const Line& a = block.lines.back();
    const Line& b = next.lines.front();
    if (block.list || next.list || block.heading != next.heading || a.page != b.page) return false;
    if (a.size != b.size || a.is_bold != b.is_bold || std::abs(a.box.left - b.box.left) > same_edge) return false;
    const double pitch = b.box.top - a.box.top;
    return pitch > 0 && pitch < same_pitch * a.size && right - a.box.right < 4 * a.size;
}

// Lines of `block` on the page it starts on, where they are seen to be several paragraphs; else 0.
int merged_lines(const TextBlock& block) {
    std::vector<double> pitches;
    int count = 1;
    for (std::size_t i = 1; i < block.lines.size() && block.lines[i].page == block.lines[0].page; ++i) {
        ++count;
        if (const double pitch = block.lines[i].box.top - block.lines[i - 1].box.top; pitch > 0)
            pitches.push_back(pitch);
    }
    if (count < min_merged_lines || pitches.empty()) return 0;
    const auto middle = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
    std::nth_element(pitches.begin(), middle, pitches.end());
    const double usual = *middle;
    const auto gaps =
        std::count_if(pitches.begin(), pitches.end(), [&](double pitch) { return pitch > paragraph_gap * usual; });
    return gaps >= min_merged_gaps ? count : 0;
}

void look_at_order(const std::vector<Item>& items, std::vector<Order>& orders) {
    for (const Item& item : items)
        if (const auto* text = std::get_if<TextBlock>(&item.content))
            for (const Line& line : text->lines) {
                Order& order = orders[static_cast<std::size_t>(line.page)];
                order.right = std::max(order.right, line.box.right);
                ++order.lines;
            }
    for (const Item& item : items)
        if (const auto* text = std::get_if<TextBlock>(&item.content))
            orders[static_cast<std::size_t>(text->lines.front().page)].merged_lines += merged_lines(*text);
    const TextBlock* last = nullptr;
    for (const Item& item : items) {
        const auto* text = std::get_if<TextBlock>(&item.content);
        if (text != nullptr && last != nullptr && last->lines.back().page == text->lines.front().page &&
            last->lines.back().rotation == 0 && text->lines.front().rotation == 0) {
            Order& order = orders[static_cast<std::size_t>(text->lines.front().page)];
            const Box& a =
                last->lines.front().page == last->lines.back().page ? last->lines.front().box : last->lines.back().box;
            const Box& b = text->lines.front().box;
            if (shares_column(a, b)) {
                ++order.pairs;
                if (b.bottom <= a.top) ++order.inversions;
            }
            if (is_cut(*last, *text, order.right)) ++order.cut_lines;
        }
        last = text;
    }
}

}  // namespace

std::vector<std::size_t> pages_with_gaps(const std::vector<Page>& pages, const std::vector<Zones>& zones,
                                         const Tags& tags, const TaggedWords& words) {
    const std::vector<Presence> presence = find_presence(pages, tags);
    std::vector<std::size_t> bad;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const TaggedWords::Coverage coverage = words.coverage(i);
        const Presence& marks = presence[i];
        const double all = static_cast<double>(coverage.characters);
        const bool knows_words = static_cast<double>(coverage.known) >= min_known * all;
        const bool is_there = marks.named < min_contents ||
                              static_cast<double>(marks.present) >= min_present * static_cast<double>(marks.named);
        const bool is_decorated =
            static_cast<double>(coverage.artifacts) > max_artifacts * (all + static_cast<double>(coverage.artifacts));
        if (zones[i].body.empty() ? marks.named == 0 : (!knows_words || !is_there || is_decorated)) bad.push_back(i);
    }
    return bad;
}

std::vector<std::size_t> pages_against_geometry(const std::vector<Page>& pages, const std::vector<Item>& items,
                                                const TaggedWords& words) {
    std::vector<Order> orders(pages.size());
    look_at_order(items, orders);
    std::vector<std::size_t> bad;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const Order& order = orders[i];
        if (!words.is_trusted(i)) continue;
        const bool is_jumbled = order.inversions > 2 && static_cast<double>(order.inversions) >
                                                            max_inversions * static_cast<double>(order.pairs);
        const bool is_cut_up = order.cut_lines >= min_cut_lines && order.cut_lines > max_cut_lines * order.lines;
        const bool is_merged = 2 * order.merged_lines > order.lines;
        if (is_jumbled || is_cut_up || is_merged) bad.push_back(i);
    }
    return bad;
}

void demote_headings(std::vector<Item>& items, const std::vector<Page>& pages) {
    std::size_t headings = 0, all = 0;
    for_each_text(items, [&](const TextBlock& block) {
        const std::size_t characters = characters_in(block, pages);
        all += characters;
        if (block.heading > 0) headings += characters;
    });
    if (headings < min_characters || static_cast<double>(headings) < max_headings * static_cast<double>(all)) return;
    for_each_text(items, [](TextBlock& block) {
        if (block.heading == 0) return;
        block.heading = 0;
        block.heading_reason = HeadingReason::none;
        block.role.clear();  // for find_headings to judge
    });
}

}  // namespace sop::pdf
