#include "ingest/pdf/text_table_checks.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/pdf/labels.h"
#include "ingest/pdf/letters.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

constexpr double in_line = 2;          // points between sides of one column's texts
constexpr double in_line_share = 0.6;  // of a column's texts
constexpr double level_least = 0.7;    // of the texts that share a row
constexpr double most_cut = 0.34;      // of the places between rows that are none in half of the columns
constexpr double label_share = 0.6;    // of the first column's texts that end in a colon
constexpr double most_lines = 8;       // of a row, on average, where only two columns stand side by side
constexpr double filled_least = 0.7;   // of the cells of two rows
constexpr std::size_t least_rows = 3;  // of two columns without a header
constexpr std::size_t words_of_running_line = 3;
constexpr std::size_t lines_of_text = 3;
constexpr std::size_t least_running = 4;  // lines of a column of running text
constexpr double usual_pitch = 1.6;       // sizes; lines further apart are two texts
constexpr double space = 0.25;            // sizes
constexpr double shared_gaps = 0.6;       // of the gaps between texts that go over all columns: those of rows
constexpr double larger_type = 1.15;      // of headings above columns, times that of their text
constexpr std::size_t least_numbers = 3;  // of pages
constexpr std::size_t longest_page = 4;   // figures of a page number
constexpr std::size_t longest_label = 5;  // bytes of a list's label
constexpr std::size_t most_parts = 5;     // of an item's number

std::string text_of(const Page& page, const TextCell& cell) {
    std::string text;
    for (const TextPiece& line : cell.lines)
        for (const WordIndex word : line.words) text += (text.empty() ? "" : " ") + page.words[word].text;
    return text;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= longest_page &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2.3.8." or "2.3.8.1": the number of an item among those of several levels; no date.
bool is_deep_number(std::string_view text) {
    std::size_t parts = 0;
    while (!text.empty() && parts <= most_parts) {
        const std::size_t dot = std::min(text.find('.'), text.size());
        if (!is_number(text.substr(0, dot)) || dot > 2) return false;
        text.remove_prefix(std::min(dot + 1, text.size()));
        ++parts;
    }
    return text.empty() && parts > 2;
}

// "•", "-", "1.", "a)", "1 :", and "o", Courier's round bullet: what stands before an item.
bool is_list_label(std::string_view text) {
    if (text == "o" || is_deep_number(text)) return true;
    std::size_t letters = 0, others = 0;
    for (const char c : text) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (c != ' ') ++(is_letter ? letters : others);
    }
    return others > 0 && letters <= 2 && letters + others <= longest_label;
}

class Checks {
public:
    Checks(const Page& page, const TextRows& rows)
        : page_(page), rows_(rows), columns_(rows.cells.size()), count_(rows.stops.size() - 1) {}

    TextTable run() const {
        if (columns_ < 2 || count_ < 2) return TextTable::lines;
        if (is_running() || are_headed_columns() || !are_level()) return TextTable::running;
        if (!has_enough() || are_labels() || is_list() || is_contents() || are_options()) return TextTable::lines;
        const bool is_even = std::all_of(rows_.cells.begin() + 1, rows_.cells.end(), is_in_line);
        return is_even ? TextTable::table : TextTable::lines;
    }

private:
    std::size_t filled(std::size_t row) const {
        return static_cast<std::size_t>(std::count_if(rows_.cells.begin(), rows_.cells.end(), [&](const auto& cells) {
            return std::any_of(cells.begin(), cells.end(),
                               [&](const TextCell& cell) { return cell.first_row <= row && cell.last_row >= row; });
        }));
    }

    // The first row is bold and the others are not.
    bool has_header() const {
        bool is_header = true, is_body = false;
        for (const auto& cells : rows_.cells)
            for (const TextCell& cell : cells)
                for (const TextPiece& line : cell.lines)
                    (cell.first_row == 0 ? is_header = is_header&& line.is_bold : is_body = is_body || !line.is_bold);
        return is_header && is_body && filled(0) > 1;
    }

    bool has_enough() const {
        std::size_t full = 0, cells = 0;
        for (std::size_t row = 0; row < count_; ++row) {
            full += filled(row) > 1 ? 1 : 0;
            cells += filled(row);
        }
        if (has_header()) return columns_ > 2 || full > 1;
        if (count_ == 2 && static_cast<double>(cells) < filled_least * static_cast<double>(2 * columns_)) return false;
        return 2 * full >= count_ && full >= (columns_ > 2 ? 2 : least_rows);
    }

