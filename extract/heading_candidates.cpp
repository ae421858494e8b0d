#include "extract/heading_candidates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Longest heading, in bytes.
constexpr std::size_t heading_bytes = 150;
// More words without a heading's style are a sentence; the longest known heading has ten.
constexpr std::ptrdiff_t heading_words = 14;
constexpr std::size_t bold_line_bytes = 80;
// So many headings with nothing between them are a list of contents when their sections come again.
constexpr std::size_t contents_run = 3;

int roman_value(std::string_view number) {
    constexpr std::array<std::string_view, 13> numerals{"",    "I",    "II", "III", "IV", "V",  "VI",
                                                        "VII", "VIII", "IX", "X",   "XI", "XII"};
    const auto found = std::find(numerals.begin(), numerals.end(), number);
    return found == numerals.end() ? 0 : static_cast<int>(found - numerals.begin());
}

// Depth and value of a heading's number.
std::pair<int, int> read_number(std::string_view number) {
    if (number.empty()) return {0, 0};
    if (number[0] < '0' || number[0] > '9') {
        if (number.size() == 1 && number[0] != 'I' && number[0] != 'V' && number[0] != 'X')
            return {1, number[0] - 'A' + 1};
        return {1, roman_value(number)};
    }
    int value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    const int depth = 1 + static_cast<int>(std::count(number.begin(), number.end(), '.'));
    return {depth, depth == 1 ? value : 0};
}

// Whether a paragraph has more words than a heading, told without reading it.
bool is_wordy(const Paragraph& paragraph) {
    std::ptrdiff_t spaces = 0;
    for (const Inline& piece : paragraph.inlines)
        if (const auto* text = std::get_if<Text>(&piece))
            spaces += std::count(text->text.begin(), text->text.end(), ' ');
    return spaces > heading_words;
}

HeadingCandidate read_candidate(const MatchedTemplate& form, const Paragraph& paragraph) {
    HeadingCandidate candidate;
    const std::string text = collapse_spaces(plain_text(paragraph.inlines, TextOf::value));
    NumberedHeading heading = split_heading(text);
    candidate.match = match_heading(form, heading.title, text);
    candidate.is_label = candidate.match && form.is_term(fold_words(heading.title), Term::label);
    candidate.title = std::move(heading.title);
    candidate.number = clean_number(heading.number);
    if (!paragraph.number.empty()) candidate.number = clean_number(paragraph.number);
    if (paragraph.list && paragraph.list->ordered) candidate.number = clean_number(paragraph.list->label);
    std::tie(candidate.depth, candidate.value) = read_number(candidate.number);
    candidate.style_level = paragraph.heading;
    candidate.is_styled = (paragraph.heading > 0 && paragraph.heading_reason != HeadingReason::bold_numbered) ||
                          (paragraph.role == Role::title && candidate.match);
    candidate.is_bold = is_all(paragraph, bold);
    candidate.is_capitals = is_capitals(text);
    candidate.is_emphasized = candidate.is_bold || is_all(paragraph, underlined) || candidate.is_capitals;
    return candidate;
}

// "Hoe kijken wij naar passend onderwijs?"
bool is_question(std::string_view title) {
    constexpr std::ptrdiff_t fewest_words = 4;
    return title.ends_with('?') && std::count(title.begin(), title.end(), ' ') + 1 >= fewest_words;
}

// Whether a paragraph that no style makes a heading is one by its look and its words.
bool is_heading_by_words(const Paragraph& paragraph, const HeadingCandidate& candidate) {
    const HeadingMatch& match = *candidate.match;
    if (paragraph.list && !paragraph.list->ordered) return false;
    if (match.is_chapter) return false;
    if (match.goes_on) return candidate.is_bold && (candidate.depth > 0 || is_question(candidate.title));
    if (candidate.is_label) return candidate.depth > 0;
    return candidate.is_emphasized || candidate.depth > 0 || (match.is_own && match.words >= 2);
}

// Whether a line without style might head a section by its look alone.
bool is_bold_line(const Paragraph& paragraph, const HeadingCandidate& candidate) {
    return candidate.is_bold && !paragraph.list && candidate.title.size() <= bold_line_bytes &&
           !candidate.title.ends_with(':') && candidate.title.find('\n') == std::string::npos;
}

bool is_after_table(const std::vector<Block>& blocks, std::size_t index) {
    // A few blank lines may stand between.
    for (std::size_t i = index, left = 4; i-- > 0 && left-- > 0;) {
        const auto* paragraph = std::get_if<Paragraph>(&blocks[i].content);
        if (!paragraph) return true;
        if (!is_blank(*paragraph)) return false;
    }
    return false;
}

