// What the archive asks of a database engine. Its own SQL is what SQLite and PostgreSQL both take: parameters are $1,
// $2, …; text is compared byte by byte; NULLS FIRST or LAST is said. Where a parameter may be NULL, PostgreSQL wants to
// see first what it is compared with: "brin = $2 OR $2 IS NULL". Inside export/archive/ only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "export/archive/archive.h"

namespace sop {

struct RecordFacts;

// Bytes that are no text.
struct Blob {
    std::string_view bytes;
};

// Of a parameter; the first is NULL. Text is UTF-8 without U+0000.
using SqlValue = std::variant<std::monostate, std::int64_t, std::string_view, Blob>;

inline SqlValue value_of(std::int64_t number) { return number; }
inline SqlValue value_of(Blob blob) { return blob; }
inline SqlValue value_of(std::string_view text) { return text; }
template <typename T>
SqlValue value_of(const std::optional<T>& value) {
    return value ? value_of(*value) : SqlValue();
}

// The rows that a query gives; columns count from 0. While they live, SQLite ends no transaction that they write in.
class Rows {
public:
    Rows() = default;
    virtual ~Rows() = default;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;

    // To the first row, and then to the next; false where there is none.
    virtual bool step() = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    // Until the next step().
    virtual std::string_view bytes(int column) const = 0;
    std::string text(int column) const { return std::string(bytes(column)); }
    std::optional<std::string> optional_text(int column) const {
        if (is_null(column)) return std::nullopt;
        return text(column);
    }
};

// What a person searches for: words in a row, the last of which may be the beginning of one.
struct Phrase {
    std::string text;
    bool is_prefix = false;
};

// How a search stands in a query on `document AS d JOIN search ON search.rowid = d.number`; $1 is search_value().
struct SearchSql {
    std::string_view excerpt, condition, order;
};

// Every function throws ArchiveError.
class Database {
public:
    Database() = default;
    virtual ~Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    template <typename... Values>
    std::unique_ptr<Rows> query(std::string_view sql, const Values&... values) {
        return select(sql, std::array<SqlValue, sizeof...(values)>{value_of(values)...});
    }
    // Gives the number of rows that it changed.
    template <typename... Values>
    std::int64_t run(std::string_view sql, const Values&... values) {
        return change(sql, std::array<SqlValue, sizeof...(values)>{value_of(values)...});
    }
    // The first column of the only row.
    template <typename... Values>
    std::int64_t integer(std::string_view sql, const Values&... values) {
        const auto rows = query(sql, values...);
        rows->step();
        return rows->integer(0);
    }

    // A record as it is stored, and back; absent where what is stored is damaged.
    virtual std::string packed(std::string_view record) const { return std::string(record); }
    virtual std::optional<std::string> unpacked(std::string_view stored) const { return std::string(stored); }

    virtual void begin() = 0;
    virtual void commit() = 0;
    virtual bool in_transaction() const = 0;

    // The full-text index, table `search`, with the number of a document as `rowid`.
    virtual void add_to_search(std::int64_t number, const RecordFacts& facts) = 0;
    virtual SearchSql search_sql() const = 0;
    virtual std::string search_value(std::span<const Phrase> phrases) const = 0;
    // Documents that search_sql() found, in its order: drops what does not match after all, puts the best first.
    virtual void rank(std::span<const Phrase> phrases, std::vector<ArchivedDocument>& documents) = 0;

    // Adds what is wrong with the database itself, and with its index.
    virtual void check(std::vector<ArchiveProblem>& problems) = 0;
    // commit(), where rows were deleted of which nothing is to be left.
    virtual void commit_deletion() = 0;
    // Gives room that is not used back to the disk.
    virtual void compact() = 0;
    // In bytes.
    virtual std::int64_t size() = 0;

protected:
    virtual std::unique_ptr<Rows> select(std::string_view sql, std::span<const SqlValue> values) = 0;
    virtual std::int64_t change(std::string_view sql, std::span<const SqlValue> values) = 0;

    // Several statements, without parameters.
    virtual void run_script(std::string_view sql) = 0;
    // 0: nothing there yet.
    virtual std::size_t schema_version() = 0;
    virtual void set_schema_version(std::size_t version) = 0;
    // Brings the schema to that of the last step, each in a transaction; step i leads from version i to i + 1. Throws
    // where it is of a later version or, for reading, of an earlier one.
    void update_schema(std::span<const std::string> steps, Archive::Access access);
};

}  // namespace sop
