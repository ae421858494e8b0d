#include "extract/fields.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "build.h"

namespace sop {

using namespace test;

namespace {

// "field=value" of the best value of each field, ordered by the field's name; lines of a value joined by "/".
std::string found(std::vector<FoundField> fields) {
    std::map<std::string, std::string> best;
    for (FoundField& field : fields) {
        std::replace(field.raw.begin(), field.raw.end(), '\n', '/');
        best.try_emplace(field.field, field.raw);
    }
    std::string result;
    for (const auto& [field, value] : best) result += (result.empty() ? "" : " ") + field + "=" + value;
    return result;
}

std::vector<FoundField> read_fields(const Form& form, std::vector<Block> front, std::vector<Block> school,
                                    std::vector<Section> more = {}, const std::vector<Story>& stories = {}) {
    Sections sections;
    sections.front = std::move(front);
    if (!school.empty()) {
        Section section;
        section.id = "schoolgegevens";
        section.blocks = std::move(school);
        sections.sections.push_back(std::move(section));
    }
    for (Section& section : more) sections.sections.push_back(std::move(section));
    TableMeanings meanings(form);
    return find_fields(form, sections, stories, meanings);
}

std::string in_school(std::vector<Block> blocks) { return found(read_fields(Form(), {}, std::move(blocks))); }
std::string in_front(std::vector<Block> blocks) { return found(read_fields(Form(), std::move(blocks), {})); }

Section section(std::string id, std::vector<Block> blocks) {
    Section result;
    result.id = std::move(id);
    result.blocks = std::move(blocks);
    return result;
}

}  // namespace

TEST_CASE("a value stands behind its label in the same paragraph") {
    const std::pair<const char*, const char*> cases[] = {
        {"Naam de school: OBS De Brug", "school.naam=OBS De Brug"},
        {"Naam van de school : OBS De Brug", "school.naam=OBS De Brug"},
        {"NAAM SCHOOL\tOBS De Brug", "school.naam=OBS De Brug"},
        {"School\t\t: OBS De Brug", "school.naam=OBS De Brug"},
        {"Naam de school   OBS De Brug", "school.naam=OBS De Brug"},
        {"Naam de school Obs De Brug", "school.naam=Obs De Brug"},
        {"Naam de school – OBS De Brug", "school.naam=OBS De Brug"},
        {"Naam de school ’t Spoor", "school.naam=’t Spoor"},
        {"Bestuur: ASG", "bestuur.naam=ASG"},
        {"Tel.: 036-1234567", "school.telefoon=036-1234567"},
        {"Tel. 036-1234567", "school.telefoon=036-1234567"},
        {"Telefoonnummer (algemeen): 036-1234567", "school.telefoon=036-1234567"},
        {"Aantal leerlingen op 1 oktober 2017: 212", "school.leerlingaantal=212"},
        {"Schooljaar 2014-2015", "versie.schooljaar=2014-2015"},
        {"Postcode + plaats: 1333 EC Almere", "school.postcode_plaats=1333 EC Almere"},
        {"Tel: 036-1234567 E-mail: info@brug.nl", "school.email=info@brug.nl school.telefoon=036-1234567"},
        {"Lln.aantal: 276", "school.leerlingaantal=276"},
        {"Telefoon (0517) 12 34 56", "school.telefoon=(0517) 12 34 56"},
        {"Telefoon (algemeen) 0517 12 34 56", "school.telefoon=0517 12 34 56"},
        {"Tel: 036-1234567\tE-mail: info@brug.nl", "school.email=info@brug.nl school.telefoon=036-1234567"},
        {"School: 08KA De Brug Datum: 10 oktober 2013",
         "school.brin=08KA school.naam=08KA De Brug versie.datum=10 oktober 2013"},
        {"Naam de school: De Brug\nDirectie: J. Jansen\nBestuur: ASG",
         "bestuur.naam=ASG directie=J. Jansen school.naam=De Brug"},
        {"Directie: Mw. J. Jansen, tel: 06-12345678", "directie=Mw. J. Jansen, tel: 06-12345678"},
        {"Naam de school/locatie: De Brug", "school.naam=De Brug"},
        {"Naam de school / locatie\tDe Brug", "school.naam=De Brug"},
        {"Directie en MT: J. Jansen", "directie=J. Jansen"},
        {"Bestuur / stichting: ASG", "bestuur.naam=ASG"},
        {"Bestuur van de school: ASG", "bestuur.naam=ASG"},
        {"Bestuur = ASG", "bestuur.naam=ASG"},
        {"IB-er groep 1 t/m 4: A. Bakker", "interne_begeleiding=A. Bakker"},
        {"Interne Begeleiding en RT: A. Bakker", "interne_begeleiding=A. Bakker"},
        {"Adres/postcode: Dam 1, 1333 EC", "school.adres=Dam 1, 1333 EC"},
        {"Tel.nr./e-mail: 036-1 / a@b.nl", "school.email=036-1 / a@b.nl school.telefoon=036-1 / a@b.nl"},
        {"Tel.nr./e-mail: 036-1 / a@b.nl Plaats: Almere",
         "school.email=036-1 / a@b.nl school.plaats=Almere school.telefoon=036-1 / a@b.nl"},
        {"Telefoonnr. school (algemeen): 036-1234567", "school.telefoon=036-1234567"},
        {"BRIN-nummer / vest.: 05CD", "school.brin=05CD"},
        {"School type : SBO", "school.schoolsoort=SBO"},
        // No values:
        {"Naam de school:", ""},
        {"Naam de school: ............", ""},
        {"Naam de school: ____", ""},
        {"Naam de school: [naam invullen]", ""},
        {"Naam van de school staat op het bord.", ""},
        {"Directie en team werken samen", ""},
        {"De directie: zij zijn er altijd", "directie=zij zijn er altijd"},
        {"Contactpersoon bestuur: J. Jansen", ""},
        {"IB 2 dagen per week", ""},
        {"Naam de school / De Brug", ""},
        {"Directie / IB: J. Jansen", ""},
        {"Directie en bestuur: J. Jansen", ""},
        {"Plaats / datum: Almere, 1 mei 2015", ""},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        if (std::string_view(text).starts_with("School: "))
            CHECK(in_front({p(text)}) == expected);
        else
            CHECK(in_school({p(text)}) == expected);
    }
}

TEST_CASE("\"n.v.t.\" is an answer, not an empty field") {
    CHECK(in_school({p("Bestuur: n.v.t.")}) == "bestuur.naam=n.v.t.");
}

TEST_CASE("an empty field never takes the next label for its value") {
    CHECK(in_school({p("Naam de school:"), p("Directie:"), p("Bestuur:"), p("ASG")}) == "bestuur.naam=ASG");
    CHECK(in_school({p("Plaats:"), p("Gemeente: Almere")}) == "");
    CHECK(in_school({p("Naam de school:\nDirectie: J. Jansen")}) == "directie=J. Jansen");
    CHECK(in_school({table({{"Naam de school", ""}, {"Directie", "J. Jansen"}})}) == "directie=J. Jansen");
    CHECK(in_school({table({{"Plaats", ""}, {"Gemeente", "Almere"}})}) == "");
    CHECK(in_school({table({{"Naam de school", "Directie"}, {"De Brug", "J. Jansen"}})}) ==
          "directie=J. Jansen school.naam=De Brug");
    CHECK(in_school({p("Naam de school: De Brug"), p("Directie:"), p("Onze school ligt aan het water.")}) ==
          "school.naam=De Brug");
}

TEST_CASE("a value stands in the cell to the right, below, or on the same line of the next cell") {
    CHECK(in_school({table({{"Naam de school", "OBS De Brug"}, {"Directie:", "J. Jansen"}})}) ==
          "directie=J. Jansen school.naam=OBS De Brug");
    CHECK(in_school({table({{"Naam de school", ":", "OBS De Brug"}})}) == "school.naam=OBS De Brug");
    CHECK(in_school({table({{"Naam de school / locatie", "De Brug"}, {"Directie / MT", "J. Jansen"}})}) ==
          "directie=J. Jansen school.naam=De Brug");
    CHECK(in_school({table({{"IB 1", "A. Bakker"}, {"IB-er groep 5 t/m 8", "B. Smit"}})}) ==
          "interne_begeleiding=A. Bakker/B. Smit");
    CHECK(in_school({table(
              {{"Naam / functie", "Versie 2"}, {"A. Bakker", "Directie en leerkrachten van de school"}})}) == "");
    CHECK(in_school({table({{"Telefoon", "036-1", "E-mail", "a@b.nl"}, {"Plaats", "Almere", "Bestuur", "ASG"}})}) ==
          "bestuur.naam=ASG school.email=a@b.nl school.plaats=Almere school.telefoon=036-1");
    CHECK(in_school({table({{"Naam school", "BRIN", "Plaats"}, {"De Brug", "99XX", "Almere"}})}) ==
          "school.brin=99XX school.naam=De Brug school.plaats=Almere");
    CHECK(in_school({table({{"Naam de school"}, {"De Brug"}, {"Directie"}, {"J. Jansen"}})}) ==
          "directie=J. Jansen school.naam=De Brug");
    CHECK(in_school({table({{"Naam de school\nDirectie\nBestuur", "De Brug\n\nASG"}})}) ==
          "bestuur.naam=ASG school.naam=De Brug");
    CHECK(in_school({table({{"Naam de school: De Brug", "Directie: J. Jansen"}})}) ==
          "directie=J. Jansen school.naam=De Brug");
}

TEST_CASE("a value stands behind a line break or in the paragraphs below its label") {
    CHECK(in_school({p("Naam de school:\nDe Brug")}) == "school.naam=De Brug");
    CHECK(in_school({p("Naam de school:"), p("De Brug"), p("Directie:"), p("J. Jansen")}) ==
          "directie=J. Jansen school.naam=De Brug");
    CHECK(in_school({h(2, "Directie"), p("J. Jansen"), h(2, "Bestuur"), p("ASG")}) ==
          "bestuur.naam=ASG directie=J. Jansen");
    CHECK(in_school({p("Directie: J. Jansen"), p("Interne begeleiding:"), item("A. Bakker (ma)"),
                     item("B. Smit (di)")}) == "directie=J. Jansen interne_begeleiding=A. Bakker (ma)/B. Smit (di)");
}

TEST_CASE("persons and addresses may take several lines") {
    CHECK(in_school({p("Interne Begeleiding: Mw. A. Bakker (ma)"), p("Mw. B. Smit (di)"), p("De school is klein.")}) ==
          "interne_begeleiding=Mw. A. Bakker (ma)/Mw. B. Smit (di)");
    CHECK(in_school({p("Adres: Dorpsstraat 1"), p("1333 EC Almere"), p("Wij zijn klein.")}) ==
          "school.adres=Dorpsstraat 1/1333 EC Almere");
    CHECK(in_school({table({{"IB", "A. Bakker"}, {"", "B. Smit"}, {"Bestuur", "ASG"}})}) ==
          "bestuur.naam=ASG interne_begeleiding=A. Bakker/B. Smit");
    CHECK(in_school({p("IB onderbouw: A. Bakker"), p("IB bovenbouw: B. Smit")}) ==
          "interne_begeleiding=A. Bakker/B. Smit");
}

TEST_CASE("a telephone behind each person is no telephone of the school") {
    const std::string persons = "directie=A. Pol interne_begeleiding=B. Bol";
    CHECK(in_school({table({{"Directie", "A. Pol", "Telefoon", "06-1"}, {"IB", "B. Bol", "Telefoon", "06-2"}})}) ==
          persons);
    CHECK(in_school({p("Directie: A. Pol"), p("Telefoon: 06-1"), p("E-mail: a@b.nl"), p("IB: B. Bol"),
                     p("Telefoon: 06-2"), p("E-mail: b@b.nl")}) == persons);
    CHECK(in_school({p("Telefoon: 036-1"), p("Directie: A. Pol"), p("Telefoon: 06-1"), p("IB: B. Bol")}) ==
          persons + " school.telefoon=036-1");
    CHECK(in_school({p("Directie: A. Pol"), p("Telefoon: 06-1"), p("Bestuur: ASG"), p("Telefoon: 036-2")}) ==
          "bestuur.naam=ASG directie=A. Pol");
    // The only telephone may be the school's.
    CHECK(in_school({p("Bestuur: ASG"), p("Telefoon: 036-1")}) == "bestuur.naam=ASG school.telefoon=036-1");
    CHECK(in_school({table({{"Directie", "A. Pol", "Telefoon", "036-1"}, {"IB", "B. Bol", "BRIN", "99XX"}})}) ==
          persons + " school.brin=99XX school.telefoon=036-1");
}

TEST_CASE("struck text and prompts are no values") {
    Paragraph struck_name = paragraph("Naam de school: ");
    struck_name.inlines.emplace_back(Text{"De Oude Brug", struck, no_control});
    struck_name.inlines.emplace_back(Text{" De Brug", plain, no_control});
    CHECK(in_school({Block{struck_name}}) == "school.naam=De Brug");

    Paragraph prompt = paragraph("Naam de school: ");
    prompt.inlines.emplace_back(Text{"Klik hier", placeholder, no_control});
    CHECK(in_school({Block{prompt}, p("Wij zijn klein")}) == "");
}

TEST_CASE("a form control's name is a label, its content a value") {
    const auto control = [](std::string name, std::string label, std::string value, bool is_empty = false) {
        Control result;
        result.kind = Control::Kind::text;
        result.name = std::move(name);
        result.label = std::move(label);
        result.value = std::move(value);
        result.is_empty = is_empty;
        return result;
    };
    const auto in_control = [](std::string_view text, ControlIndex index) {
        Paragraph result;
        result.inlines.emplace_back(Text{std::string(text), plain, index});
        return Block{result};
    };
    const Form form({control("", "Naam de school", "De Brug"), control("school.brin", "", "99XX"),
                     control("BestuurNaam", "Bestuur", "ASG"), control("", "Directie", "", true),
                     control("iets", "anders", "x")});
    CHECK(found(read_fields(form, {},
                            {in_control("De Brug", 0), in_control("99XX", 1), in_control("ASG", 2),
                             in_control("Kies", 3), in_control("x", 4)})) ==
          "bestuur.naam=ASG school.brin=99XX school.naam=De Brug");
}

TEST_CASE("the same value found in two ways is one, and surer") {
    const auto once = read_fields(Form(), {}, {p("Naam de school: De Brug")});
    const auto twice =
        read_fields(Form(), {p("Schoolondersteuningsprofiel van De Brug")}, {p("Naam de school: De Brug")});
    REQUIRE(once.size() == 1);
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].confidence > once[0].confidence);
    CHECK(twice[0].method == Method::label);
    CHECK(twice[0].context == "Naam de school: De Brug");
}

