// Whether the words of a PDF are what stands on its pages.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ingest/document.h"
#include "ingest/pdf/page.h"

namespace sop::pdf {

// What the verdict on a page rests on. Counted after repair_words.
struct TextFigures {
    std::size_t characters = 0;   // visible or of the OCR layer; leaders ("....", "____") left out
    std::size_t letters = 0;      // Latin letters among them
    std::size_t unreadable = 0;   // U+FFFD, private use, letters of two scripts in one word
    std::size_t punctuation = 0;  // neither letters, digits nor unreadable
    double surprise = 0;          // sum over the letters of how unexpected each is in a western language, in nats
    double shown = 0;             // length of visible text as it was painted, in sizes
    double unnamed = 0;           // of it in fonts whose characters have no known Unicode, or that are not in the file
    double image_share = 0;       // of the page's area
    bool is_ocr = false;          // the words are invisible text over an image
    bool is_skipped = false;
};
TextFigures text_figures(const Page& page);

// Absent for a page that says nothing about its text layer: blank, or a few characters without an image.
std::optional<TextLayer> text_layer(const TextFigures& page);

// Of a document: geen where no page has text; beschadigd or ocr where at least half of the pages that say something
// are; gedeeltelijk where any page lacks text, is damaged or was skipped; else volledig.
TextLayer text_layer(const std::vector<Page>& pages);

// The same; a diagnostic for each kind of page that is not `volledig` names those pages.
TextLayer text_layer(const std::vector<Page>& pages, std::vector<Diagnostic>& diagnostics);

}  // namespace sop::pdf