    std::size_t count_of(std::size_t column, bool (*is_one)(std::string_view)) const {
        std::size_t count = 0;
        for (const TextCell& cell : rows_.cells[column]) count += is_one(text_of(page_, cell)) ? 1 : 0;
        return count;
    }

    bool are_labels() const {
        const auto labels = count_of(0, [](std::string_view text) { return text.ends_with(':'); });
        return static_cast<double>(labels) >= label_share * static_cast<double>(rows_.cells.front().size()) &&
               !rows_.cells.front().empty();
    }

    // Labels of items, or numbers that count them.
    bool is_list() const {
        const std::vector<TextCell>& cells = rows_.cells.front();
        if (columns_ > 2) return is_list_of_levels();
        if (cells.empty()) return false;
        bool counts = cells.size() > 1;
        int before = -1;
        for (const TextCell& cell : cells) {
            const std::string text = text_of(page_, cell);
            const int number = is_number(text) ? std::stoi(text) : -1;
            counts = counts && number >= 0 && (before < 0 || number == before + 1);
            before = number;
        }
        return counts || 2 * count_of(0, is_list_label) > cells.size();
    }

    // The texts of one level stand below the labels of the next: rows of a label and a text, or of text alone, in which
    // labels start in more than one column.
    bool is_list_of_levels() const {
        std::size_t items = 0;
        bool is_in_first = false, is_in_others = false;
        for (std::size_t row = 0; row < count_; ++row) {
            const std::optional<std::size_t> column = first_column(row);
            if (filled(row) > 2 || !column) return false;
            if (filled(row) < 2 || !is_list_label(text_at(row, *column))) continue;
            ++items;
            (*column == 0 ? is_in_first : is_in_others) = true;
        }
        return 2 * items > count_ && is_in_first && is_in_others;
    }

    std::optional<std::size_t> first_column(std::size_t row) const {
        for (std::size_t column = 0; column < columns_; ++column)
            if (cell_at(row, column) != nullptr) return column;
        return std::nullopt;
    }

    const TextCell* cell_at(std::size_t row, std::size_t column) const {
        const std::vector<TextCell>& cells = rows_.cells[column];
        const auto cell = std::find_if(cells.begin(), cells.end(), [&](const TextCell& one) {
            return one.first_row <= row && one.last_row >= row;
        });
        return cell == cells.end() ? nullptr : &*cell;
    }

    std::string text_at(std::size_t row, std::size_t column) const { return text_of(page_, *cell_at(row, column)); }

    // Lines with leaders, or a column of page numbers, rising from line to line; figures stand in several columns side
    // by side.
    bool is_contents() const {
        std::size_t leaders = 0;
        for (std::size_t column = 0; column < columns_; ++column)
            leaders += count_of(column, [](std::string_view text) { return text.find("....") != text.npos; });
        if (2 * leaders > count_) return true;
        for (std::size_t column = 1; column < columns_; ++column)
            if (are_page_numbers(column, least_numbers) && !holds_numbers(column - 1) && !holds_numbers(column + 1))
                return true;
        return columns_ == 3 && are_section_numbers() && are_page_numbers(2, count_);
    }

    // "2.1", "2.2" before a text on each row: chapters of a table of contents stand apart, with few sections each.
    bool are_section_numbers() const {
        int before = 0;
        for (std::size_t row = 0; row < count_; ++row) {
            if (filled(row) < columns_) return false;
            std::string text = text_at(row, 0);
            if (text.find_first_not_of("0123456789.") != std::string::npos) return false;
            if (text.ends_with('.')) text.pop_back();
            const std::string last = text.substr(text.find_last_of('.') + 1);
            if (!is_number(last) || (row > 0 && std::stoi(last) != before + 1)) return false;
            before = std::stoi(last);
        }
        return true;
    }

    bool are_page_numbers(std::size_t column, std::size_t least) const {
        int before = 1;
        std::size_t numbers = 0;
        for (const TextCell& cell : rows_.cells[column])
            for (const TextPiece& line : cell.lines) {
                const std::string& text = page_.words[line.words.front()].text;
                if (line.words.size() > 1 || !is_number(text) || std::stoi(text) < before) return false;
                before = std::stoi(text);
                ++numbers;
            }
        return numbers >= least;
    }

