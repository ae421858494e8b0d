#include "export/log_line.h"

#include <doctest/doctest.h>

using namespace sop;

namespace {

LogLine line_of(std::string_view file) {
    return {.time = "2026-11-26T13:05:19Z",
            .level = "fout",
            .state = "mislukt",
            .file = file,
            .code = "LEESFOUT",
            .milliseconds = 12,
            .message = {}};
}

}  // namespace

TEST_CASE("a line says when, how bad, what, how long and of which file") {
    CHECK(as_text(line_of("in/a.docx")) == "2026-11-26T13:05:19Z fout mislukt LEESFOUT 12 ms: in/a.docx\n");
    CHECK(
        as_json(line_of("in/a.docx")) ==
        R"({"tijd":"2026-11-26T13:05:19Z","niveau":"fout","staat":"mislukt","bestand":"in/a.docx","code":"LEESFOUT","ms":12})"
        "\n");
}

TEST_CASE("what a line does not say has no key") {
    const LogLine line{.time = "t",
                       .level = "info",
                       .state = "einde",
                       .file = {},
                       .code = {},
                       .milliseconds = {},
                       .message = "2 bestanden"};
    CHECK(as_text(line) == "t info einde: 2 bestanden\n");
    CHECK(as_json(line) == R"({"tijd":"t","niveau":"info","staat":"einde","bericht":"2 bestanden"})"
                           "\n");
}

TEST_CASE("no name of a file ends a line or steers a terminal") {
    for (const std::string_view name : {"a\n\x1b[31mb.docx", "a\u2028\u009b31mb.docx", "a\u202e\u061cb.docx"}) {
        CAPTURE(name);
        CHECK(as_text(line_of(name)).find("a??") != std::string::npos);
        CHECK(as_text(line_of(name)).find_first_of("\n\x1b\u009b\u2028\u202e\u061c") ==
              as_text(line_of(name)).size() - 1);
    }
    CHECK(as_json(line_of("a\n\"\\\x1b.docx")).find(R"("bestand":"a\n\"\\\u001b.docx")") != std::string::npos);
}
