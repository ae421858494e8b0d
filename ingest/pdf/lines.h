// Lines as they are told apart: by their words, seen upright.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// Something that stands on a line: its place in upright axes.
struct OnLine {
    double middle = 0, height = 0, left = 0, right = 0;
    double size = 0;
    int rotation = 0;
    std::size_t index = 0;  // the caller's own
};

// What stands side by side together, from line to line, each from left to right: a smaller word that is raised or
// lowered is on the line of the words it stands between.
std::vector<std::vector<OnLine>> cluster_lines(std::vector<OnLine> things);

OnLine place_of(const Page& page, WordIndex word);

// A line of these words, which are in reading direction. Without room.
Line make_line_of(const Page& page, int page_index, const std::vector<WordIndex>& words);

// The middle of the words of a line's own size, upright: what the distance of two lines is measured between.
double middle_of(const Page& page, const Line& line);

// Takes the room at the end of lines of a form field whose value, typed without a line break, goes on in the next.
void close_fields(const Page& page, std::vector<Line>& lines);

// Height of one line of type over another, as most of the text is set, by size.
class Pitches {
public:
    // Adds what `lines`, in order within one column or cell, show.
    void add(const Page& page, std::span<const Line> lines);
    // Absent where no two lines of about this size follow each other.
    std::optional<double> at(double size) const;

private:
    struct Sample {
        int size;   // half points
        int pitch;  // quarter points
    };
    mutable std::vector<Sample> samples_;
    mutable bool is_sorted_ = false;
};

}  // namespace sop::pdf
