#include "export/archive/archive.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <pqxx/pqxx>

#include "export/json.h"
#include "ingest/digest.h"

using namespace sop;

namespace {

namespace fs = std::filesystem;

// PostgreSQL's, where the archives of these tests are to be; else they are files.
const char* const server = std::getenv("SOPCONV_TEST_DATABASE");

// An archive that is not there yet.
class Place {
public:
    Place() {
        if (server != nullptr)
            run("DROP SCHEMA IF EXISTS sopconv CASCADE");
        else
            CHECK(::mkdtemp(folder_) != nullptr);
    }
    ~Place() { fs::remove_all(folder_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    std::string name() const { return server != nullptr ? server : std::string(folder_) + "/archief.db"; }
    void run(const std::string& sql) const {
        if (server != nullptr) {
            pqxx::connection connection(server);
            pqxx::work work(connection);
            work.exec("SET search_path = sopconv; SET client_min_messages = error; " + sql);
            return work.commit();
        }
        sqlite3* database = nullptr;
        REQUIRE(sqlite3_open(name().c_str(), &database) == SQLITE_OK);
        CHECK(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(database);
    }

private:
    char folder_[32] = "/tmp/sopconv-archive-XXXXXX";
};

// A profile whose source has the bytes `bytes`.
SopRecord profile(std::string_view bytes, Tekst schooljaar = {}, Tekst code = "99ZZ00") {
    SopRecord record;
    record.document.id = sha256(bytes);
    record.document.bestandsnaam = std::string(bytes) + ".docx";
    record.document.mediatype = "application/pdf";
    record.document.omvang = bytes.size();
    record.document.tekst_vingerafdruk = sha256(std::string(bytes) + " text");
    record.document.soort = "sop";
    record.school.naam = "OBS De Proef";
    record.school.vestigingscode = code;
    if (code) record.school.brin = code->substr(0, 4);
    record.versie.schooljaar = std::move(schooljaar);
    record.voorwerk = {Alinea{std::string(bytes), {}}};
    return record;
}

RecordFacts facts_of(const SopRecord& record) { return check_record(write_json(record)).value().facts; }

void store(Archive& archive, const SopRecord& record, std::string_view bytes) {
    archive.store_record(write_json(record), facts_of(record), bytes, {record.document.bestandsnaam, std::nullopt});
}

std::string hexadecimal(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const char c : bytes)
        for (const int shift : {4, 0}) result += digits[(static_cast<unsigned char>(c) >> shift) & 15];
    return result;
}

std::vector<ArchivedDocument> all(const Archive& archive, const DocumentFilter& filter = {}) {
    std::vector<ArchivedDocument> documents;
    archive.for_each(filter, [&](const ArchivedDocument& document) { documents.push_back(document); });
    return documents;
}

std::vector<ArchivedDocument> found(const Archive& archive, std::string_view words) {
    DocumentFilter filter;
    filter.words = words;
    return all(archive, filter);
}

ArchiveError::Kind kind_of_error(const std::string& name, Archive::Access access) {
    try {
        const Archive archive(name, access);
        FAIL("opened");
        return ArchiveError::Kind::busy;
    } catch (const ArchiveError& error) {
        return error.kind();
    }
}

}  // namespace

TEST_CASE("the year of a document is its school year, or the one its date or plan is in") {
    struct Row {
        Tekst schooljaar;
        std::optional<Datum> datum;
        std::optional<Planperiode> plan;
        std::optional<std::int64_t> year;
    };
    for (const Row& row : {
             Row{"2014-2015", Datum{"2016-09-01", Precisie::dag}, {}, 2014},
             Row{{}, Datum{"2016-07-31", Precisie::dag}, Planperiode{2010, 2014}, 2015},
             Row{{}, Datum{"2016-08", Precisie::maand}, {}, 2016},
             Row{{}, Datum{"2016", Precisie::jaar}, {}, {}},  // of two school years
             Row{{}, Datum{"2016", Precisie::jaar}, Planperiode{2012, 2016}, 2012},
             Row{{}, {}, {}, {}},
         }) {
        SopRecord record = profile("a", row.schooljaar);
        record.versie.datum = row.datum;
        record.versie.planperiode = row.plan;
        CAPTURE(row.schooljaar.value_or("-"));
        CHECK(facts_of(record).jaar == row.year);
    }
}

TEST_CASE("all text of the body is searched, tables and lists too, and no text has no fingerprint") {
    SopRecord record = profile("a");
    Tabel table;
    table.rijen = {{TabelCel{"cel"}}};
    record.secties = {Sectie{"visie", {}, "Visie", 1, "al het andere", {Lijst{false, {{0, "punt"}}}, table}}};
    CHECK(facts_of(record).tekst == "a\nVisie\npunt\ncel\n");
    record.secties.clear();
    record.voorwerk.clear();
    CHECK(facts_of(record).tekst_vingerafdruk == std::nullopt);
}

TEST_CASE("an edition replaces the last one before it, in whatever order they came") {
    for (const bool is_reversed : {false, true}) {
        const Place place;
        Archive archive(place.name(), Archive::Access::create);
        archive.begin({"2026-01-01T00:00:00Z", "1"});
        std::vector<std::pair<std::string, SopRecord>> records{
            {"first", profile("first", "2012-2013")}, {"second", profile("second", "2014-2015")},
            {"third", profile("third", "2016-2017")}, {"other school", profile("other school", "2013-2014", "98ZZ00")},
            {"undated", profile("undated")},
        };
        if (is_reversed) std::ranges::reverse(records);
        for (const auto& [bytes, record] : records) store(archive, record, bytes);
        archive.end("2026-01-01T00:00:01Z");
        std::map<std::string, std::string> replaced;
        for (const auto& document : all(archive)) {
            if (document.vervangt) replaced[document.id] = *document.vervangt;
        }
        CHECK(replaced == std::map<std::string, std::string>{{sha256("second"), sha256("first")},
                                                             {sha256("third"), sha256("second")}});
        DocumentFilter newest;
        newest.only_newest = true;
        CHECK(all(archive, newest).size() == 3);
    }
}

TEST_CASE("of one school year the later date replaces the earlier, and else what came in a later run") {
    struct Document {
        std::string name;
        int run;
        const char* date = "";  // "" for none
    };
    struct Row {
        std::vector<Document> documents;
        std::map<std::string, std::string> replaced;
    };
    for (const Row& row : {
             Row{{{"a", 1}, {"b", 2}}, {{"b", "a"}}},
             Row{{{"a", 1}, {"b", 1}}, {}},  // which came first, nobody knows
             Row{{{"a", 1, "2014-12-01"}, {"b", 2, "2014-10-01"}}, {{"a", "b"}}},
             Row{{{"a", 1, "2014-10-01"}, {"b", 2, "2014-10-01"}}, {{"b", "a"}}},
             Row{{{"a", 1, "2014-10-01"}, {"b", 2}}, {{"b", "a"}}},
             Row{{{"a", 1}, {"b", 2}, {"c", 3, "2014-10-01"}}, {{"b", "a"}, {"c", "b"}}},
             Row{{{"a", 1}, {"b", 2}, {"c", 2}}, {{"b", "a"}, {"c", "a"}}},
         }) {
        const Place place;
        for (int run = 1; run <= 3; ++run) {
            Archive archive(place.name(), Archive::Access::create);
            archive.begin({"2026-01-01T00:00:00Z", "1"});
            for (const Document& document : row.documents) {
                SopRecord record = profile(document.name, "2014-2015");
                if (*document.date) record.versie.datum = Datum{document.date, Precisie::dag};
                if (document.run == run) store(archive, record, document.name);
            }
            archive.end("2026-01-01T00:00:01Z");
        }
        std::map<std::string, std::string> replaced;
        for (const auto& document : all(Archive(place.name(), Archive::Access::read)))
            if (document.vervangt)
                for (const Document& other : row.documents)
                    if (*document.vervangt == sha256(other.name))
                        replaced[document.bestandsnaam.substr(0, 1)] = other.name;
        CAPTURE(row.documents.size());
        CAPTURE(row.documents.back().date);
        CHECK(replaced == row.replaced);
    }
}

TEST_CASE("the same text in other bytes is not an edition of its own") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    const auto with_text_of = [](const SopRecord& other, SopRecord record) {
        record.document.tekst_vingerafdruk = other.document.tekst_vingerafdruk;
        return record;
    };
    const SopRecord first = profile("first", "2012-2013"), second = profile("second", "2013-2014");
    store(archive, first, "first");
    store(archive, second, "second");
    store(archive, with_text_of(second, profile("third", "2014-2015")), "third");
    store(archive, profile("fourth", "2015-2016"), "fourth");
    std::map<std::string, Tekst> replaced;
    for (const auto& document : all(archive)) replaced[document.bestandsnaam] = document.vervangt;
    CHECK(replaced == std::map<std::string, Tekst>{{"first.docx", {}},
                                                   {"second.docx", sha256("first")},
                                                   {"third.docx", sha256("first")},
                                                   {"fourth.docx", sha256("third")}});
}

TEST_CASE("many documents that say they are of one school are listed at once") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    constexpr int many = 1500;
    for (int i = 0; i < many; ++i) {
        SopRecord record = profile(std::to_string(i), "2014-2015");
        record.school.vestigingscode.reset();
        if (i % 2 == 0) record.document.tekst_vingerafdruk = sha256("text");
        store(archive, record, std::to_string(i));
    }
    archive.end("2026-01-01T00:00:01Z");
    const std::clock_t start = std::clock();
    DocumentFilter newest;
    newest.only_newest = true;
    CHECK(all(archive, newest).size() == many);
    CHECK(std::clock() - start < 5 * CLOCKS_PER_SEC);  // some 0.1 s; each looked at for each would take minutes
}

