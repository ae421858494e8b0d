#include "export/archive/postgresql.h"

#include <algorithm>
#include <map>
#include <pqxx/pqxx>
#include <set>
#include <utility>

#include "embedded/archive_editions_1.h"
#include "embedded/archive_editions_2.h"
#include "embedded/archive_postgresql_1.h"
#include "export/archive/ranking.h"
#include "export/archive/words.h"
#include "ingest/text.h"

namespace sop {
namespace {

// From version i to i + 1.
std::array<std::string, 2> schema_steps() {
    return {std::string(embedded::archive_postgresql_1).append(embedded::archive_editions_1),
            std::string(embedded::archive_editions_2)};
}

constexpr std::int64_t lock_key = 0x534f5041;  // "SOPA"; of advisory locks, which are each database's own
// A lock is waited for as long as the server may take to see that a run that was killed is gone. A session may wait for
// its readers or tidy up for long, but not when its machine is gone. No document goes to the server's log with an
// error.
constexpr const char* session_settings =
    "SET search_path = sopconv; SET lock_timeout = 5000; SET statement_timeout = 0; "
    "SET idle_in_transaction_session_timeout = 0; SET idle_session_timeout = 0; "
    "SET log_parameter_max_length_on_error = 0; "
    "SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 6";

// A server that does not answer is gone, after so many seconds: without these, hours.
constexpr std::string_view timeouts =
    "connect_timeout=10&keepalives_idle=30&keepalives_interval=10&keepalives_count=3&tcp_user_timeout=60000"
    "&fallback_application_name=sopconv";

// A tsvector takes words of 2046 bytes, together a megabyte.
constexpr std::size_t longest_word = 2046, most_word_bytes = 1'000'000;
// A tsquery takes a megabyte, too. What is not asked of the index is looked for in what it gives.
constexpr std::size_t most_query_bytes = 100'000;

constexpr pqxx::oid bytea_type = 17;  // pg_type.dat

using Kind = ArchiveError::Kind;

[[noreturn]] void fail_lost() {
    throw ArchiveError(Kind::input_output,
                       "de verbinding met de databaseserver is verbroken; een volgende opdracht maakt het af");
}

// Without the server's own sentences, which are English and may quote a value. Codes: PostgreSQL 15, appendix A.
[[noreturn]] void fail(const std::string& code) {
    struct Row {
        std::string_view begin;
        Kind kind;
        std::string_view sentence;
    };
    static constexpr auto table = std::to_array<Row>({
        {"55P03", Kind::busy, "een andere opdracht werkt in het archief; probeer het later"},
        {"40", Kind::busy, "het archief is in gebruik"},
        {"57014", Kind::busy, "de databaseserver heeft de opdracht afgebroken; probeer het later"},
        {"53100", Kind::input_output, "de schijf van het archief is vol"},
        {"53", Kind::input_output, "de databaseserver heeft geen ruimte of verbindingen meer"},
        {"25006", Kind::input_output, "in het archief kan niet worden geschreven"},
        {"42501", Kind::input_output, "de gebruiker van de database heeft hier geen rechten voor"},
        {"58", Kind::input_output, "fout van de schijf van het archief"},
    });
    if (code.starts_with("57P") || code.starts_with("08") || code == "25P03") fail_lost();
    for (const Row& row : table)
        if (code.starts_with(row.begin)) throw ArchiveError(row.kind, std::string(row.sentence));
    throw ArchiveError(Kind::bad_data, "het archief is beschadigd (PostgreSQL " + code + ")");
}

// What libpqxx throws becomes ArchiveError.
template <typename Call>
auto guarded(const pqxx::connection& connection, const Call& call) {
    try {
        return call();
    } catch (const pqxx::insufficient_privilege&) {
        fail("42501");  // without its code
    } catch (const pqxx::sql_error& error) {
        if (!connection.is_open()) fail_lost();
        fail(error.sqlstate());
    } catch (const pqxx::transaction_rollback&) {
        fail("40");
    } catch (const pqxx::failure&) {  // broken_connection, in_doubt_error: what was done is seen the next time
        fail_lost();
    }
}

class ResultRows : public Rows {
public:
    explicit ResultRows(const pqxx::result& result) : result_(result) {}

