// Small numbers of pupils.
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "normalize/record.h"

namespace sop {

// Fewer pupils than these may be known by name (the rule of thumb of DUO and CBS).
inline constexpr int small_count = 5;

// "Aantal leerlingen": a heading or label of numbers of pupils.
bool counts_pupils(std::string_view heading);

// The headings and labels of a document that count pupils: these, and the indicators of its key figures
// ("verwijzingen sbo").
class PupilCounts {
public:
    explicit PupilCounts(const SopRecord& record);
    bool operator()(std::string_view heading) const;

private:
    std::set<std::string> indicators_;  // folded
};

// "leerling", "lln", "kinderen".
bool is_pupil_word(std::string_view word);

// A number below that, as a digit or a word: "3", "Drie", "één". "een" is an article.
bool is_small_number(std::string_view word);

// The small number from `begin` to `end` of a text counts pupils: before a word for them, perhaps with an adjective
// between; or behind one and a colon. The size of a group ("in groepjes van 3 leerlingen", "maximaal 4 leerlingen")
// counts nobody. `last` and `before_last` are the words before it.
bool counts_few_pupils(std::string_view text, std::size_t begin, std::size_t end, std::string_view last,
                       std::string_view before_last);

// A text that counts fewer pupils than that.
bool is_small_count(std::string_view text);

// Calls found(row, cell) for every cell with a small number of pupils: below a heading in the first two rows, or behind
// a label in the first column, that counts them. `Table` is Tabel or const Tabel.
template <class Table, class Found>
void for_each_small_count(Table& table, const PupilCounts& counts_pupils, Found found) {
    constexpr std::size_t header_rows = 2;
    constexpr int widest_span = 64;
    std::vector<int> covered;   // rows that a cell above goes on, by column
    std::vector<bool> counted;  // the column's heading counts pupils
    for (std::size_t row = 0; row < table.rijen.size(); ++row) {
        std::size_t column = 0;
        bool is_counted_row = false;
        const auto skip_covered = [&] {
            while (column < covered.size() && covered[column] > 0) --covered[column++];
        };
        for (auto& cell : table.rijen[row]) {
            skip_covered();
            const auto width = static_cast<std::size_t>(std::clamp(cell.kolomspan, 1, widest_span));
            if (covered.size() < column + width) {
                covered.resize(column + width);
                counted.resize(column + width);
            }
            const std::size_t first = column;
            for (std::size_t i = 0; i < width; ++i) covered[column++] = cell.rijspan - 1;
            const bool counts = counts_pupils(cell.tekst);
            is_counted_row = is_counted_row || (counts && first == 0);
            if (counts && row < header_rows) {
                for (std::size_t i = 0; i < width; ++i) counted[first + i] = true;
            } else if (!counts && (counted[first] || (is_counted_row && first > 0)) && is_small_count(cell.tekst)) {
                found(row, cell);
            }
        }
        skip_covered();
    }
}

}  // namespace sop
