#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/pdf/pdf.h"
#include "tests/support/pdf_builder.h"

using namespace sop;
using namespace sop::test;

namespace {

// Three paragraphs, each in marked content of its own; objects from 4 on are `objects`.
Document read(const std::vector<std::string>& objects, const std::string& catalog) {
    std::string content;
    for (int i = 0; i < 3; ++i)
        content += "/P <</MCID " + std::to_string(i) + ">> BDC BT /F1 10 Tf 50 " + std::to_string(700 - 60 * i) +
                   " Td (Een alinea met woorden) Tj ET EMC ";
    return read_pdf(pdf({{content, "/StructParents 0", {}}}, objects, catalog), {});
}

// The page is the last object, behind its content.
std::string page_of(const std::vector<std::string>& objects) {
    return reference(first_free + static_cast<int>(objects.size()) + 1);
}

std::string codes(const Document& document) {
    std::string codes;
    for (const Diagnostic& diagnostic : document.diagnostics) codes += diagnostic.code + " ";
    return codes;
}

}  // namespace

TEST_CASE("a structure tree that cannot be trusted leaves a document as it is without one") {
    const Document untagged = read({}, {});
    REQUIRE(untagged.blocks.size() == 3);
    const struct {
        const char* what;
        std::vector<std::string> objects;  // %: the page
        std::string codes;
    } cases[] = {
        {"no tree", {"null"}, ""},
        {"a name", {"/StructTreeRoot"}, ""},
        {"without elements", {"<< /Type /StructTreeRoot >>"}, ""},
        {"not closed", {"<< /Type /StructTreeRoot /K [5 0 R", "<< /S /P /K ["}, ""},
        {"in itself", {"<< /Type /StructTreeRoot /K [4 0 R] >>"}, ""},
        {"of another page",
         {"<< /Type /StructTreeRoot /K 5 0 R >>", "<< /S /P /Pg % /K [7 8 9] >>"},
         "STRUCTUUR_NIET_VERTROUWD "},
        {"that knows one word in three",
         {"<< /Type /StructTreeRoot /K 5 0 R >>", "<< /S /H1 /Pg % /K 0 >>"},
         "STRUCTUUR_NIET_VERTROUWD "},
        {"deeper than its limit",
         [] {
             std::vector<std::string> objects{"<< /Type /StructTreeRoot /K 5 0 R >>"};
             for (int i = 1; i < 200; ++i)
                 objects.push_back("<< /S /Sect /Pg % /K " + reference(first_free + i + 1) + " >>");
             objects.push_back("<< /S /P /Pg % /K [0 1 2] >>");
             return objects;
         }(),
         "STRUCTUUR_OVERGESLAGEN "},
    };
    for (auto [what, objects, expected] : cases) {
        CAPTURE(std::string(what));
        const std::string page = page_of(objects);
        for (std::string& object : objects)
            if (const std::size_t at = object.find('%'); at != std::string::npos) object.replace(at, 1, page);
        const Document document = read(objects, "/StructTreeRoot 4 0 R /MarkInfo << /Marked true >>");
        CHECK(document.blocks == untagged.blocks);
        CHECK(codes(document) == expected);
    }
}

TEST_CASE("a structure tree that fits is taken") {
    std::vector<std::string> objects{"<< /Type /StructTreeRoot /K [5 0 R 6 0 R] >>"};
    objects.resize(3);
    objects[1] = "<< /S /H2 /Pg " + page_of(objects) + " /K 0 >>";
    objects[2] = "<< /S /P /Pg " + page_of(objects) + " /K [1 2] >>";
    const Document document = read(objects, "/StructTreeRoot 4 0 R /MarkInfo << /Marked true >>");
    REQUIRE(document.blocks.size() >= 2);
    CHECK(std::get<Paragraph>(document.blocks[0].content).heading == 2);
}
