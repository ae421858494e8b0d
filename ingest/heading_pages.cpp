#include "ingest/heading_pages.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sop {
namespace {

// Fewer headings with a number may have it by chance.
constexpr std::size_t least_headings = 4;
// Of the headings, so many in ten end in a number: a few are made later than the table they were copied from.
constexpr std::size_t numbered_tenths = 7;
// A page has no more figures; a year has.
constexpr std::size_t most_figures = 3;

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// The number at the end of a heading's last text.
struct Numbered {
    Text* text = nullptr;
    std::size_t end = 0;  // of the title in the text
    int page = 0;
    std::string word;  // before the number
};

std::optional<Numbered> number_of(Paragraph& heading) {
    if (heading.inlines.empty()) return std::nullopt;
    auto* const text = std::get_if<Text>(&heading.inlines.back());
    if (!text) return std::nullopt;
    const std::string_view all = text->text;
    const std::size_t end = all.find_last_not_of(" \t") + 1;
    std::size_t begin = end;
    while (begin > 0 && is_figure(all[begin - 1])) --begin;
    if (begin == end || end - begin > most_figures) return std::nullopt;
    const std::string_view title = all.substr(0, all.substr(0, begin).find_last_not_of(" \t.") + 1);
    // "2.1" is a number of its own; "1-10" and "(2" are none of a page.
    if (title.empty() || is_figure(title.back()) ||
        std::string_view("-/(,:;").find(title.back()) != std::string_view::npos)
        return std::nullopt;
    Numbered out{text, title.size(), std::stoi(std::string(all.substr(begin, end - begin))), {}};
    out.word = title.substr(title.find_last_of(" \t") + 1);
    return out;
}

bool are_pages(const std::vector<Numbered>& found, std::size_t headings) {
    if (found.size() < least_headings || found.size() * 10 < headings * numbered_tenths) return false;
    const bool falls = std::adjacent_find(found.begin(), found.end(), [](const Numbered& a, const Numbered& b) {
                           return a.page > b.page;
                       }) != found.end();
    std::set<std::string> words;
    for (const Numbered& one : found) words.insert(one.word);
    return !falls && found.front().page < found.back().page && words.size() == found.size();
}

}  // namespace

void drop_page_numbers(Document& document) {
    std::vector<Numbered> found;
    std::size_t headings = 0;
    for (Block& block : document.blocks) {
        auto* const paragraph = std::get_if<Paragraph>(&block.content);
        if (!paragraph || paragraph->heading == 0) continue;
        ++headings;
        if (auto numbered = number_of(*paragraph)) found.push_back(std::move(*numbered));
    }
    if (!are_pages(found, headings)) return;
    for (const Numbered& one : found) one.text->text.resize(one.end);
    add_diagnostic(document.diagnostics, {"KOP_MET_PAGINANUMMER",
                                          Severity::info,
                                          "Paginanummers aan het eind van koppen zijn weggelaten.",
                                          {},
                                          static_cast<int>(found.size())});
}

}  // namespace sop
