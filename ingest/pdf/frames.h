// Text in a frame of its own beside other text: a box with contact data, a quotation, a remark.
#pragma once

#include <vector>

#include "ingest/pdf/grids.h"

namespace sop::pdf {

struct Frame {
    Box box;                       // of its border or shading
    std::vector<WordIndex> words;  // all that stand in it
    bool is_note = false;          // of a margin: nothing is drawn around it
    bool is_card = false;          // as find_cards gives it
};

// Frames among `words`, which stand outside `grids`: two lines of text or more, with a border all round or shaded, and
// with running text beside them that is not read along with them.
std::vector<Frame> find_frames(const Page& page, const std::vector<WordIndex>& words, const std::vector<Grid>& grids);

// Boxes side by side with white between, bordered or shaded, each with a heading of its own over its text: they are
// read one after another and are no cells.
std::vector<Frame> find_cards(const Page& page, const std::vector<WordIndex>& words, const std::vector<Grid>& grids);

}  // namespace sop::pdf