TEST_CASE("\"Naam\" over a list of staff, or in a part about something else, is not the school's") {
    const auto staff = [] {
        return table({{strong("Specialist"), strong("Dagdelen"), strong("Naam")}, {"rekenen", "2", "Anna Bakker"}}, 1);
    };
    CHECK(in_school({p("Bestuur: ASG"), staff()}) == "bestuur.naam=ASG");
    Section team = section("deskundigheid", {p("Naam: Anna Bakker")});
    team.level = 2;
    CHECK(found(read_fields(Form(), {}, {p("Bestuur: ASG")}, {team})) == "bestuur.naam=ASG");
    Section place = section("overig", {p("Naam: De Brug")});
    place.level = 2;
    CHECK(found(read_fields(Form(), {}, {p("Bestuur: ASG")}, {place})) == "bestuur.naam=ASG school.naam=De Brug");
}

TEST_CASE("what starts as a school's name beats what stands behind \"Naam\"") {
    CHECK(in_front({p("Schoolondersteuningsprofiel"), p("OBS De Brug"), p("Naam: formulier SOP")}) ==
          "school.naam=OBS De Brug");
    CHECK(in_front({p("Schoolondersteuningsprofiel"), p("OBS De Brug"), p("Naam: De Brug")}) == "school.naam=De Brug");
    CHECK(in_front({p("Schoolondersteuningsprofiel"), p("Naam: De Brug")}) == "school.naam=De Brug");
}

TEST_CASE("a count for each of something is no count of all") {
    for (const char* line : {"Aantal leerlingen per groep: 24", "Aantal leerlingen (per groep): 24",
                             "Aantal leerlingen groep 8: 24", "Aantal leerlingen per leerkracht\t24"}) {
        CAPTURE(line);
        CHECK(in_school({p(line)}).empty());
    }
    CHECK(in_school({table({{"Aantal leerlingen per groep", "24"}})}).empty());
    for (const char* line : {"Aantal leerlingen per 1 oktober: 212", "Aantal leerlingen (per 1-10-2017): 212",
                             "Aantal leerlingen per teldatum: 212"}) {
        CAPTURE(line);
        CHECK(in_school({p(line)}) == "school.leerlingaantal=212");
    }
}

TEST_CASE("a place that is read in two ways is one witness") {
    Paragraph line = paragraph("BRIN: 99AB");
    line.origin.path = "body/p[1]";
    const auto once = read_fields(Form(), {Block{line}}, {});
    REQUIRE(once.size() == 1);
    CHECK(once[0].confidence < 0.97);
    Paragraph again = paragraph("99AB");
    again.origin.path = "body/p[2]";
    const auto twice = read_fields(Form(), {Block{line}, Block{again}}, {});
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].confidence > 0.97);
}

