#include "extract/sections.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "extract/fold.h"
#include "extract/heading_candidates.h"
#include "extract/paragraph_text.h"
#include "extract/shapes.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::string_view unknown_section = "overig";

// A heading that opens a section.
struct Opening {
    std::size_t candidate = 0;
    int level = 1;
    int section = -1;  // in Definitions::sections; -1: unknown
    bool is_guess = false;
};

// Decides which candidates open a section and on which level.
class Decider {
public:
    Decider(const MatchedTemplate& form, const std::vector<HeadingCandidate>& candidates)
        : form_(form), candidates_(candidates) {
        find_main_level();
        find_look();
        find_sequence();
        for (const HeadingCandidate& candidate : candidates) ++times_[fold(candidate.title)];
        for (const HeadingCandidate& candidate : candidates)
            if (candidate.match) taken_.insert(static_cast<int>(candidate.match->section));
    }

    std::vector<Opening> decide() {
        std::vector<Opening> openings;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const int level = level_of(candidates_[i]);
            if (!(candidates_[i].match ? opens_known(candidates_[i], level) : opens_unknown(i, level))) continue;
            while (!open_.empty() && open_.back().level >= level) open_.pop_back();
            Opening opening{i, level, -1, false};
            if (candidates_[i].match)
                opening.section = static_cast<int>(candidates_[i].match->section);
            else if (level <= deepest_guess)
                opening.section = mentioned_section(candidates_[i]);
            opening.is_guess = !candidates_[i].match && opening.section >= 0;
            open_.push_back(opening);
            openings.push_back(opening);
        }
        return openings;
    }

