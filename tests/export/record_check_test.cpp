#include "export/record_check.h"

#include <doctest/doctest.h>

#include "export/json.h"

using namespace sop;

namespace {

SopRecord smallest() {
    SopRecord record;
    record.document.id = "sha256:" + std::string(64, '0');
    record.document.bestandsnaam = "a.pdf";
    record.document.mediatype = "application/pdf";
    record.document.tekst_vingerafdruk = record.document.id;
    record.document.soort = "sop";
    record.voorwerk = {Alinea{"KANARIE", {}}};
    return record;
}

}  // namespace

TEST_CASE("a record with a character that no database takes is none, whoever wrote it") {
    const std::string json = write_json(smallest());
    const auto with = [&](std::string_view text) {
        std::string changed = json;
        return changed.replace(changed.find("KANARIE"), 7, text);
    };
    for (const std::string_view text : {"x", "\\\\u0000", "\\\\\\\\ud800", "\\u0001", "\\u00e9", "\\ud7ff"}) {
        CAPTURE(text);
        CHECK(check_record(with(text)).has_value());
    }
    for (const std::string_view text :
         {"\\u0000", "\\\\\\u0000", "\\ud800", "\\uDC00", "\\udfff", "\\ud83d\\ude00", "\xed\xb0\x80"}) {
        CAPTURE(text);
        CHECK(!check_record(with(text)));
    }
    CHECK(!check_record(with(std::string_view("\0", 1))));
    CHECK(!check_record(json + '\0' + json));
    CHECK(!check_failure("{\"fout\": {\"code\": \"LEESFOUT\", \"bericht\": \"a\\u0000b\"}}"));
    CHECK(check_failure("{\"fout\": {\"code\": \"LEESFOUT\", \"bericht\": \"a\"}}").has_value());
}

TEST_CASE("what would take far more memory than it has bytes is refused before it does") {
    const std::string json = write_json(smallest());
    const auto with = [&](std::string_view what, const std::string& text) {
        std::string changed = json;
        return changed.replace(changed.find(what), what.size(), text);
    };
    const auto repeated = [](std::string_view text, std::size_t count) {
        std::string result;
        for (std::size_t i = 0; i < count; ++i) result += text;
        return result;
    };
    CHECK(check_record(json).has_value());
    constexpr std::size_t many = 5'000'000;
    CHECK(!check_record(repeated("[", many)));
    CHECK(!check_record("[" + repeated("0,", many) + "0]"));
    CHECK(!check_record(repeated("{\"document\":", many)));
    CHECK(!check_record(with("\"meldingen\": []", "\"meldingen\": [" + repeated("{},", many) + "{}]")));
    CHECK(!check_record(with("\"meldingen\": []", "\"meldingen\": [], \"meldingen\": []")));
    CHECK(!check_record(with("\"omvang\": 0", "\"omvang\": 18446744073709551615")));
    CHECK(!check_failure("{\"fout\": {\"code\": \"LEESFOUT\", \"bericht\": \"a\", \"x\": " + repeated("[", many)));
}

TEST_CASE("what stands in the definitions of the schema holds") {
    SopRecord record = smallest();
    CHECK(check_record(write_json(record)).has_value());
    for (const char* type : {"application/pdf ", "\x1b[31mtext/evil", "x text/evil", "text/evil\nx"}) {
        CAPTURE(type);
        record.document.mediatype = type;
        CHECK(!check_record(write_json(record)));
    }
}

TEST_CASE("a profile is of its date, else of its school year, its adoption, the council's advice or its plan") {
    SopRecord record = smallest();
    const auto version = [&] { return check_record(write_json(record))->outline.versie.value_or(""); };
    CHECK(version().empty());
    record.versie.planperiode = Planperiode{2018, 2022};
    CHECK(version() == "2018");
    record.vaststelling.mr_advies = Datum{"2018-05-14", Precisie::dag};
    CHECK(version() == "2018-05-14");
    record.vaststelling.bestuur = Datum{"2018-06", Precisie::maand};
    CHECK(version() == "2018-06");
    record.versie.schooljaar = "2017-2018";
    CHECK(version() == "2017-2018");
    record.versie.datum = Datum{"2018-03-01", Precisie::dag};
    CHECK(version() == "2018-03-01");
}
