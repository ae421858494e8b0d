#include "extract/role_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/owners.h"
#include "extract/paragraph_text.h"
#include "extract/shapes.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Longer lines are prose.
constexpr std::size_t line_bytes = 120;
constexpr std::size_t name_bytes = 60;
constexpr std::size_t lead_words = 4;
constexpr std::size_t fewest_name_words = 2;
constexpr std::size_t most_name_words = 7;

// Between a name and what its bearer does.
constexpr std::array<std::string_view, 7> between{", ", " – ", " - ", " (", "\t", " is de ", " is "};

// First and last name with capitals, small words of names between them, perhaps a title before them.
bool is_name(std::string_view text) {
    if (text.empty() || text.size() > name_bytes || has_digit(text)) return false;
    const Vocabulary& vocabulary = default_vocabulary();
    const Words words = fold_words(text);
    std::size_t at = 0, names = 0;
    while (at < words.size() && is_one_of(vocabulary.honorifics, words[at])) ++at;
    if (at > 0 && at < words.size()) ++names;
    if (at == words.size() || words.size() > most_name_words || is_one_of(vocabulary.school_prefixes, words[at]))
        return false;
    for (; at < words.size(); ++at) {
        const char first = text[words.words[at].begin];
        const bool is_small = first >= 'a' && first <= 'z';
        if (is_small && !is_one_of(vocabulary.name_particles, words[at])) return false;
        if (!is_small) ++names;
    }
    return names >= fewest_name_words;
}

// The field of persons that `role` is a label of; what may stand behind it are the groups it is for.
std::optional<std::size_t> field_of(const MatchedTemplate& form, std::string_view role) {
    const Words words = fold_words(role);
    const std::vector<std::string>& groups = default_vocabulary().group_words;
    std::optional<std::size_t> found;
    form.meanings_at(words, 0, Term::label, [&](const Meaning& meaning, std::size_t taken) {
        if ((meaning.flags & Meaning::weak) || form.rules.fields[meaning.item].includes.empty()) return;
        for (std::size_t i = taken; i < words.size(); ++i)
            if (!has_digit(words[i]) && !is_one_of(groups, words[i])) return;
        found = meaning.item;
    });
    return found;
}

// "Contactpersoon: Els Bos" without its first words; nothing where they name the board or another body.
std::string_view behind_lead(std::string_view text) {
    const std::size_t colon = text.find(": ");
    if (colon == std::string_view::npos) return text;
    const std::string_view lead = text.substr(0, colon);
    if (fold_words(lead).size() > lead_words || owner_named(lead).value_or(Owner::school) != Owner::school) return {};
    return trim(text.substr(colon + 1));
}

struct RoleLine {
    std::size_t field;
    std::string person;
};

std::optional<RoleLine> read_line(const MatchedTemplate& form, std::string_view text) {
    text = trim(text);
    if (text.size() > line_bytes) return std::nullopt;
    text = behind_lead(text);
    for (const std::string_view sign : between) {
        const std::size_t at = text.find(sign);
        if (at == std::string_view::npos || !is_name(trim(text.substr(0, at)))) continue;
        const std::string_view behind = text.substr(at + sign.size());
        const std::size_t end = std::min(behind.find_first_of("(),;\t"), behind.size());
        std::string_view role = trim(behind.substr(0, end));
        if (role.ends_with('.')) role.remove_suffix(1);
        const auto field = field_of(form, role);
        if (!field) continue;
        std::string person(trim(text.substr(0, at)));
        std::string_view rest = trim(behind.substr(end));
        if (rest.starts_with(')')) rest = {};
        if (!rest.empty()) (person += ' ') += rest;
        return RoleLine{*field, std::move(person)};
    }
    return std::nullopt;
}

// The only line of a cell; null where it has none or more.
const Line* only_line(const Region& region, const RegionCell& cell) {
    const Line* only = nullptr;
    for (int l = cell.first_line; l < cell.end_line; ++l) {
        const Line& line = region.lines[static_cast<std::size_t>(l)];
        if (line.words.size() == 0) continue;
        if (only) return nullptr;
        only = &line;
    }
    return only;
}

// Whether a row holds those who sign, not their names: the director beside another.
bool holds_roles(const MatchedTemplate& form, const Region& region, const RegionRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(), [&](int cell) {
        const Line* line = only_line(region, region.cells[static_cast<std::size_t>(cell)]);
        return line && names_subject(form.rules, line->words);
    });
}

// Calls see() where `role` is a cell that says what somebody is and `person` one with a name.
void read_cells(const MatchedTemplate& form, const Region& region, const RegionCell& role, const RegionCell& person,
                const std::function<void(std::size_t, SchoolLine)>& see) {
    const Line* said = only_line(region, role);
    const Line* name = only_line(region, person);
    if (!said || !name || said->owner != Owner::school || !is_name(name->text)) return;
    if (const auto field = field_of(form, said->text))
        see(*field, {name->text, said->text + " | " + name->text, name->paragraph->origin,
                     static_cast<std::size_t>(name - region.lines.data())});
}

}  // namespace

void find_role_cells(const MatchedTemplate& form, const Region& region,
                     const std::function<void(std::size_t, SchoolLine)>& see) {
    const auto cell_of = [&](int index) -> const RegionCell& { return region.cells[static_cast<std::size_t>(index)]; };
    bool names_second = false;  // the table's second column is one of names
    for (const RegionRow& row : region.rows) {
        if (row.index == 0) {
            const Line* heading = row.cells.size() > 1 ? only_line(region, cell_of(row.cells[1])) : nullptr;
            names_second = heading && heading->words.folded == "naam";
        } else if (names_second && row.cells.size() > 1) {
            read_cells(form, region, cell_of(row.cells[0]), cell_of(row.cells[1]), see);
        }
        if (row.index != 0 || row.below < 0 || !holds_roles(form, region, row)) continue;
        for (const int role : row.cells)
            for (const int person : region.rows[static_cast<std::size_t>(row.below)].cells)
                if (cell_of(role).cell->column == cell_of(person).cell->column)
                    read_cells(form, region, cell_of(role), cell_of(person), see);
    }
}

void find_role_lines(const MatchedTemplate& form, const Region& region, bool of_lists,
                     const std::function<void(std::size_t, SchoolLine)>& see) {
    for (std::size_t l = 0; l < region.lines.size(); ++l) {
        const Line& line = region.lines[l];
        if (line.owner != Owner::school || (of_lists && !line.paragraph->list)) continue;
        for_each_sentence(line.text, [&](std::string_view sentence) {
            if (auto found = read_line(form, sentence))
                see(found->field, {std::move(found->person), std::string(trim(sentence)), line.paragraph->origin, l});
        });
    }
}

}  // namespace sop