TEST_CASE("an archive of an earlier version is brought to this one when it is changed") {
    const Place place;
    const SopRecord first = profile("first", "2012-2013");
    {
        Archive archive(place.name(), Archive::Access::create);
        archive.begin({"2026-01-01T00:00:00Z", "1"});
        store(archive, first, "first");
        store(archive, profile("second", "2014-2015"), "second");
        archive.end("2026-01-01T00:00:01Z");
    }
    place.run("DROP VIEW edition; CREATE VIEW edition AS SELECT id, id AS vervangt FROM document; " +
              std::string(server != nullptr ? "UPDATE archive SET version = 1" : "PRAGMA user_version = 1"));
    if (server == nullptr)  // where records stood as they are
        place.run("UPDATE document SET record = x'" + hexadecimal(write_json(first)) + "' WHERE number = 1");
    CHECK(kind_of_error(place.name(), Archive::Access::read) == ArchiveError::Kind::bad_data);
    CHECK(all(Archive(place.name(), Archive::Access::change)).size() == 2);
    const auto documents = all(Archive(place.name(), Archive::Access::read));
    CHECK(documents.at(1).vervangt == sha256("first"));
    const Archive archive(place.name(), Archive::Access::read);
    CHECK(archive.record_of(documents.at(0).number) == write_json(first));
    CHECK(archive.verify([](const std::string&) { return std::nullopt; }).empty());
}

