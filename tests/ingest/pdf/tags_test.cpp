#include "ingest/pdf/tags.h"

#include <doctest/doctest.h>

#include "tests/ingest/pdf/scan_pages.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

// Two pages (objects 5 + n and 7 + n where n are `objects`), a tree whose root is object 4.
Tags tags_of(const std::vector<std::string>& objects, const std::string& root_entries = "/K 5 0 R",
             const PdfLimits& limits = {}) {
    std::vector<std::string> all{"<< /Type /StructTreeRoot " + root_entries + " >>"};
    all.insert(all.end(), objects.begin(), objects.end());
    const std::string file = sop::test::pdf({{}, {}}, all, "/StructTreeRoot 4 0 R");
    std::vector<Diagnostic> diagnostics;
    PdfFile pdf(file, {}, limits, diagnostics);
    CHECK(pdf.is_tagged());
    return pdf.tags(diagnostics);
}

// "Table(TR(TH(1:0) TD+2v3(1:1)))"
std::string sketch(const Tags& tags, int index) {
    const Tag& tag = tags.tags[static_cast<std::size_t>(index)];
    std::string text = tag.role;
    if (tag.column_span > 1) text += "+" + std::to_string(tag.column_span);
    if (tag.row_span > 1) text += "v" + std::to_string(tag.row_span);
    text += '(';
    for (const Tag::Content& content : tag.content) {
        if (text.back() != '(') text += ' ';
        text += content.child >= 0 ? sketch(tags, content.child)
                                   : std::to_string(content.page) + ":" + std::to_string(content.mcid);
    }
    return text + ")";
}

std::string sketch(const Tags& tags) {
    std::string text;
    for (const int root : tags.roots) text += sketch(tags, root);
    return text;
}

}  // namespace

TEST_CASE("elements give their role, children and marked content in order, pages inherited") {
    // Pages are objects 12 and 14: eight objects before them, each page after its content.
    const Tags tags =
        tags_of({"<< /S /Document /K [6 0 R 7 0 R 8 0 R] /Pg 12 0 R >>", "<< /S /H1 /K 0 >>",
                 "<< /S /P /K [1 << /Type /MCR /MCID 2 >> << /Type /MCR /Pg 14 0 R /MCID 0 >> 9 0 R] >>",
                 "<< /S /P /Pg 14 0 R /K [1 << /Type /OBJR /Obj 3 0 R >>] >>", "<< /Type /MCR /MCID 3 >>", "null"});
    CHECK(sketch(tags) == "Document(H1(1:0) P(1:1 1:2 2:0 1:3) P(2:1))");
}

TEST_CASE("roles are mapped to standard ones, chains and circles too") {
    const Tags tags = tags_of({"<< /S /Kop#201 /K [<< /S /Tussen >> << /S /Rond >> << /S /P >> << /S /Onbekend >>] >>"},
                              "/K [5 0 R] /RoleMap << /Kop#201 /H1 /Tussen /Kop#201 /Rond /Rond /P /Figure >>");
    CHECK(sketch(tags) == "H1(H1() Rond() P() Onbekend())");
}

TEST_CASE("spans come from attribute objects, arrays of them and classes") {
    const Tags tags = tags_of(
        {"<< /S /TR /K [6 0 R 7 0 R 8 0 R 9 0 R 10 0 R] >>", "<< /S /TD /A << /O /Table /RowSpan 3 >> >>",
         "<< /S /TD /A [<< /O /Layout /Width 5 >> 0 << /O /Table /ColSpan 2 >> 0] >>", "<< /S /TD /A 11 0 R >>",
         "<< /S /TD /C /Breed >>", "<< /S /TH /A << /ColSpan -4 /RowSpan 99999999 >> >>", "<< /O /Table /ColSpan 4 >>"},
        "/K 5 0 R /ClassMap << /Breed << /O /Table /ColSpan 5 >> >>");
    CHECK(sketch(tags) == "TR(TDv3() TD+2() TD+4() TD+5() THv1000())");
}

TEST_CASE("alternative and replacement text are kept") {
    const Tags tags = tags_of({"<< /S /Figure /Alt (het gebouw) /ActualText <FEFF00E9> >>"});
    CHECK(tags.tags[0].alt == "het gebouw");
    CHECK(tags.tags[0].actual_text == "é");
}

TEST_CASE("loops and shared elements are met once, parents stand before children") {
    const Tags tags = tags_of({"<< /S /Sect /K [6 0 R 6 0 R 5 0 R] >>", "<< /S /P /K [5 0 R 6 0 R] >>"});
    CHECK(sketch(tags) == "Sect(P())");
    for (std::size_t i = 0; i < tags.tags.size(); ++i)
        for (const Tag::Content& content : tags.tags[i].content) CHECK(content.child > static_cast<int>(i));
}

TEST_CASE("arrays of arrays that hold each other are read once, and take no time") {
    PdfLimits limits;
    limits.tags = 10;  // doubling arrays would use up what it allows
    CHECK(sketch(tags_of({"[6 0 R 6 0 R 5 0 R]", "[7 0 R 7 0 R 5 0 R]", "[8 0 R 8 0 R]", "[9 0 R 9 0 R]",
                          "[10 0 R 10 0 R]", "[11 0 R 11 0 R]", "<< /S /P >>"},
                         "/K 5 0 R", limits)) == "P()");
    // An array of marked content that two elements share is read for each.
    CHECK(sketch(tags_of({"[6 0 R 7 0 R]", "<< /S /P /Pg 10 0 R /K 8 0 R >>", "<< /S /P /Pg 10 0 R /K 8 0 R >>",
                          "[0 1]"})) == "P(1:0 1:1)P(1:0 1:1)");
}

TEST_CASE("a tree that makes no sense gives what can be read") {
    for (const char* object :
         {"null", "[]", "<<", "<< /S >>", "<< /S 3 >>", "<< /K 0 >>", "<< /S /P /K [[[[", "<< /S /P /K << >> >>"}) {
        CAPTURE(object);
        CHECK(tags_of({object}).tags.size() <= 1);
    }
    CHECK(tags_of({}, "/K 99 0 R").tags.empty());
    CHECK(tags_of({}, "").roots.empty());
}

TEST_CASE("a tree in object streams is read like any other") {
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 4 0 R >>");
    builder.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    builder.add("<< /Type /Page /Parent 2 0 R >>");
    builder.add("<< /Type /StructTreeRoot /K 5 0 R >>");
    builder.add("<< /S /P /Pg 3 0 R /K [0 1] >>");
    std::vector<Diagnostic> diagnostics;
    const std::string file = builder.build_compressed(1);
    CHECK(sketch(PdfFile(file, {}, {}, diagnostics).tags(diagnostics)) == "P(1:0 1:1)");
}
