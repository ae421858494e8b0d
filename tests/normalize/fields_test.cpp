#include <doctest/doctest.h>

#include "support.h"

namespace sop {
namespace {

using test::evidence;
using test::field;
using test::has_remark;
using test::profile;
using test::record_of;

TEST_CASE("a field's value has its evidence under its pointer") {
    const SopRecord record = record_of(profile({field("school.naam", "PCB De Brug")}));
    CHECK(record.school.naam == "PCB De Brug");
    const Herkomst* found = evidence(record, "/school/naam");
    REQUIRE(found);
    CHECK(found->ruw == "label: PCB De Brug");
    CHECK(found->methode == "label");
    CHECK(found->zekerheid == doctest::Approx(0.95));
    CHECK(found->bron.path == "body/school.naam");
}

TEST_CASE("quotes around a school's name are no part of it") {
    for (const char* raw : {"\"De Brug\"", "“De Brug”", "De Brug", "De  Brug,"}) {
        CAPTURE(raw);
        CHECK(record_of(profile({field("school.naam", raw)})).school.naam == "De Brug");
    }
    CHECK(record_of(profile({field("school.naam", "'t Noorder")})).school.naam == "'t Noorder");
    for (const char* raw : {"De Brug te Almere", "De Brug (mavo, havo en vwo)", "De Brug te Den Haag"})
        CHECK(record_of(profile({field("school.naam", raw)})).school.naam == "De Brug");
    for (const char* raw : {"De Brug (Noord)", "Brug te ver", "Te Paard"})
        CHECK(record_of(profile({field("school.naam", raw)})).school.naam == raw);
}

TEST_CASE("what is said not to apply is null, with its words in herkomst and no remark") {
    for (const char* raw : {"n.v.t.", "-", "geen", "Niet van toepassing", "", "…"}) {
        CAPTURE(raw);
        const SopRecord record = record_of(profile({field("school.telefoon", raw), field("directie", raw),
                                                    field("versie.datum", raw), field("school.adres", raw)}));
        CHECK_FALSE(record.school.telefoon.has_value());
        CHECK(record.contact.directie.empty());
        CHECK_FALSE(record.versie.datum.has_value());
        CHECK(evidence(record, "/school/telefoon"));
        CHECK(evidence(record, "/contact/directie"));
        CHECK(evidence(record, "/versie/datum"));
        CHECK(evidence(record, "/school/adres"));
        CHECK_FALSE(has_remark(record, "WAARDE_ONLEESBAAR"));
    }
}

TEST_CASE("what does not parse is null, with its words in herkomst and a remark that does not quote them") {
    const SopRecord record =
        record_of(profile({field("school.telefoon", "0592 0 820550"), field("vaststelling.bestuur", "31-02-2015"),
                           field("school.leerlingaantal", "200 à 220"), field("interne_begeleiding", "nog onbekend"),
                           field("versie.schooljaar", "volgend jaar")}));
    CHECK_FALSE(record.school.telefoon.has_value());
    for (const char* name : {"school.telefoon", "vaststelling.bestuur", "school.leerlingaantal", "interne_begeleiding",
                             "versie.schooljaar"}) {
        CAPTURE(name);
        CHECK(has_remark(record, "WAARDE_ONLEESBAAR", name));
    }
    for (const Diagnostic& remark : record.meldingen) CHECK(remark.message.find("820550") == std::string::npos);
    for (const char* pointer : {"/school/telefoon", "/vaststelling/bestuur", "/school/leerlingaantal",
                                "/contact/interne_begeleiding", "/versie/schooljaar"}) {
        CAPTURE(pointer);
        CHECK(evidence(record, pointer));
    }
}

TEST_CASE("the first source that parses wins, one that disagrees is remarked on") {
    const SopRecord record =
        record_of(profile({field("school.telefoon", "onbekend"), field("school.telefoon", "036-5550100"),
                           field("school.telefoon", "036-5550199")}));
    CHECK(record.school.telefoon == "+31365550100");
    CHECK(has_remark(record, "WAARDE_TEGENSTRIJDIG", "school.telefoon"));
    CHECK_FALSE(has_remark(record, "WAARDE_ONLEESBAAR"));
    CHECK(evidence(record, "/school/telefoon")->ruw == "label: 036-5550100");
}

TEST_CASE("a guess says nothing against a better source") {
    const SopRecord record =
        record_of(profile({field("school.naam", "De Brug"), field("school.naam", "Pagina 1 van 6", 0.4)}));
    CHECK(record.school.naam == "De Brug");
    CHECK_FALSE(has_remark(record, "WAARDE_TEGENSTRIJDIG"));
}

TEST_CASE("a vacancy is nobody, and nothing to remark on") {
    const SopRecord record = record_of(profile({field("directie", "n.v.t. (vacature)")}));
    CHECK(record.contact.directie.empty());
    CHECK(evidence(record, "/contact/directie"));
    CHECK_FALSE(has_remark(record, "WAARDE_ONLEESBAAR"));
}

TEST_CASE("sources that say the same in other words agree") {
    const SopRecord record =
        record_of(profile({field("school.naam", "PCB De Brug"), field("school.naam", "de brug"),
                           field("school.telefoon", "036-5550100"), field("school.telefoon", "(036) 555 01 00"),
                           field("versie.datum", "1 mei 2015"), field("versie.tekst", "versie mei 2015")}));
    CHECK_FALSE(has_remark(record, "WAARDE_TEGENSTRIJDIG"));
    CHECK(record.versie.datum->waarde == "2015-05-01");
}

TEST_CASE("a BRIN comes from the text before the file's name") {
    SopRecord record = record_of(profile({field("school.brin", "98KC")}), "97AB00 SOP.docx");
    CHECK(record.school.brin == "98KC");
    CHECK(record.school.brin_bron == "tekst");
    CHECK_FALSE(record.school.vestigingscode.has_value());
    CHECK(has_remark(record, "WAARDE_TEGENSTRIJDIG", "school.brin"));

    record = record_of(profile({field("school.brin", "98KC")}), "98KC01 SOP.docx");
    CHECK(record.school.vestigingscode == "98KC01");
    CHECK(evidence(record, "/school/vestigingscode")->methode == "bestandsnaam");
    CHECK_FALSE(has_remark(record, "WAARDE_TEGENSTRIJDIG"));

    record = record_of(profile({field("school.brin", "onbekend")}), "98KC SOP.docx");
    CHECK(record.school.brin == "98KC");
    CHECK(record.school.brin_bron == "bestandsnaam");
    CHECK(evidence(record, "/school/brin")->methode == "bestandsnaam");
    CHECK_FALSE(record.school.vestigingscode.has_value());
}

TEST_CASE("a BRIN is found in a full code, beside its establishment, and in a school's name") {
    SopRecord record = record_of(profile({field("school.vestigingscode", "98KC01")}));
    CHECK(record.school.brin == "98KC");
    CHECK(record.school.vestigingscode == "98KC01");

    record = record_of(profile({field("school.brin", "98KC"), field("school.vestigingscode", "02")}));
    CHECK(record.school.vestigingscode == "98KC02");
    CHECK(evidence(record, "/school/vestigingscode")->bron.path == "body/school.vestigingscode");

    record = record_of(profile({field("school.naam", "98KC00 De Brug")}));
    CHECK(record.school.naam == "De Brug");
    CHECK(record.school.brin == "98KC");
    CHECK(record.school.vestigingscode == "98KC00");
    CHECK(record.school.brin_bron == "tekst");
}

TEST_CASE("a file that is no profile lends nothing its name") {
    const SopRecord record = record_of(Extraction{}, "98KC00 SOP.docx");
    CHECK_FALSE(record.school.brin.has_value());
    CHECK_FALSE(record.school.brin_bron.has_value());
}

TEST_CASE("kind, denomination and concept come from a label, else from the name") {
    SopRecord record = record_of(profile({field("school.naam", "OBS De Brug")}));
    CHECK(record.school.schoolsoort == "bao");
    CHECK(record.school.denominatie == "openbaar");
    CHECK(evidence(record, "/school/schoolsoort")->methode == "afgeleid");
    CHECK(evidence(record, "/school/schoolsoort")->zekerheid < 0.95);

    record =
        record_of(profile({field("school.naam", "OBS De Brug"), field("school.schoolsoort", "SBO"),
                           field("school.denominatie", "RK"), field("school.onderwijsconcept", "Ontdekkend leren")}));
    CHECK(record.school.schoolsoort == "sbo");
    CHECK(record.school.denominatie == "rooms-katholiek");
    CHECK(record.school.onderwijsconcept == "Ontdekkend leren");
}

TEST_CASE("an address is put together from its fields") {
    SopRecord record = record_of(profile({field("school.adres", "Lindelaan 12, 1399 EC Almere")}));
    CHECK(record.school.adres == Adres{"Lindelaan", "12", "1399 EC", "Almere"});
    CHECK(evidence(record, "/school/adres/plaats"));

    record =
        record_of(profile({field("school.straat", "Lindelaan 12a"), field("school.postcode_plaats", "1399ec ALMERE")}));
    CHECK(record.school.adres == Adres{"Lindelaan", "12a", "1399 EC", "Almere"});

    record = record_of(profile(
        {field("school.straat", "Lindelaan"), field("school.postcode", "1399 EC"), field("school.plaats", "Almere")}));
    CHECK(record.school.adres == Adres{"Lindelaan", std::nullopt, "1399 EC", "Almere"});

    record = record_of(profile({field("school.straat", "Lindelaan"), field("school.huisnummer", "14-b")}));
    CHECK(record.school.adres == Adres{"Lindelaan", "14-b", std::nullopt, std::nullopt});

    record =
        record_of(profile({field("school.postcode", "1399 EC"), field("school.adres", "Lindelaan 1, 1398 AA Almere")}));
    CHECK(record.school.adres.postcode == "1399 EC");
    CHECK(has_remark(record, "WAARDE_TEGENSTRIJDIG", "school.adres"));
}

TEST_CASE("persons of several sources are one list without doubles") {
    const SopRecord record =
        record_of(profile({field("directie", "Mw. A. Bakker (directeur, ma t/m wo)"),
                           field("directie", "Anna Bakker\nB. Vos 06-12345678"), field("directie", "Bakker")}));
    REQUIRE(record.contact.directie.size() == 2);
    CHECK(record.contact.directie[0].naam == "A. Bakker");
    CHECK(record.contact.directie[0].functie == "directeur");
    CHECK(record.contact.directie[1].telefoon == "+31612345678");
    for (const char* pointer : {"/contact/directie/0/naam", "/contact/directie/0/functie",
                                "/contact/directie/0/werkdagen", "/contact/directie/1/telefoon"}) {
        CAPTURE(pointer);
        CHECK(evidence(record, pointer));
    }
    CHECK(evidence(record, "/contact/directie/1/functie") == nullptr);
}

TEST_CASE("two persons of one source are two, whatever their names share") {
    const SopRecord record = record_of(profile({field("directie", "Anna Bakker en Arie Bakker")}));
    CHECK(record.contact.directie.size() == 2);
}

TEST_CASE("board and partnership give up the codes in their names") {
    const SopRecord record = record_of(profile(
        {field("bestuur.naam", "Stichting Linde (99114)"), field("samenwerkingsverband", "Passend Linde, PO 99.01")}));
    CHECK(record.bestuur == Bestuur{"Stichting Linde", "99114"});
    CHECK(record.samenwerkingsverband == Samenwerkingsverband{"PO9901", "Passend Linde"});
    CHECK(evidence(record, "/bestuur/nummer"));
    CHECK(evidence(record, "/samenwerkingsverband/code"));
}

TEST_CASE("a version line gives status and date") {
    const SopRecord record = record_of(profile({field("versie.tekst", "Definitieve versie 1 mei 2015")}));
    CHECK(record.versie.tekst == "Definitieve versie 1 mei 2015");
    CHECK(record.versie.status == "definitief");
    CHECK(record.versie.datum == Datum{"2015-05-01", Precisie::dag});
    CHECK(evidence(record, "/versie/status"));
    CHECK(evidence(record, "/versie/datum"));
}

TEST_CASE("years are a school year or a plan period, whatever their label") {
    SopRecord record = record_of(profile({field("versie.schooljaar", "2014-2018")}));
    CHECK_FALSE(record.versie.schooljaar.has_value());
    CHECK(record.versie.planperiode == Planperiode{2014, 2018});
    CHECK_FALSE(has_remark(record, "WAARDE_ONLEESBAAR"));

    record = record_of(profile({field("versie.planperiode", "2015-2016")}));
    CHECK(record.versie.schooljaar == "2015-2016");
}

TEST_CASE("no school year is derived from a date") {
    const SopRecord record =
        record_of(profile({field("versie.datum", "1 mei 2015"), field("vaststelling.bestuur", "1 mei 2015")}));
    CHECK_FALSE(record.versie.schooljaar.has_value());
}

TEST_CASE("a decision that is planned is no decision") {
    const SopRecord record = record_of(profile(
        {field("vaststelling.mr_advies", "20 april 2015"), field("vaststelling.bestuur", "gepland op 1 mei 2015")}));
    CHECK(record.vaststelling.mr_advies == Datum{"2015-04-20", Precisie::dag});
    CHECK_FALSE(record.vaststelling.bestuur.has_value());
}

TEST_CASE("what was read of a value in part keeps its text and gives a remark") {
    const SopRecord record = test::record_of(test::profile({test::field("directie", "Anna Bakker, woensdag vrij")}));
    CHECK(record.contact.directie.at(0).naam == "Anna Bakker");
    CHECK(test::evidence(record, "/contact/directie/0/naam")->ruw == "label: Anna Bakker, woensdag vrij");
    CHECK(test::has_remark(record, "WAARDE_DEELS_GELEZEN", "directie"));
    CHECK_FALSE(test::has_remark(test::record_of(test::profile({test::field("directie", "Anna Bakker (ma)")})),
                                 "WAARDE_DEELS_GELEZEN"));
}

TEST_CASE("a reference to another place is no value and gives a remark") {
    const SopRecord record = test::record_of(
        test::profile({test::field("bestuur.naam", "zie boven"),
                       test::field("samenwerkingsverband", "zie de schoolgids"), test::field("school.naam", "volgt")}));
    CHECK_FALSE(record.bestuur.naam.has_value());
    CHECK_FALSE(record.samenwerkingsverband.naam.has_value());
    CHECK_FALSE(record.school.naam.has_value());
    CHECK(test::evidence(record, "/bestuur/naam")->ruw == "label: zie boven");
    CHECK(test::evidence(record, "/samenwerkingsverband/naam")->ruw == "label: zie de schoolgids");
    for (const std::string_view field : {"bestuur.naam", "samenwerkingsverband", "school.naam"})
        CHECK(test::has_remark(record, "WAARDE_ONLEESBAAR", field));
}

TEST_CASE("the number of a partnership is its code where the school's kind tells the sector") {
    const auto code = [](std::string school_type) {
        return test::record_of(test::profile({test::field("school.schoolsoort", std::move(school_type)),
                                              test::field("samenwerkingsverband", "SWV 3006")}))
            .samenwerkingsverband.code;
    };
    CHECK(code("basisschool") == "PO3006");
    CHECK(code("voortgezet onderwijs") == "VO3006");
    CHECK_FALSE(code("speciaal onderwijs").has_value());
}

TEST_CASE("a school is not called as somebody who works there") {
    const SopRecord role =
        record_of(profile({field("school.naam", "K. Bos, directeur"), field("school.naam", "De Wilg", 0.6)}));
    CHECK(role.school.naam == "De Wilg");
    const SopRecord known =
        record_of(profile({field("school.naam", "Anna Bakker"), field("interne_begeleiding", "Anna Bakker (ma, di)")}));
    CHECK_FALSE(known.school.naam.has_value());
}

TEST_CASE("the BRIN that two places contradict is as unsure as any such value") {
    const SopRecord record = record_of(profile({field("school.brin", "99AB"), field("school.brin", "99CD")}));
    CHECK(record.school.brin == "99AB");
    CHECK(evidence(record, "/school/brin")->zekerheid < 0.7);
    const SopRecord whole = record_of(profile({field("school.brin", "99AB00"), field("school.brin", "99CD")}));
    CHECK(evidence(whole, "/school/vestigingscode")->zekerheid < 0.7);
}

TEST_CASE("what a name implies is no surer than the name") {
    const SopRecord record =
        record_of(profile({field("school.naam", "CBS De Rups"), field("school.naam", "De Poort")}));
    REQUIRE(evidence(record, "/school/denominatie"));
    CHECK(evidence(record, "/school/denominatie")->zekerheid < evidence(record, "/school/naam")->zekerheid);
}

TEST_CASE("codes of more locations are remarked") {
    CHECK(has_remark(record_of(profile({field("school.brin", "99AB00"), field("school.vestigingscode", "99AB01")})),
                     "MEER_VESTIGINGEN"));
    CHECK(has_remark(record_of(profile({field("school.brin", "99AB"), field("school.brin", "99CD")})),
                     "MEER_VESTIGINGEN"));
    CHECK_FALSE(has_remark(record_of(profile({field("school.brin", "99AB"), field("school.vestigingscode", "99AB01")})),
                           "MEER_VESTIGINGEN"));
}

TEST_CASE("days of their own label go to the only person") {
    const SopRecord record =
        record_of(profile({field("interne_begeleiding", "K. Bos"), field("interne_begeleiding.werkdagen", "ma, di"),
                           field("directie", "J. Jansen, B. Bakker"), field("directie.werkdagen", "wo")}));
    REQUIRE(record.contact.interne_begeleiding.size() == 1);
    CHECK(record.contact.interne_begeleiding[0].werkdagen == std::vector<std::string>{"ma", "di"});
    CHECK(evidence(record, "/contact/interne_begeleiding/0/werkdagen"));
    REQUIRE(record.contact.directie.size() == 2);
    CHECK(record.contact.directie[0].werkdagen.empty());
    CHECK(has_remark(record, "WAARDE_ONLEESBAAR"));
}

TEST_CASE("of a cover with the codes of several schools none is chosen") {
    const auto code = [](const char* raw) {
        FoundField found = field("school.brin", raw, 0.75);
        found.method = Method::pattern;
        return found;
    };
    FoundField name = field("school.naam", "KBS De Hoeksteen", 0.68);
    name.method = Method::heading;
    const SopRecord record = record_of(profile({name, code("99QH"), code("99AB"), code("99CD")}));
    CHECK_FALSE(record.school.brin.has_value());
    CHECK_FALSE(record.school.naam.has_value());
    CHECK(has_remark(record, "MEER_SCHOLEN", "99QH, 99AB, 99CD"));
    CHECK_FALSE(has_remark(record, "WAARDE_TEGENSTRIJDIG"));
    const SopRecord named = record_of(profile({code("99QH"), code("99AB")}), "99AB SOP.docx");
    CHECK(named.school.brin == "99AB");
    CHECK(named.school.brin_bron == "bestandsnaam");
    const SopRecord labelled = record_of(profile({field("school.brin", "99AB"), code("99QH")}));
    CHECK(labelled.school.brin == "99AB");
    CHECK_FALSE(has_remark(labelled, "MEER_SCHOLEN"));
}

}  // namespace
}  // namespace sop