TEST_CASE("a record is packed in a file, and comes back byte for byte; a damaged one is told") {
    if (server != nullptr) return;
    const Place place;
    SopRecord record = profile("long", "2014-2015");
    record.voorwerk.assign(10'000, Alinea{"Ieder kind is welkom.", {}});
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    store(archive, record, "long");
    archive.end("2026-01-01T00:00:01Z");
    CHECK(archive.record_of(1) == write_json(record));
    place.run("UPDATE document SET record_digest = 'small' WHERE length(record) < 100000");
    CHECK(archive.verify([](const std::string&) { return std::nullopt; }).size() == 1);  // the control
    place.run("UPDATE document SET record = substr(record, 1, length(record) / 2)");
    CHECK_THROWS_AS(archive.record_of(1), ArchiveError);
}

TEST_CASE("a school without vestigingscode is told by BRIN and name; by less it is not") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    SopRecord with_brin = profile("brin", "2012-2013"), other_name = profile("name", "2011-2012");
    with_brin.school.vestigingscode.reset();
    with_brin.school.naam = "OBS De Próef";
    other_name.school.vestigingscode.reset();
    other_name.school.naam = "OBS De Tweede";
    store(archive, with_brin, "brin");
    store(archive, other_name, "name");
    store(archive, profile("code", "2014-2015"), "code");
    SopRecord second = profile("second code", "2015-2016", "99ZZ01");
    second.school.naam = "OBS De Derde";
    store(archive, second, "second code");
    for (const auto& document : all(archive)) {
        CAPTURE(document.bestandsnaam);
        const bool is_code = document.id == sha256("code");
        CHECK(document.vervangt == (is_code ? std::optional(sha256("brin")) : std::nullopt));
    }
    second.school.naam = "OBS De Proef";  // two establishments of one name: the BRIN alone may be of either
    store(archive, second, "second code");
    for (const auto& document : all(archive)) CHECK(document.vervangt == std::nullopt);
}

