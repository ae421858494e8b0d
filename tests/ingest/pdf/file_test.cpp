#include "ingest/pdf/file.h"

#include <doctest/doctest.h>

#include "ingest/pdf/metadata.h"
#include "ingest/pdf/objects.h"  // before other headers of QPDF
#include "ingest/pdf/qpdf.h"
#include "tests/ingest/pdf/scan_pages.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

const std::string text = "BT /F1 10 Tf 100 700 Td (tekst) Tj ET";

// What came of a file: the code of its error, else its diagnostics' codes and the number of pages with text.
struct Outcome {
    std::string error;
    std::vector<std::string> diagnostics;
    int pages = 0, with_text = 0;
};

Outcome outcome(const std::string& file, const std::string& password = {}) {
    Outcome result;
    std::vector<Diagnostic> diagnostics;
    try {
        PdfFile pdf(file, password, {}, diagnostics);
        result.pages = pdf.page_count();
        for (int i = 0; i < result.pages; ++i) result.with_text += pdf.scan(i, diagnostics).runs.empty() ? 0 : 1;
    } catch (const ConversionError& error) {
        result.error = code_of(error.code());
    }
    for (const Diagnostic& diagnostic : diagnostics) result.diagnostics.push_back(diagnostic.code);
    return result;
}

std::string two_pages() { return sop::test::pdf({{text, {}, {}}, {text, {}, {}}}); }

enum class Cipher { rc4, aes_128, aes_256 };

std::string encrypted(const char* user, const char* owner, Cipher cipher = Cipher::aes_256) {
    const std::string file = two_pages();
    QPDF qpdf;
    qpdf.processMemoryFile("", file.data(), file.size());
    QPDFWriter writer(qpdf);
    writer.setOutputMemory();
    if (cipher == Cipher::aes_256)
        writer.setR6EncryptionParameters(user, owner, true, true, true, true, true, true, qpdf_r3p_full, true);
    else
        writer.setR4EncryptionParametersInsecure(user, owner, true, true, true, true, true, true, qpdf_r3p_full, true,
                                                 cipher == Cipher::aes_128);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string compressed() {
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R /OutputIntents [<< /S /GTS_PDFA1 >>] >>");
    builder.add("<< /Type /Pages /Kids [4 0 R] /Count 1 >>");
    builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    builder.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> "
        ">>");
    builder.add_stream(text);
    return builder.build_compressed(1);
}

std::string cut(const std::string& file, std::string_view from) { return file.substr(0, file.find(from)); }

// A file that was cut off in the content of its only page.
std::string cut_in_stream() {
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R >>");
    builder.add("<< /Type /Pages /Kids [4 0 R] /Count 1 >>");
    builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    builder.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> "
        ">>");
    builder.add_stream(text);
    return cut(builder.build(1), " ET");
}

// Keys of the catalog and the pages that Poppler would find.
std::pair<std::string, int> seen_by_poppler(const std::string& file) {
    std::vector<Diagnostic> diagnostics;
    PdfFile pdf(file, {}, {}, diagnostics);
    const std::string bytes = pdf.poppler_bytes();
    QPDF qpdf;
    qpdf.processMemoryFile("", bytes.data(), bytes.size());
    std::string keys;
    for (const std::string& key : qpdf.getRoot().getKeys()) keys += key;
    return {keys, static_cast<int>(qpdf.getAllPages().size())};
}

}  // namespace

TEST_CASE("a sound file opens without a word") {
    const Outcome result = outcome(two_pages());
    CHECK(result.error.empty());
    CHECK(result.diagnostics.empty());
    CHECK(result.with_text == 2);
    CHECK(outcome(compressed()).with_text == 1);
    CHECK(outcome("rommel\n" + two_pages()).with_text == 2);
    CHECK(outcome(std::string(5000, '\n') + two_pages()).with_text == 2);
}

TEST_CASE("a damaged file is read as far as it goes, and that is said") {
    std::string no_offsets = two_pages();
    no_offsets.replace(no_offsets.find("startxref"), 12, "startxref\n99");
    const struct {
        const char* what;
        std::string file;
        int with_text;
    } cases[] = {
        {"without its first line", two_pages().substr(two_pages().find('\n') + 1), 2},
        {"without its last line", cut(two_pages(), "startxref"), 2},
        {"with a wrong offset", no_offsets, 2},
        {"without table and trailer", cut(two_pages(), "xref\n"), 2},
        {"without the end of its last stream", cut_in_stream(), 1},
        {"without the last page", cut(two_pages(), "7 0 obj"), 1},
        {"without the end of an object stream's table", cut(compressed(), "startxref"), 1},
        {"without the table of object streams", cut(compressed(), "7 0 obj"), 1},
        {"without a catalog",
         [] {
             std::string file = two_pages();
             file.replace(file.find("/Type /Catalog"), 14, "/Type /Catalos");
             file.replace(file.find("/Pages 2 0 R"), 12, "/Pagen 2 0 R");
             return file;
         }(),
         2},
    };
    for (const auto& [what, file, with_text] : cases) {
        CAPTURE(what);
        const Outcome result = outcome(file);
        CHECK(result.error == "");
        CHECK(result.with_text == with_text);
        CHECK(result.diagnostics == std::vector<std::string>{"BESCHADIGD_PDF"});
    }
}

