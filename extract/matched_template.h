// The template that a document matched, as the steps of the extraction use it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon.h"
#include "extract/template.h"
#include "ingest/document.h"

namespace sop {

struct MatchedTemplate {
    const Lexicon& lexicon;
    const Definitions& rules;  // sections, fields, tables and columns have the indexes of the lexicon's meanings
    int owner;                 // of meanings that are this template's own
    const std::vector<Control>& controls;

    // Calls see(meaning, words) for each meaning of `term` at word `from` that counts for this template, shortest
    // phrase first, its own before shared ones.
    template <class See>
    void meanings_at(const Words& text, std::size_t from, Term term, See see) const {
        lexicon.phrases_at(text, from, [&](const std::vector<Meaning>& meanings, std::size_t words) {
            for (const Meaning& meaning : meanings)
                if (meaning.term == term && meaning.is_for(owner)) see(meaning, words);
        });
    }
    // Whether all of `text` is one phrase of this kind.
    bool is_term(const Words& text, Term term) const;
    // Whether `text` is a sentence of the form itself.
    bool is_boilerplate(std::string_view text) const;
};

// A heading that the vocabulary knows.
struct HeadingMatch {
    std::size_t section = 0;  // in rules.sections
    bool is_own = false;      // the template's own wording
    bool goes_on = false;     // the heading has more words than the phrase
    bool is_chapter = false;  // a phrase that is a heading only as a chapter of its own
    std::size_t words = 0;    // of the phrase, stop words not counted
};

// Whether `text` says that nothing was filled in yet: nothing at all, something to write over, a prompt, or a text
// between brackets that stands for one. "N.v.t." is an answer.
bool is_empty_value(const MatchedTemplate& form, std::string_view text);

// What section the heading `title` opens; `whole` is the heading with its number, for phrases like "Domein 3".
std::optional<HeadingMatch> match_heading(const MatchedTemplate& form, std::string_view title, std::string_view whole);

}  // namespace sop
