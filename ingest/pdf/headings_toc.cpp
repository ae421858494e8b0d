#include "ingest/pdf/headings_toc.h"

#include <algorithm>
#include <optional>
#include <string>

namespace sop::pdf {
namespace {

// Entries that make a table of contents without a heading that says so, and with one.
constexpr std::size_t unnamed_entries = 3, named_entries = 2;
// Dots that lead from an entry to its page.
constexpr std::size_t leader_dots = 4;
// White space that does without dots, in sizes.
constexpr double leader_gap = 2.5;
constexpr int most_pages = 2000;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Entry {
    int page = 0;
    bool has_leader = false;
};

// An entry ends in the number of its page, behind dots or wide white space, under a heading that says what it is behind
// any.
std::optional<Entry> entry_of(const BlockLook& look, bool is_named) {
    std::string_view text = look.text;
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[text.size() - 1 - digits])) ++digits;
    if (digits == 0 || digits > 4 || look.letters == 0) return std::nullopt;
    Entry entry;
    for (const char c : text.substr(text.size() - digits)) entry.page = entry.page * 10 + (c - '0');
    text.remove_suffix(digits);
    std::size_t dots = 0;
    for (; !text.empty() && (text.back() == '.' || text.back() == ' ' || text.back() == '_'); text.remove_suffix(1))
        dots += text.back() != ' ';
    // "…" is a leader of three dots each.
    for (; text.ends_with("\u2026"); text.remove_suffix(3)) dots += 3;
    entry.has_leader = dots >= leader_dots;
    if (entry.page > most_pages || text.empty()) return std::nullopt;
    if (!entry.has_leader && look.widest_gap < leader_gap && !(is_named && look.text[text.size()] == ' '))
        return std::nullopt;
    return entry;
}

}  // namespace

bool is_contents_heading(std::string_view text) {
    std::string word;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            word += static_cast<char>(c + 'a' - 'A');
        else if (c != ' ' && c != ':')
            word += c;
    }
    return word == "inhoud" || word == "inhoudsopgave" || word == "inhoudsopgaaf" || word == "inhoudstafel";
}

void find_contents(const std::vector<TextBlock*>& blocks, const std::vector<BlockLook>& looks) {
    for (std::size_t i = 0; i < blocks.size();) {
        const bool is_named = blocks[i] && blocks[i]->heading == 0 && is_contents_heading(looks[i].text);
        const std::size_t first = is_named ? i + 1 : i;
        std::size_t end = first;
        int page = 0;
        bool has_leaders = true;
        for (; end < blocks.size() && blocks[end] && blocks[end]->heading == 0; ++end) {
            if (blocks[end]->meaning == Role::toc) continue;  // its tag says so
            const std::optional<Entry> entry = entry_of(looks[end], is_named);
            if (!entry || entry->page < page) break;
            page = entry->page;
            has_leaders = has_leaders && entry->has_leader;
        }
        // Rows of labels and numbers look like entries without dots.
        if (end - first >= (is_named ? named_entries : unnamed_entries) && (is_named || has_leaders)) {
            for (std::size_t j = i; j < end; ++j) {
                blocks[j]->meaning = Role::toc;
                blocks[j]->list.reset();
                blocks[j]->label_words = 0;
            }
        }
        i = std::max(end, i + 1);
    }
}

}  // namespace sop::pdf