TEST_CASE("a file without pages, or that is no PDF at all, is refused with the reason") {
    CHECK(outcome(sop::test::pdf(std::vector<PdfPage>{})).error == "GEEN_PAGINAS");
    CHECK(outcome("").error == "BESCHADIGD_PAKKET");
    CHECK(outcome("%PDF-1.7\nniets").error == "BESCHADIGD_PAKKET");
    PdfLimits limits;
    limits.file_bytes = 10;
    std::vector<Diagnostic> diagnostics;
    CHECK_THROWS_AS(PdfFile(two_pages(), {}, limits, diagnostics), ConversionError);
}

TEST_CASE("encryption stands in nobody's way where the password is empty or fits") {
    CHECK(outcome(encrypted("", "eigenaar")).with_text == 2);
    CHECK(outcome(encrypted("geheim", "eigenaar"), "geheim").with_text == 2);
    CHECK(outcome(encrypted("geheim", "eigenaar")).error == "VERSLEUTELD");
    CHECK(outcome(encrypted("geheim", "eigenaar"), "anders").error == "VERSLEUTELD");
}

TEST_CASE("a password fits in whichever encoding the file was encrypted with it") {
    const std::string typed = "Thé";
    CHECK(outcome(encrypted(typed.c_str(), "eigenaar"), typed).with_text == 2);
    CHECK(outcome(encrypted(typed.c_str(), "eigenaar"), "The\u0301").with_text == 2);  // a Mac's letters
    CHECK(outcome(encrypted("Th\xE9", "eigenaar", Cipher::aes_128), typed).with_text == 2);
    CHECK(outcome(encrypted("Th\xE9", "eigenaar", Cipher::aes_128), "The\u0301").with_text == 2);
    CHECK(outcome(encrypted("Th\xE9", "eigenaar", Cipher::rc4), typed).with_text == 2);
    CHECK(outcome(encrypted(typed.c_str(), "eigenaar", Cipher::rc4), typed).with_text == 2);
    CHECK(outcome(encrypted("Th\xE9", "eigenaar", Cipher::rc4), "Thè").error == "VERSLEUTELD");
}

TEST_CASE("a file that encrypts nothing but its attachments is read without a password") {
    // The entries of /U and /O would need one; only what is encrypted matters here.
    const auto file = [](const std::string& filters) {
        PdfBuilder builder;
        builder.add("<< /Type /Catalog /Pages 2 0 R >>");
        builder.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        builder.add("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        builder.add_stream(text);
        builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        const std::string key(96, '0'), long_key(64, '0');
        builder.add(
            "<< /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /EFF /StdCF /CF << /StdCF << /CFM /AESV3 /Length 32 >> "
            ">> /O <" +
            key + "> /U <" + key + "> /OE <" + long_key + "> /UE <" + long_key + "> /Perms <" + std::string(32, '0') +
            "> " + filters + " >>");
        return builder.build(1, "/Encrypt 6 0 R /ID [<00> <00>]");
    };
    CHECK(outcome(file("/StmF /Identity /StrF /Identity")).with_text == 1);
    CHECK(outcome(file("")).with_text == 1);  // Identity is the default
    CHECK(outcome(file("/StmF /StdCF /StrF /StdCF")).error == "VERSLEUTELD");
    CHECK(outcome(file("/StmF /StdCF /StrF /Identity")).error == "VERSLEUTELD");
}

TEST_CASE("page trees with loops, shared nodes and absurd counts give each page once") {
    const struct {
        const char *tree, *kid;
        int pages;
    } cases[] = {{"/Kids [3 0 R] /Count 1000000000", "/Type /Page", 1},
                 {"/Kids [3 0 R] /Count -5", "/Type /Page", 1},
                 {"/Kids [2 0 R 3 0 R]", "/Type /Page", 1},
                 {"/Kids [3 0 R 3 0 R]", "/Type /Page", 1},
                 {"/Kids [3 0 R null 9 0 R]", "/Kids [2 0 R 4 0 R]", 1},
                 {"/Kids [<< /Type /Page >> 3 0 R]", "/Type /Page", 2}};
    for (const auto& [tree, kid, pages] : cases) {
        CAPTURE(tree);
        PdfBuilder builder;
        builder.add("<< /Type /Catalog /Pages 2 0 R >>");
        builder.add(std::string("<< /Type /Pages ") + tree + " >>");
        builder.add(std::string("<< ") + kid + " >>");
        builder.add("<< /Type /Page >>");
        const std::string file = builder.build(1);
        CHECK(outcome(file).pages == pages);
        CHECK(seen_by_poppler(file).second == pages);
    }
}

TEST_CASE("pages inherit boxes, rotation and resources") {
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R >>");
    builder.add(
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 300 400] /Rotate 90 /Resources << /Font << /F1 5 0 R >> "
        ">> >>");
    builder.add("<< /Type /Page /Contents 4 0 R >>");
    builder.add_stream("BT /F1 10 Tf 100 100 Td (x) Tj ET");
    builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    const Page page = scan(builder.build(1));
    CHECK(page.width == 400);
    CHECK(page.height == 300);
    CHECK(page.runs.size() == 1);
}

