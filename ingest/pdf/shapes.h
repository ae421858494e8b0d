// What the painted paths of a page show: lines, filled rectangles, and small shapes that stand for characters.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/pdf/page.h"
#include "ingest/pdf/path.h"

namespace sop::pdf {

// Painted paths and images, taken apart. All are cut to `clip`; what is outside is not seen.
class Shapes {
public:
    // Beyond `limit` pieces the page is a drawing: nothing more is taken.
    Shapes(const Box& page, std::size_t limit) : page_(page), limit_(limit) {}

    // Painted with the nonzero winding rule or the even-odd rule (8.5.3.3).
    void fill(const Path& path, bool even_odd, std::uint32_t color, const Box& clip);
    void stroke(const Path& path, double width, std::uint32_t color, const Box& clip);
    // True where the image is a line.
    bool image(const Box& box);

    bool is_over_limit() const { return rulings.size() + fills.size() + squares.size() + strokes.size() > limit_; }

    // A square of the size of a tick box.
    struct Square {
        Box box;
        bool has_outline = false;  // false: a filled one
        std::uint32_t color = 0;
    };
    // A small shape that may be what ticks a box.
    struct Stroke {
        Box box;
        std::uint32_t color = 0;
        bool is_rectangle = false;
        bool is_tick = false;  // shaped like a tick
    };

    std::vector<Ruling> rulings;  // as painted: dashes, dots and each side of a double line by themselves
    std::vector<Fill> fills;
    std::vector<Square> squares;
    std::vector<Stroke> strokes;
    std::vector<Box> rounds;  // small filled or drawn circles
    std::vector<Box> dots;    // filled squares of the size of a bullet, which may be a dotted line's too

private:
    void fill_rectangle(const Box& box, std::uint32_t color);
    void fill_shape(const Path& path, const Subpath& subpath, std::uint32_t color, const Box& clip);
    bool fill_ring(const Path& path, bool even_odd, std::uint32_t color, const Box& clip);
    void add_line(bool is_horizontal, const Box& box, std::uint32_t color, Ruling::Source source);
    void add_line(const Box& box, std::uint32_t color, Ruling::Source source);

    Box page_;
    std::size_t limit_;
    std::vector<std::size_t> large_;  // of fills: those that much may be painted on
};

}  // namespace sop::pdf