// The block that stands before (step -1) or behind (1) `index`, blank lines passed over; null where there is none.
const Block* next_block(const std::vector<Block>& blocks, std::size_t& index, int step) {
    for (;;) {
        if (step < 0 ? index == 0 : index + 1 >= blocks.size()) return nullptr;
        index = step < 0 ? index - 1 : index + 1;
        const auto* paragraph = std::get_if<Paragraph>(&blocks[index].content);
        if (!paragraph || !is_blank(*paragraph)) return &blocks[index];
    }
}

std::string first_cell(const Table& table) {
    return table.rows.empty() || table.rows[0].cells.empty() ? std::string()
                                                             : fold(plain_text(table.rows[0].cells[0].blocks));
}

// Whether a bold line between two tables is the title of the second as another is of the first, a table alike: one
// table for each need.
bool is_title_of_sibling(const MatchedTemplate& form, const std::vector<Block>& blocks, std::size_t index) {
    std::size_t at = index;
    const Block* below = next_block(blocks, at, 1);
    at = index;
    const Block* above = next_block(blocks, at, -1);
    const Block* line = above ? next_block(blocks, at, -1) : nullptr;
    const auto* second = below ? std::get_if<Table>(&below->content) : nullptr;
    const auto* first = above ? std::get_if<Table>(&above->content) : nullptr;
    const auto* title = line ? std::get_if<Paragraph>(&line->content) : nullptr;
    if (!first || !second || !title || title->heading > 0 || text_bytes(*title) > heading_bytes) return false;
    const std::string cell = first_cell(*first);
    if (cell.empty() || cell != first_cell(*second)) return false;
    const HeadingCandidate candidate = read_candidate(form, *title);
    return !candidate.match && is_bold_line(*title, candidate);
}

// Whether the line below a numbered one has the next number: "1. Handelingsgericht werken", "2. Dyscalculie".
bool is_typed_list(const Paragraph& paragraph, const HeadingCandidate& first) {
    const std::string whole = plain_text(paragraph.inlines, TextOf::value);
    const std::size_t line = whole.find('\n');
    if (line == std::string::npos || first.value == 0) return false;
    const auto [depth, value] = read_number(split_heading(trim(std::string_view(whole).substr(line))).number);
    return depth == first.depth && value == first.value + 1;
}

// The first line of `paragraph` as a paragraph of its own when that line is a heading, taken off `paragraph`.
std::optional<Paragraph> take_heading_line(const MatchedTemplate& form, Paragraph& paragraph) {
    if (paragraph.heading > 0 || paragraph.role != Role::body || paragraph.list) return std::nullopt;
    const auto is_break = [](const Inline& piece) {
        const auto* line_break = std::get_if<LineBreak>(&piece);
        return line_break && !line_break->page;
    };
    const auto end = std::find_if(paragraph.inlines.begin(), paragraph.inlines.end(), is_break);
    if (end == paragraph.inlines.end() || end == paragraph.inlines.begin()) return std::nullopt;
    Paragraph line;
    line.origin = paragraph.origin;
    std::size_t bytes = 0;
    for (auto piece = paragraph.inlines.begin(); piece != end; ++piece)
        if (const auto* text = std::get_if<Text>(&*piece)) bytes += text->text.size();
    if (bytes == 0 || bytes > heading_bytes) return std::nullopt;
    line.inlines.assign(paragraph.inlines.begin(), end);
    const HeadingCandidate candidate = read_candidate(form, line);
    const bool has_look = candidate.is_emphasized || candidate.depth > 0;
    if (!candidate.match || !has_look || !is_heading_by_words(line, candidate)) return std::nullopt;
    if (!candidate.is_emphasized && is_typed_list(paragraph, candidate)) return std::nullopt;
    paragraph.inlines.erase(paragraph.inlines.begin(), end + 1);
    return line;
}

void split_heading_lines(const MatchedTemplate& form, std::vector<Block>& blocks) {
    std::vector<Block> result;
    result.reserve(blocks.size());
    for (Block& block : blocks) {
        auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (paragraph && paragraph->inlines.size() >= 3)
            if (auto line = take_heading_line(form, *paragraph)) result.push_back(Block{*std::move(line)});
        result.push_back(std::move(block));
    }
    blocks = std::move(result);
}

