#include "ingest/diagnostic.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace sop;

TEST_CASE("the same diagnostic is kept once, with a count and its first origin") {
    std::vector<Diagnostic> diagnostics;
    Diagnostic first{"OPEN_WIJZIGINGEN", Severity::warning, "Er staan wijzigingen open.", {}, 1};
    first.origin.path = "body/p[1]";
    Diagnostic again = first;
    again.origin.path = "body/p[9]";
    again.count = 2;
    Diagnostic other = first;
    other.message = "Er staan verplaatsingen open.";
    for (const Diagnostic& item : {first, other, again}) add_diagnostic(diagnostics, item);
    REQUIRE(diagnostics.size() == 2);
    CHECK(diagnostics[0].count == 3);
    CHECK(diagnostics[0].origin.path == "body/p[1]");
    CHECK(diagnostics[1].count == 1);
}

TEST_CASE("every error has a code of its own and a Dutch sentence") {
    std::set<std::string_view> codes;
    for (int i = 0; i <= static_cast<int>(ErrorCode::internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        CAPTURE(i);
        CHECK(codes.insert(code_of(code)).second);
        const std::string sentence = ConversionError(code).what();
        CHECK(sentence.size() > 30);
        CHECK(sentence.ends_with('.'));
    }
    CHECK(code_of(ErrorCode::legacy_doc) == "OUD_WORD_FORMAAT");
    CHECK(code_of(ErrorCode::internal) == "INTERNE_FOUT");
}

TEST_CASE("an error names the part and the detail between parentheses") {
    const std::string plain = ConversionError(ErrorCode::over_limit).what();
    const std::string stem = plain.substr(0, plain.size() - 1);
    CHECK(ConversionError(ErrorCode::over_limit, "word/styles.xml", "nesting").what() ==
          stem + " (word/styles.xml: nesting).");
    CHECK(ConversionError(ErrorCode::over_limit, "word/styles.xml").what() == stem + " (word/styles.xml).");
    CHECK(ConversionError(ErrorCode::over_limit, "", "nesting").what() == stem + " (nesting).");
}

TEST_CASE("the name of a part that is too long to be one is cut off in the message") {
    const ConversionError error(ErrorCode::damaged_part, std::string(50'000, 'x'));
    CHECK(error.where().size() < 200);
    CHECK(std::string(error.what()).size() < 400);
}
