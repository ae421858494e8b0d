#include "ingest/pdf/rule_stacks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

constexpr double least_rule = 60;           // points; shorter ones underline words or are dashes of a chart
constexpr double parting = 0.9;             // sizes of white from side to side; lines of a cell are half a size apart
constexpr double one_text = 1;              // sizes between words of one text, at most
constexpr double heading_white = 0.8;       // sizes above the heading of a table, at least
constexpr double heading_share = 2;         // times the white above a row's text
constexpr std::size_t most_rules = 1'000;   // a page of ruled rows has 60
constexpr double first_column = 0.1;        // of a table's width, that the first column takes at least
constexpr double same_start = 1.5;          // points; of paragraphs of one cell
constexpr double heavier = 1.3;             // times the width of another rule
constexpr double widest_seam = 2;           // points
constexpr std::size_t shaded_for_each = 4;  // bands, for each that is not: of striped tables half are
constexpr double lowest_row = 1.2;          // sizes: an empty row has room for a line of type

// From top to bottom as high as the type is: boxes of some fonts are as low as their small letters.
std::pair<double, double> heights_of(const Word& word) {
    const double middle = (word.box.top + word.box.bottom) / 2, half = word.size / 2;
    return {std::min(word.box.top, middle - half), std::max(word.box.bottom, middle + half)};
}

// White between a rule and the words below it, in points.
double white_below(const Page& page, const Rule& rule, const std::vector<WordIndex>& words) {
    double top = page.height;
    for (const WordIndex word : words) top = std::min(top, heights_of(page.words[word]).first);
    return top - rule.y;
}

// White between the rule before the last and the row below it; absent where there is no row yet.
std::optional<double> usual_white(const WordPlaces& places, const Stack& stack) {
    if (stack.rules.size() < 2) return std::nullopt;
    const Rule &before = stack.rules[stack.rules.size() - 2], &last = stack.rules.back();
    return white_below(places.page(), before, places.inside({last.from, before.y, last.to, last.y}));
}

// Whether those of `words` that stand below `y` are all of a column but the first, in the row of those above: their
// leftmost starts below another, as paragraphs and items of one cell do, and the first column has text above.
bool are_of_row_above(const Page& page, const std::vector<WordIndex>& words, double y, const Rule& rule) {
    const double side = rule.from + first_column * (rule.to - rule.from);
    double start = rule.to, first = rule.to;
    for (const WordIndex word : words) {
        double& least = heights_of(page.words[word]).second > y ? start : first;
        least = std::min(least, page.words[word].box.left);
    }
    if (start < side || first >= side) return false;
    return std::any_of(words.begin(), words.end(), [&](WordIndex word) {
        return heights_of(page.words[word]).second <= y && std::abs(page.words[word].box.left - start) < same_start;
    });
}

// Whether the widest white stretch from side to side between words of `words`, in sizes of their type, is more than the
// space between them and their rules, or the one of the row above: what is above and below belongs to two things. Rules
// over some columns only hold both together.
bool is_parted(const WordPlaces& places, const std::vector<WordIndex>& words, const std::vector<Rule>& rules,
               const Stack& stack, const Rule& lower) {
    if (words.empty()) return false;
    const Page& page = places.page();
    const Rule& upper = stack.rules.back();
    const double top = upper.y, bottom = lower.y;
    std::vector<std::pair<double, double>> heights;
    std::vector<double> sizes;  // a heading between two tables is larger than their texts
    for (const WordIndex word : words) {
        heights.push_back(heights_of(page.words[word]));
        sizes.push_back(page.words[word].size);
    }
    const auto median = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), median, sizes.end());
    const double size = *median;
    const double highest = std::min_element(heights.begin(), heights.end())->first;
    for (const Rule& rule : rules)
        if (rule.y > highest && rule.y < bottom - same_end && rule.from >= upper.from - same_end &&
            rule.to <= upper.to + same_end)
            heights.emplace_back(rule.y, rule.y);
    std::sort(heights.begin(), heights.end());
    double reached = heights.front().second, white = 0, white_from = 0;
    for (const auto& [from, to] : heights) {
        if (from - reached > white) {
            white = from - reached;
            white_from = reached;
        }
        reached = std::max(reached, to);
    }
    const double padding =
        std::min({heights.front().first - top, bottom - reached, usual_white(places, stack).value_or(page.height)});
    return white > parting * size && white > 1.5 * padding && !are_of_row_above(page, words, white_from, upper);
}

bool is_one_text(const Page& page, const std::vector<WordIndex>& words) {
    const std::vector<Row> rows = rows_of(page, words);
    if (rows.size() != 1) return false;
    const Row& row = rows.front();
    for (std::size_t i = 1; i < row.size(); ++i)
        if (gap_between(page.words[row[i - 1]], page.words[row[i]]) > one_text * page.words[row[i]].size) return false;
    return true;
}

