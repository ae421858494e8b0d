#include <string>

#include "export/archive/archive.h"
#include "export/archive/sqlite.h"
#include "ingest/text.h"

namespace sop {
namespace {

// As FTS5 has it: every word a quoted string, so that nothing in it is an operator. The index folds case and accents.
std::string match_of(std::string_view words) {
    std::string match;
    const auto add = [&match](std::string_view phrase, bool is_prefix) {
        if (phrase.empty()) return;
        match += match.empty() ? "\"" : " \"";
        match += phrase;
        match += is_prefix ? "\"*" : "\"";
    };
    const std::string text = clean_text(words);
    std::string_view rest = trim(text);
    while (!rest.empty()) {
        const bool is_quoted = rest.front() == '"';
        if (is_quoted) rest.remove_prefix(1);
        const auto end = rest.find_first_of(is_quoted ? "\"" : " \t\n\"");
        std::string_view phrase = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + (rest[end] == '"' && is_quoted));
        bool is_prefix = phrase.ends_with('*');
        if (is_prefix) phrase.remove_suffix(1);
        if (is_quoted && rest.starts_with('*')) {
            is_prefix = true;
            rest.remove_prefix(1);
        }
        add(phrase, is_prefix);
        rest = trim(rest);
    }
    return match;
}

constexpr std::string_view columns =
    "SELECT d.number, d.id, d.bestandsnaam, d.mediatype, d.soort, d.omvang, d.naam, d.brin, d.vestigingscode, "
    "d.bestuur, d.schooljaar, e.vervangt, run.started, run.converter, "
    "(SELECT min(id) FROM document AS same WHERE same.tekst_vingerafdruk = d.tekst_vingerafdruk HAVING count(*) > 1), ";
constexpr std::string_view tables =
    "FROM document AS d JOIN run ON run.number = d.run JOIN edition AS e ON e.id = d.id ";
// Numbered parameters, so that each may be absent.
constexpr std::string_view conditions =
    "(?2 IS NULL OR d.brin = ?2 COLLATE NOCASE OR d.vestigingscode = ?2 COLLATE NOCASE) "
    "AND (?3 IS NULL OR d.bestuur = ?3 COLLATE NOCASE) AND (?4 IS NULL OR d.schooljaar = ?4) "
    "AND (?5 IS NULL OR d.soort = ?5) AND (?6 IS NULL OR d.id = ?6) "
    "AND (NOT ?7 OR d.id NOT IN (SELECT vervangt FROM edition WHERE vervangt IS NOT NULL)) ";

std::string select_of(bool searches) {
    std::string sql(columns);
    sql += searches ? "snippet(search, -1, '', '', '…', 16) " : "'' ";
    sql += tables;
    if (searches) sql += "JOIN search ON search.rowid = d.number ";
    sql += "WHERE ";
    if (searches) sql += "search MATCH ?1 AND ";
    sql += conditions;
    sql +=
        searches ? "ORDER BY rank, d.id" : "ORDER BY coalesce(d.vestigingscode, d.brin), d.jaar, d.bestandsnaam, d.id";
    return sql;
}

}  // namespace

void Archive::for_each(const DocumentFilter& filter, const std::function<void(const ArchivedDocument&)>& visit) const {
    const std::string match = match_of(filter.words);
    const bool searches = !filter.words.empty();
    if (searches && match.empty()) return;
    auto rows = database_->prepare(select_of(searches));
    rows.bind(match, filter.school, filter.bestuur, filter.schooljaar, filter.soort, filter.id,
              std::int64_t{filter.only_newest});
    while (rows.step()) {
        visit({.number = rows.integer(0),
               .id = rows.text(1),
               .bestandsnaam = rows.text(2),
               .mediatype = rows.text(3),
               .soort = rows.text(4),
               .omvang = rows.integer(5),
               .naam = rows.optional_text(6),
               .brin = rows.optional_text(7),
               .vestigingscode = rows.optional_text(8),
               .bestuur = rows.optional_text(9),
               .schooljaar = rows.optional_text(10),
               .vervangt = rows.optional_text(11),
               .zelfde_tekst = rows.optional_text(14),
               .converted = rows.text(12),
               .converter = rows.text(13),
               .excerpt = collapse_spaces(rows.text(15))});
    }
}

std::string Archive::record_of(std::int64_t number) const {
    auto row = database_->prepare("SELECT record FROM document WHERE number = ?");
    row.bind(number).step();
    return row.text(0);
}

std::optional<std::string> Archive::original_of(std::int64_t number) const {
    auto row = database_->prepare("SELECT bytes FROM original WHERE document = ?");
    if (!row.bind(number).step()) return std::nullopt;
    return row.text(0);
}

std::vector<Sighting> Archive::sightings_of(std::string_view id) const {
    auto rows = database_->prepare("SELECT path, location FROM source WHERE id = ? ORDER BY path");
    std::vector<Sighting> sightings;
    for (rows.bind(id); rows.step();) sightings.push_back({rows.text(0), rows.optional_text(1)});
    return sightings;
}

std::vector<Failure> Archive::failures() const {
    auto rows =
        database_->prepare("SELECT code, bericht, bestandsnaam, id FROM failure ORDER BY code, bestandsnaam, id");
    std::vector<Failure> failures;
    while (rows.step()) failures.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3)});
    return failures;
}

std::vector<std::string> Archive::ids_of(std::string_view digits) const {
    const std::string first = "sha256:" + std::string(digits), last = first + 'g';  // beyond every hexadecimal digit
    auto rows = database_->prepare(
        "SELECT id FROM document WHERE id >= ?1 AND id < ?2 UNION SELECT id FROM source WHERE id >= ?1 AND id < ?2");
    std::vector<std::string> ids;
    for (rows.bind(first, last); rows.step();) ids.push_back(rows.text(0));
    return ids;
}

}  // namespace sop
