#include "extract/notes.h"

#include <doctest/doctest.h>

using namespace sop;

namespace {

Block paragraph(const std::string& text, const std::string& note = "") {
    Paragraph made;
    made.inlines.push_back(Text{text});
    if (!note.empty()) made.inlines.push_back(NoteMark{note});
    return {std::move(made)};
}

Block table(Block cell) {
    Table made;
    made.rows.push_back({false, {Cell{0, 1, 1, false, {std::move(cell)}, {}}}});
    return {std::move(made)};
}

Story story(Story::Kind kind, const std::string& id, const std::string& text) {
    return {kind, id, {paragraph(text)}, {}};
}

}  // namespace

TEST_CASE("a note stands at the end of the section that refers to it, once, and none is lost") {
    Extraction extraction;
    extraction.sections.resize(2);
    extraction.sections[0].blocks = {paragraph("visie", "footnote 2"), table(paragraph("cel", "footnote 1")),
                                     paragraph("slot", "footnote 2")};
    extraction.sections[1].blocks = {paragraph("grenzen")};
    append_notes(extraction,
                 {story(Story::Kind::header, "header1", "kop"), story(Story::Kind::footnote, "footnote 1", "een"),
                  story(Story::Kind::footnote, "footnote 2", "twee"),
                  story(Story::Kind::endnote, "endnote 1", "zonder verwijzing"),
                  story(Story::Kind::comment, "comment 1", "opmerking")});
    CHECK(plain_text(extraction.sections[0].blocks) == "visie\ncel\nslot\ntwee\neen");
    CHECK(plain_text(extraction.sections[1].blocks) == "grenzen\nzonder verwijzing");
    REQUIRE(extraction.diagnostics.size() == 2);
    CHECK(extraction.diagnostics[0].code == "VOETNOTEN");
    CHECK(extraction.diagnostics[0].count == 3);
    CHECK(extraction.diagnostics[1].code == "KOP_EN_VOETTEKST");
    CHECK(extraction.diagnostics[1].count == 1);
}

TEST_CASE("without sections a note stands behind the text, and nothing is said where there are none") {
    Extraction extraction;
    append_notes(extraction, {story(Story::Kind::footnote, "footnote 1", "noot")});
    CHECK(plain_text(extraction.front) == "noot");
    Extraction empty;
    append_notes(empty, {});
    CHECK(empty == Extraction{});
}
