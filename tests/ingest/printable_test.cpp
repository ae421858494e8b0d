#include "ingest/printable.h"

#include <doctest/doctest.h>

using namespace sop;

TEST_CASE("what is shown steers no terminal and runs in no other direction") {
    struct Row {
        std::string_view text, expected;
    };
    for (const auto& [text, expected] : {
             Row{"école – n°1 عربي €", "école – n°1 عربي €"},
             Row{"a\x1b[31mb\nc\x7f", "a?[31mb?c?"},
             Row{"\u0080a\u009b31m\u0085\u00a0", "?a?31m?\u00a0"},
             Row{"sop\u202efdp.docx", "sop?fdp.docx"},
             Row{"\u061c\u200e\u200f\u2028\u2029\u202a\u2066\u2069\u2027\u206a", "????????\u2027\u206a"},
             Row{"\xe2\x80", "\xe2\x80"},
         }) {
        CAPTURE(text);
        CHECK(printable(text) == expected);
    }
    CHECK(printable(std::string_view("\0", 1), ' ') == " ");
}
