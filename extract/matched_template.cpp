#include "extract/matched_template.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/grid.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::size_t longest_empty_value = 100;

std::optional<HeadingMatch> match_words(const MatchedTemplate& form, const Words& text) {
    std::optional<HeadingMatch> best;
    form.meanings_at(text, 0, Term::heading, [&](const Meaning& meaning, std::size_t taken) {
        bool goes_on = false;
        for (std::size_t i = taken; i < text.size(); ++i) goes_on = goes_on || !form.lexicon.is_stop_word(text[i]);
        if (goes_on && !(meaning.flags & Meaning::begins)) return;
        // Longer phrases come later; of one phrase the template's own meaning comes first.
        std::size_t words = 0;
        for (std::size_t i = 0; i < taken; ++i) words += form.lexicon.is_stop_word(text[i]) ? 0 : 1;
        if (best && best->words == words) return;
        best = HeadingMatch{meaning.item, meaning.owner != shared_owner, goes_on,
                            (meaning.flags & Meaning::chapter) != 0, words};
    });
    return best;
}

// "<info@school.nl>", as mail programs write it.
bool is_address(std::string_view text) {
    return text.find('@') != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

}  // namespace

bool MatchedTemplate::is_term(const Words& text, Term term) const {
    const auto* meanings = lexicon.find(text);
    if (!meanings) return false;
    for (const Meaning& meaning : *meanings)
        if (meaning.term == term && meaning.is_for(owner)) return true;
    return false;
}

bool MatchedTemplate::is_boilerplate(std::string_view text) const {
    const Words words = fold_words(text);
    if (is_term(words, Term::boilerplate)) return true;
    // Only one sentence: what a school wrote behind it stays.
    const std::size_t end = text.find_first_of(".?\n", words.size() > 0 ? words.words[0].end : 0);
    if (end != std::string_view::npos && !trim(text.substr(end + 1)).empty()) return false;
    bool found = false;
    meanings_at(words, 0, Term::boilerplate,
                [&](const Meaning& meaning, std::size_t) { found = found || (meaning.flags & Meaning::begins) != 0; });
    return found;
}

bool is_empty_value(const MatchedTemplate& form, std::string_view text) {
    text = trim(text);
    if (is_filler(text)) return true;
    constexpr std::array<std::pair<char, char>, 3> brackets{{{'[', ']'}, {'<', '>'}, {'{', '}'}}};
    for (const auto& [open, close] : brackets)
        if (text.front() == open && text.find(close) == text.size() - 1 && !(open == '<' && is_address(text)))
            return true;
    if (text.size() > longest_empty_value) return false;
    const Words words = fold_words(text);
    // "kies: ASG / Prisma"
    if (words.size() > 1 && words[0] == "kies" && trim(text.substr(words.words[0].end)).starts_with(':')) return true;
    const std::vector<std::string>& empty = default_vocabulary().empty_values;
    return words.size() == 0 || std::find(empty.begin(), empty.end(), words.folded) != empty.end() ||
           form.is_boilerplate(text);
}

std::optional<HeadingMatch> match_heading(const MatchedTemplate& form, std::string_view title, std::string_view whole) {
    auto match = match_words(form, fold_words(title));
    if (!match && whole.size() > title.size()) match = match_words(form, fold_words(whole));
    if (!match) match = match_words(form, form.lexicon.respell(fold_words(title)));
    // "Basisondersteuning (wat wij alle kinderen bieden)"
    const std::size_t open = title.find('(');
    if (!match && open != std::string_view::npos && open > 0 && title.ends_with(')'))
        match = match_words(form, fold_words(title.substr(0, open)));
    return match;
}

}  // namespace sop
