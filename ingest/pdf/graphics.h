// The state that content streams change (ISO 32000-1, 8.4 and 9.3).
#pragma once

#include <cstdint>

#include "ingest/pdf/colors.h"
#include "ingest/pdf/fonts.h"
#include "ingest/pdf/geometry.h"

namespace sop::pdf {

struct TextState {
    const LoadedFont* font = nullptr;
    double size = 0, character_space = 0, word_space = 0, scale = 1, leading = 0, rise = 0;
    int mode = 0;  // 9.3.6
};

struct GraphicsState {
    Matrix matrix;  // to the page as shown
    std::uint32_t fill_color = black, stroke_color = black;
    const ColorSpace* fill_space = nullptr;  // null: told by the number of components
    const ColorSpace* stroke_space = nullptr;
    double line_width = 1, fill_alpha = 1, stroke_alpha = 1;
    Box clip;                        // bounds of what is seen
    bool is_clip_rectangle = false;  // cut by a rectangle smaller than the page
    TextState text;
};

}  // namespace sop::pdf