TEST_CASE("each row of a table of persons is one, with a telephone and days of their own") {
    CHECK(in_school(
              {table({{strong("Functie"), strong("Naam"), strong("E-mail"), strong("Telefoon"), strong("Werkdagen")},
                      {"Directeur", "Els Bos", "els@kring.example.org", "06-12345678", "ma, di"},
                      {"Leerkracht", "Tom Kip", "tom@kring.example.org", "06-12345670", "ma"},
                      {"IB'er", "Jan Vos", "jan@kring.example.org", "", "wo"}})}) ==
          "directie=Els Bos (ma, di), 06-12345678, els@kring.example.org "
          "interne_begeleiding=Jan Vos (wo), jan@kring.example.org");
    CHECK(in_school({table({{"Functie", "Naam", "Telefoon"}, {"Teamleider SO", "Els Bos", "06-12345678"}})}) ==
          "directie=Els Bos, 06-12345678");
    CHECK(in_school({table({{"Functie", "Naam"}, {"Directeur buurtcentrum", "Els Bos"}, {"Conciërge", "J. Vos"}})})
              .empty());
    CHECK(in_school({table({{"", "Naam", "Telefoon"}, {"Directeur", "Els Bos", "06-12345678"}})}) ==
          "directie=Els Bos, 06-12345678");
}

TEST_CASE("a table with a row for each location names the persons of each, and no telephone of the school") {
    CHECK(in_school({table({{strong("Locatie"), strong("Directeur"), strong("IB'er"), strong("Telefoon")},
                            {"Noord", "Els Bos", "Jan Vos", "0318-111111"},
                            {"Zuid", "Wim Kip", "Anna Mol", "0318-222222"}})}) ==
          "directie=Els Bos/Wim Kip interne_begeleiding=Jan Vos/Anna Mol");
    // One row below its headings is a form.
    CHECK(in_school({table({{"Adres", "Telefoon", "Directeur"}, {"Zegge 1", "0318-111111", "Els Bos"}}, 1)}) ==
          "directie=Els Bos school.adres=Zegge 1 school.telefoon=0318-111111");
}

TEST_CASE("a table with a column for each location has no value of the school, one with remarks has") {
    CHECK(in_school({table({{"", "Locatie Noord", "Locatie Zuid"},
                            {"Telefoon", "0318-111111", "0318-222222"},
                            {"Aantal leerlingen", "210", "98"}})})
              .empty());
    CHECK(in_school({table({{"", "", "Opmerking"}, {"Aantal leerlingen", "210", "op 1 oktober"}})}) ==
          "school.leerlingaantal=210");
}

TEST_CASE("a table with a column for each location names the persons of all") {
    CHECK(in_school({table({{"", "SO De Brug", "VSO De Haven"},
                            {"Locatieleider", "Els Bos", "Wim Kip"},
                            {"Intern begeleider", "Jan Vos", ""}})}) ==
          "directie=Els Bos/Wim Kip interne_begeleiding=Jan Vos");
    CHECK(in_school({table({{"", "Naam", "Werkdagen"}, {"Directeur", "Els Bos", "ma, di"}})}) ==
          "directie=Els Bos (ma, di)");
}

TEST_CASE("a day behind the label of a count is no count") {
    CHECK(in_school({table({{"Aantal leerlingen op 1 oktober 2021", "187"}})}) == "school.leerlingaantal=187");
    CHECK(in_school({table({{"Aantal leerlingen per 1-10-2021", "187"}})}) == "school.leerlingaantal=187");
}

TEST_CASE("the first section is read as the front is where nothing says what it is") {
    const std::vector<Block> data{table({{"School", "OBS De Brug"}, {"Schoolleiding", "J. Jansen"}})};
    CHECK(found(read_fields(Form(), {}, {}, {section("overig", data), section("visie", {p("Rust.")})})) ==
          "directie=J. Jansen school.naam=OBS De Brug");
    CHECK(read_fields(Form(), {}, {}, {section("visie", {p("Rust.")}), section("overig", data)}).empty());
    CHECK(read_fields(Form(), {}, {p("Bestuur: ASG")}, {section("overig", data)}).size() == 1);
    // Where no section is known, each may be the one.
    CHECK(read_fields(Form(), {}, {}, {section("overig", {p("Rust.")}), section("overig", data)}).size() == 2);
}

TEST_CASE("of rows for locations below one header none is the school's, where they differ") {
    const Block two =
        table({{"Locatie", "Adres", "Plaats"}, {"Oost", "Dam 1", "Ermelo"}, {"West", "Laan 80", "Ermelo"}}, 1);
    CHECK(in_school({two}) == "school.plaats=Ermelo");
    CHECK(in_school({table({{"Adres", "Plaats"}, {"Dam 1", "Ermelo"}}, 1)}) ==
          "school.adres=Dam 1 school.plaats=Ermelo");
}

TEST_CASE("an address is no label") {
    CHECK(in_school({p("Mail naar naam@school.nl")}).find("school.naam") == std::string::npos);
}

TEST_CASE("words of an address are no label, and a prompt is no value") {
    CHECK(in_school({table({{"E-mail", "naam@school.nl"}})}).empty());
    CHECK(in_school({table({{"Directeur", "naam"}, {"Telefoon", "0000-000000"}})}).find("school.naam") ==
          std::string::npos);
}

TEST_CASE("a label that is a letter off is read, with less confidence") {
    CHECK(in_school(
              {table({{"Direkteur", "J. Jansen"}, {"Interne begleider", "A. Bakker"}, {"Telefon", "036-1234567"}})}) ==
          "directie=J. Jansen interne_begeleiding=A. Bakker school.telefoon=036-1234567");
    CHECK(in_school({p("Schoolbestuuur: ASG")}) == "bestuur.naam=ASG");
    const auto confidence = [](const char* label) {
        return read_fields(Form(), {}, {table({{label, "J. Jansen"}})}).at(0).confidence;
    };
    CHECK(confidence("Direkteur") < confidence("Directeur"));
    CHECK(in_school({p("De direkteur is er op maandag")}).empty());
    CHECK(in_school({table({{"Interne", "www.brug.nl"}})}).empty());  // a word of its own, one letter from "Internet"
}

TEST_CASE("labels stand in running text, behind a comma or a full stop") {
    CHECK(in_school({p("Zonnelaan 40, 1333 EC Almere. Telefoon: 036-1234567. Bestuur: Stichting Zonnig.")}) ==
          "bestuur.naam=Stichting Zonnig school.adres=Zonnelaan 40, 1333 EC Almere school.telefoon=036-1234567");
    CHECK(in_school({p("Directeur: Wim Kok. Commissie van begeleiding: Ans Vos")}) == "directie=Wim Kok");
    CHECK(in_school({p("IB: A. Bakker: ma, di"), p("C. Visser: wo")}) ==
          "interne_begeleiding=A. Bakker: ma, di/C. Visser: wo");
    CHECK(in_school({p("Directeur: drs. W. Kok")}) == "directie=drs. W. Kok");
    CHECK(in_school({p("IB:\tDhr. Wim Kok: ma, di / Dhr. Ad Vos: wo")}) ==
          "interne_begeleiding=Dhr. Wim Kok: ma, di / Dhr. Ad Vos: wo");
    CHECK(in_school({p("Wij bellen met de directie, telefoon is er altijd")}).empty());
}

TEST_CASE("the number of pupils is no group's, and a figure by year gives way to the one beside the label") {
    CHECK(in_school({table({{"Groep", "Aantal leerlingen"}, {"1/2", "45"}, {"3", "20"}})}) == "");
    CHECK(in_school({table({{"Groep", "Aantal leerlingen"}, {"1/2", "45"}, {"3", "20"}, {"Totaal", "65"}})}) ==
          "school.leerlingaantal=65");
    CHECK(in_school({table({{"", "2012-2013", "2013-2014"}, {"Aantal leerlingen", "60", "64"}}),
                     p("Aantal leerlingen op 1 oktober 2013: 65")}) == "school.leerlingaantal=65");
}

TEST_CASE("below a heading that names another the data are not the school's") {
    const std::vector<Block> board{p("Naam: ASG"), p("Dorpsstraat 1, 1333 EC Almere"), p("Telefoon: 036-1"),
                                   p("Directeur: B. Bakker")};
    const std::vector<Block> school{p("Telefoon: 036-2"), p("Directeur: J. Jansen"), p("Havenweg 3, 1334 AB Almere")};
    const auto read = [&](Block over_board, Block over_school) {
        std::vector<Block> blocks{std::move(over_board)};
        blocks.insert(blocks.end(), board.begin(), board.end());
        blocks.push_back(std::move(over_school));
        blocks.insert(blocks.end(), school.begin(), school.end());
        return in_school(std::move(blocks));
    };
    const std::string right =
        "bestuur.naam=ASG directie=J. Jansen school.adres=Havenweg 3, 1334 AB Almere school.telefoon=036-2";
    CHECK(read(p("Bestuur", bold), p("School", bold)) == right);
    CHECK(read(p("Gegevens van het schoolbestuur", bold), p("Gegevens van de school", bold)) == right);
    CHECK(read(p("Bestuur:"), p("School:")) == right);
    // What heads the rest need not say that it is the school's; a label that only schools have says it too.
    CHECK(read(p("Bestuur", bold), p("Wie en waar", bold)) == right);
    CHECK(read(p("Bestuur", bold), p("Brinnummer: 08KA")) ==
          "bestuur.naam=ASG directie=J. Jansen school.adres=Havenweg "
          "3, 1334 AB Almere school.brin=08KA school.telefoon=036-2");
    // Below the other's heading may stand its name.
    CHECK(in_school({p("Samenwerkingsverband", bold), p("SWV Zuid", bold), p("Telefoon: 036-1"), p("School", bold),
                     p("Telefoon: 036-2")}) == "samenwerkingsverband=SWV Zuid school.telefoon=036-2");
    // A board with its name behind it heads nothing.
    CHECK(in_school({p("Bestuur: ASG", bold), p("Telefoon: 036-2")}) == "bestuur.naam=ASG school.telefoon=036-2");
    CHECK(in_school({p("Gegevens van school en bestuur", bold), p("Telefoon: 036-2")}) == "school.telefoon=036-2");
    // A row of its own in a table heads the rows below it, to the end of the table.
    CHECK(in_school({table({{CellText("Bestuur", 2)}, {"Naam", "ASG"}, {"Telefoon", "036-1"}}),
                     p("Telefoon: 036-2")}) == "bestuur.naam=ASG school.telefoon=036-2");
}

