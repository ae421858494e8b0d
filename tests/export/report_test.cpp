#include "export/report.h"

#include <doctest/doctest.h>

using namespace sop;

TEST_CASE("an error object has the contract's keys and a null id where the bytes were never read") {
    CHECK(write_failure({"LEESFOUT", "Het bestand kan niet worden gelezen.", "a.docx", std::nullopt}) == R"({
  "fout": {
    "code": "LEESFOUT",
    "bericht": "Het bestand kan niet worden gelezen.",
    "bestandsnaam": "a.docx",
    "id": null
  }
}
)");
}

TEST_CASE("a report counts and lists every file") {
    FileReport good, bad;
    good.path = "a.docx";
    good.id = "sha256:1";
    good.record = "a.docx.json";
    good.outline = RecordOutline{.soort = "sop",
                                 .sjabloon = "almere-po",
                                 .naam = "OBS De Proef",
                                 .brin = "99AA",
                                 .vestigingscode = "99AA00",
                                 .versie = "2014-2015",
                                 .tekstlaag = "volledig",
                                 .missing = {"grenzen"},
                                 .remarks = {"SECTIE_ONTBREEKT"},
                                 .diagnostics = 2};
    bad.path = "b.doc";
    bad.id = "sha256:2";
    bad.failure = Failure{"OUD_WORD_FORMAAT", "Oud.", "b.doc", "sha256:2"};
    const RunReport report{.day = "2026-11-26", .files = {good, bad}, .skipped = {{"c.txt", "ander bestandstype"}}};
    CHECK(totals_of(report) ==
          RunTotals{.converted = 1, .failed = 1, .skipped = 1, .with_remarks = 1, .overdue = 1, .incomplete = 1});
    CHECK(write_report(report) == R"({
  "dag": "2026-11-26",
  "afgebroken": false,
  "aantallen": {
    "geconverteerd": 1,
    "bekend": 0,
    "met_opmerkingen": 1,
    "mislukt": 1,
    "overgeslagen": 1,
    "niet_gedaan": 0,
    "ouder_dan_vier_jaar": 1,
    "zonder_school": 0,
    "onvolledig": 1,
    "zonder_tekst": 0,
    "geen_profiel": 0
  },
  "bestanden": [
    {
      "pad": "a.docx",
      "uitkomst": "geconverteerd",
      "id": "sha256:1",
      "record": "a.docx.json",
      "soort": "sop",
      "sjabloon": "almere-po",
      "naam": "OBS De Proef",
      "brin": "99AA",
      "vestigingscode": "99AA00",
      "versie": "2014-2015",
      "ouder_dan_vier_jaar": true,
      "zonder_school": false,
      "ontbrekende_secties": [
        "grenzen"
      ],
      "meldingen": 2,
      "opmerkingen": [
        "SECTIE_ONTBREEKT"
      ],
      "vervangt": null,
      "vervangen": false,
      "zelfde_tekst": null,
      "fout": null,
      "advies": null
    },
    {
      "pad": "b.doc",
      "uitkomst": "mislukt",
      "id": "sha256:2",
      "record": null,
      "soort": null,
      "sjabloon": null,
      "naam": null,
      "brin": null,
      "vestigingscode": null,
      "versie": null,
      "ouder_dan_vier_jaar": null,
      "zonder_school": false,
      "ontbrekende_secties": [],
      "meldingen": 0,
      "opmerkingen": [],
      "vervangt": null,
      "vervangen": false,
      "zelfde_tekst": null,
      "fout": {
        "code": "OUD_WORD_FORMAAT",
        "bericht": "Oud.",
        "bestandsnaam": "b.doc",
        "id": "sha256:2"
      },
      "advies": "Open het in Word, kies Opslaan als en bewaar het als .docx."
    }
  ],
  "overgeslagen": [
    {
      "pad": "c.txt",
      "reden": "ander bestandstype"
    }
  ]
}
)");
}

TEST_CASE("a profile is overdue when the last day it may be of lies more than four years back") {
    struct Row {
        const char *versie, *day;
        bool is_overdue;
    };
    for (const Row& row :
         {Row{"2022-11-26", "2026-11-26", false}, Row{"2022-11-25", "2026-11-26", true},
          Row{"2022-11", "2026-11-26", false}, Row{"2022-10", "2026-11-26", true}, Row{"2022", "2026-11-26", false},
          Row{"2021", "2026-11-26", true}, Row{"2021-2022", "2026-07-31", false}, Row{"2021-2022", "2026-08-01", true},
          Row{"2024-02-29", "2028-02-29", false}}) {
        CAPTURE(row.versie);
        CAPTURE(row.day);
        FileReport file;
        file.outline.emplace().soort = "sop";
        file.outline->versie = row.versie;
        CHECK(is_overdue(file, row.day) == row.is_overdue);
        file.is_replaced = true;
        CHECK(is_overdue(file, row.day) == false);
        file.outline->soort = "anders";
        CHECK_FALSE(is_overdue(file, row.day).has_value());
    }
    FileReport undated;
    undated.outline.emplace().soort = "sop";
    CHECK_FALSE(is_overdue(undated, "2026-11-26").has_value());
}