private:
    const SectionDef& section_of(const HeadingCandidate& candidate) const {
        return form_.rules.sections[candidate.match->section];
    }
    std::string_view id_of(const Opening& opening) const {
        if (opening.section < 0) return unknown_section;
        return form_.rules.sections[static_cast<std::size_t>(opening.section)].id;
    }
    // The one section whose words an unknown heading has, where nothing else is a heading of that section: "Waar liggen
    // onze grenzen?"; -1 where there is none.
    int mentioned_section(const HeadingCandidate& candidate) {
        const int found = mentioned_by(candidate);
        return found >= 0 && taken_.insert(found).second ? found : -1;
    }
    int mentioned_by(const HeadingCandidate& candidate) const {
        const Words words = fold_words(candidate.title);
        int found = -1;
        bool is_only_one = true;
        for (std::size_t at = 0; at < words.size(); ++at)
            form_.meanings_at(words, at, Term::mention, [&](const Meaning& meaning, std::size_t taken) {
                if ((meaning.flags & Meaning::chapter) && !is_whole(words, at, taken)) return;
                is_only_one = is_only_one && (found < 0 || found == meaning.item);
                found = meaning.item;
            });
        return is_only_one ? found : -1;
    }

    // Whether all of the heading is one that elsewhere may be something else: "Wie helpen ons?"
    bool is_short_guess(const HeadingCandidate& candidate) const {
        const Words words = fold_words(candidate.title);
        bool found = false;
        form_.meanings_at(words, 0, Term::mention, [&](const Meaning& meaning, std::size_t taken) {
            found = found || ((meaning.flags & Meaning::chapter) && is_whole(words, 0, taken));
        });
        return found;
    }
    // Whether the words from `at` to `taken` are all of them, but for a year and words that mean nothing.
    bool is_whole(const Words& words, std::size_t at, std::size_t taken) const {
        bool is_all = at == 0;
        for (std::size_t i = taken; i < words.size(); ++i)
            is_all = is_all && (form_.lexicon.is_stop_word(words[i]) || is_year(words[i]));
        return is_all;
    }

    static bool is_year(std::string_view word) {
        return word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
    }

    // Id of the main section that is open; "" before the first.
    std::string_view main_id() const { return open_.empty() ? std::string_view() : id_of(open_.front()); }

    bool is_main(const HeadingCandidate& candidate) const {
        return candidate.match && !candidate.match->is_chapter && section_of(candidate).under.empty();
    }

    // The style level and the depth of number of the main headings: the least of those that are known.
    void find_main_level() {
        const auto lower = [](int& least, int value) {
            if (value > 0 && (least == 0 || value < least)) least = value;
        };
        for (const HeadingCandidate& candidate : candidates_) {
            if (!is_main(candidate)) continue;
            lower(main_style_, candidate.style_level);
            lower(main_depth_, candidate.depth);
        }
        // Where no heading at all is known, those by a style are the school's own words.
        if (std::none_of(candidates_.begin(), candidates_.end(), [](const auto& c) { return c.match.has_value(); }))
            for (const HeadingCandidate& candidate : candidates_)
                if (candidate.is_styled && candidate.is_behind_title && !is_title(candidate))
                    lower(main_style_, candidate.style_level);
    }

    // How the known headings look, where they are some and all alike. Where they are few, lines count that may be
    // headings.
    void find_look() {
        constexpr std::ptrdiff_t some = 3, fewest = 2;
        const auto matched = std::ranges::count_if(candidates_, [](const auto& c) { return c.match.has_value(); });
        std::ptrdiff_t known = 0, are_bold = 0, capitals = 0, plain = 0;
        for (const HeadingCandidate& candidate : candidates_) {
            const bool counts = matched < some && candidate.has_look_only && is_short_guess(candidate);
            if (!candidate.match && !counts) continue;
            ++known;
            are_bold += candidate.is_bold ? 1 : 0;
            plain += !candidate.is_styled && candidate.style_level == 0 && candidate.depth == 0 ? 1 : 0;
            capitals += candidate.is_capitals ? 1 : 0;
        }
        if (known < some || matched < fewest || are_bold < known) return;
        are_mixed_ = plain >= fewest;
        if (capitals == 0) known_look_ = Look::bold;
        if (capitals == known) known_look_ = Look::capitals;
    }

    // For each candidate the numbers of the known main headings before and after it; 0 where there is none.
    void find_sequence() {
        const auto value_of = [&](const HeadingCandidate& candidate) {
            return is_main(candidate) && candidate.depth == main_depth_ ? candidate.value : 0;
        };
        before_.resize(candidates_.size());
        after_.resize(candidates_.size());
        int value = 0;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            before_[i] = value;
            if (const int own = value_of(candidates_[i])) value = own;
            if (is_main(candidates_[i])) last_main_ = i;
        }
        value = 0;
        for (std::size_t i = candidates_.size(); i-- > 0;) {
            after_[i] = value;
            if (const int own = value_of(candidates_[i])) value = own;
        }
    }

    int level_of(const HeadingCandidate& candidate) const {
        int level = 1;
        if (candidate.style_level > 0 && main_style_ > 0)
            level = std::max(level, candidate.style_level - main_style_ + 1);
        if (candidate.depth > 0 && main_depth_ > 0) level = std::max(level, candidate.depth - main_depth_ + 1);
        const bool has_main_number = candidate.depth > 0 && candidate.depth == main_depth_;
        if (level == 1 && candidate.match && !has_main_number && !section_of(candidate).under.empty() &&
            main_id() == section_of(candidate).under)
            level = 2;
        return std::min(level, deepest_level);
    }

    bool opens_known(const HeadingCandidate& candidate, int level) const {
        if (level > 1 && candidate.match->goes_on && !is_part_of_mixed(candidate, level)) return false;
        if (candidate.match->is_chapter && (level > 1 || !candidate.is_styled)) return false;
        if (is_repeated_label(candidate, level)) return false;
        // A deeper heading with the words of a section it stands in opens nothing new.
        return std::none_of(open_.begin(), open_.end(), [&](const Opening& opening) {
            return opening.level < level && id_of(opening) == section_of(candidate).id;
        });
    }

    // "Voorzieningen" below one need after another in the section that has a column of that name.
    bool is_repeated_label(const HeadingCandidate& candidate, int level) const {
        const bool is_main_by_look = level == 1 && (candidate.style_level > 0 || candidate.depth > 0);
        return !is_main_by_look && times_.at(fold(candidate.title)) > 1 && names_column(candidate, main_id());
    }

    bool opens_unknown(std::size_t index, int level) const {
        const HeadingCandidate& candidate = candidates_[index];
        if (is_title(candidate)) return false;
        // Beside a known part of a section, an unknown heading of the same level ends it.
        if (level > 1)
            return !open_.empty() && (open_.back().level >= level ||
                                      (is_part_of_mixed(candidate, level) && has_words_of_free(candidate)));
        if (candidate.has_look_only) {
            if (main_depth_ > 0 || is_part_by_name(candidate)) return false;
            if (open_.empty() && !is_short_guess(candidate)) return false;
            if (main_style_ > 0) return are_mixed_ && has_words_of_free(candidate) && looks_known(index);
            return looks_known(index) || (candidate.is_after_table && index < last_main_ && holds_table(main_id()));
        }
        // What stands in front may be a title, unless one came before; what tells a section is none, and the name of
        // the school belongs to the title.
        if (open_.empty() && candidate.depth == 0 && !tells_section(candidate))
            return candidate.is_styled && main_style_ > 0 && candidate.is_behind_title &&
                   !starts_as_school(candidate.title);
        if (candidate.is_styled && main_style_ > 0) return true;
        // A bold "1." inside a section is an item of its own, a bold "5." between 4 and 6 a section.
        return candidate.value > before_[index] && (before_[index] > 0 || after_[index] > 0) &&
               (after_[index] == 0 || candidate.value < after_[index]);
    }

    // Whether a line that nothing but its look speaks for looks as all known headings do, which is enough where it has
    // the words of a section that no other heading is of, or where they are in capitals and no line like it is next to
    // it: what comes in a row are titles within a section.
    bool looks_known(std::size_t index) const {
        constexpr std::ptrdiff_t fewest_words = 2;
        const HeadingCandidate& candidate = candidates_[index];
        const int section = mentioned_by(candidate);
        if (known_look_ == Look::none || candidate.is_capitals != (known_look_ == Look::capitals)) return false;
        if (section >= 0 && !taken_.contains(section)) return true;
        const auto is_like = [&](std::size_t at) { return at < candidates_.size() && candidates_[at].has_look_only; };
        return candidate.is_capitals && !is_like(index - 1) && !is_like(index + 1) &&
               std::count(candidate.title.begin(), candidate.title.end(), ' ') + 1 >= fewest_words;
    }

    // Whether an unknown heading has the style of the known ones and words of one section that no other heading is of.
    bool tells_section(const HeadingCandidate& candidate) const {
        return candidate.is_styled && main_style_ > 0 && candidate.style_level == main_style_ &&
               has_words_of_free(candidate);
    }

    bool has_words_of_free(const HeadingCandidate& candidate) const {
        const int section = mentioned_by(candidate);
        return section >= 0 && !taken_.contains(section);
    }

    // Whether a heading stands right below one that says nothing of what comes, or of all sorts of things: "Visie van
    // De Linde" below the school's data, "Conclusies en ambities" below "Deel II: analyse en beleid".
    bool is_part_of_mixed(const HeadingCandidate& candidate, int level) const {
        return candidate.is_styled && level <= deepest_guess &&
               (main_id() == unknown_section || main_id() == "schoolgegevens");
    }

    bool is_title(const HeadingCandidate& candidate) const {
        bool found = false;
        form_.meanings_at(fold_words(candidate.title), 0, Term::title, [&](const Meaning& meaning, std::size_t) {
            // "Ondersteuningsaanbod" is a title where no other stands before it.
            found = found || !(meaning.flags & Meaning::weak) || !candidate.is_behind_title;
        });
        return found;
    }

    // Whether the section's content is a table, so that a bold line behind one is no part of it.
    bool holds_table(std::string_view id) const {
        return std::any_of(form_.rules.tables.begin(), form_.rules.tables.end(), [&](const TableDef& table) {
            return table.form == TableForm::rows &&
                   std::find(table.places.begin(), table.places.end(), id) != table.places.end();
        });
    }

    // Behind a table, in capitals as all known headings are, it is no name of what stands below it.
    bool is_part_by_name(const HeadingCandidate& candidate) const {
        const bool is_capital = known_look_ == Look::capitals && candidate.is_capitals && candidate.is_after_table;
        return !is_capital && names_column(candidate, main_id());
    }

    // Whether the line says for whom the next table of the section is, "Leerlingen met dyslexie", or what stands below
    // it in the section's table or blocks: "Aanpak".
    bool names_column(const HeadingCandidate& candidate, std::string_view id) const {
        const Words words = fold_words(candidate.title);
        bool found = false;
        form_.meanings_at(words, 0, Term::column, [&](const Meaning& meaning, std::size_t taken) {
            const TableDef& table = form_.rules.tables[meaning.item];
            found = found || (((meaning.flags & Meaning::begins) || taken == words.size()) &&
                              std::find(table.places.begin(), table.places.end(), id) != table.places.end());
        });
        return found;
    }

    static constexpr int deepest_level = 9;
    static constexpr int deepest_guess = 2;  // deeper headings may have any words

    const MatchedTemplate& form_;
    const std::vector<HeadingCandidate>& candidates_;
    int main_style_ = 0, main_depth_ = 0;
    bool are_mixed_ = false;  // some known headings have a style, some nothing but the look of those
    enum class Look : std::uint8_t { none, bold, capitals } known_look_ = Look::none;
    std::vector<int> before_, after_;
    std::size_t last_main_ = 0;
    std::map<std::string, int, std::less<>> times_;  // that a title comes, folded
    std::set<int> taken_;                            // sections that a heading opens, or that a word told
    std::vector<Opening> open_;                      // the sections that are open, each within the one before
};