TEST_CASE("the director of the board leads the school where nobody else does") {
    CHECK(in_school({p("Directeur: J. Jansen"), p("Directeur-bestuurder: B. Bakker")}) == "directie=J. Jansen");
    CHECK(in_school({p("Directeur-bestuurder: B. Bakker"), p("Directeur: J. Jansen")}) == "directie=J. Jansen");
    CHECK(in_school({p("Directeur-bestuurder: B. Bakker")}) == "directie=B. Bakker");
}

TEST_CASE("a telephone in the board's row is the board's where the school has one too") {
    CHECK(in_school({table({{"Schoolbestuur", "Stichting Zon", "Telefoon", "0527-111222"},
                            {"Bezoekadres bestuur", "Markt 1", "E-mail", "info@zon.nl"},
                            {"School", "OBS De Brug", "Telefoon", "0527-333444"},
                            {"Bezoekadres", "Dam 2", "E-mail", "brug@zon.nl"}})}) ==
          "bestuur.naam=Stichting Zon school.adres=Dam 2 school.email=brug@zon.nl school.naam=OBS De Brug "
          "school.telefoon=0527-333444");
    CHECK(in_school({table({{"Naam school", "OBS De Brug", "Adres", "Dam 2"},
                            {"Bestuur", "Stichting Zon", "Telefoon", "0527-333444"}})})
              .find("school.telefoon=0527-333444") != std::string::npos);
}

TEST_CASE("the only address in the school's data needs no label") {
    CHECK(in_school({p("KBS De Vlieger (09XX)"), p("Molenweg 7"), p("5616 JX Eindhoven"), p("040 - 123 45 67"),
                     p("info@vlieger.example.nl | www.vlieger.example.nl")}) ==
          "school.adres=Molenweg 7/5616 JX Eindhoven school.brin=09XX school.email=info@vlieger.example.nl "
          "school.telefoon=040 - 123 45 67 school.website=www.vlieger.example.nl");
    // What stands beside a telephone that has its label, or behind a dash.
    CHECK(in_school({p("Molenweg 7, 5616 JX Eindhoven | tel. 040 123 45 67 | info@vlieger.example.nl")}) ==
          "school.adres=Molenweg 7, 5616 JX Eindhoven school.email=info@vlieger.example.nl "
          "school.telefoon=040 123 45 67 | info@vlieger.example.nl");
    CHECK(in_school({p("Molenweg 7, 5616 JX Eindhoven"), p("040 – 123 45 67 – info@vlieger.example.nl")}) ==
          "school.adres=Molenweg 7, 5616 JX Eindhoven school.email=info@vlieger.example.nl "
          "school.telefoon=040 – 123 45 67");
    CHECK(in_school({p("Molenweg 7, 5616 JX Eindhoven"), p("Directeur: Jan Bos, jan@vlieger.example.nl")})
              .find("school.email") == std::string::npos);
    CHECK(in_school({p("KBS De Vlieger"), p("Molenweg 7"), p("5616 JX Eindhoven")}) ==
          "school.adres=Molenweg 7/5616 JX Eindhoven");
    CHECK(in_school({table({{"Locatie", "Kerkeland 8, 3011 BD Zoetermeer"}})}) ==
          "school.adres=Kerkeland 8, 3011 BD Zoetermeer");
    // A label comes first; of two addresses, a board's or a partner's nothing says that it is the school's.
    CHECK(in_school({p("Adres: Dam 1, 1333 EC Almere"), p("Molenweg 7, 5616 JX Eindhoven")}) ==
          "school.adres=Dam 1, 1333 EC Almere");
    CHECK(in_school({p("Molenweg 7, 5616 JX Eindhoven"), p("Dam 1, 1333 EC Almere")}).empty());
    CHECK(in_school({p("Het bestuur:"), p("Molenweg 7, 5616 JX Eindhoven")}).find("school.adres") == std::string::npos);
    CHECK(in_school({p("Postbus 9, 3800 AA Amersfoort")}).empty());
    CHECK(in_school({table({{"GGD", "Molenweg 7, 5616 JX Eindhoven"}})}).empty());
    CHECK(in_school({p("In 2014 AB gestart")}).empty());
}

TEST_CASE("an address may stand among other words") {
    const std::pair<const char*, std::string> cases[] = {
        {"U vindt ons aan de Molenweg 7, 5616 JX Eindhoven.", "Molenweg 7, 5616 JX Eindhoven"},
        {"Ons gebouw staat aan het Burgemeester van der Veldeplein 12a, 2911 AA Capelle aan den IJssel en is open.",
         "Burgemeester van der Veldeplein 12a, 2911 AA Capelle aan den IJssel"},
        {"Basisschool Aan de Maas, Kasteelstraat 9-11, 6222 BC Maastricht, onderdeel van Stichting Zon",
         "Kasteelstraat 9-11, 6222 BC Maastricht"},
        {"Wij zijn van Stichting Zon. Wij zitten aan de Vaart Z.Z. 18, 9401 GH Assen", "Vaart Z.Z. 18, 9401 GH Assen"},
        {"Molenweg 7, 5616 JX Eindhoven | 040 - 123 45 67", "Molenweg 7, 5616 JX Eindhoven"},
        {"Molenweg 7 - 5616 JX Eindhoven - 0411-123456 - info@brug.nl", "Molenweg 7 - 5616 JX Eindhoven"},
        {"Vestigingsnummer 98XX01 - Molenweg 7 - 5616 JX Eindhoven", "Molenweg 7 - 5616 JX Eindhoven"},
    };
    for (const auto& [text, address] : cases) {
        CAPTURE(address);
        const std::string fields = in_front({p(text)});
        CAPTURE(fields);
        CHECK(fields.find("school.adres=" + address) != std::string::npos);
    }
    // In a long text too, and labels with it.
    std::string prose;
    while (prose.size() < 400) prose += "Wij leren samen in een klein dorp. ";
    prose += "U vindt ons aan de Molenweg 7, 5616 JX Eindhoven. Telefoon: 040-1234567. BRIN: 09XX.";
    CHECK(in_front({p(prose)}) ==
          "school.adres=Molenweg 7, 5616 JX Eindhoven school.brin=09XX. school.telefoon=040-1234567.");
    CHECK(in_front({p("Het bestuur zit aan de Molenweg 7, 5616 JX Eindhoven.")}).empty());
    CHECK(in_front({p("Het bestuur zit aan het postbus 7, 5616 JX Eindhoven.")}).empty());
}

TEST_CASE("in a table with a column for the school and one for the board each has its own") {
    CHECK(in_school({table({{CellText("Gegevens school", 2), CellText("Gegevens bestuur", 2)},
                            {"Naam", "OBS De Brug", "Naam", "Stichting Polder"},
                            {"Adres", "Dorpsstraat 1", "Adres", "Kantoorlaan 2"},
                            {"Telefoon", "036-1234567", "Telefoon", "036-7654321"},
                            {"Directeur", "J. Jansen", "Directeur", "B. Bos"}})}) ==
          "bestuur.naam=Stichting Polder directie=J. Jansen school.adres=Dorpsstraat 1 school.naam=OBS De Brug "
          "school.telefoon=036-1234567");
    CHECK(in_school({table({{"School", "Bestuur"},
                            {"OBS De Brug", "Stichting Polder"},
                            {"Dorpsstraat 1", "Kantoorlaan 2"},
                            {"1333 EC Almere", "1300 AA Almere"}})}) ==
          "bestuur.naam=Stichting Polder school.adres=Dorpsstraat 1/1333 EC Almere school.naam=OBS De Brug");
    // Labels with their values beside each other are no headings of columns.
    CHECK(in_school({table({{"Naam school", "OBS De Brug", "Bestuur", "Stichting Polder"},
                            {"Adres", "Dorpsstraat 1", "Telefoon", "036-1234567"}})}) ==
          "bestuur.naam=Stichting Polder school.adres=Dorpsstraat 1 school.naam=OBS De Brug "
          "school.telefoon=036-1234567");
}

