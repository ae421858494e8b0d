#include "extract/asides.h"

#include <algorithm>
#include <set>

#include "extract/labels.h"
#include "extract/paragraph_text.h"

namespace sop {
namespace {

constexpr std::size_t fewest_fields = 4;   // two or three are named in any text
constexpr std::size_t line_bytes = 80;     // of a side bar; longer is a text
constexpr std::size_t lines_of_value = 2;  // below a label, at most
constexpr std::size_t most_blocks = 2'000;

struct Run {
    std::size_t first = 0, last = 0;  // lines
    std::set<std::size_t> fields;
};

bool is_short(const Line& line) { return line.cell < 0 && line.text.size() <= line_bytes; }

// Labels that start a line and end with it or with a colon, as far as nothing else stands between them.
Run longest_run(const MatchedTemplate& form, const Region& region, const std::vector<bool>& is_wanted) {
    Run best, run;
    for (const LabelHit& hit : find_labels(form, region, is_wanted)) {
        const bool is_label = hit.is_leading && is_short(region.lines[hit.line]) &&
                              (hit.separator == Separator::colon || hit.separator == Separator::end);
        if (!is_label) continue;
        const bool goes_on = !run.fields.empty() && hit.line <= run.last + lines_of_value + 1 &&
                             std::all_of(region.lines.begin() + static_cast<std::ptrdiff_t>(run.last),
                                         region.lines.begin() + static_cast<std::ptrdiff_t>(hit.line), is_short);
        if (!goes_on) run = {hit.line, hit.line, {}};
        run.last = hit.line;
        run.fields.insert(hit.field);
        if (run.fields.size() > best.fields.size()) best = run;
    }
    return best;
}

}  // namespace

std::vector<Block> find_aside(const MatchedTemplate& form, TableMeanings& meanings, const std::vector<Block>& blocks,
                              std::string_view place) {
    if (blocks.size() < fewest_fields || blocks.size() > most_blocks) return {};
    std::vector<bool> is_wanted;
    for (const FieldDef& field : form.rules.fields)
        is_wanted.push_back(std::find(field.places.begin(), field.places.end(), place) != field.places.end());
    const Region region = read_region(form, meanings, blocks, place);
    const Run run = longest_run(form, region, is_wanted);
    if (run.fields.size() < fewest_fields) return {};
    const Paragraph* const first = region.lines[run.first].paragraph;
    const Paragraph* last = region.lines[run.last].paragraph;
    // The value of the last label stands below it.
    const std::size_t below = run.last + 1;
    if (below < region.lines.size() && is_short(region.lines[below]) && is_all(*last, bold))
        last = region.lines[below].paragraph;
    std::vector<Block> aside;
    bool is_inside = false;
    for (const Block& block : blocks) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        is_inside = is_inside || paragraph == first;
        if (is_inside && paragraph) aside.push_back(block);
        if (paragraph && paragraph == last) break;
    }
    return aside;
}

}  // namespace sop
