#include "extract/statements.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/paragraph_text.h"
#include "extract/patterns.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Longer sentences and cells state more than one thing.
constexpr std::size_t sentence_bytes = 400;
// Lines below "Namens de MR" in which its date may stand: name, function, place and date, signature.
constexpr std::size_t block_lines = 5;
constexpr std::size_t role_words = 8;
// A block to sign or a table of decisions is small.
constexpr std::size_t table_rows = 20;

// Whether the words name another document of the school that is adopted too: "schoolplan", "schoolgids".
bool is_about_plan(const Words& words) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].ends_with("plan") || words[i].ends_with("gids") || words[i] == "begroting") return true;
    return false;
}

constexpr std::string_view signing_section = "vaststelling";

class StatementFinder {
public:
    StatementFinder(const MatchedTemplate& form, const Region& region, std::size_t closing_lines,
                    const std::function<void(const Statement&)>& see)
        : form_(form), region_(region), see_(see) {
        first_closing_ = region.lines.size() - std::min(closing_lines, region.lines.size());
    }

    void find() {
        for (std::size_t i = 0; i < region_.lines.size(); ++i) {
            const Line& line = region_.lines[i];
            if (line.cell >= 0) continue;
            const bool is_closing = i >= first_closing_;
            if (has_digit(line.text))
                for_each_sentence(line.text, [&](std::string_view text) { sentence(text, line, is_closing); });
            if (is_closing) block(i);
        }
        for (std::size_t r = 0; r < region_.rows.size(); ++r) row(r);
    }

private:
    void sentence(std::string_view text, const Line& line, bool is_closing) {
        if (text.size() > sentence_bytes || !has_digit(text)) return;
        const Words words = fold_words(text);
        const bool about = is_about_profile(words);
        if (!about && (!is_closing || is_about_plan(words))) return;
        if (is_about_former(words)) return;
        // Under "Vaststelling" a name and a date are enough: "MR: 2 april 2014", "MR d.d. 2 april 2014".
        constexpr std::size_t few_words = 8;
        const bool has_sign = text.find(':') != std::string_view::npos || text.find("d.d.") != std::string_view::npos;
        const bool is_signed = region_.place == signing_section && words.size() <= few_words && has_sign;
        for (const StatedDate& stated : find_stated_dates(form_.rules, text, words, is_signed ? "handtekening" : ""))
            see_({stated, trim(text), line.paragraph->origin, about});
    }

    // A line that names who signs, and the date in one of the lines below it.
    void block(std::size_t index) {
        const Line& role = region_.lines[index];
        if (role.words.size() == 0 || role.words.size() > role_words || has_digit(role.text) ||
            !names_subject(form_.rules, role.words))
            return;
        std::string around = role.words.folded;
        std::size_t end = index + 1;
        for (std::size_t taken = 0; end < region_.lines.size() && taken < block_lines; ++end) {
            const Line& next = region_.lines[end];
            if (next.cell >= 0 || names_subject(form_.rules, next.words)) break;
            if (next.words.size() == 0) continue;
            ++taken;
            around += ' ' + next.words.folded;
        }
        for (std::size_t i = index + 1; i < end; ++i) {
            const Line& line = region_.lines[i];
            if (!has_digit(line.text) || line.text.size() > sentence_bytes) continue;
            const std::string text = role.text + " " + line.text;
            for (const StatedDate& stated : find_stated_dates(form_.rules, text, fold_words(text), around)) {
                see_({stated, text, line.paragraph->origin, true});
                return;
            }
        }
    }

    std::string text_of(const RegionCell& cell) const {
        std::string text;
        for (int i = cell.first_line; i < cell.end_line && text.size() <= sentence_bytes; ++i) {
            if (i > cell.first_line) text += ' ';
            text += region_.lines[static_cast<std::size_t>(i)].text;
        }
        return text;
    }

    // A row that names who decided, with the date in one of its cells; or a date below a heading that names it.
    void row(std::size_t index) {
        const RegionRow& row = region_.rows[index];
        if (row.index >= static_cast<int>(table_rows)) return;
        std::string whole;
        bool any_digit = false;
        for (const int c : row.cells) {
            const std::string text = text_of(region_.cells[static_cast<std::size_t>(c)]);
            any_digit = any_digit || has_digit(text);
            whole += text + " | ";
        }
        if (!any_digit || whole.size() > sentence_bytes) return;
        const Words words = fold_words(whole);
        if (is_about_former(words)) return;
        const std::size_t first = index - static_cast<std::size_t>(row.index);
        std::string around;
        for (const int c : region_.rows[first].cells)
            around += fold(text_of(region_.cells[static_cast<std::size_t>(c)])) + ' ';
        // Under "Ondertekening" whoever heads a column signs in it.
        if (region_.place == signing_section && names_subject(form_.rules, fold_words(around)))
            around += "handtekening ";
        const RegionCell& leading = region_.cells[static_cast<std::size_t>(row.cells.front())];
        const bool is_closing = leading.first_line >= static_cast<int>(first_closing_);
        if (!is_about_profile(words) && !(is_closing && is_to_sign(around))) return;
        if (names_subject(form_.rules, words)) {
            for (const StatedDate& stated : find_stated_dates(form_.rules, whole, words, around))
                see_({stated, whole, leading.cell->origin, true});
            return;
        }
        for (const int c : row.cells) below_heading(region_.cells[static_cast<std::size_t>(c)], first, around);
    }

    // Whether a table's first row is that of one to sign.
    static bool is_to_sign(std::string_view heading) {
        for (const std::string_view word : {"handtekening", "paraaf", "namens", "datum", "advies", "vastgesteld"})
            if (heading.find(word) != std::string_view::npos) return true;
        return false;
    }

    void below_heading(const RegionCell& cell, std::size_t first, std::string_view around) {
        const std::string text = text_of(cell);
        if (!has_digit(text)) return;
        for (const int h : region_.rows[first].cells) {
            const RegionCell& heading = region_.cells[static_cast<std::size_t>(h)];
            if (heading.cell->column != cell.cell->column || &heading == &cell) continue;
            const std::string whole = text_of(heading) + " | " + text;
            for (const StatedDate& stated : find_stated_dates(form_.rules, whole, fold_words(whole), around))
                see_({stated, whole, cell.cell->origin, true});
        }
    }

    const MatchedTemplate& form_;
    const Region& region_;
    std::size_t first_closing_ = 0;  // line
    const std::function<void(const Statement&)>& see_;
};

}  // namespace

void find_statements(const MatchedTemplate& form, const Region& region, std::size_t closing_lines,
                     const std::function<void(const Statement&)>& see) {
    StatementFinder(form, region, closing_lines, see).find();
}

}  // namespace sop