TEST_CASE("the names of columns of a table of versions are no version") {
    CHECK(in_school({table({{"Versie", "Datum", "Auteur", "Wijziging"}, {"0.1", "12-01-2024", "J. Jansen", "opzet"}})})
              .find("Datum") == std::string::npos);
}

TEST_CASE("of a table of versions the last one with a date is the version") {
    CHECK(in_front({table({{"Versie", "Datum", "Auteur"},
                           {"0.1", "12-01-2024", "J. Jansen"},
                           {"1.0", "3 mei 2024", "K. Bos"},
                           {"", "", ""}})}) == "versie.datum=3 mei 2024 versie.tekst=1.0");
}

TEST_CASE("labels beside their values are no table of versions") {
    CHECK(in_front({table({{"Versie", "1.0", "Datum", "2 mei 2024"}, {"Directeur", "K. Bos", "MR", "3 mei 2024"}})})
              .find("3 mei") == std::string::npos);
}

TEST_CASE("a line among the school's data may be its version") {
    CHECK(in_school({p("Naam de school: De Brug"), p("Definitieve versie 1 mei 2015")}) ==
          "school.naam=De Brug versie.datum=1 mei 2015 versie.tekst=Definitieve versie 1 mei 2015");
}

TEST_CASE("a sentence gives a value in words of its field") {
    const std::pair<const char*, const char*> cases[] = {
        {"De Brug valt onder Stichting Regge & Dinkel.", "bestuur.naam=Stichting Regge & Dinkel"},
        {"Wij zijn onderdeel van Onderwijsstichting De Lucht (bevoegd gezag 40877).",
         "bestuur.naam=Onderwijsstichting De Lucht"},
        {"De Brug telt 143 leerlingen, verdeeld over acht groepen.", "school.leerlingaantal=143"},
        {"Onze directeur is mevrouw Tjitske de Boer; intern begeleider is Sjoerd Bos (ma).",
         "directie=mevrouw Tjitske de Boer interne_begeleiding=Sjoerd Bos (ma)"},
        {"De Brug telt op 1 oktober 2019 143 leerlingen.", "school.leerlingaantal=143"},
        {"De Brug telt ruim 1.143 leerlingen.", "school.leerlingaantal=1.143"},
        {"Rector is Marlies Bos.", "directie=Marlies Bos"},
        {"Ondersteuningscoördinator is Sjoerd Bos.", "interne_begeleiding=Sjoerd Bos"},
        {"Op 1 oktober telde de school 143 leerlingen.", "school.leerlingaantal=143"},
        {"Een dorpsschool in Zoelen met 94 leerlingen.", "school.leerlingaantal=94"},
        {"OBS De Brug heeft 143 leerlingen.", "school.leerlingaantal=143"},
        {"Wij hebben 94 leerlingen in vier groepen.", "school.leerlingaantal=94"},
        {"Onze intern begeleiders zijn Karin Zand en Sjoerd Bos.", "interne_begeleiding=Karin Zand en Sjoerd Bos"},
        {"Wij zijn een protestants-christelijke basisschool.", "school.denominatie=protestants-christelijke"},
        {"Onze school is een openbare daltonschool met 187 leerlingen.",
         "school.denominatie=openbare school.leerlingaantal=187"},
        {"Wij zijn een openbare instelling.", ""},
        {"Kwaliteitscoördinatoren zijn Ruud Zand (groep 1-4) en Esther Bos (groep 5-8).",
         "interne_begeleiding=Ruud Zand (groep 1-4) en Esther Bos"},
        {"De school staat onder leiding van directeur Marlies Bos.", "directie=Marlies Bos"},
        {"De directeur heet Marlies Bos (aanwezig ma, di en do).", "directie=Marlies Bos (aanwezig ma, di en do)"},
        {"De directeur is Marlies Bos (zie onze website).", "directie=Marlies Bos"},
        {"Vraag het onze intern begeleider, Ruud Zand (maandag).", "interne_begeleiding=Ruud Zand (maandag)"},
        {"De interne begeleiding doet Ruud Zand, op woensdag.", "interne_begeleiding=Ruud Zand"},
        {"Onze intern begeleider helpt daarbij.", ""},
        {"De school maakt deel uit van de vereniging voor PCBO Zuidsloot.",
         "bestuur.naam=vereniging voor PCBO Zuidsloot"},
        {"De school maakt deel uit van een vereniging.", ""},
        {"De school wordt geleid door mevrouw K. Zand.", "directie=mevrouw K. Zand"},
        {"Op dit moment bezoeken 88 kinderen onze school.", "school.leerlingaantal=88"},
        {"Groep 3 telt 25 leerlingen.", ""},
        {"Wij hebben 12 leerlingen met dyslexie.", ""},
        {"De plusklas met 15 leerlingen.", ""},
        {"Het dorp heeft 143 leerlingen.", ""},
        {"Onze stichting telt 5400 leerlingen.", ""},
        {"De peuteropvang is onderdeel van Stichting Kinderzon.", ""},
        {"De school valt onder toezicht van de inspectie.", ""},
        {"De Brug is een van de scholen van Stichting 1824.", "bestuur.naam=Stichting 1824"},
        {"De school wordt bezocht door 176 leerlingen.", "school.leerlingaantal=176"},
        {"U kunt ons bellen op 070-5551234, of per mail via info@brug.example.org.",
         "school.email=info@brug.example.org school.telefoon=070-5551234"},
        {"Ons bestuur is Vereniging De Kade.", "bestuur.naam=Vereniging De Kade"},
        {"De directeur is verantwoordelijk.", ""},
    };
    for (const auto& [text, fields] : cases) {
        CAPTURE(std::string(text));
        CHECK(in_front({p(text)}) == fields);
    }
    // A label comes first.
    CHECK(in_front({p("De Brug valt onder Stichting Zon."), p("Bestuur: Stichting Maan")}) ==
          "bestuur.naam=Stichting Maan");
}

TEST_CASE("in a list of labels and tabs an unknown label ends the value above it") {
    CHECK(in_school({p("Directie\tM. Zand, S. Bos\nCvB-voorzitter\tP. Mol")}) == "directie=M. Zand, S. Bos");
    CHECK(in_school({p("Directie\tM. Zand\n\tS. Bos")}) == "directie=M. Zand/S. Bos");
}

TEST_CASE("a sentence may say where to ring or write, and a code stand behind an address") {
    CHECK(in_front({p("Vragen? Bel 070 555 12 34 of mail naar info@brug.example.org.")}) ==
          "school.email=info@brug.example.org school.telefoon=070 555 12 34");
    CHECK(in_front({p("Bel de GGD op 070 555 12 34.")}).empty());
    CHECK(in_front({p("CBS De Brug, Laan 2, 9285 XM Ede (brin 99XX)")}).find("school.brin=99XX") != std::string::npos);
}

TEST_CASE("an address between angle brackets is a value, a prompt between them is none") {
    CHECK(in_school({p("E-mail: <info@brug.example.org>")}) == "school.email=<info@brug.example.org>");
    CHECK(in_school({p("E-mail: <vul in>")}).empty());
}

TEST_CASE("an address has neither the name nor the label that a print has joined to it") {
    CHECK(in_front({p("Schoolondersteuningsprofiel OBS De Brug"), p("OBS De Brug Laan 2\n9285 XM Ede")})
              .find("school.adres=Laan 2/9285 XM Ede") != std::string::npos);
    CHECK(in_school({p("Adres Laan 2, 9285 XM Ede")}) == "school.adres=Laan 2, 9285 XM Ede");
    CHECK(in_school({p("Internet www.brug.example.org")}) == "school.website=www.brug.example.org");
}

TEST_CASE("what somebody does may stand behind the name, where nothing else says who does it") {
    CHECK(in_school({p("Contactpersoon: Els Bos, directeur")}) == "directie=Els Bos");
    CHECK(in_school({p("Els Bos is directeur. Jan van Vos is intern begeleider.")}) ==
          "directie=Els Bos interne_begeleiding=Jan van Vos");
    CHECK(in_school({p("Directie: Wim Kip"), p("Els Bos, directeur")}) == "directie=Wim Kip");
    const std::vector<Block> data{p("School: OBS De Brug")};
    const std::vector<Block> list{item("Els Bos – intern begeleider onderbouw (ma t/m do)"),
                                  item("Wim Kip - intern begeleider (vr)"), item("Ria Mol - leerkracht")};
    CHECK(found(read_fields(Form(), {}, {}, {section("schoolgegevens", data), section("overig", list)})) ==
          "interne_begeleiding=Els Bos (ma t/m do)/Wim Kip (vr) school.naam=OBS De Brug");
    const auto signed_by = [&](const char* text) {
        return found(
            read_fields(Form(), {}, {}, {section("schoolgegevens", data), section("vaststelling", {p(text)})}));
    };
    CHECK(signed_by("Namens de school: mw. E. Bos, directeur") == "directie=mw. E. Bos school.naam=OBS De Brug");
    // Of the board, of another body, or in running text under an unknown heading.
    CHECK(signed_by("Namens het bestuur: E. Bos, directeur-bestuurder") == "school.naam=OBS De Brug");
    CHECK(signed_by("Els Bos, directeur van de bibliotheek") == "school.naam=OBS De Brug");
    CHECK(found(read_fields(Form(), {}, {},
                            {section("schoolgegevens", data), section("overig", {p("Els Bos, directeur")})})) ==
          "school.naam=OBS De Brug");
}

