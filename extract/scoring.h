// Which template a document was made from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/extraction.h"
#include "extract/template.h"

namespace sop {

// Least score of a template that fits, below a title that is not its own. A filled-in form that lost its title, its
// table or half of its headings scores 0.45 and more; forms of other makers that share a few headings and labels stay
// below 0.35.
inline constexpr double match_threshold = 0.40;

// Why a template is no choice whatever its score.
enum class RuledOut {
    no,
    foreign_title,   // the title says that the document is something else
    guide,           // the title is that of a school guide: only a chapter of it can be a profile
    no_school,       // no title, school data or label: no school's profile
    no_own_wording,  // too little in the template's own words: the vocabulary alone is the generic template's
    no_core,         // no title, and not all sections that only a profile has together
};

// What is scored: a document, or a chapter of one, with or without a heading that says that it is a profile.
enum class Scope { document, chapter, titled_chapter };

// How well a template fits: what was found of each kind of evidence, 0..1, and their weighted mean.
struct TemplateScore {
    double title = 0, heading = 0, label = 0, column = 0, footer = 0;
    double score = 0;
    bool is_own_title = false;
    bool is_clear_title = false;
    RuledOut ruled_out = RuledOut::no;
};

struct TemplateChoice {
    std::size_t index = 0;  // in TemplateSet::templates()
    double score = 0;       // 0..1
};

// The score of each template, in their order: the weighted mean over the kinds of evidence of Recognition. A kind
// counts in full when `enough` different ones of its texts were found, else in proportion; a text that the vocabulary
// knows for the same section, field or column, but that is not the template's own wording, is half a find, or three
// quarters of one below the title of a profile.
std::vector<TemplateScore> score_templates(const Document& document, const TemplateSet& templates,
                                           Scope scope = Scope::document);

// The template that fits best; absent where none that is not ruled out reaches the threshold. The generic one, which
// finds the words that all others share, only where no other does.
std::optional<TemplateChoice> choose_template(const std::vector<TemplateScore>& scores, const TemplateSet& templates);

// SJABLOON_TWIJFEL, where another template fits nearly as well as the chosen one, or little but the title fits.
std::optional<Diagnostic> find_doubt(const TemplateChoice& choice, const std::vector<TemplateScore>& scores,
                                     const TemplateSet& templates);

// A score or confidence as people read it: "0,97".
std::string in_text(double score);

// The edition whose section numbers agree best with those of the sections that were found, in their order; unnumbered
// sections count by their place among the main ones.
const Edition& match_edition(const Template& form, const std::vector<Section>& sections);

}  // namespace sop
