#include "normalize/normalize.h"

#include <doctest/doctest.h>

#include <set>

#include "support.h"

namespace sop {
namespace {

using test::cell;
using test::evidence;
using test::field;
using test::has_remark;
using test::profile;
using test::record_of;
using test::row;

Block paragraph(std::string text) {
    Paragraph out;
    out.inlines.emplace_back(Text{std::move(text), plain, no_control});
    return {out};
}

Section section(std::string id, std::string number, std::string heading, std::vector<Block> blocks) {
    Section out;
    out.id = std::move(id);
    out.number = std::move(number);
    out.heading = std::move(heading);
    out.blocks = std::move(blocks);
    out.origin.path = "body/p[1]";
    return out;
}

TEST_CASE("a record says what its document is") {
    Extraction extraction = profile({});
    extraction.metadata.title = "Profiel";
    extraction.metadata.created = "2018-05-15";
    extraction.front.push_back(paragraph("tekst"));
    const SopRecord record = normalize({"SOP.docx", 48211, "sha256:ab"}, extraction, default_taxonomy());
    CHECK(record.document.id == "sha256:ab");
    CHECK(record.document.bestandsnaam == "SOP.docx");
    CHECK(record.document.omvang == 48211);
    CHECK(record.document.mediatype == "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    CHECK(record.document.soort == "sop");
    CHECK(record.document.sjabloon == Sjabloon{"almere-po", "7-secties", 0.97});
    CHECK(record.document.tekstlaag == "volledig");
    CHECK(record.document.titel == "Profiel");
    CHECK_FALSE(record.document.producent.has_value());
    CHECK_FALSE(record.document.paginas.has_value());
    CHECK_FALSE(record.document.taal.has_value());
    CHECK(evidence(record, "/document/soort")->zekerheid == doctest::Approx(0.97));
}

TEST_CASE("a document that no template fits keeps its text and says so") {
    Extraction extraction;
    extraction.front.push_back(paragraph("Nieuwsbrief"));
    const SopRecord record = record_of(extraction);
    CHECK(record.document.soort == "anders");
    CHECK_FALSE(record.document.sjabloon.has_value());
    CHECK(record.voorwerk == std::vector<Blok>{Alinea{"Nieuwsbrief", std::nullopt}});
    CHECK(has_remark(record, "GEEN_PROFIEL"));
    CHECK_FALSE(has_remark(record, "VELD_ONTBREEKT"));
    CHECK_FALSE(has_remark(record, "SECTIE_ONTBREEKT"));
    CHECK(record.school == School{});
}

TEST_CASE("a document of another kind is not held to what a profile has") {
    Extraction extraction = profile({});
    extraction.match->kind = "checklist_basisondersteuning";
    const SopRecord record = record_of(extraction);
    CHECK(record.document.soort == "checklist_basisondersteuning");
    CHECK_FALSE(has_remark(record, "VELD_ONTBREEKT"));
    CHECK_FALSE(has_remark(record, "GEEN_PROFIEL"));
}

TEST_CASE("sections keep their number, heading, text and blocks") {
    Extraction extraction = profile({});
    extraction.sections.push_back(section("visie", "2", "Visie", {paragraph("Een."), paragraph("Twee.")}));
    const SopRecord record = record_of(extraction);
    REQUIRE(record.secties.size() == 1);
    CHECK(record.secties[0].id == "visie");
    CHECK(record.secties[0].nummer == "2");
    CHECK(record.secties[0].tekst == "Een.\n\nTwee.");
    CHECK(record.secties[0].blokken.size() == 2);
    CHECK(evidence(record, "/secties/0/kop")->ruw == "2 Visie");
}

TEST_CASE("what every profile should have and this one lacks is remarked on") {
    Extraction extraction = profile({field("school.naam", "De Brug")});
    extraction.sections.push_back(section("visie", "", "Visie", {}));
    const SopRecord record = record_of(extraction);
    CHECK_FALSE(has_remark(record, "VELD_ONTBREEKT"));
    CHECK_FALSE(has_remark(record, "SECTIE_ONTBREEKT", "visie"));
    for (const char* name : {"basisondersteuning", "arrangementen", "grenzen", "verbeterpunten"}) {
        CAPTURE(name);
        CHECK(has_remark(record, "SECTIE_ONTBREEKT", name));
    }
    CHECK(has_remark(record_of(profile({})), "VELD_ONTBREEKT"));
}

TEST_CASE("a filled-in table that gave no rows is remarked on, an empty form's is not") {
    const auto table = [](const char* second) {
        Table made;
        made.columns = 2;
        for (const char* text : {"Voor wie?", second})
            made.rows.push_back(
                {false, {Cell{0, 1, 1, false, {paragraph(text)}, {}}, Cell{1, 1, 1, false, {paragraph(second)}, {}}}});
        return Block{std::move(made)};
    };
    Extraction filled = profile({}), empty = profile({});
    filled.sections.push_back(section("arrangementen", "4", "Arrangementen", {table("Dyslexie")}));
    empty.sections.push_back(section("arrangementen", "4", "Arrangementen", {table("")}));
    CHECK(has_remark(record_of(filled), "TABEL_NIET_GELEZEN"));
    CHECK_FALSE(has_remark(record_of(empty), "TABEL_NIET_GELEZEN"));
    // A ticked box is filled in too.
    Block ticked = table("");
    Paragraph box;
    box.inlines.emplace_back(Checkbox{true, plain, no_control});
    std::get<Table>(ticked.content).rows[1].cells[1].blocks = {Block{std::move(box)}};
    std::get<Table>(ticked.content).rows[1].cells[0].blocks = {paragraph("Pestprotocol")};
    Extraction checked = profile({});
    checked.sections.push_back(section("visie", "2", "Visie", {ticked}));
    CHECK(has_remark(record_of(checked), "TABEL_NIET_GELEZEN", "visie"));
}

TEST_CASE("each table is remarked on by itself, unless something was read from it") {
    const auto table = [](int ordinal) {
        Table made;
        made.ordinal = ordinal;
        made.columns = 2;
        for (const char* text : {"Voorziening", "Traplift"})
            made.rows.push_back(
                {false, {Cell{0, 1, 1, false, {paragraph(text)}, {}}, Cell{1, 1, 1, false, {paragraph("x")}, {}}}});
        return Block{std::move(made)};
    };
    FoundRow read = test::row({test::cell("doelgroep", "a"), test::cell("begeleiding", "b")});
    for (FoundCell& cell : read.cells) cell.origin.cell = CellPlace{1, 1, 0};
    Extraction extraction = profile({}, {{"arrangementen", {read}}});
    extraction.sections.push_back(section("arrangementen", "4", "Arrangementen", {table(1), table(2)}));
    extraction.sections.push_back(section("fysieke_omgeving", "5", "Gebouw", {table(3)}));
    extraction.sections.push_back(section("overig", "6", "Anders", {table(4)}));
    const SopRecord record = record_of(extraction);
    CHECK(has_remark(record, "TABEL_NIET_GELEZEN", "arrangementen"));
    CHECK(has_remark(record, "TABEL_NIET_GELEZEN", "fysieke_omgeving"));
    // What is not known may be anything.
    const auto other = std::find_if(record.meldingen.begin(), record.meldingen.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.message.find("overig") != std::string::npos;
    });
    REQUIRE(other != record.meldingen.end());
    CHECK(other->severity == Severity::info);
}

TEST_CASE("a list where rows are expected is remarked on when it gave none") {
    const auto item = [](const char* text) {
        Paragraph made;
        made.inlines = {Text{text, plain, no_control}};
        made.list = ListMark{0, false, "•"};
        return Block{std::move(made)};
    };
    Extraction extraction = profile({});
    extraction.sections.push_back(section("externe_partners", "5", "Partners", {item("GGD"), item("wijkteam")}));
    CHECK(has_remark(record_of(extraction), "LIJST_NIET_GELEZEN"));
    // Under the heading of arrangements prose is told too.
    Extraction prose = profile({});
    Paragraph line;
    line.inlines = {Text{"Wij helpen ieder kind.", plain, no_control}};
    prose.sections.push_back(section("arrangementen", "4", "Arrangementen", {Block{line}, Block{line}}));
    CHECK(has_remark(record_of(prose), "LIJST_NIET_GELEZEN"));
    extraction.tables.push_back({"externe_partners", {test::row({test::cell("naam", "GGD")})}});
    CHECK_FALSE(has_remark(record_of(extraction), "LIJST_NIET_GELEZEN"));
}

TEST_CASE("two ticks on one scale are remarked on, in a list of things they are not") {
    const auto box = [](bool is_ticked, const char* label) {
        Paragraph made;
        made.inlines = {Checkbox{is_ticked, plain, no_control}, Text{label, plain, no_control}};
        return Block{std::move(made)};
    };
    const auto has_double = [&](std::vector<Block> blocks) {
        Extraction extraction = profile({});
        extraction.sections.push_back(section("populatie", "1", "Leerlingen", std::move(blocks)));
        return has_remark(record_of(extraction), "KEUZE_DUBBEL");
    };
    CHECK(has_double({box(false, "laag"), box(true, "gemiddeld"), box(true, "hoog")}));
    CHECK_FALSE(has_double({box(true, "laag"), box(false, "gemiddeld"), box(false, "hoog")}));
    CHECK_FALSE(has_double({box(true, "laag"), box(false, "hoog"), box(false, "laag"), box(true, "hoog")}));
    CHECK_FALSE(has_double({box(true, "bordes"), box(true, "hoog water"), box(true, "lift")}));
}

TEST_CASE("the fingerprint is of the words, not of how they are laid out") {
    Extraction one = profile({}), two = profile({}), other = profile({});
    one.sections.push_back(section("visie", "2", "Visie", {paragraph("Eén. Twee.")}));
    two.front.push_back(paragraph("2. VISIE"));
    two.front.push_back(paragraph("Een -"));
    two.front.push_back(paragraph("twee"));
    other.sections.push_back(section("visie", "2", "Visie", {paragraph("Een. Drie.")}));
    const std::string print = record_of(one).document.tekst_vingerafdruk;
    CHECK(print.starts_with("sha256:"));
    CHECK(record_of(two).document.tekst_vingerafdruk == print);
    CHECK(record_of(other).document.tekst_vingerafdruk != print);
}

TEST_CASE("another box ticked is another text") {
    const auto form = [](bool checked) {
        Extraction extraction = profile({});
        Paragraph boxes;
        boxes.inlines.emplace_back(Checkbox{checked, plain, no_control});
        boxes.inlines.emplace_back(Text{"ja", plain, no_control});
        extraction.front.push_back({boxes});
        return record_of(extraction).document.tekst_vingerafdruk;
    };
    CHECK(form(true) != form(false));
}

TEST_CASE("a document without text says so") {
    Extraction extraction;
    Paragraph picture;
    picture.inlines.emplace_back(Picture{"scan"});
    extraction.front.push_back({picture});
    const SopRecord record = record_of(extraction);
    CHECK(record.document.tekstlaag == "geen");
    CHECK(has_remark(record, "NIET_TEKSTUEEL"));
}

TEST_CASE("a remark tells where the text went") {
    Extraction extraction = profile({field("school.naam", "De Brug"), field("school.naam", "De Brug")});
    extraction.front.push_back(paragraph("Vóór af"));
    extraction.sections.push_back(section("visie", "2", "Visie", {paragraph("een twee")}));
    extraction.text_size = {30, 4};
    CHECK(has_remark(record_of(extraction), "TEKSTDEKKING",
                     ": 30. In secties: 12. In het voorwerk: 6. Weggelaten (inhoudsopgave, kopnummers, zinnen van het "
                     "formulier): 12. Kop- en voetteksten: 4. Gelezen als veld of tabel: 6."));
}

TEST_CASE("remarks of the earlier stages pass through, most serious first") {
    Extraction extraction = profile({field("school.naam", "De Brug")});
    Paragraph picture;
    picture.inlines.emplace_back(Picture{"logo"});
    extraction.front.push_back({picture});
    extraction.diagnostics.push_back({"SECTIE_ONBEKEND", Severity::warning, "x", {}, 2});
    extraction.diagnostics.push_back({"A", Severity::error, "y", {}, 1});
    const SopRecord record = record_of(extraction);
    CHECK(record.meldingen.front().code == "A");
    CHECK(record.meldingen.back().severity == Severity::info);
    CHECK(has_remark(record, "SECTIE_ONBEKEND"));
}

TEST_CASE("herkomst stands in the order of the record, each pointer once") {
    Extraction extraction =
        profile({field("vaststelling.bestuur", "1 mei 2015"), field("versie.tekst", "concept 1 mei 2015"),
                 field("bestuur.naam", "Linde"), field("directie", "A. Bos"), field("school.naam", "OBS De Brug"),
                 field("school.adres", "Lindelaan 1, 1399 EC Almere"), field("school.brin", "98KC00")},
                {{"verbeterpunten", {row({cell("tekst", "b")})}},
                 {"grenzen", {row({cell("tekst", "c")})}},
                 {"arrangementen", {row({cell("doelgroep", "dyslexie"), cell("begeleiding", "1 uur per week")})}},
                 {"basisondersteuning", {row({cell("label", "e"), cell("waarde", "ja")})}}});
    extraction.sections.push_back(section("grenzen", "6", "Grenzen", {paragraph("d")}));
    const SopRecord record = record_of(extraction);
    const char* order[]{"/document/soort",
                        "/school/naam",
                        "/school/brin",
                        "/school/vestigingscode",
                        "/school/schoolsoort",
                        "/school/denominatie",
                        "/school/adres/straat",
                        "/school/adres/huisnummer",
                        "/school/adres/postcode",
                        "/school/adres/plaats",
                        "/contact/directie/0/naam",
                        "/bestuur/naam",
                        "/versie/tekst",
                        "/versie/status",
                        "/versie/datum",
                        "/vaststelling/bestuur",
                        "/secties/0/kop",
                        "/basisondersteuning/items/0/label",
                        "/basisondersteuning/items/0/waarde",
                        "/arrangementen/0/doelgroep",
                        "/arrangementen/0/categorieen",
                        "/arrangementen/0/domein",
                        "/arrangementen/0/begeleiding",
                        "/arrangementen/0/omvang/0",
                        "/grenzen/tekst",
                        "/grenzen/punten/0",
                        "/verbeterpunten/0/tekst"};
    REQUIRE(record.herkomst.size() == std::size(order));
    for (std::size_t i = 0; i < std::size(order); ++i) CHECK(record.herkomst[i].first == order[i]);
}

TEST_CASE("the same extraction gives the same record") {
    Extraction extraction = profile({field("school.naam", "OBS De Brug"), field("directie", "A. Bos en B. Vos")});
    extraction.front.push_back(paragraph("tekst"));
    CHECK(record_of(extraction) == record_of(extraction));
}

TEST_CASE("a section that the form does not have is not missing") {
    Extraction extraction = profile({field("school.naam", "De Brug")});
    extraction.match->sections = {"visie", "basisondersteuning"};
    const SopRecord record = record_of(extraction);
    CHECK(has_remark(record, "SECTIE_ONTBREEKT", "visie"));
    CHECK(has_remark(record, "SECTIE_ONTBREEKT", "basisondersteuning"));
    CHECK_FALSE(has_remark(record, "SECTIE_ONTBREEKT", "grenzen"));
}

TEST_CASE("what stands in a section that a word told is less sure") {
    Extraction extraction = profile({});
    extraction.sections.push_back(section("grenzen", "", "Waar liggen onze grenzen?", {paragraph("Bij agressie.")}));
    extraction.sections[0].is_guess = true;
    const SopRecord record = record_of(extraction);
    CHECK(evidence(record, "/grenzen/tekst")->zekerheid == doctest::Approx(0.7));
    CHECK(evidence(record, "/secties/0/kop")->zekerheid == doctest::Approx(0.7));
}

}  // namespace
}  // namespace sop