    bool holds_numbers(std::size_t column) const {
        return column > 0 && column < columns_ && 2 * count_of(column, is_number) > rows_.cells[column].size();
    }

    // Boxes with what they stand for, on the line of a question.
    bool are_options() const {
        std::size_t options = 0, all = 0;
        for (std::size_t column = 1; column < columns_; ++column) {
            for (const TextCell& cell : rows_.cells[column]) {
                const std::string text = text_of(page_, cell);
                if (starts_with_box(text) && text.find(' ') != std::string::npos) ++options;
            }
            all += rows_.cells[column].size();
        }
        const std::size_t first = count_of(0, starts_with_box);
        return 2 * options > all || (columns_ == 2 && 2 * first > rows_.cells.front().size());
    }

    // Texts of one column that go on where others stop, or so many lines a row that they are no cells.
    bool is_running() const {
        std::size_t cut = 0, lines = 0;
        for (std::size_t row = 1; row < count_; ++row) {
            const auto columns = std::count_if(rows_.cells.begin(), rows_.cells.end(), [&](const auto& cells) {
                return std::any_of(cells.begin(), cells.end(),
                                   [&](const TextCell& cell) { return cell.first_row < row && cell.last_row >= row; });
            });
            if (2 * static_cast<std::size_t>(columns) >= columns_) ++cut;
        }
        for (const auto& cells : rows_.cells) {
            std::size_t of_column = 0;
            for (const TextCell& cell : cells) of_column += cell.lines.size();
            lines = std::max(lines, of_column);
        }
        if (static_cast<double>(cut) > most_cut * static_cast<double>(count_ - 1)) return true;
        if (columns_ == 2 && static_cast<double>(lines) > most_lines * static_cast<double>(count_)) return true;
        return are_columns() || (!rows_.is_spaced && goes_on());
    }

    std::vector<TextPiece> lines_of(std::size_t column) const {
        std::vector<TextPiece> lines;
        for (const TextCell& cell : rows_.cells[column])
            lines.insert(lines.end(), cell.lines.begin(), cell.lines.end());
        return lines;
    }

    // Lines of several words that mostly had no room for the next one's first, where one goes on in the next.
    bool is_running_text(const std::vector<TextPiece>& lines) const {
        double right = 0;
        std::size_t words = 0, pairs = 0, full = 0;
        for (const TextPiece& line : lines) {
            right = std::max(right, line.right);
            words += line.words.size();
        }
        for (std::size_t i = 1; i < lines.size(); ++i) {
            const TextPiece &above = lines[i - 1], &below = lines[i];
            if (below.top - above.top > usual_pitch * below.size) continue;
            ++pairs;
            const Box& first = page_.words[below.words.front()].box;
            if (right - above.right < first.right - first.left + space * above.size) ++full;
        }
        return lines.size() >= least_running && words >= words_of_running_line * lines.size() && full >= 2 &&
               2 * full >= pairs;
    }

    // Where texts of a column start behind more white than is between its lines.
    static std::vector<double> starts_of(const std::vector<TextPiece>& lines) {
        std::vector<double> starts;
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (lines[i].top - lines[i - 1].top > usual_pitch * lines[i].size) starts.push_back(lines[i].top);
        return starts;
    }

    // Running text in all columns whose paragraphs do not start side by side, or below headings in larger type.
    bool are_columns() const {
        std::vector<std::vector<double>> starts;
        double size = 0, head = 0;
        for (std::size_t column = 0; column < columns_; ++column) {
            const std::vector<TextPiece> lines = lines_of(column);
            if (!is_running_text(lines)) return false;
            starts.push_back(starts_of(lines));
            size = std::max(size, lines.back().size);
            head = column == 0 ? lines.front().size : std::min(head, lines.front().size);
        }
        if (head > larger_type * size) return true;
        std::size_t fewest = starts.front().size(), shared = 0;
        for (const auto& other : starts) fewest = std::min(fewest, other.size());
        for (const double start : starts.front())
            shared += static_cast<std::size_t>(std::all_of(starts.begin() + 1, starts.end(), [&](const auto& others) {
                return std::any_of(others.begin(), others.end(),
                                   [&](double other) { return std::abs(other - start) <= in_line; });
            }));
        return static_cast<double>(shared) < shared_gaps * static_cast<double>(fewest);
    }

