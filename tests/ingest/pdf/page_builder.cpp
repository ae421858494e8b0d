#include "tests/ingest/pdf/page_builder.h"

#include <algorithm>
#include <cstdlib>

#include "ingest/pdf/rows.h"

namespace sop::pdf::test {

Word make_word(std::string_view text, double left, double top, double size) {
    Word word;
    word.text = text;
    word.size = size;
    word.font = 0;
    const double width = character_width * size / type_size;
    for (std::size_t i = 0; i <= characters_of(text); ++i) word.edges.push_back(left + static_cast<double>(i) * width);
    word.box = {left, top, word.edges.back(), top + 1.2 * size};
    word.space_after = true;
    return word;
}

std::vector<Word> make_line(std::string_view line, double top) {
    std::vector<Word> words;
    double left = 50;
    while (!line.empty()) {
        const std::size_t end = std::min(line.find_first_of(" ["), line.size());
        words.push_back(make_word(line.substr(0, end), left, top));
        left = words.back().box.right;
        line.remove_prefix(end);
        if (line.starts_with('[')) {
            left += std::atof(line.data() + 1);
            line.remove_prefix(line.find(']') + 1);
        } else if (!line.empty()) {
            left += 2.5;
            line.remove_prefix(1);
        }
    }
    return words;
}

Page make_page(std::vector<Word> words) {
    Page page;
    page.number = 1;
    page.width = 595;
    page.height = 842;
    page.fonts.push_back({.name = "Lettertype"});
    page.words = std::move(words);
    return page;
}

std::string text_of(const std::vector<Word>& words) {
    std::string text;
    for (const Word& word : words) text += word.text + (word.space_after ? " " : "|");
    if (!text.empty()) text.pop_back();
    return text;
}

}  // namespace sop::pdf::test
