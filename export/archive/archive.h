// The archive: records, their originals, the ledger of runs and a full-text index, in one SQLite file or in a database
// of a PostgreSQL server.
//
// What belongs together is written in one transaction, so that a record, its original and its line in the ledger are
// there or are not; a transaction holds some dozens of documents and is on the disk when it has ended (SQLite: WAL,
// synchronous=FULL). One process writes at a time: to a file its caller sees, on a server the archive holds a lock.
// Readers are never in the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/archive/error.h"
#include "export/record_check.h"
#include "export/report.h"

namespace sop {

class Database;

// True for the address of a database, "postgresql://…"; else it is a file.
bool is_on_server(std::string_view archive);

// A run that stores; `started` is UTC, ISO 8601.
struct ArchiveRun {
    std::string started;
    std::string converter;  // whatever decides what a source gives; another one reads all sources again
};

// Where a source was seen.
struct Sighting {
    std::string path;                     // relative, for people
    std::optional<std::string> location;  // absolute, as bytes; present where the original is not to be kept
};

// What became of a source by the run's own converter.
struct KnownSource {
    bool has_record = false;
    bool has_original = false;
    std::optional<Failure> failure;  // where it has none
};

// A document as it stands in lists.
struct ArchivedDocument {
    std::int64_t number = 0;  // in this archive
    std::string id, bestandsnaam, mediatype, soort;
    std::int64_t omvang = 0;
    std::optional<std::string> naam, brin, vestigingscode, bestuur, schooljaar;
    std::optional<std::string> vervangt;      // id of the edition before it
    std::optional<std::string> zelfde_tekst;  // where other documents have the same text: the first id of them all
    std::string converted, converter;         // of the run that gave the record
    std::string excerpt;                      // where text was searched: what stands around it
};

// Which documents; all that is given must be so.
struct DocumentFilter {
    std::string words;                      // as people type them: words, "words in a row", begin*
    std::optional<std::string> school;      // BRIN or vestigingscode
    std::optional<std::string> bestuur;     // whole name, whatever its case
    std::optional<std::string> schooljaar;  // "2014-2015"
    std::optional<std::string> soort;
    std::optional<std::string> id;
    bool only_newest = false;  // none that another one replaces
};

// Something that verify() found.
struct ArchiveProblem {
    std::string id;        // of the document; "" where it is the archive itself
    std::string sentence;  // Dutch, without capital and full stop
    bool operator==(const ArchiveProblem&) const = default;
};

// Of a record, in bytes.
inline constexpr std::size_t most_record_bytes = std::size_t{64} << 20;

class Archive {
public:
    enum class Access { read, read_unchanging, change, create };

    // Opens the file or database at `place`. For changing it is brought to this program's schema where it is older;
    // `create` also makes it where it is absent. For reading it must be of this schema; `read_unchanging` reads a file
    // beside which nothing can be written, and its caller sees that nobody changes it meanwhile. Throws ArchiveError,
    // as all that follows does; no sentence has anything of the place, which may hold a password.
    Archive(const std::string& place, Access access);
    ~Archive();
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    // Storing. Nothing is written before the first of store_…: a run that finds all done leaves the file as it is.
    void begin(ArchiveRun run);
    KnownSource find_known(std::string_view id) const;
    // `record` is one that check_record() took, of these bytes, and gave these facts of; one of an earlier converter is
    // replaced. The bytes are kept unless the sighting has a location.
    void store_record(std::string_view record, const RecordFacts& facts, std::string_view bytes,
                      const Sighting& sighting);
    // Says why a source gives no record. A record by an earlier converter stays.
    void store_failure(const Failure& failure, const Sighting& sighting);
    // Adds what is not known yet: that the source was seen there, and its bytes where they are to be kept.
    void store_sighting(std::string_view id, std::string_view bytes, const Sighting& sighting);
    // Whether something stored is not on the disk yet, and puts it there.
    bool is_pending() const { return pending_ > 0; }
    void commit();
    // Puts everything stored on the disk and ends the run, at `time`.
    void end(std::string_view time);

    // Reading: by school, school year and name, or, where words are searched, the best first.
    void for_each(const DocumentFilter& filter, const std::function<void(const ArchivedDocument&)>& visit) const;
    std::string record_of(std::int64_t number) const;
    std::optional<std::string> original_of(std::int64_t number) const;
    std::vector<Sighting> sightings_of(std::string_view id) const;
    std::vector<Failure> failures() const;
    // Ids of sources, with a record or without, whose digest begins with these hexadecimal digits.
    std::vector<std::string> ids_of(std::string_view digits) const;

    // Keeping. Not while a run stores.
    using ReadOriginal = std::function<std::optional<std::string>(const std::string& location)>;
    // Reads and hashes everything; `read` gives the bytes of an original that is not kept, or nothing. Changes nothing.
    // The inside of the full-text index of a file is looked at only where it was opened for changing: SQLite does that
    // by a statement that writes.
    std::vector<ArchiveProblem> verify(const ReadOriginal& read) const;
    // Removes sources and all that was made of them, so that no byte of theirs is left in the file. On a
    // server they are gone from every table at once, from its files with the next collect_garbage().
    void forget(const std::vector<std::string>& ids);
    // Removes failures of earlier converters, and runs and sightings of which nothing is left; makes the file as small
    // as can be. Gives the number of rows removed.
    std::int64_t collect_garbage();
    // In bytes.
    std::int64_t size() const;

private:
    void check_rows(std::vector<ArchiveProblem>& problems) const;
    void check_references(const ReadOriginal& read, std::vector<ArchiveProblem>& problems) const;
    void prepare_to_store();
    void stored(std::size_t bytes);
    void add_sighting(std::string_view id, const Sighting& sighting);

    std::unique_ptr<Database> database_;
    std::optional<ArchiveRun> run_;
    std::int64_t run_number_ = 0;  // 0: has stored nothing
    std::size_t pending_ = 0, pending_bytes_ = 0;
    std::int64_t pending_since_ = 0;
};

}  // namespace sop
