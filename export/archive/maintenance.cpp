#include "export/archive/archive.h"
#include "export/archive/database.h"
#include "export/record_check.h"
#include "ingest/digest.h"

namespace sop {
namespace {

constexpr std::string_view columns =
    "SELECT d.id, d.record, d.record_digest, d.bestandsnaam, d.mediatype, d.omvang, d.soort, d.tekst_vingerafdruk, "
    "d.naam, d.naam_gevouwen, d.brin, d.vestigingscode, d.bestuur, d.schooljaar, d.jaar, d.datum, search.tekst, "
    "search.naam, search.bestandsnaam, original.bytes "
    "FROM document AS d LEFT JOIN search ON search.rowid = d.number LEFT JOIN original ON original.document = d.number "
    "WHERE d.number = $1";

// The columns, as check_record() gives them of the record.
RecordFacts facts_in(const Rows& row) {
    RecordFacts facts;
    facts.id = row.text(0);
    facts.bestandsnaam = row.text(3);
    facts.mediatype = row.text(4);
    facts.omvang = row.integer(5);
    facts.soort = row.text(6);
    facts.tekst_vingerafdruk = row.optional_text(7);
    facts.naam = row.optional_text(8);
    facts.naam_gevouwen = row.optional_text(9);
    facts.brin = row.optional_text(10);
    facts.vestigingscode = row.optional_text(11);
    facts.bestuur = row.optional_text(12);
    facts.schooljaar = row.optional_text(13);
    if (!row.is_null(14)) facts.jaar = row.integer(14);
    facts.datum = row.optional_text(15);
    facts.tekst = row.text(16);
    return facts;
}

// What is wrong with one document's own rows.
std::optional<std::string> problem_of(const Rows& row, const std::optional<std::string>& record) {
    if (!record || sha256(*record) != row.bytes(2)) return "het record is veranderd";
    const auto checked = check_record(*record);
    if (!checked) return "het record is niet volgens het schema";
    const RecordFacts facts = facts_in(row);
    if (checked->facts.id != facts.id) return "het record is van een ander bestand";
    if (facts != checked->facts || row.optional_text(17) != facts.naam || row.text(18) != facts.bestandsnaam)
        return "de gegevens om het record op te zoeken kloppen niet";
    if (!row.is_null(19) && sha256(row.bytes(19)) != facts.id) return "het bestand is veranderd";
    return std::nullopt;
}

}  // namespace

// One document at a time: a server would send all of them at once.
void Archive::check_rows(std::vector<ArchiveProblem>& problems) const {
    if (database_->integer("SELECT count(*) FROM search") != database_->integer("SELECT count(*) FROM document"))
        problems.push_back({{}, "de zoekindex hoort niet bij de documenten"});
    const auto documents = database_->query("SELECT number, id FROM document ORDER BY id");
    while (documents->step()) {
        const auto row = database_->query(columns, documents->integer(0));
        if (!row->step()) continue;
        if (auto problem = problem_of(*row, database_->unpacked(row->bytes(1))))
            problems.push_back({documents->text(1), std::move(*problem)});
    }
}

void Archive::check_references(const ReadOriginal& read, std::vector<ArchiveProblem>& problems) const {
    const auto rows = database_->query(
        "SELECT d.id, source.location FROM document AS d JOIN source ON source.id = d.id "
        "WHERE NOT EXISTS (SELECT 1 FROM original WHERE document = d.number) ORDER BY d.id, source.location IS NULL");
    std::string last, found;
    // One place where the bytes still stand is enough.
    const auto end_document = [&] {
        if (last != found) problems.push_back({last, "het bestand staat niet meer op zijn plaats, of is veranderd"});
    };
    while (rows->step()) {
        if (rows->bytes(0) != last) end_document();
        last = rows->bytes(0);
        if (last == found || rows->is_null(1)) continue;
        const auto bytes = read(rows->text(1));
        if (bytes && sha256(*bytes) == last) found = last;
    }
    end_document();
}

std::vector<ArchiveProblem> Archive::verify(const ReadOriginal& read) const {
    std::vector<ArchiveProblem> problems;
    try {
        database_->check(problems);
        check_rows(problems);
        check_references(read, problems);
    } catch (const ArchiveError& error) {
        if (error.kind() != ArchiveError::Kind::bad_data) throw;
        problems.push_back({{}, error.what()});
    }
    return problems;
}

void Archive::forget(const std::vector<std::string>& ids) {
    database_->begin();
    for (const std::string& id : ids) {
        database_->run("DELETE FROM search WHERE rowid = (SELECT number FROM document WHERE id = $1)", id);
        database_->run("DELETE FROM document WHERE id = $1", id);  // and its original
        database_->run("DELETE FROM source WHERE id = $1", id);
        database_->run("DELETE FROM failure WHERE id = $1", id);
    }
    database_->commit_deletion();
}

std::int64_t Archive::collect_garbage() {
    database_->begin();
    std::int64_t removed = 0;
    for (const std::string_view sql :
         {"DELETE FROM failure WHERE run NOT IN (SELECT number FROM run WHERE converter = "
          "(SELECT converter FROM run ORDER BY number DESC LIMIT 1))",
          "DELETE FROM source WHERE id NOT IN (SELECT id FROM document UNION ALL SELECT id FROM failure)",
          "DELETE FROM run WHERE number NOT IN (SELECT run FROM document UNION ALL SELECT run FROM source "
          "UNION ALL SELECT run FROM failure)"})
        removed += database_->run(sql);
    database_->commit_deletion();
    database_->compact();
    return removed;
}

std::int64_t Archive::size() const { return database_->size(); }

}  // namespace sop