// Takes tables of contents out of `blocks`; the index of each block that stays is where it was.
bool is_contents(const Block& block, std::vector<Diagnostic>& diagnostics) {
    const auto* paragraph = std::get_if<Paragraph>(&block.content);
    if (!paragraph || paragraph->role != Role::toc) return false;
    add_diagnostic(diagnostics, {"INHOUDSOPGAVE_WEGGELATEN", Severity::info,
                                 "De regels van de inhoudsopgave zijn weggelaten.", paragraph->origin});
    return true;
}

// Marks the headings behind the document's title: a paragraph that says so, or one that starts as a profile does.
void mark_behind_title(const MatchedTemplate& form, const std::vector<Block>& blocks,
                       std::vector<HeadingCandidate>& candidates) {
    constexpr std::size_t title_bytes = 200, most_blocks = 40;
    std::size_t title = blocks.size();
    for (std::size_t i = 0; i < blocks.size() && i < most_blocks && title == blocks.size(); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&blocks[i].content);
        if (!paragraph || text_bytes(*paragraph) > title_bytes) continue;
        bool is_title = paragraph->role == Role::title;
        form.meanings_at(fold_words(plain_text(paragraph->inlines)), 0, Term::title,
                         [&](const Meaning&, std::size_t) { is_title = true; });
        if (is_title) title = i;
    }
    for (HeadingCandidate& candidate : candidates) candidate.is_behind_title = candidate.block > title;
}

}  // namespace