TEST_CASE("the name of a person ends where another sentence begins") {
    CHECK(in_front({p("Directeur: Ton Zand. Onze school staat in het dorp.")}) == "directie=Ton Zand");
    CHECK(in_front({p("Directeur: mevr. A.B. de Boer")}) == "directie=mevr. A.B. de Boer");
}

TEST_CASE("years of another plan, or in a sentence about something else, are not the profile's") {
    CHECK(in_front({p("Schoolplan 2023-2027")}).empty());
    CHECK(in_front({p("Planperiode schoolplan: 2023-2027")}).empty());
    CHECK(in_front({p("In de jaren 2019-2023 is onze school flink gegroeid.")}).empty());
    CHECK(in_front({p("Bijlage bij het schoolplan: ondersteuningsprofiel 2023-2027")}) ==
          "versie.planperiode=2023-2027");
    CHECK(in_front({p("Dit profiel geldt voor de jaren 2023-2027.")}) == "versie.planperiode=2023-2027");
}

TEST_CASE("days on which somebody works have labels of their own") {
    CHECK(in_school({table({{"Intern begeleider", "K. Bos"}, {"Werkdagen intern begeleider", "ma, di"}}),
                     p("Werkdagen directeur: wo, do")}) ==
          "directie.werkdagen=wo, do interne_begeleiding=K. Bos interne_begeleiding.werkdagen=ma, di");
}

TEST_CASE("telephone and addresses beside the school's may have a letter before them") {
    CHECK(in_front({p("Turfweg 112\n9409 XB Assen\nT: (0592) 55 01 77\nE: info@brug.example.org\nFax: 0592 550178")}) ==
          "school.adres=Turfweg 112/9409 XB Assen school.email=info@brug.example.org school.telefoon=(0592) 55 01 77");
}

TEST_CASE("a sentence that introduces the school says its name") {
    const auto name_in = [](const char* text) { return in_front({p("Zo helpen wij"), p(text)}); };
    CHECK(name_in("De Waterjuffer is een openbare basisschool in het dorp.") ==
          "school.denominatie=openbare school.naam=De Waterjuffer");
    CHECK(name_in("Kindcentrum De Vlieger is een school voor daltononderwijs.") ==
          "school.naam=Kindcentrum De Vlieger");
    for (const char* text :
         {"Onze school is een openbare basisschool.", "De school is een basisschool met acht groepen.",
          "Een daltonschool is een school waar kinderen kiezen.", "De Brug is een brug.",
          "De montessorischool is een school voor alle kinderen."})
        CHECK(name_in(text).find("school.naam") == std::string::npos);
}

TEST_CASE("a code in the row of the school that this one comes from is not its own") {
    CHECK(in_front({table({{"Voorganger van deze school", "De Lichtboei (99XX)"}})}).empty());
}

TEST_CASE("a day of adoption is a weaker version than what is called one") {
    Story footer;
    footer.kind = Story::Kind::footer;
    footer.blocks = {p("Versie 2.1 – 15-06-2018")};
    CHECK(
        found(read_fields(Form(), {p("Vastgesteld op 1-6-2018")}, {}, {}, {footer})).find("versie.datum=15-06-2018") !=
        std::string::npos);
}

TEST_CASE("a code in a sentence may be another school's") {
    CHECK(in_front(
              {p("Schoolondersteuningsprofiel"), p("Dit profiel is opgesteld in samenwerking met OBS De Buur (99XX).")})
              .empty());
    CHECK(in_front({p("OBS De Brug (99AB)")}) == "school.brin=99AB school.naam=OBS De Brug");
}

TEST_CASE("of figures by year the last year's is the school's") {
    CHECK(in_school({table({{"Indicator", "2011", "2012", "2013"}, {"Aantal leerlingen", "110", "104", "98"}}, 1)}) ==
          "school.leerlingaantal=98");
    CHECK(in_school({table({{"Schooljaar", "Aantal leerlingen"}, {"2014-2015", "110"}, {"2015-2016", "98"}}, 1)})
              .find("school.leerlingaantal=98") != std::string::npos);
    // The corner names what all rows count.
    CHECK(in_school({table({{"Aantal leerlingen", "2015", "2016"}, {"Onderbouw", "50", "52"}}, 1)}).empty());
    CHECK(in_school({table({{"Aantal leerlingen", "212"}, {"Schooljaar", "2015-2016"}})}) ==
          "school.leerlingaantal=212 versie.schooljaar=2015-2016");
}

TEST_CASE("a line right below the title that ends as a school's name is one") {
    for (const char* line :
         {"Franciscusschool", "Kon. Beatrixschool", "Trinitas College", "Sint-Odulphus College", "Vechtlyceum"}) {
        CAPTURE(line);
        CHECK(in_front({p("Schoolondersteuningsprofiel"), p(line)}) == std::string("school.naam=") + line);
        CHECK(in_front({p(line)}).empty());
    }
    for (const char* line : {"Passend onderwijs op onze basisschool", "Basisschool", "Havo, atheneum en gymnasium",
                             "de middelbare school", "Wij zijn een lerende dorpsschool in beweging."}) {
        CAPTURE(line);
        CHECK(in_front({p("Schoolondersteuningsprofiel"), p(line)}).empty());
    }
}

TEST_CASE("what stands beside a school's code right below the title is its name") {
    const std::pair<const char*, const char*> lines[] = {
        {"99XX00 De Vlieger", "school.brin=99XX00 school.naam=De Vlieger"},
        {"99XX – ’t Schrijverke", "school.brin=99XX school.naam=’t Schrijverke"},
        {"De Vlieger (99XX)", "school.brin=99XX school.naam=De Vlieger"},
        {"Vestiging Noord: 99XX01", "school.brin=99XX01"},
        {"van OBS De Vlieger", "school.naam=OBS De Vlieger"}};
    for (const auto& [line, expected] : lines) {
        CAPTURE(line);
        CHECK(in_front({p("Schoolondersteuningsprofiel"), p(line)}) == expected);
    }
    CHECK(in_front({p("99XX De Vlieger")}) == "school.brin=99XX");
}

TEST_CASE("the name of who signs is not the school's") {
    CHECK(in_front({p("Namens het bestuur:"), p("Naam: A. Pietersen"), p("Functie: bestuurder")}).empty());
    CHECK(in_front({table({{"Naam", "A. Pietersen"}, {"Functie", "directeur"}})}).empty());
    CHECK(in_front({p("Naam: De Vlieger"), p("Plaats: Ede")}) == "school.naam=De Vlieger school.plaats=Ede");
}

TEST_CASE("schools for secondary education have labels of their own") {
    CHECK(in_school({p("Rector: drs. H. Kuipers")}) == "directie=drs. H. Kuipers");
    CHECK(in_school({p("Dir.\tE. Haan")}) == "directie=E. Haan");
    CHECK(in_school({p("Brinnr.: 99AB")}) == "school.brin=99AB");
    CHECK(in_school({p("Onderwijsaanbod: vmbo-t, havo, vwo")}) == "school.schoolsoort=vmbo-t, havo, vwo");
}

TEST_CASE("an adoption that does not say by whom is no board's") {
    CHECK(in_front({p("vastgesteld 27 maart 2018")}).find("vaststelling") == std::string::npos);
    CHECK(in_front({p("Vastgesteld door het bestuur: 27 maart 2018")}).find("vaststelling.bestuur") !=
          std::string::npos);
}

TEST_CASE("of thousands of labels of one field the first are read") {
    std::vector<Block> lines;
    for (int i = 0; i < 4000; ++i) lines.push_back(p("Telefoon: 036-" + std::to_string(1000000 + i)));
    const auto fields = read_fields(Form(), {}, std::move(lines));
    REQUIRE_FALSE(fields.empty());
    CHECK(fields[0].raw == "036-1000000");
    CHECK(fields.size() <= 200);
}

TEST_CASE("an instruction to choose is an empty field") {
    CHECK(in_school({p("Bestuur: kies: ASG / Prisma / SKO"), p("Directie: J. Jansen")}) == "directie=J. Jansen");
    CHECK(in_school({p("Bestuur: Kies Mee")}) == "bestuur.naam=Kies Mee");
}

