#include "export/archive/archive.h"

#include <chrono>
#include <utility>

#include "export/archive/database.h"
#include "export/archive/postgresql.h"
#include "export/archive/sqlite.h"
#include "ingest/digest.h"

namespace sop {
namespace {

// One flush to the disk for so many documents, bytes or milliseconds of work, whichever comes first: what a kill can
// cost, against 15 times the documents a second.
constexpr std::size_t most_pending = 64, most_pending_bytes = std::size_t{32} << 20;
constexpr std::int64_t longest_pending = 2000;

std::int64_t milliseconds_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::optional<Blob> location_of(const Sighting& sighting) {
    if (!sighting.location) return std::nullopt;
    return Blob{*sighting.location};
}

}  // namespace

bool is_on_server(std::string_view archive) {
    return archive.starts_with("postgresql://") || archive.starts_with("postgres://");
}

Archive::Archive(const std::string& place, Access access)
    : database_(is_on_server(place) ? open_postgresql(place, access) : open_sqlite(place, access)) {}

Archive::~Archive() = default;

void Archive::begin(ArchiveRun run) { run_ = std::move(run); }

KnownSource Archive::find_known(std::string_view id) const {
    KnownSource known;
    const auto document = database_->query(
        "SELECT (SELECT count(*) FROM original WHERE original.document = document.number) FROM document "
        "JOIN run ON run.number = document.run WHERE id = $1 AND converter = $2",
        id, run_->converter);
    if (document->step()) {
        known.has_record = true;
        known.has_original = document->integer(0) != 0;
        return known;
    }
    const auto failure = database_->query(
        "SELECT code, bericht, bestandsnaam, id FROM failure JOIN run ON run.number = failure.run "
        "WHERE id = $1 AND converter = $2",
        id, run_->converter);
    if (failure->step())
        known.failure = Failure{failure->text(0), failure->text(1), failure->text(2), failure->text(3)};
    return known;
}

void Archive::prepare_to_store() {
    if (database_->in_transaction()) return;
    database_->begin();
    pending_since_ = milliseconds_now();
    if (run_number_ != 0) return;
    run_number_ = database_->integer("INSERT INTO run (started, converter) VALUES ($1, $2) RETURNING number",
                                     run_->started, run_->converter);
}

void Archive::stored(std::size_t bytes) {
    ++pending_;
    pending_bytes_ += bytes;
    if (pending_ >= most_pending || pending_bytes_ >= most_pending_bytes ||
        milliseconds_now() - pending_since_ >= longest_pending)
        commit();
}

void Archive::commit() {
    if (database_->in_transaction()) database_->commit();
    pending_ = pending_bytes_ = 0;
}

void Archive::add_sighting(std::string_view id, const Sighting& sighting) {
    const auto location = location_of(sighting);
    if (location)
        database_->run("UPDATE source SET location = $3 WHERE id = $1 AND path = $2", id, sighting.path, location);
    database_->run("INSERT INTO source (id, path, location, run) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING", id,
                   sighting.path, location, run_number_);
}

void Archive::store_record(std::string_view record, const RecordFacts& facts, std::string_view bytes,
                           const Sighting& sighting) {
    prepare_to_store();
    database_->run("DELETE FROM failure WHERE id = $1", facts.id);
    database_->run("DELETE FROM search WHERE rowid = (SELECT number FROM document WHERE id = $1)", facts.id);
    const std::string digest = sha256(record);
    const std::string packed = database_->packed(record);
    const std::int64_t number = database_->integer(
        "INSERT INTO document (id, run, bestandsnaam, mediatype, omvang, soort, tekst_vingerafdruk, naam, "
        "naam_gevouwen, brin, vestigingscode, bestuur, schooljaar, jaar, datum, record, record_digest) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT (id) DO "
        "UPDATE SET "
        "run = excluded.run, bestandsnaam = excluded.bestandsnaam, mediatype = excluded.mediatype, "
        "soort = excluded.soort, tekst_vingerafdruk = excluded.tekst_vingerafdruk, naam = excluded.naam, "
        "naam_gevouwen = excluded.naam_gevouwen, brin = excluded.brin, vestigingscode = excluded.vestigingscode, "
        "bestuur = excluded.bestuur, schooljaar = excluded.schooljaar, jaar = excluded.jaar, datum = excluded.datum, "
        "record = excluded.record, record_digest = excluded.record_digest RETURNING number",
        facts.id, run_number_, facts.bestandsnaam, facts.mediatype, facts.omvang, facts.soort, facts.tekst_vingerafdruk,
        facts.naam, facts.naam_gevouwen, facts.brin, facts.vestigingscode, facts.bestuur, facts.schooljaar, facts.jaar,
        facts.datum, Blob{packed}, digest);
    database_->add_to_search(number, facts);
    if (!sighting.location)
        database_->run("INSERT INTO original (document, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING", number,
                       Blob{bytes});
    add_sighting(facts.id, sighting);
    stored(record.size() + bytes.size());
}

void Archive::store_failure(const Failure& failure, const Sighting& sighting) {
    prepare_to_store();
    database_->run(
        "INSERT INTO failure (id, run, bestandsnaam, code, bericht) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO "
        "UPDATE "
        "SET run = excluded.run, bestandsnaam = excluded.bestandsnaam, code = excluded.code, "
        "bericht = excluded.bericht",
        failure.id, run_number_, failure.file_name, failure.code, failure.message);
    add_sighting(*failure.id, sighting);
    stored(0);
}

void Archive::store_sighting(std::string_view id, std::string_view bytes, const Sighting& sighting) {
    const bool is_new = !database_
                             ->query(
                                 "SELECT 1 FROM source WHERE id = $1 AND path = $2 "
                                 "AND (location = $3 OR $3 IS NULL)",
                                 id, sighting.path, location_of(sighting))
                             ->step();
    std::optional<std::int64_t> wanted;
    if (!sighting.location) {
        const auto document = database_->query(
            "SELECT number FROM document WHERE id = $1 "
            "AND NOT EXISTS (SELECT 1 FROM original WHERE document = number)",
            id);
        if (document->step()) wanted = document->integer(0);
    }
    if (!is_new && !wanted) return;
    prepare_to_store();
    if (wanted) database_->run("INSERT INTO original (document, bytes) VALUES ($1, $2)", *wanted, Blob{bytes});
    add_sighting(id, sighting);
    stored(wanted ? bytes.size() : 0);
}

void Archive::end(std::string_view time) {
    if (run_number_ == 0) return;
    prepare_to_store();
    database_->run("UPDATE run SET ended = $1 WHERE number = $2", time, run_number_);
    commit();
}

}  // namespace sop
