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
    const RunReport report{
        .files = {{.path = "a.docx",
                   .id = "sha256:1",
                   .record = "a.docx.json",
                   .soort = "sop",
                   .diagnostics = 2,
                   .has_remarks = true,
                   .failure = {}},
                  {.path = "b.doc",
                   .id = "sha256:2",
                   .record = {},
                   .soort = {},
                   .diagnostics = 0,
                   .has_remarks = false,
                   .failure = Failure{"OUD_WORD_FORMAAT", "Oud.", "b.doc", "sha256:2"}}},
        .skipped = {{"c.txt", "ander bestandstype"}},
    };
    CHECK(totals_of(report) == RunTotals{.converted = 1, .with_remarks = 1, .failed = 1, .skipped = 1});
    CHECK(write_report(report) == R"({
  "aantallen": {
    "geconverteerd": 1,
    "met_opmerkingen": 1,
    "mislukt": 1,
    "overgeslagen": 1
  },
  "bestanden": [
    {
      "pad": "a.docx",
      "uitkomst": "geconverteerd",
      "id": "sha256:1",
      "record": "a.docx.json",
      "soort": "sop",
      "meldingen": 2,
      "opmerkingen": true,
      "fout": null
    },
    {
      "pad": "b.doc",
      "uitkomst": "mislukt",
      "id": "sha256:2",
      "record": null,
      "soort": null,
      "meldingen": 0,
      "opmerkingen": false,
      "fout": {
        "code": "OUD_WORD_FORMAAT",
        "bericht": "Oud.",
        "bestandsnaam": "b.doc",
        "id": "sha256:2"
      }
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