TEST_CASE("a table to sign is no table of persons, but for the director where nothing else says who") {
    CHECK(found(read_fields(Form(), {}, {p("Bestuur: ASG")},
                            {section("vaststelling", {table({{"Functie", "Naam", "Plaats en datum", "Handtekening"},
                                                             {"Voorzitter MR", "Tom Kip", "Almere, 20 april 2015", ""},
                                                             {"Directeur", "Els Bos", "Almere, 1 mei 2015", ""}},
                                                            1)})})) ==
          "bestuur.naam=ASG directie=Els Bos vaststelling.mr_advies=20 april 2015");
}

TEST_CASE("values that disagree are all given, the surest first") {
    const auto fields =
        read_fields(Form(), {p("Schoolondersteuningsprofiel van De Poort")}, {p("Naam de school: De Brug")});
    REQUIRE(fields.size() == 2);
    CHECK(fields[0].raw == "De Brug");
    CHECK(fields[1].raw == "De Poort");
    CHECK(fields[1].method == Method::heading);
    CHECK(fields[0].confidence > fields[1].confidence);
}

TEST_CASE("labels are looked for where they belong") {
    CHECK(found(read_fields(Form(), {}, {p("Bestuur: ASG")},
                            {section("grenzen", {p("Directie: beslist na overleg"), p("Naam: X"),
                                                 p("Datum: 1 mei 2015")})})) == "bestuur.naam=ASG");
    CHECK(found(read_fields(Form(), {}, {}, {section("verbeterpunten", {p("Advies MR: 20-04-2015")})})) ==
          "vaststelling.mr_advies=20-04-2015");
    CHECK(in_front({p("Naam: De Brug"), p("Plaats: Almere")}) == "school.naam=De Brug school.plaats=Almere");
}

TEST_CASE("headers and footers are a weaker source") {
    Story header;
    header.blocks = {p("Schoolondersteuningsprofiel OBS De Brug 2014-2018")};
    const auto fields = read_fields(Form(), {}, {p("Bestuur: ASG")}, {}, {header});
    CHECK(found(fields) == "bestuur.naam=ASG school.naam=OBS De Brug versie.planperiode=2014-2018");
    CHECK(fields[0].field == "school.naam");
    CHECK(fields[0].confidence < 0.7);

    Story note;
    note.kind = Story::Kind::footnote;
    note.blocks = {p("Bestuur: een ander")};
    CHECK(read_fields(Form(), {}, {p("Bestuur: ASG")}, {}, {note}).size() == 1);
}

TEST_CASE("a school's name is read from the title") {
    const std::pair<const char*, const char*> cases[] = {
        {"Schoolondersteuningsprofiel van PCB De Brug", "school.naam=PCB De Brug"},
        {"Schoolondersteuningsprofiel OBS De Brug", "school.naam=OBS De Brug"},
        {"SCHOOLONDERSTEUNINGSPROFIEL (SOP) – De Brug", "school.naam=De Brug"},
        {"Schoolondersteuningsprofiel De Brug", "school.naam=De Brug"},
        {"Schoolondersteuningsprofiel 2014-2018 OBS De Brug", "school.naam=OBS De Brug versie.planperiode=2014-2018"},
        {"Schoolondersteuningsprofiel OBS De Brug, Almere", "school.naam=OBS De Brug"},
        {"Schoolondersteuningsprofiel oecumenische basisschool De Brug",
         "school.naam=oecumenische basisschool De Brug"},
        {"Schoolondersteuningsprofiel OBS De Brug versie 2, mei 2018",
         "school.naam=OBS De Brug versie.datum=mei 2018 versie.tekst=versie 2, mei 2018"},
        {"OBS De Brug", "school.naam=OBS De Brug"},
        {"Basisschool ’t Spoor", "school.naam=Basisschool ’t Spoor"},
        // No names:
        {"Schoolondersteuningsprofiel", ""},
        {"Reformatorische basisschool De Brug", "school.naam=Reformatorische basisschool De Brug"},
        {"Praktijkschool De Brug", "school.naam=Praktijkschool De Brug"},
        {"Format Schoolondersteuningsprofiel Primair Onderwijs Almere", ""},
        {"Schoolondersteuningsprofiel Primair Onderwijs Almere", ""},
        {"Schoolondersteuningsprofiel Contact gegevens: Dorpsstraat 1 Almere", ""},
        {"Schoolondersteuningsprofiel van de scholen van Stichting Zuid", ""},
        {"Schoolondersteuningsprofiel Passend Onderwijs Regio Zuid", ""},
        {"Basisschool is meer dan leren.", ""},
        {"Het schoolondersteuningsprofiel van onze school is vastgesteld.", ""},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(in_front({p(text)}) == expected);
    }
}

TEST_CASE("versions, school years and periods are read from lines without label") {
    const std::pair<const char*, const char*> cases[] = {
        {"Definitieve versie 1 mei 2015", "versie.datum=1 mei 2015 versie.tekst=Definitieve versie 1 mei 2015"},
        {"Versie 1.1 / april 2018", "versie.datum=april 2018 versie.tekst=Versie 1.1 / april 2018"},
        {"06-01-2014; versie 1", "versie.datum=06-01-2014 versie.tekst=06-01-2014; versie 1"},
        {"CONCEPT", "versie.tekst=CONCEPT"},
        {"CONCEPT, versie 3, 12 september 2024. Vervangt het profiel van 4 juni 2020.",
         "versie.datum=12 september 2024 versie.tekst=CONCEPT, versie 3, 12 september 2024"},
        {"Schooljaar 2013/2014 – definitieve versie april 2014",
         "versie.datum=april 2014 versie.schooljaar=2013/2014 – definitieve versie april 2014 "
         "versie.tekst=definitieve versie april 2014"},
        {"Dit profiel is geactualiseerd in november 2020",
         "versie.datum=november 2020 versie.tekst=geactualiseerd in november 2020"},
        {"Almere, april 2015", "versie.datum=april 2015 versie.tekst=april 2015"},
        {"september 2019", ""},
        {"Na het bezoek van de inspectie, april 2015", ""},
        {"Vorige versie: 12 maart 2016", ""},
        {"Schooljaar 2016 – 2017", "versie.schooljaar=2016 – 2017"},
        {"Cursusjaar 2013/2014", "versie.schooljaar=2013/2014"},
        {"schooljaar 14-15", "versie.schooljaar=14-15"},
        {"2014-2018", "versie.planperiode=2014-2018"},
        {"Almere, 2016-2017", "versie.schooljaar=2016-2017"},
        {"Periode 2014 tot 2018", "versie.planperiode=2014 tot 2018"},
        {"Periode augustus 2014 tot en met juli 2018", "versie.planperiode=2014 tot en met juli 2018"},
        {"Dit is een eigen versie van het verhaal", ""},
        {"Tel 036-2014-2018", "school.telefoon=036-2014-2018"},
        {"Bestuur: Zuid 2014-2018", "bestuur.naam=Zuid 2014-2018"},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(in_front({p(text)}) == expected);
    }
    CHECK(found(read_fields(Form(), {}, {p("Bestuur: ASG")},
                            {section("visie", {p("In schooljaar 2012-2013 zijn we verhuisd.")})})) ==
          "bestuur.naam=ASG");
}

TEST_CASE("who signs as director is one where nothing else says who is") {
    const auto signing = [](std::vector<Block> front, std::vector<Block> blocks) {
        return found(read_fields(Form(), {}, std::move(front), {section("vaststelling", std::move(blocks))}));
    };
    const std::vector<Block> columns{table({{"Directeur", "Voorzitter MR"}, {"M. Peeters", "J. Crins"}})};
    CHECK(signing({}, columns) == "directie=M. Peeters");
    CHECK(signing({p("Directie: K. Bos")}, columns) == "directie=K. Bos");
    CHECK(signing({}, {table({{"Functie", "Naam", "Handtekening"},
                              {"Directeur", "M. Peeters", ""},
                              {"Voorzitter MR", "J. Crins", ""}})}) == "directie=M. Peeters");
    CHECK(signing({}, {table({{"Directeur", "Voorzitter MR"}, {"Handtekening:", "Handtekening:"}})}) == "");
}

