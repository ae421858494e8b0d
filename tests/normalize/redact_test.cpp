#include "normalize/redact.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "normalize/mask.h"
#include "support.h"

namespace sop {
namespace {

SopRecord school_with(std::string text) {
    SopRecord record;
    record.school.naam = "OBS De Brink";
    record.bestuur.naam = "Stichting Jan de Wit";
    record.contact.directie.push_back({"Anna van den Brink", "directeur", {"ma"}, "+31612345678", "a@debrink.example"});
    record.secties.push_back({"visie", std::nullopt, "Visie", 1, text, {Alinea{text, std::nullopt}}});
    return record;
}

TEST_CASE("what one place tells of a person is masked at all others") {
    struct Row {
        std::string_view text, masked;
    };
    const Row rows[]{
        {"Anna van den Brink leidt.", "[naam] leidt."},
        {"ANNA VAN DEN BRINK", "[naam]"},
        {"Anna helpt, en mw. Van den Brink ook.", "[naam] helpt, en mw. [naam] ook."},
        {"A. van den Brink", "[naam]"},
        {"Anna's lijst", "[naam]'s lijst"},
        {"Annabeth en anna", "Annabeth en anna"},
        {"Xaveers deur staat open, zegt IB'er Xaveer Mol.", "[naam] deur staat open, zegt IB'er [naam]."},
        {"IB'er Ad Mol, en Ad is blij", "IB'er [naam], en [naam] is blij"},
        {"IB'er Xaveer Mol van Stichting Mol, Mol Linnaeusplein", "IB'er [naam] van Stichting Mol, Mol Linnaeusplein"},
        {"IB'er Xaveer Mol en de Mol, Sint Xaveer", "IB'er [naam] en de Mol, Sint Xaveer"},
        {"IB'er Xaveer de Mol en De Mol, de Mol", "IB'er [naam] en De [naam], de [naam]"},
        {"IB'er Xaveer de Mol. In de mol, in De Mol", "IB'er [naam]. In de mol, in De [naam]"},
        {"IB'er Xaveer Mol geeft het Rode Mol. Het Rode Mol", "IB'er [naam] geeft het Rode Mol. Het Rode Mol"},
        {"IB'er Xaveer de Mol. Mol graaft. De Mol graaft.", "IB'er [naam]. Mol graaft. De [naam] graaft."},
        {"IB'er Wil Mol. Wil je hulp? Mol helpt, Wil ook.", "IB'er [naam]. Wil je hulp? [naam] helpt, [naam] ook."},
        {"Op de Brink", "Op de Brink"},
        {"OBS De Brink ligt aan het water.", "OBS De Brink ligt aan het water."},
        {"Stichting Jan de Wit", "Stichting Jan de Wit"},
        {"Bel 036-5550100 of mail info@debrink.example.", "Bel [telefoon] of mail [e-mail]."},
        {"BSN 123456782. Veel verderop, waar geen woord meer zegt wat voor een getal het is, staat in deze tekst "
         "123456782.",
         "BSN [bsn]. Veel verderop, waar geen woord meer zegt wat voor een getal het is, staat in deze tekst "
         "[nummer]."},
        {"3 leerlingen met dyslexie", "<5 leerlingen met dyslexie"},
        {"leerling Sanne krijgt hulp; Sanne leest", "leerling [naam] krijgt hulp; [naam] leest"},
        {"IB'er Xaviera Mol helpt. Vraag Xaviera of mevrouw Mol.",
         "IB'er [naam] helpt. Vraag [naam] of mevrouw [naam]."},
        {"[naam] helpt met <5 leerlingen", "[naam] helpt met <5 leerlingen"},
        {"Geen namen hier, op 1 mei 2015.", "Geen namen hier, op 1 mei 2015."},
        {"", ""},
        {"\xFF", "\xFF"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        Mask mask(school_with(std::string(row.text)));
        const std::string masked = mask(row.text);
        CHECK(masked == row.masked);
        CHECK(mask(masked) == masked);
    }
}

TEST_CASE("an address names who it is of") {
    struct Row {
        std::string_view text, masked;
    };
    const Row rows[]{
        {"Bij vragen: Xiska Terlinden, xiska.terlinden@debrink.example", "Bij vragen: [naam], [e-mail]"},
        {"Bij vragen: Xiska Terlinden, x.terlinden@debrink.example", "Bij vragen: [naam], [e-mail]"},
        {"Bij vragen: Xiska Terlinden, info@debrink.example", "Bij vragen: Xiska Terlinden, [e-mail]"},
        {"Bij vragen: Oscarine Terlinden, x.terlinden@debrink.example", "Bij vragen: Oscarine Terlinden, [e-mail]"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(Mask(school_with(std::string(row.text)))(row.text) == row.masked);
    }
}

TEST_CASE("names in a table are masked in the text around it") {
    SopRecord record = school_with("Vraag Xaviera of mevrouw Bosveld.");
    record.secties[0].blokken.emplace_back(
        Tabel{1, {{{"Naam", 1, 1}, {"Functie", 1, 1}}, {{"Xaviera Bosveld", 1, 1}, {"taalmaatje", 1, 1}}}});
    redact(record);
    CHECK(record.secties[0].tekst == "Vraag [naam] of mevrouw [naam].\n\nNaam\tFunctie\n[naam]\ttaalmaatje");
}

TEST_CASE("one word below \"Naam\" is a name where the row has a role") {
    SopRecord record = school_with("Mosveld en Kanjer komen op maandag.");
    const auto row = [](std::string role, std::string name) {
        return std::vector<TabelCel>{{std::move(role), 1, 1}, {std::move(name), 1, 1}};
    };
    record.secties[0].blokken.emplace_back(
        Tabel{1,
              {row("Functie", "Naam"), row("Rekenspecialist", "Mosveld"), row("Vakleerkracht gym", "extern"),
               row("lesmethode", "Kanjer"), row("IB'er", "Jeugd-ggz")}});
    redact(record);
    CHECK(record.secties[0].tekst ==
          "[naam] en Kanjer komen op maandag.\n\nFunctie\tNaam\nRekenspecialist\t[naam]\n"
          "Vakleerkracht gym\textern\nlesmethode\tKanjer\nIB'er\tJeugd-ggz");
}

TEST_CASE("a person in the name of a body is masked, the body stays") {
    SopRecord record = school_with("De bestuurder is dhr. P. Haanstra.");
    record.school.naam = "OBS De Brink (directeur mw. K. Berghuis)";
    record.bestuur.naam = "Stichting Jan de Wit; contactpersoon dhr. P. Haanstra, 06-12345678";
    redact(record);
    CHECK(record.school.naam == "OBS De Brink (directeur mw. [naam])");
    CHECK(record.bestuur.naam == "Stichting Jan de Wit; contactpersoon dhr. [naam], [telefoon]");
    CHECK(record.secties[0].tekst == "De bestuurder is dhr. [naam].");
}

TEST_CASE("a redacted record keeps its shape and nobody's name") {
    SopRecord record = school_with("Anna van den Brink leidt de school.");
    record.school.telefoon = "+31365550100";
    record.school.email = "info@debrink.example";
    record.school.leerlingaantal = 4;
    record.document.bestandsnaam = "SOP Anna.docx";
    record.document.titel = "Profiel door Anna van den Brink";
    record.voorwerk = {Lijst{false, {{0, "Anna"}}}, Keuzelijst{{{"mw. Brink", true, 0}}}};
    record.secties[0].blokken.emplace_back(Tabel{
        1,
        {{{"Groep", 1, 1}, {"Aantal leerlingen", 1, 1}}, {{"3", 1, 1}, {"4", 1, 1}}, {{"Anna", 1, 1}, {"12", 1, 1}}}});
    record.secties[0].blokken.emplace_back(
        Tabel{1, {{{"schooljaar", 1, 1}, {"2013-2014", 1, 1}}, {{"Verwijzingen SBO", 1, 1}, {"2", 1, 1}}}});
    record.arrangementen.push_back({.doelgroep = "3 leerlingen met dyslexie",
                                    .categorieen = {"lezen_dyslexie"},
                                    .domein = "leco",
                                    .begeleiding = "door Anna",
                                    .voorzieningen = {},
                                    .ondersteuningsroute = {},
                                    .externe_expertise = {},
                                    .overig = {{"Aantal leerlingen", "2"}, {"Anna", "x"}, {"mw. Brink", "y"}},
                                    .omvang = {{2, "uur", "week", "2 uur per week"}}});
    record.kengetallen = {{"verwijzingen sbo", "2013-2014", 2.0, "2"}, {"groepen", "2013-2014", 9.0, "9"}};
    record.herkomst = {{"/school/telefoon", {"Tel: 036-5550100", 1, "label", {}}},
                       {"/contact/directie/0/naam", {"Directie: Anna van den Brink (ma)", 1, "label", {}}},
                       {"/kengetallen/0/waarde", {"2", 1, "tabel", {}}},
                       {"/kengetallen/1/waarde", {"9", 1, "tabel", {}}},
                       {"/arrangementen/0/overig/Aantal leerlingen", {"2", 1, "tabel", {}}},
                       {"/arrangementen/0/overig/Anna", {"x", 1, "tabel", {}}}};
    record.privacy.persoonsnamen = 1;
    const auto masked = redact(record);

    CHECK(record.school.naam == "OBS De Brink");
    CHECK_FALSE(record.school.telefoon.has_value());
    CHECK_FALSE(record.school.email.has_value());
    CHECK_FALSE(record.school.leerlingaantal.has_value());
    CHECK(record.contact.directie[0] == Persoon{"[naam]", "directeur", {}, std::nullopt, std::nullopt});
    CHECK(record.document.titel == "Profiel door [naam]");
    CHECK(std::get<Lijst>(record.voorwerk[0]).items[0].tekst == "[naam]");
    CHECK(std::get<Keuzelijst>(record.voorwerk[1]).items[0].tekst == "mw. [naam]");
    const auto& table = std::get<Tabel>(record.secties[0].blokken[1]);
    CHECK(table.rijen[1][1].tekst == "<5");
    CHECK(table.rijen[2][0].tekst == "[naam]");
    CHECK(table.rijen[2][1].tekst == "12");
    CHECK(record.secties[0].tekst ==
          "[naam] leidt de school.\n\nGroep\tAantal leerlingen\n3\t<5\n[naam]\t12\n\n"
          "schooljaar\t2013-2014\nVerwijzingen SBO\t<5");
    const Arrangement& row = record.arrangementen[0];
    CHECK(row.doelgroep == "<5 leerlingen met dyslexie");
    CHECK(row.begeleiding == "door [naam]");
    CHECK(row.overig == std::vector<std::pair<std::string, std::string>>{
                            {"Aantal leerlingen", "<5"}, {"[naam]", "x"}, {"mw. [naam]", "y"}});
    CHECK(row.omvang[0].ruw == "2 uur per week");
    CHECK(record.kengetallen[0] == Kengetal{"verwijzingen sbo", "2013-2014", std::nullopt, "<5"});
    CHECK(record.kengetallen[1].waarde == 9.0);
    CHECK(test::evidence(record, "/kengetallen/0/waarde")->ruw == "<5");
    CHECK(test::evidence(record, "/kengetallen/1/waarde")->ruw == "9");
    CHECK(test::evidence(record, "/school/telefoon")->ruw == "[telefoon]");
    CHECK(test::evidence(record, "/contact/directie/0/naam")->ruw == "[persoonsgegevens]");
    CHECK(test::evidence(record, "/arrangementen/0/overig/Aantal leerlingen")->ruw == "<5");
    CHECK(test::evidence(record, "/arrangementen/0/overig/[naam]") != nullptr);
    CHECK(record.privacy.persoonsnamen == 1);
    CHECK(test::has_remark(record, "GEMASKEERD"));
    CHECK(test::has_remark(record, "NAAM_IN_BESTANDSNAAM"));
    for (const std::string_view text : {"Anna van den Brink", "+31612345678", "a@debrink.example", "+31365550100"})
        CHECK(masked.count(std::string(text)) == 1);
    const SopRecord once = record;
    redact(record);
    record.meldingen = once.meldingen;
    CHECK(record == once);
}

}  // namespace
}  // namespace sop
