// SQLite's C interface with owners and exceptions. Inside export/archive/ only.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sop::sqlite {

// Bytes that are no text.
struct Blob {
    std::string_view bytes;
};

// One SQL statement. Parameters count from 1, columns from 0. Every function throws ArchiveError.
class Statement {
public:
    Statement(sqlite3* database, std::string_view sql);

    // Binds the parameters from the first on. What is bound must live until the last step().
    template <typename... Values>
    Statement& bind(const Values&... values) {
        int at = 0;
        (bind_at(++at, values), ...);
        return *this;
    }
    // True where there is a row.
    bool step();
    // Runs a statement that gives no rows, to its end.
    void run() {
        while (step()) {
        }
    }

    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
    // Until the next step().
    std::string_view bytes(int column) const;
    std::string text(int column) const { return std::string(bytes(column)); }
    std::optional<std::string> optional_text(int column) const;
    bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

    void bind_at(int at, std::string_view text);
    void bind_at(int at, const std::string& text) { bind_at(at, std::string_view(text)); }
    void bind_at(int at, const char* text) { bind_at(at, std::string_view(text)); }
    void bind_at(int at, Blob blob);
    void bind_at(int at, std::int64_t number);
    template <typename T>
    void bind_at(int at, const std::optional<T>& value) {
        if (value) bind_at(at, *value);  // a parameter that is not bound is NULL
    }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
public:
    // `flags`: SQLITE_OPEN_….
    Database(const std::filesystem::path& file, int flags);

    Statement prepare(std::string_view sql) const { return Statement(database_.get(), sql); }
    // One statement without rows.
    template <typename... Values>
    void run(std::string_view sql, const Values&... values) const {
        prepare(sql).bind(values...).run();
    }
    // Several statements, without parameters.
    void run_script(std::string_view sql) const;
    // The first column of the only row.
    std::int64_t integer(std::string_view sql) const;
    std::int64_t last_number() const { return sqlite3_last_insert_rowid(database_.get()); }
    int changes() const { return sqlite3_changes(database_.get()); }
    bool in_transaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }

private:
    struct Close {
        void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    };
    std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace sop::sqlite