// Whether `words` are one text on a line of its own, further from the rule above than the row above is from its
// own: the heading of another table, whose first rule is below.
bool is_heading(const WordPlaces& places, const std::vector<WordIndex>& words, const Rule& above, const Stack& stack) {
    const Page& page = places.page();
    if (words.empty() || !is_one_text(page, words)) return false;
    const std::optional<double> usual = usual_white(places, stack);
    const double white = white_below(page, above, words);
    return usual && white > heading_white * page.words[words.front()].size && white > heading_share * *usual;
}

// Whether the first and the last rule of `stack` are heavier than those between, and `next` as heavy: where nothing
// stands before it, it is the first of another table.
bool is_closed(const Stack& stack, const Rule& next) {
    const std::vector<Rule>& rules = stack.rules;
    if (rules.size() < 3) return false;
    const auto least = std::min({rules.front().width, rules.back().width, next.width});
    return least > 0 && std::all_of(rules.begin() + 1, rules.end() - 1,
                                    [least](const Rule& rule) { return least > heavier * rule.width; });
}

// Sides that are drawn between two rules, rising.
std::vector<double> sides_between(const Page& page, const Rule& upper, const Rule& lower) {
    std::vector<double> sides;
    const double middle = (upper.y + lower.y) / 2;
    for (const Ruling& line : page.rulings)
        if (!line.is_horizontal && line.from < middle && line.to > middle && line.position > upper.from + same_end &&
            line.position < upper.to - same_end)
            sides.push_back(line.position);
    return sides;
}

// Whether what lies between two rules is shaded from side to side; a seam between two shadings is.
bool is_shaded(const Page& page, const Rule& upper, const Rule& lower) {
    if (lower.y - upper.y < widest_seam) return true;
    const double middle = (upper.y + lower.y) / 2;
    return std::any_of(page.fills.begin(), page.fills.end(), [&](const Fill& fill) {
        return fill.box.left <= upper.from + same_end && fill.box.right >= upper.to - same_end &&
               fill.box.top < middle && fill.box.bottom > middle;
    });
}

// Headings in bars of a table's width: one text on a shading of its own, with white between it and the table that no
// row has: lower than a line, or more than the table's next row has above its text.
class Bars {
public:
    Bars(const WordPlaces& places, const Stack& stack) : places_(places), page_(places.page()), rules_(stack.rules) {}

    // Whether the rule is the upper or the lower edge of such a bar, or of the white beside it.
    bool part_at(std::size_t rule) const {
        return (rule > 0 && is_bar(rule - 1) && has_white_below(rule)) ||
               (rule + 1 < rules_.size() && is_bar(rule) && rule > 0 && is_white(rule - 1, rule)) ||
               (rule > 1 && is_bar(rule - 2) && is_white(rule - 1, rule - 2)) ||
               (rule + 2 < rules_.size() && is_bar(rule + 1) && is_white(rule, rule + 1));
    }

private:
    std::vector<WordIndex> words(std::size_t band) const {
        return places_.inside({rules_[band].from, rules_[band].y, rules_[band].to, rules_[band + 1].y});
    }

    bool is_plain(std::size_t band) const {
        return band + 1 < rules_.size() && !is_shaded(page_, rules_[band], rules_[band + 1]);
    }

    bool is_bar(std::size_t band) const {
        const Rule &upper = rules_[band], &lower = rules_[band + 1];
        if (upper.width > 0 || lower.width > 0 || lower.y - upper.y < widest_seam) return false;
        const std::vector<WordIndex> text = words(band);
        return !text.empty() && is_shaded(page_, upper, lower) && is_one_text(page_, text);
    }

    // Whether `band` is too low for a line of the type of `bar`.
    bool is_white(std::size_t band, std::size_t bar) const {
        if (!is_plain(band) || !words(band).empty()) return false;
        return rules_[band + 1].y - rules_[band].y < lowest_row * page_.words[words(bar).front()].size;
    }

    // Whether the row below the rule is further from it than the next row is from its own.
    bool has_white_below(std::size_t rule) const {
        if (!is_plain(rule)) return false;
        const std::vector<WordIndex> row = words(rule);
        if (row.empty()) return is_white(rule, rule - 1);
        if (!is_plain(rule + 1)) return false;
        const std::vector<WordIndex> next = words(rule + 1);
        if (next.empty()) return false;
        const double white = white_below(page_, rules_[rule], row);
        return white > heading_white * page_.words[row.front()].size &&
               white > heading_share * white_below(page_, rules_[rule + 1], next);
    }

    const WordPlaces& places_;
    const Page& page_;
    const std::vector<Rule>& rules_;
};

