#include "export/archive/sqlite.h"

#include <sqlite3.h>

#include <array>
#include <cctype>
#include <filesystem>
#include <system_error>

#include "embedded/archive_editions_1.h"
#include "embedded/archive_editions_2.h"
#include "embedded/archive_sqlite_1.h"
#include "embedded/archive_sqlite_3.h"
#include "export/archive/packing.h"

namespace sop {
namespace {

constexpr std::int64_t application_id = 0x534f5041;  // "SOPA", in the header of the file
constexpr int busy_milliseconds = 10'000;            // for a reader that is at the end of the log

// From version i to i + 1.
std::array<std::string, 3> schema_steps() {
    return {std::string(embedded::archive_sqlite_1).append(embedded::archive_editions_1),
            std::string(embedded::archive_editions_2), std::string(embedded::archive_sqlite_3)};
}

// Without SQLite's own sentences, which are English and may quote a value.
[[noreturn]] void fail(int result) {
    switch (result & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw ArchiveError(ArchiveError::Kind::busy, "het archief is in gebruik");
        case SQLITE_FULL:
            throw ArchiveError(ArchiveError::Kind::input_output, "de schijf van het archief is vol");
        case SQLITE_CANTOPEN:
            throw ArchiveError(ArchiveError::Kind::input_output, "het archief kan niet worden geopend");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            throw ArchiveError(ArchiveError::Kind::input_output, "in het archief kan niet worden geschreven");
        case SQLITE_IOERR:
            throw ArchiveError(ArchiveError::Kind::input_output, "fout van de schijf van het archief");
        case SQLITE_NOMEM:
            throw std::bad_alloc();
        case SQLITE_NOTADB:
            throw ArchiveError(ArchiveError::Kind::bad_data, "het bestand is geen archief");
        default:
            throw ArchiveError(ArchiveError::Kind::bad_data,
                               "het archief is beschadigd (SQLite " + std::to_string(result) + ")");
    }
}

void check_result(int result) {
    if (result != SQLITE_OK) fail(result);
}

// Where `text` is empty, its pointer may be null, which SQLite takes for NULL.
const char* data_of(std::string_view text) { return text.empty() ? "" : text.data(); }

class Statement : public Rows {
public:
    // `lifetime`: SQLITE_STATIC where the values outlive the statement, else SQLITE_TRANSIENT.
    Statement(sqlite3* database, std::string_view sql, std::span<const SqlValue> values,
              sqlite3_destructor_type lifetime) {
        sqlite3_stmt* statement = nullptr;
        check_result(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
        statement_.reset(statement);
        for (std::size_t i = 0; i < values.size(); ++i) {
            // For SQLite "$2" is a name.
            const int at = sqlite3_bind_parameter_index(statement, ("$" + std::to_string(i + 1)).c_str());
            if (at != 0) bind(at, values[i], lifetime);
        }
    }

    bool step() override {
        const int result = sqlite3_step(statement_.get());
        if (result != SQLITE_ROW && result != SQLITE_DONE) fail(result);
        return result == SQLITE_ROW;
    }
    bool is_null(int column) const override { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(statement_.get(), column); }
    std::string_view bytes(int column) const override {
        const void* const data = sqlite3_column_blob(statement_.get(), column);
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
        return size == 0 ? std::string_view() : std::string_view(static_cast<const char*>(data), size);
    }

private:
    void bind(int at, const SqlValue& value, sqlite3_destructor_type lifetime) {
        sqlite3_stmt* const statement = statement_.get();
        if (const auto* number = std::get_if<std::int64_t>(&value))
            check_result(sqlite3_bind_int64(statement, at, *number));
        else if (const auto* text = std::get_if<std::string_view>(&value))
            check_result(sqlite3_bind_text64(statement, at, data_of(*text), text->size(), lifetime, SQLITE_UTF8));
        else if (const auto* blob = std::get_if<Blob>(&value))
            check_result(sqlite3_bind_blob64(statement, at, data_of(blob->bytes), blob->bytes.size(), lifetime));
        // A parameter that is not bound is NULL.
    }

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class SqliteDatabase : public Database {
public:
    SqliteDatabase(const std::string& file, Archive::Access access) {
        open(file, SQLITE_OPEN_READWRITE | (access == Archive::Access::create ? SQLITE_OPEN_CREATE : 0));
        if (access == Archive::Access::read_unchanging && !has_log())
            open(unchanging_uri(), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
        run_script("PRAGMA busy_timeout = " + std::to_string(busy_milliseconds));
        if (access <= Archive::Access::read_unchanging) {
            run_script("PRAGMA query_only = ON");
        } else {
            if (sqlite3_db_readonly(database_.get(), "main") == 1) fail(SQLITE_READONLY);
            // What is deleted is overwritten: it may have been forgotten by right.
            run_script("PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON");
            run_script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        }
        update_schema(schema_steps(), access);
    }

    std::string packed(std::string_view record) const override { return pack(record); }
    std::optional<std::string> unpacked(std::string_view stored) const override { return unpack(stored); }

    void begin() override { run("BEGIN IMMEDIATE"); }
    void commit() override { run("COMMIT"); }
    bool in_transaction() const override { return sqlite3_get_autocommit(database_.get()) == 0; }

    void add_to_search(std::int64_t number, const RecordFacts& facts) override {
        run("INSERT INTO search (rowid, naam, bestandsnaam, tekst) VALUES ($1, $2, $3, $4)", number, facts.naam,
            facts.bestandsnaam, facts.tekst);
    }

    SearchSql search_sql() const override {
        return {"snippet(search, -1, '', '', '…', 16)", "search MATCH $1", "rank, d.id"};
    }

    // Every phrase a quoted string, so that nothing in it is an operator.
    std::string search_value(std::span<const Phrase> phrases) const override {
        std::string match;
        for (const Phrase& phrase : phrases) match += '"' + phrase.text + (phrase.is_prefix ? "\"* " : "\" ");
        return match;
    }

    void rank(std::span<const Phrase>, std::vector<ArchivedDocument>&) override {}

    void check(std::vector<ArchiveProblem>& problems) override {
        const auto rows = query("PRAGMA integrity_check");
        while (rows->step())
            if (rows->bytes(0) != "ok") return problems.push_back({{}, "de database is beschadigd"});
        if (query("PRAGMA foreign_key_check")->step())
            problems.push_back({{}, "de database verwijst naar iets dat er niet is"});
        if (integer("PRAGMA query_only") == 0) run("INSERT INTO search (search) VALUES ('integrity-check')");
    }

    void commit_deletion() override {
        // Until its pieces are merged, the index has the words of what was deleted.
        run("INSERT INTO search (search) VALUES ('optimize')");
        commit();
        empty_log();
    }

    void compact() override {
        run_script("VACUUM");
        empty_log();
    }

    std::int64_t size() override {
        return integer("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
    }

protected:
    std::unique_ptr<Rows> select(std::string_view sql, std::span<const SqlValue> values) override {
        return std::make_unique<Statement>(database_.get(), sql, values, SQLITE_TRANSIENT);
    }

    std::int64_t change(std::string_view sql, std::span<const SqlValue> values) override {
        Statement statement(database_.get(), sql, values, SQLITE_STATIC);
        while (statement.step()) {
        }
        return sqlite3_changes64(database_.get());
    }

    void run_script(std::string_view sql) override {
        check_result(sqlite3_exec(database_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr));
    }

    std::size_t schema_version() override {
        const auto version = static_cast<std::size_t>(integer("PRAGMA user_version"));
        const bool is_empty = integer("SELECT count(*) FROM sqlite_schema") == 0;
        if (!is_empty && integer("PRAGMA application_id") != application_id)
            throw ArchiveError(ArchiveError::Kind::bad_data,
                               "het bestand is een database, maar geen archief van sopconv");
        return version;
    }

    void set_schema_version(std::size_t version) override {
        run_script("PRAGMA application_id = " + std::to_string(application_id) +
                   "; PRAGMA user_version = " + std::to_string(version));
    }

private:
    void open(const std::string& name, int flags) {
        sqlite3* database = nullptr;
        const int result = sqlite3_open_v2(name.c_str(), &database, flags, nullptr);
        database_.reset(database);
        std::error_code error;
        if (result == SQLITE_CANTOPEN && !std::filesystem::exists(name, error) && !error)
            throw ArchiveError(ArchiveError::Kind::input_output, "het archief bestaat niet");
        check_result(result);
    }

    // Of the file itself, where a link leads to it.
    std::string path() const { return sqlite3_db_filename(database_.get(), "main"); }

    // Whether pages stand in the log beside the file that are newer than its own. SQLite can read them only through a
    // third file, which it would have to make.
    bool has_log() const {
        std::error_code error;
        if (const auto size = std::filesystem::file_size(path() + "-wal", error); error || size == 0) return false;
        if (!std::filesystem::exists(path() + "-shm", error))
            throw ArchiveError(ArchiveError::Kind::input_output,
                               "het archief is niet afgesloten (er staat een logboek naast, -wal) en hier kan niets "
                               "worden geschreven; geef eerst ergens waar dat wel kan sopconv archive verify");
        return true;
    }

    // For a file that nobody changes, SQLite makes no files beside it to tell others that it is read.
    std::string unchanging_uri() const {
        static constexpr std::string_view digits = "0123456789ABCDEF";
        std::string uri = "file:";
        for (const char c : path()) {
            const auto byte = static_cast<unsigned char>(c);
            if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_')
                uri += c;
            else
                uri.append({'%', digits[byte >> 4], digits[byte & 15]});
        }
        return uri + "?immutable=1";
    }

    // The log has the pages as they were, and whoever is reading keeps them there.
    void empty_log() {
        if (integer("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
            throw ArchiveError(
                ArchiveError::Kind::busy,
                "het is uit het archief, maar iemand leest erin: tot die klaar is, staan de oude bytes nog "
                "in het bestand; herhaal de opdracht dan, of geef sopconv archive gc");
    }

    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const std::string& file, Archive::Access access) {
    return std::make_unique<SqliteDatabase>(file, access);
}

}  // namespace sop