Sections find_sections(const MatchedTemplate& form, std::vector<Block> blocks, std::vector<Diagnostic>& diagnostics,
                       bool is_chapter) {
    std::vector<HeadingCandidate> candidates = find_heading_candidates(form, blocks);
    mark_behind_title(form, blocks, candidates);
    if (is_chapter)
        for (HeadingCandidate& candidate : candidates) candidate.is_behind_title = true;
    const std::vector<Opening> openings = Decider(form, candidates).decide();

    Sections result;
    auto opening = openings.begin();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (is_contents(blocks[i], diagnostics)) continue;
        if (opening != openings.end() && candidates[opening->candidate].block == i) {
            HeadingCandidate& heading = candidates[opening->candidate];
            Section& section = result.sections.emplace_back();
            section.id = opening->section < 0 ? std::string(unknown_section)
                                              : form.rules.sections[static_cast<std::size_t>(opening->section)].id;
            section.is_guess = opening->is_guess;
            section.number = std::move(heading.number);
            section.heading = std::move(heading.title);
            section.level = opening->level;
            section.origin = std::get<Paragraph>(blocks[i].content).origin;
            if (section.is_guess)
                add_diagnostic(diagnostics, {"SECTIE_VERMOED", Severity::info,
                                             "Van een kop is alleen een woord herkend; de sectie is daarnaar genoemd.",
                                             section.origin});
            else if (!heading.match)
                add_diagnostic(
                    diagnostics,
                    {"SECTIE_ONBEKEND", Severity::warning,
                     "Een kop is niet herkend; de tekst eronder staat in een sectie \"overig\".", section.origin});
            ++opening;
            continue;
        }
        std::vector<Block>& to = result.sections.empty() ? result.front : result.sections.back().blocks;
        to.push_back(std::move(blocks[i]));
    }
    return result;
}

Sections cut_at_headings(std::vector<Block> blocks, std::vector<Diagnostic>& diagnostics) {
    int main_level = 0;
    for (const Block& block : blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (!paragraph || paragraph->heading == 0 || is_blank(*paragraph)) continue;
        if (main_level == 0 || paragraph->heading < main_level) main_level = paragraph->heading;
    }
    Sections result;
    for (Block& block : blocks) {
        if (is_contents(block, diagnostics)) continue;
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (!paragraph || paragraph->heading == 0 || paragraph->heading != main_level || is_blank(*paragraph)) {
            std::vector<Block>& to = result.sections.empty() ? result.front : result.sections.back().blocks;
            to.push_back(std::move(block));
            continue;
        }
        NumberedHeading heading = split_heading(collapse_spaces(plain_text(paragraph->inlines)));
        Section& section = result.sections.emplace_back();
        section.id = unknown_section;
        section.number = clean_number(paragraph->number.empty() ? heading.number : paragraph->number);
        section.heading = std::move(heading.title);
        section.origin = paragraph->origin;
    }
    return result;
}

std::vector<int> find_parents(const std::vector<Section>& sections) {
    std::vector<int> parents(sections.size(), -1);
    for (std::size_t i = 1; i < sections.size(); ++i) {
        int above = static_cast<int>(i) - 1;
        while (above >= 0 && sections[static_cast<std::size_t>(above)].level >= sections[i].level)
            above = parents[static_cast<std::size_t>(above)];
        parents[i] = above;
    }
    return parents;
}

}  // namespace sop
