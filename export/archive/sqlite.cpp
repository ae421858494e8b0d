#include "export/archive/sqlite.h"

#include "export/archive/error.h"

namespace sop::sqlite {
namespace {

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

void check(int result) {
    if (result != SQLITE_OK) fail(result);
}

// Where `text` is empty, its pointer may be null, which SQLite takes for NULL.
const char* data_of(std::string_view text) { return text.empty() ? "" : text.data(); }

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
    statement_.reset(statement);
}

bool Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE) fail(result);
    return result == SQLITE_ROW;
}

std::string_view Statement::bytes(int column) const {
    const void* const data = sqlite3_column_blob(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return size == 0 ? std::string_view() : std::string_view(static_cast<const char*>(data), size);
}

std::optional<std::string> Statement::optional_text(int column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

void Statement::bind_at(int at, std::string_view text) {
    check(sqlite3_bind_text64(statement_.get(), at, data_of(text), text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_at(int at, Blob blob) {
    check(sqlite3_bind_blob64(statement_.get(), at, data_of(blob.bytes), blob.bytes.size(), SQLITE_STATIC));
}

void Statement::bind_at(int at, std::int64_t number) { check(sqlite3_bind_int64(statement_.get(), at, number)); }

Database::Database(const std::filesystem::path& file, int flags) {
    sqlite3* database = nullptr;
    const int result = sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
    database_.reset(database);
    check(result);
}

void Database::run_script(std::string_view sql) const {
    check(sqlite3_exec(database_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::integer(std::string_view sql) const {
    Statement statement = prepare(sql);
    statement.step();
    return statement.integer(0);
}

}  // namespace sop::sqlite