TEST_CASE("equal text in different bytes is recognised, and replaces nothing") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    SopRecord word = profile("word", "2014-2015"), print = profile("print", "2015-2016");
    print.document.tekst_vingerafdruk = word.document.tekst_vingerafdruk;
    store(archive, word, "word");
    store(archive, print, "print");
    store(archive, profile("else"), "else");
    const std::string first = std::min(sha256("word"), sha256("print"));
    for (const auto& document : all(archive)) {
        CAPTURE(document.bestandsnaam);
        CHECK(document.vervangt == std::nullopt);
        CHECK(document.zelfde_tekst == (document.id == sha256("else") ? std::nullopt : std::optional(first)));
    }
}

TEST_CASE("search folds accents and case, takes words in a row and beginnings, and no operators") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    SopRecord record = profile("a");
    record.voorwerk = {Alinea{"De intern begeleider coördineert; het dyslexieprotocol is er voor zij-instromers.", {}}};
    store(archive, record, "a");
    for (const std::string_view words :
         {"COORDINEERT", "coördineert", "dyslexie*", "\"intern begeleider\"", "\"intern begeleid\"*", "zij-instromers",
          "begeleider intern", "proef", "a.docx", "  coördineert\t- "}) {
        CAPTURE(words);
        CHECK(found(archive, words).size() == 1);
    }
    for (const std::string_view words : {"dyslexie", "\"begeleider intern\"", "intern OR niets", "NOT niets",
                                         "tekst:de", "\"", "*", "\"*", "-", "'; DROP TABLE document; --", "(", "^"}) {
        CAPTURE(words);
        CHECK(found(archive, words).empty());
    }
    CHECK(found(archive, "dyslexieprotocol").front().excerpt.find("dyslexieprotocol") != std::string::npos);
}

TEST_CASE("filters choose by school, board, year and kind, all at once") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    SopRecord record = profile("a", "2014-2015");
    record.bestuur.naam = "Stichting Proef";
    store(archive, record, "a");
    store(archive, profile("b", "2015-2016", "98ZZ00"), "b");
    const auto count = [&](const DocumentFilter& filter) { return all(archive, filter).size(); };
    DocumentFilter filter;
    CHECK(count(filter) == 2);
    filter.school = "99zz";
    CHECK(count(filter) == 1);
    filter.school = "99ZZ00";
    filter.bestuur = "stichting proef";
    filter.schooljaar = "2014-2015";
    filter.soort = "sop";
    CHECK(count(filter) == 1);
    filter.schooljaar = "2015-2016";
    CHECK(count(filter) == 0);
}

TEST_CASE("what an earlier converter found is not known, and is replaced with its text") {
    const Place place;
    SopRecord record = profile("a");
    {
        Archive archive(place.name(), Archive::Access::create);
        archive.begin({"2026-01-01T00:00:00Z", "1"});
        store(archive, record, "a");
        archive.store_failure({"VERSLEUTELD", "Dicht.", "b.pdf", sha256("b")}, {"b.pdf", std::nullopt});
        archive.end("2026-01-01T00:00:01Z");
        CHECK(archive.find_known(sha256("a")).has_record);
        CHECK(archive.find_known(sha256("a")).has_original);
        CHECK(archive.find_known(sha256("b")).failure->code == "VERSLEUTELD");
        CHECK(!archive.find_known(sha256("c")).has_record);
    }
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-02T00:00:00Z", "2"});
    CHECK(!archive.find_known(sha256("a")).has_record);
    CHECK(!archive.find_known(sha256("b")).failure);
    record.voorwerk = {Alinea{"nieuw", {}}};
    store(archive, record, "a");
    CHECK(archive.find_known(sha256("a")).has_record);
    CHECK(all(archive).size() == 1);
    CHECK(found(archive, "nieuw").size() == 1);
    CHECK(archive.record_of(1) == write_json(record));
    CHECK(archive.original_of(1) == "a");
}

