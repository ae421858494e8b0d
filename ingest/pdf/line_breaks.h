// How a printer breaks its lines. Most fill a line before they begin the next; some weigh a paragraph as a whole (D. E.
// Knuth and M. F. Plass, Breaking Paragraphs into Lines, 1981: InDesign, TeX, FOP) and leave room at the ends of lines
// for a word that had fitted. Such room says nothing of where a paragraph ends.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

class LineBreaks {
public:
    // Two lines that follow each other in one column or cell.
    void see(const Page& page, const Line& above, const Line& below);
    // Lines in their order in one column or cell.
    void see(const Page& page, const std::vector<Line>& lines);

    // Whether the printer weighs paragraphs, by all lines seen so far that end within a sentence.
    bool weighs_paragraphs() const;

private:
    std::size_t full_ = 0, early_ = 0, wide_ = 0;  // wide: ended so early that it was on purpose
};

// Whether a sentence goes on from `above` to `below` although the next word had room at its end.
bool ends_early(const Page& page, const Line& above, const Line& below);

// Takes the room at the end of `above` where its sentence goes on in `below`.
void close_room(const Page& page, Line& above, const Line& below);

}  // namespace sop::pdf
