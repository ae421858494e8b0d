#include "extract/chapter.h"

#include <algorithm>

#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Longer lines are sentences.
constexpr std::size_t heading_bytes = 120;
// Chapters that are looked into: a guide has one, sometimes with a part that tells what a profile is.
constexpr std::size_t most_chapters = 8;

const Paragraph* heading_of(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    if (!paragraph || paragraph->heading == 0 || paragraph->role == Role::toc) return nullptr;
    return text_bytes(*paragraph) <= heading_bytes ? paragraph : nullptr;
}

bool is_title(const Paragraph& paragraph, const Lexicon& lexicon) {
    const Words words = fold_words(split_heading(collapse_spaces(plain_text(paragraph.inlines))).title);
    bool found = false;
    lexicon.phrases_at(words, 0, [&](const std::vector<Meaning>& meanings, std::size_t taken) {
        for (const Meaning& meaning : meanings)
            found = found || meaning.term == Term::title || (meaning.term == Term::part && taken == words.size());
    });
    return found;
}

}  // namespace

std::optional<ChapterChoice> find_chapter(const Document& document, const TemplateSet& templates) {
    const std::vector<Block>& blocks = document.blocks;
    std::optional<ChapterChoice> best;
    std::size_t seen = 0;
    for (std::size_t i = 0; i < blocks.size() && seen < most_chapters; ++i) {
        const Paragraph* heading = heading_of(blocks[i]);
        if (!heading || !is_title(*heading, templates.lexicon())) continue;
        ++seen;
        Chapter chapter{i, i + 1};
        while (chapter.end < blocks.size()) {
            const auto* next = std::get_if<Paragraph>(&blocks[chapter.end].content);
            if (next && next->heading > 0 && next->heading <= heading->heading) break;
            ++chapter.end;
        }
        if (2 * (chapter.end - chapter.begin) > blocks.size()) continue;
        Document part;
        part.blocks.assign(blocks.begin() + static_cast<std::ptrdiff_t>(i),
                           blocks.begin() + static_cast<std::ptrdiff_t>(chapter.end));
        const auto choice = choose_template(score_templates(part, templates, true), templates);
        if (!choice || templates.templates()[choice->index].kind != "sop") continue;
        if (!best || choice->score > best->choice.score) best = ChapterChoice{chapter, *choice};
    }
    return best;
}

}  // namespace sop
