#include <doctest/doctest.h>

#include <algorithm>

#include "export/archive/csv.h"
#include "export/archive/mdto.h"
#include "export/json.h"
#include "export/one_line.h"

using namespace sop;

namespace {

SopRecord with_arrangement(Arrangement arrangement) {
    SopRecord record;
    record.document.id = "sha256:" + std::string(64, '0');
    record.arrangementen = {std::move(arrangement)};
    return record;
}

ArchivedDocument document() {
    ArchivedDocument result;
    result.id = "sha256:1";
    result.bestandsnaam = "a & b.docx";
    result.soort = "sop";
    result.converted = "2026-01-01T00:00:00Z";
    result.converter = "1";
    return result;
}

// The cell of a column of the only row.
std::string cell(const std::string& rows, std::size_t column) {
    std::size_t at = 0;
    for (; column > 0; --column) at = rows.find(';', at) + 1;
    return rows.substr(at, rows.find_first_of(";\r", at) - at);
}

constexpr std::size_t begeleiding = 16, overig = 20, omvang = 21;

}  // namespace

TEST_CASE("JSON on one line is what write_ndjson() gives") {
    SopRecord record = with_arrangement({});
    record.school.naam = "De \"Proef\" \\ : { , } \\";
    record.voorwerk = {Alinea{"twee  spaties\nen een regel", {}}};
    CHECK(on_one_line(write_json(record)) == write_ndjson(record));
}

TEST_CASE("a cell cannot be taken for a formula, a separator or another row") {
    struct Row {
        std::string text, cell;
    };
    for (const auto& [text, expected] : {
             Row{"gewoon", "gewoon"},
             Row{"=1+1", "'=1+1"},
             Row{"+31", "'+31"},
             Row{"@SUM", "'@SUM"},
             Row{"-1", "'-1"},
             Row{"- een\n- twee", "\"• een\n• twee\""},
             Row{"a - b", "a - b"},
             Row{"\"a\"", "\"\"\"a\"\"\""},
         }) {
        CAPTURE(text);
        Arrangement arrangement;
        arrangement.begeleiding = text;
        CHECK(cell(csv_rows(document(), write_json(with_arrangement(arrangement))), begeleiding) == expected);
    }
}

TEST_CASE("a row has as many cells as there are columns, with several values in one") {
    Arrangement arrangement;
    arrangement.overig = {{"Aantal", "4"}, {"Wie", "IB"}};
    arrangement.omvang = {{1, "uur", "week", "1 uur per week"}, {2, "dag", {}, "2 dagen"}};
    const std::string rows = csv_rows(document(), write_json(with_arrangement(arrangement)));
    CHECK(std::ranges::count(rows, ';') == std::ranges::count(csv_header(), ';'));
    CHECK(cell(rows, overig) == "\"Aantal: 4\nWie: IB\"");
    CHECK(cell(rows, omvang) == "1 uur per week, 2 dagen");
    CHECK(csv_rows(document(), write_json(SopRecord{})).empty());
}

TEST_CASE("MDTO says what is known, and nothing of what is not") {
    const std::string record = write_json(SopRecord{});
    ArchivedDocument archived = document();
    MdtoObject object{archived, record, "SWV <Proef>", {"a.docx", "x/y", "sha256:2", 3, "origineel"}, {}};
    const auto has = [&](std::string_view text) { return mdto_of_object(object).find(text) != std::string::npos; };
    CHECK(has("<naam>a &amp; b.docx</naam>"));
    CHECK(has("<verwijzingNaam>SWV &lt;Proef&gt;</verwijzingNaam>"));
    CHECK(has("<begripLabel>Nader te bepalen</begripLabel>\n        <begripBegrippenlijst>"));
    for (const char* absent : {"dekkingInTijd", "taal", "gerelateerdInformatieobject"}) CHECK(!has(absent));
    archived.naam = "De Proef";
    archived.schooljaar = "2014-2015";
    archived.vervangt = "sha256:0";
    CHECK(has("<naam>Schoolondersteuningsprofiel De Proef 2014-2015</naam>"));
    CHECK(has("<dekkingInTijdBegindatum>2014-08-01</dekkingInTijdBegindatum>"));
    CHECK(has("<dekkingInTijdEinddatum>2015-07-31</dekkingInTijdEinddatum>"));
    CHECK(has("<identificatieKenmerk>sha256:0</identificatieKenmerk>"));
    SopRecord with_person;
    with_person.contact.directie = {Persoon{"A. Proef", {}, {}, {}, {}}};
    const std::string personal = write_json(with_person);
    object.record = personal;
    CHECK(has("persoonsgegevens"));
    CHECK(mdto_of_file(object, object.original).find("<checksumWaarde>2</checksumWaarde>") != std::string::npos);
}
