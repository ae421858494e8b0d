#include "extract/owners.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

// A line that names an owner is short.
constexpr std::size_t most_words = 6;

// Labels that only schools have: below one the data are the school's, whatever stands above.
constexpr std::array<std::string_view, 6> school_fields{"school.naam",           "school.brin",
                                                        "school.vestigingscode", "school.schoolsoort",
                                                        "school.leerlingaantal", "interne_begeleiding"};

template <class List>
bool has(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

class OwnerMarker {
public:
    OwnerMarker(const MatchedTemplate& form, Region& region, Owner outer)
        : form_(form), region_(region), outer_(outer) {}

    void mark() {
        const bool has_school_line = std::any_of(region_.lines.begin(), region_.lines.end(), [&](const Line& line) {
            return line.cell < 0 && is_alone(line) && owner_named(line.text) == Owner::school;
        });
        Owner owner = outer_;
        int table = -1;         // the table that the block started in
        bool is_below = false;  // the line above starts a block: this one may be the other's name
        for (Line& line : region_.lines) {
            if (trim(line.text).empty()) continue;
            if (table >= 0 && table_of(line) != table) {
                owner = outer_;
                table = -1;
            }
            const std::optional<Owner> named = is_title(line, has_school_line) ? owner_named(line.text) : std::nullopt;
            if (named) {
                owner = *named;
                table = table_of(line);
                line.names_owner = owner != Owner::school;
            } else if ((!is_below && is_title(line, false)) || is_label_of_school(line)) {
                owner = is_label_of_school(line) ? Owner::school : outer_;
            }
            is_below = line.names_owner;
            line.owner = line.cell < 0 ? owner : cell_of(line).owner.value_or(owner);
        }
    }

private:
    int table_of(const Line& line) const { return line.cell < 0 ? -1 : row_of(line).table; }
    const RegionCell& cell_of(const Line& line) const { return region_.cells[static_cast<std::size_t>(line.cell)]; }
    const RegionRow& row_of(const Line& line) const {
        return region_.rows[static_cast<std::size_t>(cell_of(line).row)];
    }

    // Whether the line may head what stands below it. `may_be_plain`: a line that names an owner and nothing else does
    // so in any dress.
    bool is_title(const Line& line, bool may_be_plain) const {
        if (line.words.size() == 0 || line.words.size() > most_words || is_filled(line)) return false;
        if (line.cell >= 0) return row_of(line).cells.size() == 1 && cell_of(line).cell->column_span > 1;
        const Paragraph& paragraph = *line.paragraph;
        const bool stands_out = paragraph.heading > 0 || is_all(paragraph, bold) || is_all(paragraph, underlined);
        return stands_out || (may_be_plain && is_alone(line));
    }

    // Whether something stands behind a colon.
    static bool is_filled(const Line& line) {
        const std::size_t colon = line.text.find(':');
        return colon != std::string::npos && !trim(std::string_view(line.text).substr(colon + 1)).empty();
    }

    // Whether the line says who the owner is and nothing else.
    bool is_alone(const Line& line) const {
        const Vocabulary& vocabulary = default_vocabulary();
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const std::string_view word = line.words[i];
            const bool is_known = std::any_of(vocabulary.owners.begin(), vocabulary.owners.end(),
                                              [&](const auto& words) { return has(words, word); }) ||
                                  form_.lexicon.is_stop_word(word);
            if (!is_known) return false;
        }
        return !is_filled(line);
    }

    bool is_label_of_school(const Line& line) const {
        bool is_schools = false;
        form_.meanings_at(line.words, 0, Term::label, [&](const Meaning& meaning, std::size_t) {
            is_schools = is_schools || (!(meaning.flags & Meaning::weak) &&
                                        has(school_fields, form_.rules.fields[meaning.item].field));
        });
        return is_schools;
    }

    const MatchedTemplate& form_;
    Region& region_;
    Owner outer_;
};

}  // namespace

std::optional<Owner> owner_named(std::string_view heading) {
    const Words words = fold_words(heading);
    if (words.size() > most_words) return std::nullopt;
    std::optional<Owner> named;
    for (std::size_t o = 0; o < owner_count && !named; ++o)  // the school first
        for (std::size_t i = 0; i < words.size(); ++i)
            if (has(default_vocabulary().owners[o], words[i])) named = static_cast<Owner>(o);
    return named;
}

void mark_owners(const MatchedTemplate& form, Region& region, Owner outer) { OwnerMarker(form, region, outer).mark(); }

}  // namespace sop
