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

// What a heading says of the chapter under it.
enum class Claim { none, words, title };

Claim read_claim(const Paragraph& paragraph, const Lexicon& lexicon) {
    const Words words = fold_words(split_heading(collapse_spaces(plain_text(paragraph.inlines))).title);
    Claim claim = Claim::none;
    for (std::size_t at = 0; at < words.size(); ++at)
        lexicon.phrases_at(words, at, [&](const std::vector<Meaning>& meanings, std::size_t taken) {
            const bool is_whole = at == 0 && taken == words.size();
            for (const Meaning& meaning : meanings) {
                const bool is_title = meaning.term == Term::title && !(meaning.flags & Meaning::weak);
                if (is_title || (meaning.term == Term::part && is_whole)) claim = Claim::title;
                if (meaning.term == Term::part) claim = std::max(claim, Claim::words);
            }
        });
    return claim;
}

// The sections that only a profile has together, as the generic template names them, by their index in the vocabulary.
std::vector<std::size_t> core_sections(const TemplateSet& templates) {
    std::vector<std::size_t> core;
    const std::vector<SectionDef>& sections = default_vocabulary().sections;
    for (const Template& form : templates.templates())
        for (const std::string& id : form.recognition.core)
            for (std::size_t i = 0; i < sections.size(); ++i)
                if (sections[i].id == id && std::find(core.begin(), core.end(), i) == core.end()) core.push_back(i);
    return core;
}

// The one of `core` that a heading opens; core.size() where it opens none.
std::size_t core_of(const Paragraph& paragraph, const std::vector<std::size_t>& core, const Lexicon& lexicon) {
    const Words words = fold_words(split_heading(collapse_spaces(plain_text(paragraph.inlines))).title);
    std::size_t found = core.size();
    lexicon.phrases_at(words, 0, [&](const std::vector<Meaning>& meanings, std::size_t taken) {
        for (const Meaning& meaning : meanings) {
            if (meaning.term != Term::heading || (taken < words.size() && !(meaning.flags & Meaning::begins))) continue;
            const auto place = std::find(core.begin(), core.end(), meaning.item);
            if (place != core.end()) found = static_cast<std::size_t>(place - core.begin());
        }
    });
    return found;
}

struct Candidate {
    Chapter chapter;
    int level = 0;
    Claim claim = Claim::none;
    std::vector<bool> has_core;  // by place in the core
    bool holds_smaller = false;  // a chapter within it has all of the core
    std::ptrdiff_t core() const { return std::count(has_core.begin(), has_core.end(), true); }
};

// All headings with what stands under them.
std::vector<Candidate> read_chapters(const std::vector<Block>& blocks, const TemplateSet& templates) {
    const std::vector<std::size_t> core = core_sections(templates);
    std::vector<Candidate> chapters;
    std::vector<std::size_t> open;  // each within the one before
    const auto close = [&](int level, std::size_t end) {
        while (!open.empty() && chapters[open.back()].level >= level) {
            Candidate& chapter = chapters[open.back()];
            chapter.chapter.end = end;
            open.pop_back();
            if (chapter.core() < static_cast<std::ptrdiff_t>(core.size()) && !chapter.holds_smaller) continue;
            if (!open.empty()) chapters[open.back()].holds_smaller = true;
        }
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&blocks[i].content);
        if (!paragraph || paragraph->heading == 0 || paragraph->role == Role::toc) continue;
        close(paragraph->heading, i);
        const Paragraph* heading = heading_of(blocks[i]);
        if (!heading) continue;
        const std::size_t section = core_of(*heading, core, templates.lexicon());
        if (section < core.size())
            for (const std::size_t above : open) chapters[above].has_core[section] = true;
        open.push_back(chapters.size());
        chapters.push_back({{i, blocks.size()},
                            heading->heading,
                            read_claim(*heading, templates.lexicon()),
                            std::vector<bool>(core.size()),
                            false});
    }
    close(0, blocks.size());
    return chapters;
}

}  // namespace

std::optional<ChapterChoice> find_chapter(const Document& document, const TemplateSet& templates, bool is_guide) {
    const std::vector<Block>& blocks = document.blocks;
    std::optional<ChapterChoice> best;
    std::size_t seen = 0;
    for (const Candidate& candidate : read_chapters(blocks, templates)) {
        constexpr std::ptrdiff_t some_core = 2;
        const bool has_all =
            candidate.core() > 0 && candidate.core() == static_cast<std::ptrdiff_t>(candidate.has_core.size());
        const bool may_be = candidate.claim == Claim::title ||
                            (candidate.claim == Claim::words && candidate.core() >= some_core) ||
                            (has_all && !candidate.holds_smaller);
        if (!may_be) continue;
        const Chapter& chapter = candidate.chapter;
        if (!is_guide && 2 * (chapter.end - chapter.begin) > blocks.size()) continue;
        if (++seen > most_chapters) break;
        Document part;
        part.blocks.assign(blocks.begin() + static_cast<std::ptrdiff_t>(chapter.begin),
                           blocks.begin() + static_cast<std::ptrdiff_t>(chapter.end));
        const Scope scope = candidate.claim == Claim::none && !is_guide ? Scope::chapter : Scope::titled_chapter;
        const auto choice = choose_template(score_templates(part, templates, scope), templates);
        if (!choice || templates.templates()[choice->index].kind != "sop") continue;
        if (!best || choice->score > best->choice.score) best = ChapterChoice{chapter, *choice};
    }
    return best;
}

}  // namespace sop
