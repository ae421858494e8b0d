#include "normalize/person_cells.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/fold.h"
#include "normalize/family_words.h"
#include "normalize/first_names.h"
#include "normalize/name_scan.h"
#include "normalize/person_words.h"
#include "normalize/text.h"

namespace sop {
namespace {

// Headings and cells of more bytes hold more than a label and a few names.
constexpr std::size_t longest_heading = 48, longest_cell = 160;
constexpr int most_words = 6;

// Headings, folded.
constexpr std::array<std::string_view, 3> any_names{"naam", "namen", "naam en functie"};
constexpr std::array<std::string_view, 7> pupils{
    "leerling", "leerlinge", "kind", "naam leerling", "naam kind", "naam van de leerling", "naam van het kind"};
// How a heading begins.
constexpr std::array<std::string_view, 7> signers{"wie",        "handtekening",    "opgesteld door", "ingevuld door",
                                                  "naam ouder", "naam medewerker", "naam leerkracht"};

bool has_lower(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The pieces of a cell that may be names each.
std::vector<std::string_view> pieces_of(std::string_view text) {
    constexpr std::array<std::string_view, 8> dividers{"\n", ";", " / ", "/", ", ", " en ", " & ", " + "};
    std::vector<std::string_view> pieces;
    while (!text.empty()) {
        std::size_t end = text.size(), next = text.size();
        for (const std::string_view divider : dividers) {
            const auto at = text.find(divider);
            if (at < end) end = at, next = at + divider.size();
        }
        if (const std::string_view piece = bare_word(text.substr(0, end)); !piece.empty()) pieces.push_back(piece);
        text.remove_prefix(next);
    }
    return pieces;
}

// "mw. Anna van den Brink", the name from its first capital on; "" where it is no name.
std::string_view name_of_piece(std::string_view piece, CellPersons persons) {
    // "Anna Bos (groep 5", which lost its last bracket as a mark around it
    const auto bracket = piece.find(" (");
    if (bracket != std::string_view::npos && piece.find(')', bracket) == std::string_view::npos)
        piece = piece.substr(0, bracket);
    std::size_t begin = 0;
    int capitals = 0, words = 0;
    bool has_title = false;
    for (std::size_t at = 0; at < piece.size();) {
        const std::size_t end = word_end(piece, at);
        const std::string_view word = piece.substr(at, end - at);
        if (++words > most_words || word.empty()) return {};
        if (capitals == 0 && is_title(word)) {
            has_title = true;
            begin = end + 1;
        } else if (is_capitalised(word) && !is_particle(word)) {
            const bool is_initial = word.size() <= 2 || word.find('.') != std::string_view::npos;
            if (!is_initial && !has_lower(word)) return {};  // "GGD Flevoland"
            if (is_no_name(word) || is_body_word(word) || is_function(word, capitals > 0) || is_role(word)) return {};
            ++capitals;
        } else if (!is_particle(word)) {
            return {};
        }
        at = end + (end < piece.size());
    }
    const std::string_view name = begin < piece.size() ? piece.substr(begin) : std::string_view{};
    const bool is_enough = capitals >= 2 || (capitals == 1 && (has_title || persons == CellPersons::pupil ||
                                                               (persons == CellPersons::lone && is_called(name))));
    return is_enough ? name : std::string_view{};
}

// Asks what only a person has: "Functie", "Werkdagen".
bool asks_of_person(std::string_view heading) {
    if (heading.empty() || heading.size() > longest_heading) return false;
    const std::string folded = fold(heading);
    constexpr std::array<std::string_view, 16> asked{
        "aanwezig",  "specialisme", "specialisatie", "opleiding", "groep",  "functie", "rol",  "taak",
        "werkdagen", "dagen",       "telefoon",      "tel",       "e mail", "email",   "mail", "handtekening"};
    return std::any_of(asked.begin(), asked.end(), [&](std::string_view word) { return contains_words(folded, word); });
}

// "Leerkracht", "Leerkrachten", "Leerkracht(en)".
bool is_role_or_roles(std::string_view word) {
    word = word.substr(0, word.find('('));
    if (is_role(word) || is_function(word, false)) return true;
    for (const std::string_view plural : {"en", "s"})
        if (word.ends_with(plural) && is_role(word.substr(0, word.size() - plural.size()))) return true;
    return false;
}

// A short cell has a word of which that is so.
bool has_word(const std::vector<TabelCel>& row, bool (*is_one)(std::string_view)) {
    return std::any_of(row.begin(), row.end(), [is_one](const TabelCel& cell) {
        const std::string_view text = cell.tekst;
        for (std::size_t at = 0; at < text.size() && text.size() <= longest_heading;) {
            const std::size_t end = word_end(text, at);
            if (is_one(bare_word(text.substr(at, end - at)))) return true;
            at = end + 1;
        }
        return false;
    });
}

}  // namespace

bool is_row_of_headings(const std::vector<TabelCel>& row) {
    constexpr std::size_t fewest = 3;
    return row.size() >= fewest && !has_word(row, is_first_name);
}

bool has_role(const std::vector<TabelCel>& row) { return has_word(row, is_role_or_roles); }

CellPersons persons_below(std::string_view heading) {
    if (heading.empty() || heading.size() > longest_heading) return CellPersons::nobody;
    const std::size_t last = heading.find_last_of(" \n\t", heading.find_last_not_of(" :\n\t"));
    const std::string_view word = bare_word(heading.substr(last == std::string_view::npos ? 0 : last + 1));
    if (is_role_or_roles(word)) return CellPersons::staff;
    // Most headings and labels begin with another letter than the rest.
    constexpr std::string_view first_letters = "nwlkhoiNWLKHOI";
    if (first_letters.find(heading.front()) == std::string_view::npos) return CellPersons::nobody;
    const std::string folded = fold(heading);
    const auto is_one = [&](std::string_view known) { return folded == known; };
    const auto starts = [&](std::string_view known) { return std::string_view(folded).starts_with(known); };
    if (std::any_of(any_names.begin(), any_names.end(), is_one)) return CellPersons::maybe;
    if (std::any_of(pupils.begin(), pupils.end(), is_one)) return CellPersons::pupil;
    return std::any_of(signers.begin(), signers.end(), starts) ? CellPersons::staff : CellPersons::nobody;
}

std::vector<CellPersons> read_headings(const std::vector<TabelCel>& cells) {
    std::vector<CellPersons> headings;
    bool is_any = false;
    for (const TabelCel& cell : cells) {
        CellPersons persons = persons_below(cell.tekst);
        if (persons == CellPersons::maybe) {
            const bool is_of_persons = std::any_of(cells.begin(), cells.end(),
                                                   [](const TabelCel& other) { return asks_of_person(other.tekst); });
            persons = is_of_persons ? CellPersons::named : CellPersons::nobody;
        }
        is_any = is_any || persons != CellPersons::nobody;
        headings.push_back(persons);
    }
    if (!is_any) headings.clear();
    return headings;
}

bool stands_below(const Tabel& table, std::size_t row, std::size_t at) {
    const std::string& text = table.rijen[row][at].tekst;
    return std::any_of(
        table.rijen.begin() + static_cast<std::ptrdiff_t>(row) + 1, table.rijen.end(),
        [&](const std::vector<TabelCel>& cells) { return at < cells.size() && cells[at].tekst == text; });
}

std::vector<std::string_view> names_in_cell(std::string_view text, CellPersons persons) {
    std::vector<std::string_view> names;
    if (text.size() > longest_cell) return names;
    for (const std::string_view piece : pieces_of(text))
        if (const std::string_view name = name_of_piece(piece, persons); !name.empty()) names.push_back(name);
    return names;
}

}  // namespace sop
