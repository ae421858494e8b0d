#include <string>

#include "export/archive/archive.h"
#include "export/archive/database.h"
#include "ingest/text.h"

namespace sop {
namespace {

std::vector<Phrase> phrases_of(std::string_view words) {
    std::vector<Phrase> phrases;
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
        if (!phrase.empty()) phrases.push_back({std::string(phrase), is_prefix});
        rest = trim(rest);
    }
    return phrases;
}

// Codes and names as they are compared: ASCII letters in lower case, in both engines.
std::optional<std::string> lower(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    std::string result = clean_text(*text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

std::optional<std::string> clean(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return clean_text(*text);
}

constexpr std::string_view columns =
    "SELECT d.number, d.id, d.bestandsnaam, d.mediatype, d.soort, d.omvang, d.naam, d.brin, d.vestigingscode, "
    "d.bestuur, d.schooljaar, e.vervangt, run.started, run.converter, "
    "e.zelfde_tekst, ";
constexpr std::string_view tables =
    "FROM document AS d JOIN run ON run.number = d.run JOIN edition AS e ON e.id = d.id ";
// $1 is what is searched for. Each may be absent.
constexpr std::string_view conditions =
    "(lower(d.brin) = $2 OR lower(d.vestigingscode) = $2 OR $2 IS NULL) "
    "AND (lower(d.bestuur) = $3 OR $3 IS NULL) AND (d.schooljaar = $4 OR $4 IS NULL) "
    "AND (d.soort = $5 OR $5 IS NULL) AND (d.id = $6 OR $6 IS NULL) "
    "AND ($7 = 0 OR d.id NOT IN (SELECT vervangt FROM edition WHERE vervangt IS NOT NULL)) ";

std::string select_all() {
    return std::string(columns) + "'' " + std::string(tables) + "WHERE " + std::string(conditions) +
           "AND $1 = '' "
           "ORDER BY coalesce(d.vestigingscode, d.brin) NULLS FIRST, d.jaar NULLS FIRST, d.bestandsnaam, d.id";
}

std::string select_found(const SearchSql& search) {
    return std::string(columns) + std::string(search.excerpt) + " " + std::string(tables) +
           "JOIN search ON search.rowid = d.number WHERE " + std::string(search.condition) + " AND " +
           std::string(conditions) + "ORDER BY " + std::string(search.order);
}

ArchivedDocument document_in(const Rows& row) {
    return {.number = row.integer(0),
            .id = row.text(1),
            .bestandsnaam = row.text(2),
            .mediatype = row.text(3),
            .soort = row.text(4),
            .omvang = row.integer(5),
            .naam = row.optional_text(6),
            .brin = row.optional_text(7),
            .vestigingscode = row.optional_text(8),
            .bestuur = row.optional_text(9),
            .schooljaar = row.optional_text(10),
            .vervangt = row.optional_text(11),
            .zelfde_tekst = row.optional_text(14),
            .converted = row.text(12),
            .converter = row.text(13),
            .excerpt = collapse_spaces(row.text(15))};
}

}  // namespace

void Archive::for_each(const DocumentFilter& filter, const std::function<void(const ArchivedDocument&)>& visit) const {
    const bool searches = !filter.words.empty();
    const std::vector<Phrase> phrases = phrases_of(filter.words);
    if (searches && phrases.empty()) return;
    const auto rows = database_->query(searches ? select_found(database_->search_sql()) : select_all(),
                                       searches ? database_->search_value(phrases) : std::string(),
                                       lower(filter.school), lower(filter.bestuur), clean(filter.schooljaar),
                                       clean(filter.soort), clean(filter.id), std::int64_t{filter.only_newest});
    if (!searches) {
        while (rows->step()) visit(document_in(*rows));
        return;
    }
    std::vector<ArchivedDocument> documents;
    while (rows->step()) documents.push_back(document_in(*rows));
    database_->rank(phrases, documents);
    for (const ArchivedDocument& document : documents) visit(document);
}

std::string Archive::record_of(std::int64_t number) const {
    const auto row = database_->query("SELECT record FROM document WHERE number = $1", number);
    row->step();
    auto record = database_->unpacked(row->bytes(0));
    if (!record) throw ArchiveError(ArchiveError::Kind::bad_data, "een record in het archief is beschadigd");
    return std::move(*record);
}

std::optional<std::string> Archive::original_of(std::int64_t number) const {
    const auto row = database_->query("SELECT bytes FROM original WHERE document = $1", number);
    if (!row->step()) return std::nullopt;
    return row->text(0);
}

std::vector<Sighting> Archive::sightings_of(std::string_view id) const {
    const auto rows = database_->query("SELECT path, location FROM source WHERE id = $1 ORDER BY path", id);
    std::vector<Sighting> sightings;
    while (rows->step()) sightings.push_back({rows->text(0), rows->optional_text(1)});
    return sightings;
}

std::vector<Failure> Archive::failures() const {
    const auto rows =
        database_->query("SELECT code, bericht, bestandsnaam, id FROM failure ORDER BY code, bestandsnaam, id");
    std::vector<Failure> failures;
    while (rows->step()) failures.push_back({rows->text(0), rows->text(1), rows->text(2), rows->text(3)});
    return failures;
}

std::vector<std::string> Archive::ids_of(std::string_view digits) const {
    const std::string first = "sha256:" + std::string(digits), last = first + 'g';  // beyond every hexadecimal digit
    const auto rows = database_->query(
        "SELECT id FROM document WHERE id >= $1 AND id < $2 UNION SELECT id FROM source WHERE id >= $1 AND id < $2 "
        "ORDER BY 1",
        first, last);
    std::vector<std::string> ids;
    while (rows->step()) ids.push_back(rows->text(0));
    return ids;
}

}  // namespace sop
