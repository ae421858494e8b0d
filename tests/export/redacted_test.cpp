// The promise of a redacted record, on the JSON that leaves the program: nothing that was masked is in it.
#include <doctest/doctest.h>

#include <cctype>
#include <string>
#include <string_view>

#include "export/json.h"
#include "normalize/blocks.h"
#include "normalize/redact.h"

using namespace sop;

namespace {

SopRecord record_of_persons() {
    const std::string text =
        "Directeur Xandra de Wolf (ma, di), 06-12345678, x.dewolf@dewilg.example.\n\nIB'er: Yolijn Hazelaar. Vraag "
        "Yolijn of "
        "mw. De Wolf.\n\nDe moeder van Zebedeus belt 036-5550123. BSN: 123456782. Onderwijsnummer 103456789.\n\n"
        "Er zijn 3 leerlingen met autisme.";
    SopRecord record;
    record.document.bestandsnaam = "SOP De Wilg.docx";
    record.document.titel = "Profiel van Xandra de Wolf";
    record.school.naam = "OBS De Wilg";
    record.school.telefoon = "+31365550123";
    record.school.email = "info@dewilg.example";
    record.contact.directie = {
        {"Xandra de Wolf", "directeur", {"ma", "di"}, "+31612345678", "x.dewolf@dewilg.example"}};
    record.contact.interne_begeleiding = {{"Yolijn Hazelaar", {}, {}, {}, {}}};
    record.voorwerk = {Alinea{"Contact: Yolijn Hazelaar, y@dewilg.example", std::nullopt}};
    record.secties = {{"grenzen", "1", "Grenzen volgens Xandra", 1, text, {}}};
    record.secties[0].blokken = {Alinea{text, std::nullopt}, Lijst{false, {{0, "Bel De Wolf: 0612345678"}}},
                                 Tabel{1, {{{"Naam", 1, 1}}, {{"YOLIJN HAZELAAR", 1, 1}}}}};
    record.secties[0].tekst = text_of(record.secties[0].blokken);
    record.basisondersteuning = {{"Dyslexie", "ja", "door Yolijn Hazelaar"}};
    record.arrangementen.emplace_back().begeleiding = "Yolijn, 06 12345678";
    record.arrangementen.back().overig = {{"Wie", "Zebedeus"}, {"Mail", "y@dewilg.example"}};
    record.deskundigheid = {{"rekenen (Xandra)", {}, true, {}}};
    record.externe_partners = {{"GGD, 088-5550100", {}}};
    record.grenzen = {record.secties[0].tekst, {"Xandra de Wolf beslist."}};
    record.verbeterpunten = {{"Yolijn volgt een cursus", {}}};
    record.herkomst = {{"/contact/directie/0/naam", {"Directeur: Xandra de Wolf, geb. Iepen", 1, "label", {}}},
                       {"/grenzen/punten/0", {"Xandra de Wolf beslist.", 1, "tabel", {}}},
                       {"/arrangementen/0/overig/Wie", {"Zebedeus", 1, "tabel", {}}}};
    return record;
}

bool is_word_byte(char c) { return (c & 0x80) || std::isalnum(static_cast<unsigned char>(c)); }

// As a whole word or row of words.
bool contains(std::string_view json, std::string_view text) {
    for (auto at = json.find(text); at != std::string_view::npos; at = json.find(text, at + 1)) {
        const auto end = at + text.size();
        const bool starts = at == 0 || !is_word_byte(json[at - 1]),
                   ends = end == json.size() || !is_word_byte(json[end]);
        if (starts && ends) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("nothing that was masked stands in the JSON of a redacted record") {
    SopRecord record = record_of_persons();
    const std::string before = write_json(record);
    const auto masked = redact(record);
    const std::string after = write_json(record);
    CHECK(masked.size() >= 12);
    for (const std::string& text : masked) {
        CAPTURE(text);
        CHECK(contains(before, text));
        CHECK_FALSE(contains(after, text));
    }
    for (const std::string_view canary :
         {"Xandra", "Wolf", "Yolijn", "YOLIJN", "Hazelaar", "HAZELAAR", "Zebedeus", "Iepen", "12345678", "5550123",
          "5550100", "123456782", "103456789", "dewilg.example"}) {
        CAPTURE(canary);
        CHECK(before.find(canary) != std::string::npos);
        CHECK(after.find(canary) == std::string::npos);
    }
    CHECK(after.find("OBS De Wilg") != std::string::npos);
    CHECK(after.find("<5 leerlingen met autisme") != std::string::npos);
}
