#include "ingest/pdf/rulings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>

#include "ingest/pdf/colors.h"

namespace sop::pdf {
namespace {

// All in points.
constexpr double snap = 3;      // the two lines of Word's and a browser's double borders are 0.75 to 2.5 apart
constexpr double gap = 3.5;     // between dashes and dots; a browser's are at most 3
constexpr double shortest = 4;  // corner squares and loose dots are shorter; rows of a table are taller

// A painted line says better where a border is than the edge of a shading beside it.
int rank(Ruling::Source source) {
    switch (source) {
        case Ruling::Source::stroke:
        case Ruling::Source::thin_fill:
            return 2;
        case Ruling::Source::image:
            return 1;
        default:
            return 0;
    }
}

bool is_better(const Ruling& a, const Ruling& b) {
    const int rank_a = rank(a.source), rank_b = rank(b.source);
    return rank_a != rank_b ? rank_a > rank_b : a.to - a.from > b.to - b.from;
}

// Joins pieces that lie within `snap` of each other, in order of their start.
void join_band(std::vector<Ruling>::iterator begin, std::vector<Ruling>::iterator end, std::vector<Ruling>& joined) {
    std::sort(begin, end, [](const Ruling& a, const Ruling& b) {
        return std::tie(a.from, a.position, a.to) < std::tie(b.from, b.position, b.to);
    });
    for (auto first = begin; first != end;) {
        Ruling line = *first, best = *first;
        auto piece = first + 1;
        for (; piece != end && piece->from <= line.to + gap; ++piece) {
            line.to = std::max(line.to, piece->to);
            if (is_better(*piece, best)) best = *piece;
        }
        best.from = line.from;
        best.to = line.to;
        if (best.to - best.from >= shortest) joined.push_back(best);
        first = piece;
    }
}

// A band starts at its first line, which may be of another table: two sides of one border may lie in two bands.
void merge_neighbours(std::vector<Ruling>& lines) {
    constexpr std::size_t looked_back = 64;  // more lines within `snap` are a hatching
    std::size_t kept = 0;
    for (const Ruling& line : lines) {
        bool is_merged = false;
        for (std::size_t i = kept; i > 0 && i + looked_back > kept && !is_merged; --i) {
            Ruling& other = lines[i - 1];
            if (other.is_horizontal != line.is_horizontal || is_white(other.color) != is_white(line.color) ||
                line.position - other.position > snap)
                break;
            if (line.from > other.to || other.from > line.to) continue;
            const double from = std::min(line.from, other.from), to = std::max(line.to, other.to);
            if (is_better(line, other)) other = line;
            other.from = from;
            other.to = to;
            is_merged = true;
        }
        if (!is_merged) lines[kept++] = line;
    }
    lines.resize(kept);
}

}  // namespace

std::vector<Ruling> join_rulings(std::vector<Ruling> pieces) {
    const auto order = [](const Ruling& line) {
        return std::tuple(!line.is_horizontal, is_white(line.color), line.position, line.from);
    };
    const auto by_order = [&](const Ruling& a, const Ruling& b) { return order(a) < order(b); };
    std::sort(pieces.begin(), pieces.end(), by_order);
    std::vector<Ruling> joined;
    for (auto begin = pieces.begin(); begin != pieces.end();) {
        auto end = begin + 1;
        while (end != pieces.end() && end->is_horizontal == begin->is_horizontal &&
               is_white(end->color) == is_white(begin->color) && end->position <= begin->position + snap)
            ++end;
        join_band(begin, end, joined);
        begin = end;
    }
    std::sort(joined.begin(), joined.end(), by_order);
    merge_neighbours(joined);
    std::sort(joined.begin(), joined.end(), by_order);
    return joined;
}

}  // namespace sop::pdf