    // Below a heading in larger type in each column, items of a list or a text of several lines: in a table the first
    // column would hold names.
    bool are_headed_columns() const {
        return std::all_of(rows_.cells.begin(), rows_.cells.end(), [&](const std::vector<TextCell>& cells) {
            if (cells.size() < 2 || cells.front().last_row > 0) return false;
            double size = 0;
            bool has_text = false, are_items = true;
            for (auto cell = cells.begin() + 1; cell != cells.end(); ++cell) {
                has_text = has_text || cell->lines.size() >= lines_of_text;
                are_items = are_items && is_bullet(page_.words[cell->lines.front().words.front()].text);
                for (const TextPiece& line : cell->lines) size = std::max(size, line.size);
            }
            return (has_text || are_items) && cells.front().lines.front().size > larger_type * size;
        });
    }

    // Rows by the first column's lines alone: in running text, sentences go on from one to the next.
    bool goes_on() const {
        std::size_t going = 0, all = 0;
        for (const auto& cells : rows_.cells)
            for (std::size_t i = 1; i < cells.size(); ++i) {
                const TextPiece &above = cells[i - 1].lines.back(), &line = cells[i].lines.front();
                if (line.starts_small && above.words.size() >= words_of_running_line) ++going;
                ++all;
            }
        return 3 * going > all;
    }

    // Share of the texts in rows of several whose `place` is that of the longest of their row.
    template <typename PlaceOf>
    double level_share(PlaceOf place_of) const {
        std::size_t level = 0, all = 0;
        for (std::size_t row = 0; row < count_; ++row) {
            std::vector<const TextCell*> in_row;
            for (const auto& cells : rows_.cells)
                for (const TextCell& cell : cells)
                    if (cell.first_row == row && cell.last_row == row) in_row.push_back(&cell);
            if (in_row.size() < 2) continue;
            const TextCell& longest = **std::max_element(
                in_row.begin(), in_row.end(),
                [](const TextCell* a, const TextCell* b) { return a->bottom() - a->top() < b->bottom() - b->top(); });
            for (const TextCell* cell : in_row)
                if (std::abs(place_of(*cell) - place_of(longest)) <= in_line) ++level;
            --level;
            all += in_row.size() - 1;
        }
        return all == 0 ? 1 : static_cast<double>(level) / static_cast<double>(all);
    }

    // Texts of one row start at one height, or stand in the middle or at the bottom of it.
    bool are_level() const {
        return level_share([](const TextCell& cell) { return cell.top(); }) >= level_least ||
               level_share([](const TextCell& cell) { return cell.middle(); }) >= level_least ||
               level_share([](const TextCell& cell) { return cell.bottom(); }) >= level_least;
    }

    static bool is_in_line(const std::vector<TextCell>& cells) {
        if (cells.size() < 2) return true;
        const auto share = [&](auto side_of) {
            std::vector<double> sides;
            sides.reserve(cells.size());
            for (const TextCell& cell : cells) sides.push_back(side_of(cell));
            std::sort(sides.begin(), sides.end());
            std::size_t most = 0;
            for (std::size_t first = 0, last = 0; first < sides.size(); ++first) {
                while (last < sides.size() && sides[last] - sides[first] <= in_line) ++last;
                most = std::max(most, last - first);
            }
            return static_cast<double>(most) >= in_line_share * static_cast<double>(sides.size());
        };
        return share([](const TextCell& cell) {
                   double left = cell.lines.front().left;
                   for (const TextPiece& line : cell.lines) left = std::min(left, line.left);
                   return left;
               }) ||
               share([](const TextCell& cell) { return cell.lines.front().right; }) ||
               share([](const TextCell& cell) { return (cell.lines.front().left + cell.lines.front().right) / 2; });
    }

    const Page& page_;
    const TextRows& rows_;
    std::size_t columns_, count_;
};

}  // namespace

TextTable judge_text_table(const Page& page, const TextRows& rows) { return Checks(page, rows).run(); }

}  // namespace sop::pdf