TEST_CASE("advice and adoption are read from sentences, tables and blocks to sign") {
    const auto closing = [](std::vector<Block> blocks) {
        return found(read_fields(Form(), {}, {}, {section("vaststelling", std::move(blocks))}));
    };
    const std::pair<const char*, const char*> cases[] = {
        {"De MR heeft op 20 april 2015 positief geadviseerd.", "vaststelling.mr_advies=20 april 2015"},
        {"Advies MR: 20-04-2015", "vaststelling.mr_advies=20-04-2015"},
        {"Vastgesteld door het bestuur d.d. 1 mei 2015", "vaststelling.bestuur=1 mei 2015"},
        {"De MR heeft op 20 april 2015 geadviseerd en het bestuur heeft het op 1 mei 2015 vastgesteld.",
         "vaststelling.bestuur=1 mei 2015 vaststelling.mr_advies=20 april 2015"},
        {"Vastgesteld door het bestuur op 1 mei 2015 na positief advies van de MR.", "vaststelling.bestuur=1 mei 2015"},
        {"De MR heeft op 4 april 2015 kennisgenomen van en op 9 mei 2015 positief geadviseerd over dit profiel.",
         "vaststelling.mr_advies=9 mei 2015"},
        {"Besproken met de MR op 26 mrt. ’19", "vaststelling.mr_advies=26 mrt. ’19"},
        {"MR besproken d.d. 7-6-'16, bestuur vastgesteld 1 juli 2016",
         "vaststelling.bestuur=1 juli 2016 vaststelling.mr_advies=7-6-'16"},
        // Not stated:
        {"Het vorige profiel is op 1-2-2014 vastgesteld door het bestuur en besproken met de MR op 3-3-2014.", ""},
        {"Het bestuur stelde op 12 maart 2015 het nieuwe schoolplan vast.", ""},
        {"In mei 2019 staat dit profiel weer op de agenda van de MR ter advies.", ""},
        {"Het bestuur heeft op 1 mei 2015 de MR om advies gevraagd.", ""},
        {"De MR zal op 20 april 2015 advies geven.", ""},
        {"De MR heeft op 20 april 2015 nog geen advies gegeven.", ""},
        {"Op 20 april 2015 was de MR compleet.", ""},
    };
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(closing({p(text)}) == expected);
    }
    const std::string both = "vaststelling.bestuur=1 mei 2015 vaststelling.mr_advies=20-04-2015";
    CHECK(closing({table({{"Functie", "Datum", "Handtekening"},
                          {"Voorzitter MR", "20-04-2015", ""},
                          {"Bestuurder", "1 mei 2015", ""}})}) == both);
    CHECK(closing({table({{"", "Namens het bestuur", "Namens de MR"},
                          {"Naam", "J. Jansen", "P. Smit"},
                          {"Datum", "1 mei 2015", "20-04-2015"}})}) == both);
    CHECK(closing({table({{"Directeur", "Voorzitter MR", "College van Bestuur"},
                          {"K. Bos", "P. Smit", "J. Jansen"},
                          {"Datum: 8-4-2015", "Datum: 20-04-2015", "Datum: 1 mei 2015"}})}) ==
          "directie=K. Bos " + both);
    CHECK(closing({p("Vastgesteld door het bestuur: 1 mei 2015 (instemming MR: 20-04-2015)")}) == both);
    CHECK(closing({p("MR: 20-04-2015\nBestuur (Stichting Zon): 1 mei 2015")}) == both);
    CHECK(closing({p("MR d.d. 20-04-2015"), p("Bestuur d.d. 1 mei 2015")}) == both);
    CHECK(closing({p("Vastgesteld: 1 mei 2015 (instemming MR: 20-04-2015)")}) == "vaststelling.mr_advies=20-04-2015");
    CHECK(closing({p("Namens de MR"), p("Naam: P. Smit"), p("Datum: 20-04-2015"), p("Handtekening:"),
                   p("Namens het bestuur"), p("Naam: J. Jansen"), p("Datum: 1 mei 2015")}) == both);
}

TEST_CASE("the introduction may tell the years of the profile in a sentence") {
    const auto introduced = [](const char* text) {
        return found(read_fields(Form(), {}, {}, {section("inleiding", {p(text)}), section("grenzen", {p("x")})}));
    };
    CHECK(introduced("Dit profiel geldt voor de jaren 2014-2018.") == "versie.planperiode=2014-2018");
    CHECK(introduced("Dit SOP is opgesteld in het schooljaar 2013-2014.") == "versie.schooljaar=2013-2014");
    CHECK(introduced("Het vorige profiel gold voor 2010-2014.") == "");
    CHECK(introduced("Het schoolplan loopt van 2014-2018.") == "");
}

TEST_CASE("a statement elsewhere counts only when it is about the profile") {
    const auto elsewhere = [](const char* text) {
        return found(read_fields(Form(), {}, {}, {section("ouders", {p(text)}), section("grenzen", {p("x")})}));
    };
    CHECK(elsewhere("De MR heeft op 3 maart 2014 ingestemd met het pestprotocol.") == "");
    CHECK(elsewhere("De MR heeft op 3 maart 2014 ingestemd met dit schoolondersteuningsprofiel.") ==
          "vaststelling.mr_advies=3 maart 2014");
}

TEST_CASE("directors, supervisors, pupils and days of the MR have many labels") {
    const std::pair<const char*, const char*> cases[] = {
        {"Directeur IKC: A. Bos", "directie=A. Bos"},
        {"Directeur-bestuurder: A. Bos", "directie=A. Bos"},
        {"Plv. directeur: A. Bos", "directie=A. Bos"},
        {"Vestigingsdirecteur: A. Bos", "directie=A. Bos"},
        {"Zorgcoördinatoren: A. Bos", "interne_begeleiding=A. Bos"},
        {"Leerlingen 1 oktober 2022: 167", "school.leerlingaantal=167"},
        {"Vastgesteld in de MR d.d.: 15-03-2021", "vaststelling.mr_advies=15-03-2021"},
        {"MR-advies ontvangen op: 28 februari 2022", "vaststelling.mr_advies=28 februari 2022"},
        {"Datum instemming MR: 6 mei 2015", "vaststelling.mr_advies=6 mei 2015"},
    };
    for (const auto& [text, value] : cases) {
        CAPTURE(text);
        CHECK(in_school({p(text)}) == value);
    }
}

TEST_CASE("weak labels in front count where only a guess is the section of the school's data") {
    Section guess = section("schoolgegevens", {p("Adres: Brugweg 1")});
    guess.is_guess = true;
    CHECK(found(read_fields(Form(), {p("Datum: 5 november 2017")}, {}, {guess})) ==
          "school.adres=Brugweg 1 versie.datum=5 november 2017");
    guess.is_guess = false;
    CHECK(found(read_fields(Form(), {p("Datum: 5 november 2017")}, {}, {guess})) == "school.adres=Brugweg 1");
}

TEST_CASE("the code of the only partnership that the text names is the school's") {
    const auto in = [](std::vector<Block> blocks) {
        return found(read_fields(Form(), {}, {}, {section("visie", std::move(blocks))}));
    };
    CHECK(in({p("Wij horen bij SWV Linde, PO 25-07.")}) == "samenwerkingsverband=Linde, PO 25-07");
    CHECK(in({p("afspraken in het samenwerkingsverband PO Linde (PO 30.08)")}) ==
          "samenwerkingsverband=PO Linde (PO 30.08)");
    CHECK(in({p("Ons samenwerkingsverband heeft als nummer PO 25-07.")}) == "samenwerkingsverband=PO 25-07");
    CHECK(in({p("Wij horen bij SWV Linde, PO 25-07."), p("Soms werkt SWV VO 25-08 mee.")}).empty());
    CHECK(in({p("De PO 25-07 is een formulier.")}).empty());
    CHECK(in({p("In het samenwerkingsverband PO 2015 is dit besproken.")}).empty());
}

TEST_CASE("a side bar tells of the school beside the text of any section") {
    const std::vector<Block> bar{p("Ieder kind telt."),  p("Adres", bold),  p("Perenhof 17, 4033 AN Lienden"),
                                 p("Telefoon", bold),    p("0488-555133"),  p("Directie", bold),
                                 p("Bas Verwoert"),      p("E-mail", bold), p("info@boom.example.org"),
                                 p("Zo werken wij ook.")};
    const auto in = [](std::string id, std::vector<Block> blocks) {
        return found(
            read_fields(Form(), {}, {}, {section("visie", {p("a")}), section(std::move(id), std::move(blocks))}));
    };
    const std::string fields = in("basisondersteuning", bar);
    CHECK(fields.find("directie=Bas Verwoert") != std::string::npos);
    CHECK(fields.find("school.telefoon=0488-555133") != std::string::npos);
    // Whose they are is not told there, and two labels are in any text.
    CHECK(in("externe_partners", bar).find("Verwoert") == std::string::npos);
    CHECK(in("basisondersteuning", {bar[5], bar[6], bar[7], bar[8]}).find("Verwoert") == std::string::npos);
}

TEST_CASE("a name right below a line for the board is the board's") {
    CHECK(in_school({p("School", bold), p("Naam: OBS De Brug"), p("Bestuur", bold), p("Naam: Stichting Linde")}) ==
          "bestuur.naam=Stichting Linde school.naam=OBS De Brug");
}

TEST_CASE("a value ends at a bar before the next label, known or not") {
    CHECK(in_school({p("Bestuur: Stichting Linde | Zorgniveau: basis")}) == "bestuur.naam=Stichting Linde");
}

TEST_CASE("names of fields in a table of arrangements on its side are no labels") {
    CHECK(in_school({table({{"", "Taal", "Gedrag"},
                            {"Begeleiding", "RT", "coach"},
                            {"Onderwijsmaterialen", "laptop", "timer"},
                            {"Samenwerking met", "SWV", "Jeugdteam"}})})
              .empty());
}

}  // namespace sop