std::vector<Stack> without_bars(const WordPlaces& places, const Stack& stack) {
    const Bars bars(places, stack);
    std::vector<Stack> parts{{.rules = {}, .is_cut_above = stack.is_cut_above, .sides = stack.sides}};
    for (std::size_t i = 0; i < stack.rules.size(); ++i) {
        parts.back().rules.push_back(stack.rules[i]);
        if (!bars.part_at(i)) continue;
        parts.back().is_cut_below = true;
        parts.push_back({.rules = {stack.rules[i]}, .is_cut_above = true, .sides = stack.sides});
    }
    parts.back().is_cut_below = stack.is_cut_below;
    std::erase_if(parts, [](const Stack& part) { return part.rules.size() < 2; });
    return parts;
}

// Where all rows but a few are shaded, what is not stands between tables: every other row would be white, or all. The
// stack is cut there.
void cut_unshaded(const Page& page, const Stack& stack, std::vector<Stack>& cut) {
    std::vector<bool> shaded;
    for (std::size_t i = 0; i + 1 < stack.rules.size(); ++i)
        shaded.push_back(is_shaded(page, stack.rules[i], stack.rules[i + 1]));
    const auto white = static_cast<std::size_t>(std::count(shaded.begin(), shaded.end(), false));
    if (white == 0 || shaded.size() < shaded_for_each * white) return cut.push_back(stack);
    Stack part{.rules = {stack.rules.front()}, .is_cut_above = stack.is_cut_above, .sides = stack.sides};
    for (std::size_t i = 0; i < shaded.size(); ++i) {
        if (!shaded[i]) {
            part.is_cut_below = true;
            if (part.rules.size() > 1) cut.push_back(part);
            part.rules.clear();
            part.is_cut_above = true;
            part.is_cut_below = stack.is_cut_below;
        }
        part.rules.push_back(stack.rules[i + 1]);
    }
    if (part.rules.size() > 1) cut.push_back(std::move(part));
}

bool has_side(const std::vector<double>& sides, double x) {
    return std::any_of(sides.begin(), sides.end(), [x](double side) { return std::abs(side - x) <= same_end; });
}

bool has_sides(const std::vector<double>& sides, const std::vector<double>& others) {
    return std::all_of(others.begin(), others.end(), [&](double x) { return has_side(sides, x); });
}

}  // namespace

std::vector<Rule> rules_of(const Page& page, const std::vector<Grid>& taken) {
    std::vector<Rule> rules;
    for (const Ruling& line : page.rulings) {
        if (!line.is_horizontal || line.to - line.from < least_rule) continue;
        const Box box{line.from, line.position, line.to, line.position};
        const bool is_taken =
            std::any_of(taken.begin(), taken.end(), [&](const Grid& grid) { return touches(grid.box, box, 1); });
        if (!is_taken) rules.push_back({line.position, line.from, line.to, line.width});
        if (rules.size() > most_rules) return {};
    }
    return rules;
}

std::vector<Stack> stacks_of(const std::vector<Rule>& rules, const WordPlaces& places) {
    std::vector<Stack> stacks;
    std::vector<std::size_t> open;    // the last stack of each width
    for (const Rule& rule : rules) {  // by y
        const auto stack = std::find_if(open.begin(), open.end(), [&](std::size_t i) {
            const Rule& last = stacks[i].rules.back();
            return std::abs(last.from - rule.from) <= same_end && std::abs(last.to - rule.to) <= same_end;
        });
        if (stack == open.end()) {
            open.push_back(stacks.size());
            stacks.push_back({.rules = {rule}, .sides = {}});
            continue;
        }
        const Rule last = stacks[*stack].rules.back();
        const std::vector<WordIndex> between = places.inside({rule.from, last.y, rule.to, rule.y});
        if (rule.y - last.y > tallest_row || is_parted(places, between, rules, stacks[*stack], rule) ||
            is_heading(places, between, last, stacks[*stack]) || (between.empty() && is_closed(stacks[*stack], rule))) {
            *stack = stacks.size();
            stacks.push_back({.rules = {rule}, .sides = {}});
            continue;
        }
        const std::vector<double> sides = sides_between(places.page(), last, rule);
        if (!has_sides(stacks[*stack].sides, sides) && !has_sides(sides, stacks[*stack].sides)) {
            stacks[*stack].is_cut_below = true;
            *stack = stacks.size();
            stacks.push_back({.rules = {last}, .is_cut_above = true, .sides = {}});
        }
        stacks[*stack].rules.push_back(rule);
        for (const double side : sides)
            if (!has_side(stacks[*stack].sides, side)) stacks[*stack].sides.push_back(side);
    }
    std::vector<Stack> cut;
    for (const Stack& stack : stacks)
        for (const Stack& part : without_bars(places, stack)) cut_unshaded(places.page(), part, cut);
    return cut;
}

}  // namespace sop::pdf
