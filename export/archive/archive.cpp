#include "export/archive/archive.h"

#include <chrono>
#include <utility>

#include "export/archive/facts.h"
#include "export/archive/schema.h"
#include "export/archive/sqlite.h"
#include "ingest/digest.h"

namespace sop {
namespace {

// One flush to the disk for so many documents, bytes or milliseconds of work, whichever comes first: what a kill can
// cost, against 15 times the documents a second.
constexpr std::size_t most_pending = 64, most_pending_bytes = std::size_t{32} << 20;
constexpr std::int64_t longest_pending = 2000;

constexpr int busy_milliseconds = 10'000;  // for a reader that is at the end of the log

std::int64_t milliseconds_now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

std::unique_ptr<sqlite::Database> open(const std::filesystem::path& file, Archive::Access access) {
    auto database = std::make_unique<sqlite::Database>(
        file, SQLITE_OPEN_READWRITE | (access == Archive::Access::create ? SQLITE_OPEN_CREATE : 0));
    database->run_script("PRAGMA busy_timeout = " + std::to_string(busy_milliseconds));
    if (access == Archive::Access::read) {
        database->run_script("PRAGMA query_only = ON");
        sqlite::check_schema(*database);
        return database;
    }
    // What is deleted is overwritten: it may have been forgotten by right.
    database->run_script("PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON");
    database->run_script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    sqlite::migrate(*database);
    return database;
}

}  // namespace

Archive::Archive(const std::filesystem::path& file, Access access) : database_(open(file, access)) {}

Archive::~Archive() = default;

void Archive::begin(ArchiveRun run) { run_ = std::move(run); }

KnownSource Archive::find_known(std::string_view id) const {
    KnownSource known;
    auto document = database_->prepare(
        "SELECT EXISTS (SELECT 1 FROM original WHERE original.document = document.number) FROM document "
        "JOIN run ON run.number = document.run WHERE id = ? AND converter = ?");
    if (document.bind(id, run_->converter).step()) {
        known.has_record = true;
        known.has_original = document.integer(0) != 0;
        return known;
    }
    auto failure = database_->prepare(
        "SELECT code, bericht, bestandsnaam, id FROM failure JOIN run ON run.number = failure.run "
        "WHERE id = ? AND converter = ?");
    if (failure.bind(id, run_->converter).step())
        known.failure = Failure{failure.text(0), failure.text(1), failure.text(2), failure.text(3)};
    return known;
}

void Archive::prepare_to_store() {
    if (database_->in_transaction()) return;
    database_->run("BEGIN IMMEDIATE");
    pending_since_ = milliseconds_now();
    if (run_number_ != 0) return;
    database_->run("INSERT INTO run (started, converter) VALUES (?, ?)", run_->started, run_->converter);
    run_number_ = database_->last_number();
}

void Archive::stored(std::size_t bytes) {
    ++pending_;
    pending_bytes_ += bytes;
    if (pending_ >= most_pending || pending_bytes_ >= most_pending_bytes ||
        milliseconds_now() - pending_since_ >= longest_pending)
        commit();
}

void Archive::commit() {
    if (database_->in_transaction()) database_->run("COMMIT");
    pending_ = pending_bytes_ = 0;
}

void Archive::add_sighting(std::string_view id, const Sighting& sighting) {
    std::optional<sqlite::Blob> location;
    if (sighting.location) location = sqlite::Blob{*sighting.location};
    database_->run(
        "INSERT INTO source (id, path, location, run) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (id, path) DO UPDATE SET location = excluded.location WHERE excluded.location IS NOT NULL",
        id, sighting.path, location, run_number_);
}

void Archive::store_record(std::string_view record, std::string_view bytes, const Sighting& sighting) {
    const RecordFacts facts = facts_of(record);
    prepare_to_store();
    database_->run("DELETE FROM failure WHERE id = ?", facts.id);
    database_->run("DELETE FROM search WHERE rowid = (SELECT number FROM document WHERE id = ?)", facts.id);
    auto insert = database_->prepare(
        "INSERT INTO document (id, run, bestandsnaam, mediatype, omvang, soort, tekst_vingerafdruk, naam, "
        "naam_gevouwen, brin, vestigingscode, bestuur, schooljaar, jaar, datum, record, record_digest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "run = excluded.run, bestandsnaam = excluded.bestandsnaam, mediatype = excluded.mediatype, "
        "soort = excluded.soort, tekst_vingerafdruk = excluded.tekst_vingerafdruk, naam = excluded.naam, "
        "naam_gevouwen = excluded.naam_gevouwen, brin = excluded.brin, vestigingscode = excluded.vestigingscode, "
        "bestuur = excluded.bestuur, schooljaar = excluded.schooljaar, jaar = excluded.jaar, datum = excluded.datum, "
        "record = excluded.record, record_digest = excluded.record_digest RETURNING number");
    const std::string digest = sha256(record);
    insert.bind(facts.id, run_number_, facts.bestandsnaam, facts.mediatype, facts.omvang, facts.soort,
                facts.tekst_vingerafdruk, facts.naam, facts.naam_gevouwen, facts.brin, facts.vestigingscode,
                facts.bestuur, facts.schooljaar, facts.jaar, facts.datum, sqlite::Blob{record}, digest);
    insert.step();
    const std::int64_t number = insert.integer(0);
    insert.run();
    database_->run("INSERT INTO search (rowid, naam, bestandsnaam, tekst) VALUES (?, ?, ?, ?)", number, facts.naam,
                   facts.bestandsnaam, facts.tekst);
    if (!sighting.location)
        database_->run("INSERT INTO original (document, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", number,
                       sqlite::Blob{bytes});
    add_sighting(facts.id, sighting);
    stored(record.size() + bytes.size());
}

void Archive::store_failure(const Failure& failure, const Sighting& sighting) {
    prepare_to_store();
    database_->run(
        "INSERT INTO failure (id, run, bestandsnaam, code, bericht) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET run = excluded.run, bestandsnaam = excluded.bestandsnaam, code = excluded.code, "
        "bericht = excluded.bericht",
        failure.id, run_number_, failure.file_name, failure.code, failure.message);
    add_sighting(*failure.id, sighting);
    stored(0);
}

void Archive::store_sighting(std::string_view id, std::string_view bytes, const Sighting& sighting) {
    auto source =
        database_->prepare("SELECT 1 FROM source WHERE id = ? AND path = ? AND (?3 IS NULL OR location = ?3)");
    std::optional<sqlite::Blob> location;
    if (sighting.location) location = sqlite::Blob{*sighting.location};
    const bool is_new = !source.bind(id, sighting.path, location).step();
    auto original = database_->prepare(
        "SELECT number FROM document WHERE id = ? AND NOT EXISTS (SELECT 1 FROM original WHERE document = number)");
    const bool is_wanted = !sighting.location && original.bind(id).step();
    if (!is_new && !is_wanted) return;
    prepare_to_store();
    if (is_wanted)
        database_->run("INSERT INTO original (document, bytes) VALUES (?, ?)", original.integer(0),
                       sqlite::Blob{bytes});
    add_sighting(id, sighting);
    stored(is_wanted ? bytes.size() : 0);
}

void Archive::end(std::string_view time) {
    if (run_number_ == 0) return;
    prepare_to_store();
    database_->run("UPDATE run SET ended = ? WHERE number = ?", time, run_number_);
    commit();
}

}  // namespace sop
