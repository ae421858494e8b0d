// Which template a document was made from.
#pragma once

#include <optional>
#include <vector>

#include "extract/extraction.h"
#include "extract/template.h"

namespace sop {

// Least score of a template that fits. A filled-in form that lost its title, its table or half of its headings scores
// 0.45 and more; forms of other makers that share a few headings and labels stay below 0.35.
inline constexpr double match_threshold = 0.40;

struct TemplateChoice {
    std::size_t index = 0;  // in TemplateSet::templates()
    double score = 0;       // 0..1
};

// The template that fits `document` best; absent where none reaches the threshold or the document's title says that it
// is something else.
//
// The score is the weighted mean over the kinds of evidence of Recognition. A kind counts in full when `enough`
// different ones of its texts were found, else in proportion; a text that the vocabulary knows for the same section,
// field or column, but that is not the template's own wording, is half a find, or three quarters of one below the title
// of a profile. A document without title, school data and labels is no school's profile. Looks at the first
// `survey_paragraphs` paragraphs, so its cost does not grow with the document beyond that.
std::optional<TemplateChoice> match_template(const Document& document, const TemplateSet& templates);

// The edition whose section numbers agree best with those of the sections that were found, in their order; unnumbered
// sections count by their place among the main ones.
const Edition& match_edition(const Template& form, const std::vector<Section>& sections);

}  // namespace sop