// Drops headings without style that stand in a row with nothing between them and whose sections come again: a typed
// table of contents.
void drop_contents(const MatchedTemplate& form, const std::vector<Block>& blocks,
                   std::vector<HeadingCandidate>& candidates) {
    const auto adjoin = [&](const HeadingCandidate& a, const HeadingCandidate& b) {
        for (std::size_t i = a.block + 1; i < b.block; ++i) {
            const auto* paragraph = std::get_if<Paragraph>(&blocks[i].content);
            if (!paragraph || !is_blank(*paragraph)) return false;
        }
        return true;
    };
    const auto is_loose = [](const HeadingCandidate& c) { return !c.is_styled && c.match; };
    std::vector<std::size_t> last_of(form.rules.sections.size());
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (candidates[i].match) last_of[candidates[i].match->section] = i;

    std::vector<bool> is_contents(candidates.size());
    for (std::size_t from = 0; from < candidates.size();) {
        std::size_t end = from + 1;
        std::vector<bool> has(form.rules.sections.size());
        if (is_loose(candidates[from])) has[candidates[from].match->section] = true;
        // The first heading of the text may stand right below the contents: there a section comes again.
        while (end < candidates.size() && is_loose(candidates[end - 1]) && is_loose(candidates[end]) &&
               !has[candidates[end].match->section] && adjoin(candidates[end - 1], candidates[end]))
            has[candidates[end++].match->section] = true;
        std::size_t again = 0;
        for (std::size_t i = from; i < end; ++i)
            again += candidates[i].match && last_of[candidates[i].match->section] >= end ? 1 : 0;
        if (end - from >= contents_run && again * 2 >= end - from)
            std::fill(is_contents.begin() + static_cast<std::ptrdiff_t>(from),
                      is_contents.begin() + static_cast<std::ptrdiff_t>(end), true);
        from = end;
    }
    std::size_t index = 0;
    std::erase_if(candidates, [&](const HeadingCandidate&) { return is_contents[index++]; });
}

// In a document that numbers its main headings, drops those without number or style that stand between them, but for
// the parts that a section is known to have.
void drop_unnumbered(const MatchedTemplate& form, std::vector<HeadingCandidate>& candidates) {
    const auto is_numbered = [](const HeadingCandidate& c) { return c.match && c.depth > 0; };
    std::size_t known = 0, numbered = 0, first = candidates.size(), last = 0;
    std::vector<bool> has_number(form.rules.sections.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        known += candidates[i].match ? 1 : 0;
        if (!is_numbered(candidates[i])) continue;
        ++numbered;
        first = std::min(first, i);
        last = i;
        has_number[candidates[i].match->section] = true;
    }
    if (numbered < 2 || numbered * 2 < known) return;
    std::size_t index = 0;
    std::erase_if(candidates, [&](const HeadingCandidate& c) {
        const std::size_t place = index++;
        if (!c.match || c.style_level > 0 || c.depth > 0) return false;
        if (!form.rules.sections[c.match->section].under.empty()) return false;
        if (has_number[c.match->section]) return true;
        const bool is_between = place > first && place < last;
        return is_between && !(c.match->is_own && c.match->words >= 2);
    });
}

}  // namespace

std::string clean_number(std::string_view label) {
    const NumberedHeading parts = split_heading(std::string(label) + " X");
    if (!parts.number.empty()) return parts.number;
    const std::size_t from = label.find_first_not_of(" \t(.[");
    if (from == std::string_view::npos) return "";
    const std::size_t last = label.find_last_not_of(" \t).:]-");
    return last == std::string_view::npos || last < from ? "" : std::string(label.substr(from, last + 1 - from));
}

std::vector<HeadingCandidate> find_heading_candidates(const MatchedTemplate& form, std::vector<Block>& blocks) {
    split_heading_lines(form, blocks);
    std::vector<HeadingCandidate> candidates;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* paragraph = std::get_if<Paragraph>(&blocks[i].content);
        if (!paragraph || paragraph->role == Role::toc) continue;
        const std::size_t bytes = text_bytes(*paragraph);
        if (bytes == 0 || bytes > heading_bytes) continue;
        if (paragraph->heading == 0 && is_wordy(*paragraph)) continue;
        HeadingCandidate candidate = read_candidate(form, *paragraph);
        candidate.block = i;
        const bool has_style = candidate.style_level > 0 || candidate.is_styled;
        if (!has_style && !candidate.match) {
            const bool is_numbered = candidate.is_emphasized && candidate.value > 0 && !paragraph->list;
            candidate.has_look_only = !is_numbered && is_bold_line(*paragraph, candidate);
            if (!is_numbered && !candidate.has_look_only) continue;
            candidate.is_after_table =
                candidate.has_look_only && is_after_table(blocks, i) && !is_title_of_sibling(form, blocks, i);
        } else if (!has_style && !is_heading_by_words(*paragraph, candidate)) {
            continue;
        }
        if (candidate.title.empty()) continue;
        candidates.push_back(std::move(candidate));
    }
    drop_contents(form, blocks, candidates);
    drop_unnumbered(form, candidates);
    return candidates;
}

}  // namespace sop