TEST_CASE("verify finds whatever no longer agrees, and nothing where all does") {
    const auto read = [](const std::string& location) -> std::optional<std::string> {
        if (location == "/plaats/b") return "b";
        return std::nullopt;
    };
    const std::string a = sha256("a"), b = sha256("b");
    struct Row {
        std::string damage, id;
        std::string on_server = damage;  // "": cannot be there
    };
    for (const Row& row : {
             Row{"SELECT 1", "-"},
             Row{"UPDATE document SET record = substr(record, 1, length(record) - 1) WHERE number = 1", a,
                 "UPDATE document SET record = overlay(record PLACING '{' FROM 2) WHERE number = 1"},
             Row{"UPDATE document SET record = x'7B7D' WHERE number = 1", a, ""},
             Row{"UPDATE document SET record = x'' WHERE number = 1", a, ""},
             Row{"UPDATE document SET record = (SELECT record FROM document WHERE number = 2) WHERE number = 1", a},
             Row{"UPDATE document SET record_digest = 'sha256:' WHERE number = 1", a},
             Row{"UPDATE document SET naam = 'Anders' WHERE number = 1", a},
             Row{"UPDATE document SET jaar = 1999 WHERE number = 1", a},
             Row{"UPDATE original SET bytes = 'c'", a},
             Row{"UPDATE source SET location = '/weg' WHERE location IS NOT NULL", b},
             Row{"DELETE FROM original", a},
             Row{"DELETE FROM search WHERE rowid = 1", a},
             Row{"UPDATE search SET tekst = 'anders' WHERE rowid = 1", a},
             Row{"INSERT INTO search (rowid, tekst) VALUES (9, 'te veel')", "", ""},
             Row{"DELETE FROM run", "", ""},
             Row{"UPDATE search_data SET block = x'00' WHERE id > 10", "",
                 "UPDATE search SET woorden = 'anders' WHERE rowid = 1"},
             Row{"SELECT 1", "-", "UPDATE document SET omvang = omvang"},
         }) {
        if (server != nullptr && row.on_server.empty()) continue;
        CAPTURE(row.damage);
        const Place place;
        {
            Archive archive(place.name(), Archive::Access::create);
            archive.begin({"2026-01-01T00:00:00Z", "1"});
            store(archive, profile("a", "2014-2015"), "a");
            archive.store_record(write_json(profile("b")), facts_of(profile("b")), "b", {"b.docx", "/plaats/b"});
            archive.end("2026-01-01T00:00:01Z");
        }
        place.run(server != nullptr ? row.on_server : row.damage);
        const auto problems = Archive(place.name(), Archive::Access::change).verify(read);
        CHECK(problems.empty() == (row.id == "-"));
        if (!problems.empty()) CHECK(problems.back().id == row.id);
    }
}

TEST_CASE("what is forgotten leaves nothing, and its neighbours as they were") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    store(archive, profile("kanarie", "2014-2015"), "kanarie");
    store(archive, profile("mus", "2015-2016"), "mus");
    archive.store_failure({"VERSLEUTELD", "Dicht.", "b.pdf", sha256("b")}, {"b.pdf", std::nullopt});
    archive.end("2026-01-01T00:00:01Z");
    archive.forget({sha256("kanarie"), sha256("b")});
    CHECK(found(archive, "kanarie").empty());
    CHECK(archive.ids_of("") == std::vector<std::string>{sha256("mus")});
    CHECK(archive.failures().empty());
    CHECK(all(archive).front().vervangt == std::nullopt);
    CHECK(archive.verify([](const std::string&) { return std::nullopt; }).empty());
}

TEST_CASE("garbage is what no later run looks at: failures of an earlier converter, and runs without a trace") {
    const Place place;
    for (const char* converter : {"1", "2"}) {
        Archive archive(place.name(), Archive::Access::create);
        archive.begin({"2026-01-01T00:00:00Z", converter});
        const std::string bytes = std::string("bron ") + converter;
        archive.store_failure({"VERSLEUTELD", "Dicht.", bytes, sha256(bytes)}, {bytes, std::nullopt});
        archive.end("2026-01-01T00:00:01Z");
    }
    Archive archive(place.name(), Archive::Access::change);
    CHECK(archive.collect_garbage() == 3);  // the failure, its sighting, its run
    REQUIRE(archive.failures().size() == 1);
    CHECK(archive.failures().front().file_name == "bron 2");
    CHECK(archive.collect_garbage() == 0);
}