    bool step() override {
        decoded_.clear();
        return next_++ < result_.size();
    }
    bool is_null(int column) const override { return field(column).is_null(); }
    std::int64_t integer(int column) const override { return field(column).as<std::int64_t>(0); }
    std::string_view bytes(int column) const override {
        const pqxx::field value = field(column);
        if (value.is_null() || value.type() != bytea_type) return {value.c_str(), value.size()};
        const auto found = decoded_.try_emplace(column, value).first;
        return {found->second.get(), found->second.size()};
    }

private:
    pqxx::field field(int column) const { return result_[next_ - 1][static_cast<pqxx::row::size_type>(column)]; }

    pqxx::result result_;
    pqxx::result::size_type next_ = 0;
    mutable std::map<int, pqxx::binarystring> decoded_;
};

// 'word' as tsvector and tsquery have it.
std::string quoted(std::string_view word) {
    std::string text = "'";
    for (const char c : truncate_utf8(word, longest_word))
        text += c == '\'' || c == '\\' ? std::string(2, c) : std::string{c};
    return text + "'";
}

struct IndexedWords {
    std::optional<std::string> vector;  // absent where they are too many
    std::int64_t count = 0;
};

IndexedWords index_of(std::span<const std::string_view> texts) {
    IndexedWords index;
    std::set<std::string> distinct;
    for (const std::string_view text : texts) {
        const std::vector<Word> words = words_of(text);
        index.count += static_cast<std::int64_t>(words.size());
        for (const Word& word : words) distinct.insert(quoted(word.folded));
    }
    std::string vector;
    for (const std::string& word : distinct) vector += word + ' ';
    if (vector.size() <= most_word_bytes) index.vector = std::move(vector);
    return index;
}

std::vector<WordGroup> groups_of(std::span<const Phrase> phrases) {
    std::vector<WordGroup> groups;
    for (const Phrase& phrase : phrases) {
        WordGroup group{.words = {}, .is_prefix = phrase.is_prefix};
        for (Word& word : words_of(phrase.text)) group.words.push_back(std::move(word.folded));
        if (!group.words.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

// A tsquery for all documents that have the groups, and some that have their words elsewhere.
std::string query_of(std::span<const WordGroup> groups) {
    std::string query;
    for (const WordGroup& group : groups)
        for (const std::string& word : group.words) {
            if (query.size() > most_query_bytes) return query;
            const bool is_begin = group.is_prefix && &word == &group.words.back();
            query += (query.empty() ? "" : " & ") + quoted(word) + (is_begin ? ":*" : "");
        }
    return query;
}

class PostgresDatabase : public Database {
public:
    PostgresDatabase(const std::string& address, Archive::Access access) : connection_(connect(address)) {
        quiet_.emplace(*connection_);
        // A new connection in the old one's place would be without lock and settings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
        connection_->inhibit_reactivation(true);
#pragma GCC diagnostic pop
        guarded(*connection_, [&] { set_up(access); });
    }

    void begin() override {
        guarded(*connection_, [&] { transaction_ = std::make_unique<pqxx::work>(*connection_); });
    }
    void commit() override {
        guarded(*connection_, [&] {
            transaction_->commit();
            transaction_.reset();
        });
    }
    bool in_transaction() const override { return transaction_ != nullptr; }

    void add_to_search(std::int64_t number, const RecordFacts& facts) override {
        const IndexedWords index =
            index_of(std::array<std::string_view, 3>{facts.naam.value_or(""), facts.bestandsnaam, facts.tekst});
        run("INSERT INTO search (rowid, naam, bestandsnaam, tekst, woorden, aantal) VALUES ($1, $2, $3, $4, $5, $6)",
            number, facts.naam, facts.bestandsnaam, facts.tekst, index.vector, index.count);
    }

    SearchSql search_sql() const override {
        return {"''", "(search.woorden @@ CAST($1 AS tsquery) OR search.woorden IS NULL)", "d.id"};
    }

    std::string search_value(std::span<const Phrase> phrases) const override { return query_of(groups_of(phrases)); }

    void rank(std::span<const Phrase> phrases, std::vector<ArchivedDocument>& documents) override {
        const std::vector<WordGroup> groups = groups_of(phrases);
        const SearchTotals totals = totals_of(groups);
        std::vector<std::pair<double, ArchivedDocument>> found;
        for (ArchivedDocument& document : documents) {
            const auto row = query("SELECT naam, bestandsnaam, tekst FROM search WHERE rowid = $1", document.number);
            row->step();
            const auto match = match_groups(groups, std::array{row->bytes(0), row->bytes(1), row->bytes(2)});
            if (!match) continue;
            document.excerpt = collapse_spaces(match->excerpt);
            found.emplace_back(score_of(*match, totals), std::move(document));
        }
        std::ranges::stable_sort(found, std::ranges::greater(), &std::pair<double, ArchivedDocument>::first);
        documents.clear();
        for (auto& [score, document] : found) documents.push_back(std::move(document));
    }

    void check(std::vector<ArchiveProblem>& problems) override {
        if (integer("SELECT count(*) FROM document WHERE inhoud IS DISTINCT FROM json_of(record)") != 0)
            problems.push_back({{}, "de kolom inhoud hoort niet bij de records"});
        const auto numbers = query("SELECT rowid FROM search");
        while (numbers->step()) {
            const auto texts =
                query("SELECT naam, bestandsnaam, tekst FROM search WHERE rowid = $1", numbers->integer(0));
            if (!texts->step()) continue;
            const IndexedWords index = index_of(std::array{texts->bytes(0), texts->bytes(1), texts->bytes(2)});
            const auto row = query(
                "SELECT 1 FROM search WHERE rowid = $1 AND aantal = $2 "
                "AND woorden IS NOT DISTINCT FROM CAST($3 AS tsvector)",
                numbers->integer(0), index.count, index.vector);
            if (!row->step()) return problems.push_back({{}, "de zoekindex klopt niet"});
        }
    }

    void commit_deletion() override { commit(); }

    void compact() override {
        for (const char* table : {"document", "original", "source", "failure", "search", "run"})
            run_script("VACUUM (FULL, ANALYZE) " + std::string(table));
    }

    std::int64_t size() override {
        return integer(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class "
            "WHERE relkind = 'r' AND relnamespace = to_regnamespace('sopconv')");
    }

protected:
    std::unique_ptr<Rows> select(std::string_view sql, std::span<const SqlValue> values) override {
        return std::make_unique<ResultRows>(execute(sql, values));
    }

    std::int64_t change(std::string_view sql, std::span<const SqlValue> values) override {
        return static_cast<std::int64_t>(execute(sql, values).affected_rows());
    }

    void run_script(std::string_view sql) override {
        guarded(*connection_, [&] {
            if (transaction_) {
                transaction_->exec(std::string(sql));
            } else {
                pqxx::nontransaction alone(*connection_);
                alone.exec(std::string(sql));
            }
        });
    }

    std::size_t schema_version() override {
        if (query("SELECT 1 WHERE to_regclass('sopconv.archive') IS NULL")->step()) return 0;
        return static_cast<std::size_t>(integer("SELECT version FROM archive"));
    }

    void set_schema_version(std::size_t version) override {
        run("UPDATE archive SET version = $1", static_cast<std::int64_t>(version));
    }

private:
    static std::unique_ptr<pqxx::connection> connect(const std::string& address) {
        try {
            return std::make_unique<pqxx::connection>(with_timeouts(address));
        } catch (const pqxx::failure&) {  // its sentence may quote the address
            throw ArchiveError(Kind::input_output,
                               "geen verbinding met de database van het archief; psql met hetzelfde adres zegt waarom");
        }
    }

    void set_up(Archive::Access access) {
        connection_->set_client_encoding("UTF8");
        run_script(session_settings);
        if (!query("SELECT 1 WHERE current_setting('server_encoding') = 'UTF8'")->step())
            throw ArchiveError(Kind::bad_data, "de database heeft een andere codering dan UTF-8");
        if (access == Archive::Access::read) {
            // All that is read stood there at one moment.
            transaction_ = std::make_unique<pqxx::transaction<pqxx::repeatable_read, pqxx::read_only>>(*connection_);
        } else {
            query("SELECT pg_advisory_lock($1)", lock_key);
            // What has been committed is on the disk, whatever the server's settings.
            run_script(
                "SELECT set_config('synchronous_commit', 'on', false) "
                "WHERE current_setting('synchronous_commit') = 'off'");
        }
        if (schema_version() == 0) {
            if (access != Archive::Access::create)
                throw ArchiveError(Kind::input_output, "in de database staat geen archief; sopconv import maakt het");
            if (query("SELECT 1 WHERE to_regnamespace('sopconv') IS NULL")->step()) run_script("CREATE SCHEMA sopconv");
        }
        update_schema(schema_steps(), access);
    }

    SearchTotals totals_of(std::span<const WordGroup> groups) {
        const auto all = query("SELECT count(*), sum(aantal) FROM search");
        all->step();
        SearchTotals totals{static_cast<double>(all->integer(0)), static_cast<double>(all->integer(1)), {}};
        for (const WordGroup& group : groups) {
            const std::int64_t hits = integer("SELECT count(*) FROM search WHERE woorden @@ CAST($1 AS tsquery)",
                                              query_of(std::span(&group, 1)));
            totals.hits.push_back(static_cast<double>(hits));
        }
        return totals;
    }

    // A statement has a name of its own where it was seen before: the server has parsed it then.
    const std::string& name_of(std::string_view sql) {
        const auto [found, is_new] = names_.try_emplace(std::string(sql), "s" + std::to_string(names_.size()));
        if (is_new) connection_->prepare(found->second, found->first);
        return found->second;
    }

    pqxx::result execute(std::string_view sql, std::span<const SqlValue> values) {
        return guarded(*connection_, [&] {
            const std::string& name = name_of(sql);
            if (transaction_) return execute_in(*transaction_, name, values);
            pqxx::nontransaction alone(*connection_);
            return execute_in(alone, name, values);
        });
    }

    // Parameters go as text, but for bytes, of which a statement has one at most.
    static pqxx::result execute_in(pqxx::transaction_base& transaction, const std::string& name,
                                   std::span<const SqlValue> values) {
        std::vector<std::string> texts(values.size());
        std::vector<const char*> parameters(values.size());
        std::optional<pqxx::binarystring> blob;
        std::ptrdiff_t blob_at = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (const auto* bytes = std::get_if<Blob>(&values[i])) {
                blob.emplace(bytes->bytes.data(), bytes->bytes.size());
                blob_at = static_cast<std::ptrdiff_t>(i);
                continue;
            }
            if (const auto* number = std::get_if<std::int64_t>(&values[i])) texts[i] = std::to_string(*number);
            if (const auto* text = std::get_if<std::string_view>(&values[i])) texts[i] = *text;
            if (values[i].index() != 0) parameters[i] = texts[i].c_str();
        }
        using pqxx::prepare::make_dynamic_params;
        if (!blob) return transaction.exec_prepared(name, make_dynamic_params(parameters));
        return transaction.exec_prepared(name, make_dynamic_params(parameters.begin(), parameters.begin() + blob_at),
                                         *blob,
                                         make_dynamic_params(parameters.begin() + blob_at + 1, parameters.end()));
    }

    std::unique_ptr<pqxx::connection> connection_;
    std::optional<pqxx::quiet_errorhandler> quiet_;  // libpqxx would write notices to standard error
    std::unique_ptr<pqxx::transaction_base> transaction_;
    std::map<std::string, std::string, std::less<>> names_;
};

}  // namespace

std::string with_timeouts(std::string_view address) {
    // A user and password may have a question mark (libpq, conninfo_uri_parse_options).
    const auto start = address.find("://") + 3, end = address.find_first_of("@/", start);
    const auto host = end != std::string_view::npos && address[end] == '@' ? end + 1 : start;
    const auto question = std::min(address.find('?', host), address.size());
    const std::string_view own = address.substr(std::min(question + 1, address.size()));
    std::string result(address.substr(0, question));
    result += '?';
    result += timeouts;
    if (!own.empty()) result += '&';
    result += own;
    return result;
}

std::unique_ptr<Database> open_postgresql(const std::string& address, Archive::Access access) {
    return std::make_unique<PostgresDatabase>(address, access);
}

}  // namespace sop
