#include "ingest/pdf/overhang.h"

#include <algorithm>

namespace sop::pdf {
namespace {

// Of the text so much must be on the page, in points.
constexpr double seen_start = 2;
// Widths are rounded: text may end this much off the page and mean nothing by it.
constexpr double least_overhang = 1;
// What of the page is for the text beyond it, in points.
constexpr double last_point = 1;

bool hangs_over(const Page& page, const TextRun& run) {
    return run.rotation == 0 && !run.is_invisible && !run.is_artifact && !run.is_slanted && run.box.left >= 0 &&
           run.box.left + seen_start <= page.width && run.box.right > page.width + least_overhang &&
           run.box.bottom > 0 && run.box.top < page.height;
}

}  // namespace

double find_overhang(const Page& page) {
    double right = page.width;
    for (const TextRun& run : page.runs)
        if (hangs_over(page, run)) right = std::max(right, run.box.right);
    return std::min(right - page.width, page.width);  // further off is no table
}

bool is_overhanging(const Page& page, const Box& word) {
    const double x = (word.left + word.right) / 2, y = (word.top + word.bottom) / 2;
    return std::any_of(page.runs.begin(), page.runs.end(), [&](const TextRun& run) {
        return hangs_over(page, run) && run.box.left <= x && x <= run.box.right && run.box.top <= y &&
               y <= run.box.bottom;
    });
}

void pull_in(Page& page) {
    double end = page.width;
    for (const Word& word : page.words)
        if (word.rotation == 0) end = std::max(end, word.box.right);
    if (end <= page.width) return;
    const double from = page.width - last_point;
    const auto pulled = [&](double x) { return x <= from ? x : from + last_point * (x - from) / (end - from); };
    for (Word& word : page.words) {
        if (word.rotation != 0 || word.box.right <= page.width) continue;
        word.box.left = pulled(word.box.left);
        word.box.right = pulled(word.box.right);
        for (double& edge : word.edges) edge = pulled(edge);
    }
}

}  // namespace sop::pdf