TEST_CASE("Poppler gets the pages and not what makes it hang or crawl") {
    const std::string catalog =
        "/OutputIntents [<< >>] /AcroForm << >> /StructTreeRoot << >> /Outlines << >> /Lang (nl) /OCProperties << "
        "/OCGs [] >>";
    CHECK(seen_by_poppler(sop::test::pdf({{text, {}, {}}}, {}, catalog)) ==
          std::pair<std::string, int>("/OCProperties/Pages/Type", 1));
    CHECK(seen_by_poppler(compressed()) == std::pair<std::string, int>("/Pages/Type", 1));
    CHECK(seen_by_poppler(encrypted("", "eigenaar")) == std::pair<std::string, int>("/Pages/Type", 2));
    CHECK(seen_by_poppler(cut(two_pages(), "xref\n")) == std::pair<std::string, int>("/Pages/Type", 2));
    std::vector<Diagnostic> diagnostics;
    const std::string plain = two_pages();
    CHECK(PdfFile(plain, {}, {}, diagnostics).poppler_bytes() == plain);
}

TEST_CASE("attachments are named and their bytes are there for the asking") {
    const std::string file =
        sop::test::pdf({{text, {}, {}}},
                       {"<< /Names [(a) 5 0 R] >>", "<< /Type /Filespec /UF (bijlage.docx) /EF << /F 6 0 R >> >>",
                        stream_body(zlib("inhoud"), "/Type /EmbeddedFile /Filter /FlateDecode")},
                       "/Names << /EmbeddedFiles 4 0 R >>");
    std::vector<Diagnostic> diagnostics;
    PdfFile pdf(file, {}, {}, diagnostics);
    CHECK(pdf.attachments() == std::vector<Attachment>{{"bijlage.docx"}});
    CHECK(pdf.attachment_bytes(0) == "inhoud");
    CHECK_FALSE(pdf.attachment_bytes(1));
    CHECK(diagnostics.at(0).code == "BIJLAGEN");
}

TEST_CASE("a form in XFA is named as such") {
    CHECK(outcome(sop::test::pdf({{text, {}, {}}}, {}, "/AcroForm << /XFA [] >>")).diagnostics ==
          std::vector<std::string>{"XFA_NIET_ONDERSTEUND"});
}

TEST_CASE("metadata come from the information dictionary and the catalog") {
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R /Lang (nl-NL) >>");
    builder.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    builder.add("<< /Type /Page /Parent 2 0 R >>");
    builder.add(
        "<< /Title <FEFF005000720066> /Creator (Writer) /Producer (Maker 1.0) /CreationDate (D:20240216120000+01'00') "
        ">>");
    std::vector<Diagnostic> diagnostics;
    const std::string file = builder.build(1, "/Info 4 0 R");
    const PdfFile pdf(file, {}, {}, diagnostics);
    const Metadata& metadata = pdf.metadata();
    CHECK(metadata.format == Format::pdf);
    CHECK(metadata.pages == 1);
    CHECK(metadata.title == "Prf");
    CHECK(metadata.producer == "Maker 1.0");
    CHECK(metadata.created == "2024-02-16");
    CHECK(metadata.modified == "");
    CHECK(metadata.language == "nl-NL");
}

TEST_CASE("dates are read with and without their parts") {
    const struct {
        const char *text, *date;
    } cases[] = {{"D:20240216120000Z", "2024-02-16"},
                 {"20240216", "2024-02-16"},
                 {"D:2024", "2024-01-01"},
                 {"D:202403", "2024-03-01"},
                 {"D:20241399", "2024-01-01"},
                 {"gisteren", ""},
                 {"", ""},
                 {"D:0000", ""}};
    for (const auto& [given, date] : cases) {
        CAPTURE(given);
        CHECK(iso_date(given) == date);
    }
}