TEST_CASE("another database, another file and a later version are not taken for an archive") {
    const Place place;
    for (const auto access : {Archive::Access::read, Archive::Access::change})
        CHECK(kind_of_error(place.name(), access) == ArchiveError::Kind::input_output);  // not there
    if (server == nullptr) {
        place.run("CREATE TABLE t (a)");
        CHECK(kind_of_error(place.name(), Archive::Access::create) == ArchiveError::Kind::bad_data);
        fs::remove(place.name());
    }
    { const Archive archive(place.name(), Archive::Access::create); }
    { const Archive archive(place.name(), Archive::Access::read); }
    place.run(server != nullptr ? "UPDATE archive SET version = 999" : "PRAGMA user_version = 999");
    CHECK(kind_of_error(place.name(), Archive::Access::create) == ArchiveError::Kind::bad_data);
    CHECK(kind_of_error(place.name(), Archive::Access::read) == ArchiveError::Kind::bad_data);
}

TEST_CASE("names and paths of any length and any bytes that a file system has are stored") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    std::string path, location;
    for (int i = 0; i < 4000; ++i)
        path += static_cast<char>('!' + i * i % 91), location += static_cast<char>(i % 255 + 1);
    const Sighting there{path, location}, elsewhere{path + '/', "\xff\\000"};
    const std::string id = sha256("a");
    for (int i = 0; i < 2; ++i) {
        archive.store_record(write_json(profile("a")), facts_of(profile("a")), "a", there);
        archive.store_sighting(id, "a", elsewhere);
    }
    archive.end("2026-01-01T00:00:01Z");
    const auto sightings = archive.sightings_of(id);
    REQUIRE(sightings.size() == 2);
    CHECK(sightings[0].path == there.path);
    CHECK(sightings[0].location == there.location);
    CHECK(sightings[1].location == elsewhere.location);
}

TEST_CASE("filters and words that are no text find nothing, or what they would without") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    store(archive, profile("a"), "a");
    for (const std::string text : {"\xff", "\xed\xa0\x80", "'", "\\", "$1", "%", "\x01", "a\xc3"}) {
        CAPTURE(text);
        DocumentFilter filter;
        filter.school = filter.bestuur = filter.schooljaar = filter.soort = filter.id = text;
        CHECK(all(archive, filter).empty());
        CHECK(found(archive, "zoek" + text).empty());
        CHECK(found(archive, '"' + text + '"').size() <= 1);
        CHECK(found(archive, text + ":* | !" + text + " & <-> " + text + '*').size() <= 1);
    }
}

TEST_CASE("more words than an index of words takes are found all the same") {
    const Place place;
    Archive archive(place.name(), Archive::Access::create);
    archive.begin({"2026-01-01T00:00:00Z", "1"});
    SopRecord many = profile("a"), repeated = profile("b"), longest = profile("c");
    std::string text;
    for (int i = 0; i < 150'000; ++i) text += "woord" + std::to_string(i * 7919) + ' ';
    many.voorwerk = {Alinea{text + "laatste woord", {}}};
    text.clear();
    for (int i = 0; i < 20'000; ++i) text += "de school ";
    repeated.voorwerk = {Alinea{text + "de klas", {}}};
    std::string letters = "x";
    for (int i = 0; i < 3000; ++i) letters += "ж";  // of two bytes each, an odd number before them
    longest.voorwerk = {Alinea{std::string(5000, 'x') + "y " + letters, {}}};
    store(archive, many, "a");
    store(archive, repeated, "b");
    store(archive, longest, "c");
    const auto names = [&](std::string_view words) {
        std::string firsts;
        for (const auto& document : found(archive, words)) firsts += document.bestandsnaam.front();
        return firsts;
    };
    CHECK(names("laatste") == "a");
    CHECK(names("\"woord7919 woord15838\"") == "a");
    CHECK(names("\"woord7919 laatste\"").empty());
    CHECK(names("\"de klas\"") == "b");
    CHECK(names("\"school klas\"").empty());
    CHECK(names(std::string(5000, 'x') + "y") == "c");
    CHECK(names(std::string(5000, 'x') + "z").empty());
    CHECK(names(std::string(3000, 'x') + "*") == "c");
    CHECK(names(letters) == "c");
    CHECK(names(letters + "ж").empty());
    archive.end("2026-01-01T00:00:01Z");
    CHECK(archive.verify([](const std::string&) { return std::nullopt; }).empty());
}
