#include "export/json.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace sop;

namespace {

std::string file_text(const std::string& name) {
    std::ifstream file(std::string(SOP_TEST_FOLDER "/") + name, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// Every key of the contract has a value in this record.
SopRecord full_record() {
    SopRecord record;
    record.document = {.id = "sha256:" + std::string(64, 'a'),
                       .bestandsnaam = "SOP De Zandloper.docx",
                       .mediatype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                       .omvang = 48211,
                       .tekst_vingerafdruk = "sha256:" + std::string(64, 'b'),
                       .paginas = 12,
                       .taal = "nl",
                       .soort = "sop",
                       .sjabloon = Sjabloon{"almere-po", "7-secties", 0.9666},
                       .tekstlaag = "volledig",
                       .titel = "Schoolondersteuningsprofiel \"De Zandloper\"",
                       .producent = "Microsoft Office Word",
                       .aangemaakt = "2018-05-15",
                       .gewijzigd = "2018-06-01"};
    record.school = {.naam = "OBS De Zandloper",
                     .brin = "99ZZ",
                     .vestigingscode = "99ZZ00",
                     .brin_bron = "bestandsnaam",
                     .schoolsoort = "bao",
                     .denominatie = "openbaar",
                     .onderwijsconcept = "Jenaplan",
                     .adres = {"Zandpad", "12 a", "1399 ZZ", "Almere"},
                     .telefoon = "+31365550100",
                     .email = "info@dezandloper.example",
                     .website = "https://dezandloper.example",
                     .leerlingaantal = 212};
    record.contact.directie = {{"J. Voorbeeld", "directeur", {"ma", "di"}, "+31365550101", "j@dezandloper.example"}};
    record.contact.interne_begeleiding = {{"Éva de Proef", {}, {}, {}, {}}};
    record.bestuur = {"Stichting Proefscholen", "99999"};
    record.samenwerkingsverband = {"PO9901", "Passend Onderwijs Proefstad"};
    record.versie = {.tekst = "Definitieve versie mei 2015",
                     .status = "definitief",
                     .datum = Datum{"2015-05", Precisie::maand},
                     .schooljaar = "2014-2015",
                     .planperiode = Planperiode{2014, 2018}};
    record.vaststelling = {Datum{"2015-04-20", Precisie::dag}, Datum{"2015", Precisie::jaar}};
    record.voorwerk = {Alinea{"Schoolondersteuningsprofiel", 1}};
    record.secties = {
        {.id = "visie",
         .nummer = "2",
         .kop = "Visie",
         .niveau = 1,
         .tekst = "Eén.\n\nTwee.",
         .blokken = {Alinea{"Eén.", std::nullopt}, Lijst{true, {{0, "Twee."}, {1, "Drie."}}},
                     Keuzelijst{{{"matig", true, 0}}}, Tabel{1, {{{"Kop", 1, 2}}, {{"a", 2, 1}, {"", 1, 1}}}}}}};
    record.basisondersteuning = {{"Protocol dyslexie", "in_ontwikkeling", "volgt in mei"}};
    record.arrangementen = {{.doelgroep = "Leerlingen met dyslexie",
                             .categorieen = {"lezen_dyslexie"},
                             .domein = "leco",
                             .begeleiding = "2.30 uur per week\nin een groepje",
                             .voorzieningen = "laptop",
                             .ondersteuningsroute = "via de intern begeleider",
                             .externe_expertise = "logopedist",
                             .overig = {{"Aantal leerlingen", "4"}, {"Aantal groepen", "2"}},
                             .omvang = {{2.5, "uur", "week", "2.30 uur per week"}}}};
    record.deskundigheid = {{"dyslexie", "lezen_dyslexie", true, false}};
    record.externe_partners = {{"GGD", "regelmatig"}};
    record.kengetallen = {{"verwijzingen sbo", "2013-2014", 2.0, "2"}};
    record.grenzen = {"Er zijn grenzen.", {"Veiligheid"}};
    record.verbeterpunten = {{"Een plusklas", "2016"}};
    record.privacy = {3, 0, 1, 2, 1, 0, 1};
    record.herkomst = {
        {"/school/naam",
         {.ruw = "Naam: OBS De Zandloper",
          .zekerheid = 0.987,
          .methode = "label",
          .bron = {.page = 1, .box = Box{72, 140.24, 310.5, 154}, .cell = {}, .path = {}}}},
        {"/arrangementen/0/begeleiding",
         {.ruw = "2.30 uur per week",
          .zekerheid = 1,
          .methode = "tabel",
          .bron = {.page = 0, .box = {}, .cell = CellPlace{2, 1, 1}, .path = "body/tbl[2]/tr[2]/tc[2]"}}},
        {"/school/brin", {.ruw = "99ZZ", .zekerheid = 0.5, .methode = "bestandsnaam", .bron = {}}},
    };
    record.meldingen = {
        {"SECTIE_ONBEKEND",
         Severity::warning,
         "De kop van een sectie is onbekend.",
         {.page = 4, .box = {}, .cell = {}, .path = {}},
         2},
        {"GEEN_SCHOOLJAAR", Severity::info, "Er staat geen schooljaar.", {}, 1},
        {"TEKST_BESCHADIGD",
         Severity::error,
         "Een deel is onleesbaar.",
         {.page = 0, .box = {}, .cell = {}, .path = "header1/p[1]"},
         1},
    };
    return record;
}

}  // namespace

TEST_CASE("a full record has every key of the contract, in its order") {
    CHECK(write_json(full_record()) == file_text("record.json"));
}

TEST_CASE("the one-line form is the same JSON without its white space") {
    const std::string line = write_ndjson(full_record());
    CHECK(line.find('\n') == line.size() - 1);

    // White space outside strings is all that the two forms differ in.
    std::string squeezed;
    bool in_string = false, escaped = false;
    for (const char c : write_json(full_record())) {
        if (in_string || (c != ' ' && c != '\n')) squeezed += c;
        if (c == '"' && !escaped) in_string = !in_string;
        escaped = c == '\\' && !escaped;
    }
    CHECK(squeezed + "\n" == line);
}

TEST_CASE("what is absent is null or an empty list") {
    const std::string json = write_json(SopRecord{});
    for (const std::string_view expected :
         {"\"sjabloon\": null", "\"leerlingaantal\": null", "\"datum\": null", "\"planperiode\": null",
          "\"directie\": []", "\"secties\": []", "\"herkomst\": {}", "\"meldingen\": []"}) {
        CAPTURE(expected);
        CHECK(json.find(expected) != std::string::npos);
    }
}

TEST_CASE("the built-in schema is the file's text") {
    CHECK(record_schema() == file_text("../../export/sop-record.schema.json"));
}
