#include "normalize/identity.h"

#include <doctest/doctest.h>

#include <string>

#include "normalize/csv.h"
#include "support.h"

namespace sop {
namespace {

using test::evidence;
using test::field;
using test::has_remark;
using test::profile;

// Columns as DUO names them.
const char* const header =
    "PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;"
    "POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE;TELEFOONNUMMER;INTERNETADRES\n";
const std::string rows =
    "Flevoland;90001;98ZA;98ZA00;Protestants Christelijke Basisschool de Lichtgrift;Varenpad;12;1349ZA;ALMERE;34;"
    "ALMERE;Protestants-Christelijk;0365550111;www.lichtgrift.example.org\n"
    "Utrecht;90002;98ZB;98ZB00;De Lichtgrift;Korte Kade;3-A;3999ZB;UTRECHT;344;UTRECHT;Openbaar;;\n"
    "Flevoland;90001;98ZC;98ZC00;Basisschool Het Vaandel;Zegge;1;1349ZC;ALMERE;34;ALMERE;Rooms-Katholiek;;\n"
    "Flevoland;90003;98ZD;98ZD00;Het Steiger;Loods;1;1349ZD;ALMERE;34;ALMERE;Openbaar;;\n"
    "Flevoland;90003;98ZD;98ZD01;Het Steiger;Werf;9;1349ZE;ALMERE;34;ALMERE;Openbaar;;\n"
    "Drenthe;90004;98ZE;98ZE00;De Brugwachter;Dijk;1;9499ZF;ASSEN;1;ASSEN;Openbaar;;\n"
    "Drenthe;90005;98ZF;98ZF00;De Brugwachter;Gang;2;9499ZG;ASSEN;1;ASSEN;Openbaar;;\n";

SopRecord identified(const Extraction& extraction, const std::string& manifest, const std::string& registry,
                     const std::string& file = "SOP.docx") {
    SchoolLists lists;
    if (!manifest.empty()) lists.manifest = Manifest(manifest);
    if (!registry.empty()) lists.registry = SchoolRegister(registry);
    return normalize({file, 1, "sha256:00"}, extraction, default_taxonomy(), lists);
}

SopRecord registered(std::vector<FoundField> fields, const std::string& file = "SOP.docx") {
    return identified(profile(std::move(fields)), {}, header + rows, file);
}

TEST_CASE("what kind of school it is, is no part of the name that is looked up") {
    const std::pair<const char*, const char*> names[] = {
        {"PCB De Lichtgrift", "lichtgrift"},
        {"Protestants Christelijke Basisschool de Lichtgrift", "lichtgrift"},
        {"R.K.B.S. 't Vaandel", "vaandel"},
        {"RKBS 't Vaandel", "vaandel"},
        {"Het Vaandel, openbare basisschool", "vaandel"},
        {"Jenaplanschool De Grote Beer", "grote beer"},
        {"De Brede School", "de brede school"},
        {"Oecumenische basisschool De Kleine Grift", "kleine grift"},
        {"Speciale school voor basisonderwijs De Trede", "trede"},
        {"Daltonschool Veen", "veen"},
    };
    for (const auto& [name, key] : names) {
        CAPTURE(name);
        CHECK(name_key(name) == key);
    }
}

TEST_CASE("a school is found in the register by its name, with what tells it from others") {
    struct Case {
        const char *naam, *clue, *value, *brin;
    };
    const Case cases[] = {
        {"PCB De Lichtgrift", "", "", "98ZA"},                    // the denomination tells
        {"De Lichtgrift", "school.plaats", "Utrecht", "98ZB"},    // the place
        {"De Lichtgrift", "school.postcode", "1349 ZA", "98ZA"},  // the postcode
        {"de lichtgrift", "bestuur.nummer", "90001", "98ZA"},     // the board
        {"Het Vaandel", "", "", "98ZC"},                          // the only one
        {"OBS Het Vaandel", "", "", ""},                          // another denomination
        {"Het Vaandel", "school.plaats", "Zwolle", ""},           // another place
        {"De Lichtgrift", "", "", ""},                            // two
        {"De Brugwachter", "school.plaats", "Assen", ""},         // two in one place
        {"De Onvindbare", "", "", ""},
        {"Het Steiger", "", "", "98ZD"},  // two establishments of one school
    };
    for (const Case& test : cases) {
        CAPTURE(test.naam);
        CAPTURE(test.value);
        std::vector<FoundField> fields{field("school.naam", test.naam)};
        if (*test.clue) fields.push_back(field(test.clue, test.value));
        const SopRecord record = registered(std::move(fields));
        CHECK(record.school.brin.value_or("") == test.brin);
        CHECK(record.school.brin_bron.value_or("") == (*test.brin ? "register" : ""));
    }
}

TEST_CASE("an ambiguous name gives candidates and no value") {
    const SopRecord record = registered({field("school.naam", "De Brugwachter")});
    CHECK_FALSE(record.school.brin);
    CHECK_FALSE(record.school.vestigingscode);
    CHECK_FALSE(record.bestuur.nummer);
    CHECK(has_remark(record, "SCHOOL_NIET_UNIEK", "98ZE00 De Brugwachter (Assen), 98ZF00 De Brugwachter (Assen)"));
    const SopRecord two = registered({field("school.naam", "OBS Het Steiger")});
    CHECK(two.school.brin == "98ZD");
    CHECK_FALSE(two.school.vestigingscode);
    CHECK(has_remark(two, "SCHOOL_NIET_UNIEK", "98ZD01"));
    const SopRecord unsure = registered({field("school.naam", "Het Vaandel", 0.5)});
    CHECK_FALSE(unsure.school.brin);
    CHECK(has_remark(unsure, "SCHOOL_NIET_ZEKER", ""));
}

TEST_CASE("a name that is a guess makes no school, unless place, postcode or board confirm it") {
    CHECK_FALSE(registered({field("school.naam", "Het Vaandel", 0.5)}).school.brin);
    CHECK(registered({field("school.naam", "Het Vaandel", 0.5), field("school.plaats", "Almere")}).school.brin ==
          "98ZC");
}

TEST_CASE("the register fills in what the document does not say, with its evidence in the record's order") {
    const SopRecord record = registered({field("school.naam", "De Lichtgrift"), field("school.postcode", "1349 ZA"),
                                         field("versie.schooljaar", "2016-2017")});
    CHECK(record.school.vestigingscode == "98ZA00");
    CHECK(record.school.denominatie == "protestants-christelijk");
    CHECK(record.school.adres == Adres{"Varenpad", "12", "1349 ZA", "Almere"});
    CHECK(record.school.telefoon == "+31365550111");
    CHECK(record.bestuur.nummer == "90001");
    std::vector<std::string> pointers;
    for (const auto& [pointer, found] : record.herkomst) pointers.push_back(pointer);
    CHECK(pointers == std::vector<std::string>{"/document/soort", "/school/naam", "/school/brin",
                                               "/school/vestigingscode", "/school/denominatie", "/school/adres/straat",
                                               "/school/adres/huisnummer", "/school/adres/postcode",
                                               "/school/adres/plaats", "/school/telefoon", "/school/website",
                                               "/bestuur/nummer", "/versie/schooljaar"});
    CHECK(evidence(record, "/school/brin")->methode == "register");
    CHECK(evidence(record, "/school/adres/postcode")->methode == "label");
    CHECK(evidence(record, "/bestuur/nummer")->ruw == "90001");
}

TEST_CASE("what the register has otherwise stays as the document says, with a remark") {
    const SopRecord record =
        registered({field("school.naam", "De Lichtgrift"), field("school.brin", "98ZA"),
                    field("school.adres", "Varenpad 2, 1349 XX Almere"), field("bestuur.nummer", "90009")});
    CHECK(record.school.adres == Adres{"Varenpad", "2", "1349 XX", "Almere"});
    CHECK(record.bestuur.nummer == "90009");
    CHECK(has_remark(record, "REGISTER_WIJKT_AF", "postcode"));
    CHECK(has_remark(record, "REGISTER_WIJKT_AF", "bestuur.nummer"));
    CHECK_FALSE(has_remark(record, "REGISTER_WIJKT_AF", "plaats"));
}

TEST_CASE("a BRIN of the document is confirmed or contradicted by the register") {
    const SopRecord confirmed = registered({field("school.naam", "PCB De Lichtgrift"), field("school.brin", "98ZA")});
    CHECK(confirmed.school.brin_bron == "tekst");
    CHECK(confirmed.school.vestigingscode == "98ZA00");
    CHECK(evidence(confirmed, "/school/brin")->zekerheid > 0.98);
    CHECK(evidence(confirmed, "/school/vestigingscode")->methode == "register");

    const SopRecord other = registered({field("school.naam", "Het Vaandel"), field("school.brin", "98ZA")});
    CHECK(other.school.brin == "98ZA");
    CHECK_FALSE(other.school.vestigingscode);
    CHECK(has_remark(other, "REGISTER_TEGENSTRIJDIG", "98ZA00"));
    CHECK(evidence(other, "/school/brin")->zekerheid < 0.7);

    CHECK(has_remark(registered({field("school.brin", "97YY")}), "BRIN_NIET_IN_REGISTER"));
    CHECK(has_remark(registered({field("school.brin", "98ZA07")}), "VESTIGING_NIET_IN_REGISTER"));
    CHECK(has_remark(registered({field("school.brin", "98ZD")}), "VESTIGING_NIET_UNIEK", "98ZD01"));
    CHECK(registered({field("school.brin", "98ZD"), field("school.postcode", "1349 ZE")}).school.vestigingscode ==
          "98ZD01");
    CHECK(registered({field("school.naam", "Het Vaandel")}, "98ZC SOP def.docx").school.brin_bron == "bestandsnaam");
}

TEST_CASE("a register is read by the names of its columns") {
    const std::string newer =
        "\"INSTELLINGSCODE\",\"VESTIGINGSCODE\",\"VESTIGINGSNAAM\",\"POSTCODE\"\n\"98ZA\",\"98ZA01\",\"De Kade\",\"\"\n"
        "\"geen\",\"\",\"Zonder BRIN\",\"\"\n";
    const auto found = SchoolRegister(newer).with_brin("98ZA");
    REQUIRE(found.size() == 1);
    const SchoolRegister registry(newer);
    CHECK(registry.find({"De Kade", {}, {}, {}, {}, {}}).candidates.size() == 1);
    for (const char* list : {"naam;plaats\nDe Kade;Veen\n", "BRIN;plaats\n98ZA;Veen\n", "BRIN;naam\n;\n-;De Kade\n"}) {
        CAPTURE(list);
        CHECK_THROWS_AS(SchoolRegister{list}, ListError);
    }
}

TEST_CASE("the manifest goes before the document") {
    const std::string manifest =
        "bestandsnaam;vestigingscode;naam;bestuur;schooljaar;opmerking\n"
        "map/SOP.docx;98ZA00;De Lichtgrift;Stichting Grift;2017-2018;x\n";
    const SopRecord record =
        identified(profile({field("school.naam", "PCB De Lichtgrift"), field("school.brin", "98ZC"),
                            field("bestuur.naam", "Vereniging Veen")}),
                   manifest, {}, "sop.DOCX");
    CHECK(record.school.brin == "98ZA");
    CHECK(record.school.vestigingscode == "98ZA00");
    CHECK(record.school.brin_bron == "manifest");
    CHECK(record.school.naam == "PCB De Lichtgrift");  // the same name
    CHECK(record.bestuur.naam == "Stichting Grift");
    CHECK(record.versie.schooljaar == "2017-2018");
    CHECK(evidence(record, "/versie/schooljaar")->methode == "manifest");
    CHECK(has_remark(record, "MANIFEST_TEGENSTRIJDIG", "school.brin"));
    CHECK(has_remark(record, "MANIFEST_TEGENSTRIJDIG", "bestuur.naam"));
    CHECK_FALSE(has_remark(record, "MANIFEST_TEGENSTRIJDIG", "school.naam"));
    CHECK_FALSE(identified(profile({}), manifest, {}, "ander.docx").school.brin);
}

TEST_CASE("an establishment of another school does not outlive the manifest's BRIN") {
    const SopRecord record =
        identified(profile({field("school.brin", "98ZC00")}), "bestandsnaam;brin\nSOP.docx;98ZA\n", {});
    CHECK(record.school.brin == "98ZA");
    CHECK_FALSE(record.school.vestigingscode);
    CHECK_FALSE(evidence(record, "/school/vestigingscode"));
}

TEST_CASE("a manifest that names a file twice, each time otherwise, says nothing of it") {
    const std::string same = "bestandsnaam;brin\na/SOP.docx;98ZA\nb/SOP.docx;98ZA\n";
    CHECK(identified(profile({}), same, {}).school.brin == "98ZA");
    const SopRecord record = identified(profile({}), "bestandsnaam;brin\na/SOP.docx;98ZA\nb/SOP.docx;98ZB\n", {});
    CHECK_FALSE(record.school.brin);
    CHECK(has_remark(record, "MANIFEST_NIET_UNIEK"));
}

TEST_CASE("a manifest with a mistake is refused, and says in which row") {
    const std::pair<const char*, const char*> lists[] = {
        {"bestand;plaats\na;b\n", "vestigingscode"},    {"naam;brin\na;98ZA\n", "bestandsnaam"},
        {"bestandsnaam;brin\na;98ZA\nb;98\n", "rij 2"}, {"bestandsnaam;brin\n;98ZA\n", "rij 1"},
        {"bestandsnaam;schooljaar\na;ooit\n", "rij 1"}, {"bestandsnaam;bestuursnummer\na;12\n", "rij 1"},
    };
    for (const auto& [list, part] : lists) {
        CAPTURE(list);
        std::string said;
        try {
            Manifest{list};
        } catch (const ListError& error) {
            said = error.what();
        }
        CHECK(said.find(part) != std::string::npos);
    }
}

TEST_CASE("manifest and register together: the register fills in by the manifest's code") {
    const SopRecord record = identified(profile({field("school.naam", "De Lichtgrift")}),
                                        "bestandsnaam,vestigingscode\nSOP.docx,98ZB00\n", header + rows);
    CHECK(record.school.brin_bron == "manifest");
    CHECK(record.school.adres.huisnummer == "3-A");
    CHECK(record.bestuur.nummer == "90002");
}

TEST_CASE("what the document's name implied does not outlive the manifest's name") {
    const std::string manifest = "bestandsnaam;naam\nsop.docx;De Kleine Wereld\n";
    const SopRecord plain = identified(profile({field("school.naam", "PCB Het Kompas")}), manifest, {});
    CHECK(plain.school.naam == "De Kleine Wereld");
    CHECK_FALSE(plain.school.denominatie.has_value());
    CHECK_FALSE(evidence(plain, "/school/denominatie"));
    const SopRecord labelled = identified(
        profile({field("school.naam", "PCB Het Kompas"), field("school.denominatie", "openbaar")}), manifest, {});
    CHECK(labelled.school.denominatie == "openbaar");
}

TEST_CASE("a name that the register has elsewhere only gives candidates") {
    const SopRecord record = registered({field("school.naam", "OBS Het Vaandel"), field("school.plaats", "Almere")});
    CHECK_FALSE(record.school.brin.has_value());
    CHECK(has_remark(record, "SCHOOL_NIET_IN_REGISTER", "98ZC00 Basisschool Het Vaandel (Almere)"));
}

TEST_CASE("a code that the register does not have is in doubt beside a name that it has") {
    const SopRecord record =
        registered({field("school.naam", "De Lichtgrift"), field("school.plaats", "Utrecht")}, "SOP_2016_99ZZ.docx");
    CHECK(record.school.brin == "99ZZ");
    CHECK(evidence(record, "/school/brin")->zekerheid == doctest::Approx(0.5));
    CHECK(has_remark(record, "BRIN_NIET_IN_REGISTER", "98ZB00 De Lichtgrift (Utrecht)"));
    const SopRecord other = registered({field("school.naam", "De Onbekende")}, "SOP_2016_99ZZ.docx");
    CHECK(evidence(other, "/school/brin")->zekerheid == doctest::Approx(0.9));
}

TEST_CASE("a manifest tells which of its files are not there") {
    const Manifest manifest("bestandsnaam;brin\na.docx;98ZA\nmap\\B.docx;98ZB\nA.DOCX;98ZA\nc;98ZC\n");
    CHECK(manifest.unmatched({"a.docx", "b.docx", "c.docx"}) == std::vector<std::string>{"c"});
    CHECK(manifest.unmatched({}) == std::vector<std::string>{"a.docx", "B.docx", "c"});
}

}  // namespace
}  // namespace sop
