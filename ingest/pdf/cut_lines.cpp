#include "ingest/pdf/cut_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace sop::pdf {
namespace {

// The two parts are one line's: together as high as it is, but for the white space that a font's box has.
constexpr double same_height = 0.3;
constexpr double same_place = 1;  // in points, across the page

bool is_cut(const Word& word) { return word.seen < 1 && word.rotation == 0; }

void drop_cut_lines(Page& page, Page& next) {
    std::multimap<std::string_view, Word*> cut;
    for (Word& word : page.words)
        if (is_cut(word)) cut.emplace(word.text, &word);
    if (cut.empty()) return;
    std::vector<Word*> smaller;
    for (Word& rest : next.words) {
        if (!is_cut(rest)) continue;
        const auto [from, to] = cut.equal_range(rest.text);
        const auto part = std::find_if(from, to, [&](const auto& at) {
            const Word& word = *at.second;
            return std::abs(word.box.left - rest.box.left) <= same_place &&
                   std::abs(word.seen + rest.seen - 1) <= same_height;
        });
        if (part == to) continue;
        smaller.push_back(rest.seen < part->second->seen ? &rest : part->second);
        cut.erase(part);
    }
    for (Word* const word : smaller) word->text.clear();
}

}  // namespace

void drop_cut_lines(std::vector<Page>& pages) {
    for (std::size_t i = 1; i < pages.size(); ++i) drop_cut_lines(pages[i - 1], pages[i]);
}

}  // namespace sop::pdf
