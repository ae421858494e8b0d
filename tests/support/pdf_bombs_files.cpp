// Bombs in how a file is put together: tables, object streams, page trees, filters, damage.
#include "tests/support/pdf_bombs_parts.h"

namespace sop::test {
namespace {

std::string one_page(const std::string& tree, const std::string& page) {
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R >>");
    builder.add("<< /Type /Pages " + tree + " >>");
    builder.add("<< /Type /Page /Parent 2 0 R " + page + " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
    builder.add_stream("BT /F1 9 Tf 50 50 Td (De school) Tj ET 0 0 m 100 0 l S");
    builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    return builder.build(1);
}

// Two tables that each name the other as the one before.
std::string table_loop() {
    const std::string file = pdf("BT /F1 9 Tf 50 50 Td (x) Tj ET");
    const std::size_t table = file.rfind("xref\n0"), trailer = file.rfind("trailer");
    const std::string entries = file.substr(table, trailer - table);
    const auto trailer_to = [](std::size_t previous) {
        return "trailer\n<< /Size 9 /Root 1 0 R /Prev " + std::to_string(previous) + " >>\n";
    };
    const std::string first = file.substr(0, table) + entries + trailer_to(table + 10'000);
    const std::string padded = first + std::string(table + 10'000 - first.size(), '\n');
    return padded + entries + trailer_to(table) + "startxref\n" + std::to_string(padded.size()) + "\n%%EOF\n";
}

std::string byte(int value) { return std::string(1, static_cast<char>(value)); }

// Objects 1 and 2 stand in the object streams 3 and 4, of which each stands in the other, or one in itself.
std::string object_stream_loop(int other) {
    std::string file = "%PDF-1.7\n";
    file += "3 0 obj\n" +
            stream_body("1 0 2 34 << /Type /Catalog /Pages 2 0 R >> << /Type /Pages /Kids [] >>",
                        "/Type /ObjStm /N 2 /First 9 /Extends " + reference(other)) +
            "\nendobj\n";
    const std::size_t table = file.size();
    const std::string entries = std::string(3, '\0') + "\x02\x03" + std::string(1, '\0') + "\x02\x03\x01" + "\x02" +
                                byte(other) + std::string(1, '\0') + "\x02\x03" + std::string(1, '\0') + "\x01" +
                                byte(static_cast<int>(table)) + std::string(1, '\0');
    file += "5 0 obj\n" + stream_body(entries, "/Type /XRef /Size 6 /W [1 1 1] /Root 1 0 R") + "\nendobj\n";
    return file + "startxref\n" + std::to_string(table) + "\n%%EOF\n";
}

std::string content_of(const std::string& data, const std::string& entries) {
    return pdf({{"", "/Contents 4 0 R", {}}}, {stream_body(data, entries)});
}

}  // namespace

void add_file_bombs(std::vector<PdfBomb>& bombs) {
    const auto add = [&](const char* name, std::string file) { bombs.push_back({name, std::move(file)}); };
    add("count below nothing", one_page("/Kids [3 0 R] /Count -5", "/MediaBox [0 0 595 842]"));
    add("no pages", one_page("/Kids [] /Count 0", ""));
    add("page of 200 inches", one_page("/Kids [3 0 R] /Count 1", "/MediaBox [0 0 14400 14400]"));
    add("page without bounds", one_page("/Kids [3 0 R] /Count 1", "/MediaBox [-1e30 -1e30 1e30 1e30] /UserUnit 1e9"));
    add("page without size", one_page("/Kids [3 0 R] /Count 1", "/MediaBox [5 5 5 5]"));
    add("nested arrays in an object", pdf({{"", "/X " + repeat("[", 500'000), {}}}));
    add("table loop", table_loop());
    add("object stream in itself", object_stream_loop(3));
    add("object streams in each other", object_stream_loop(4));
    add("length in itself", pdf({{"", "/Contents 4 0 R", {}}}, {"<< /Length 4 0 R >>\nstream\nq\nendstream"}));
    add("deflated twice",
        content_of(zlib(zlib(std::string(1 << 20, ' '), 1024)), "/Filter [/FlateDecode /FlateDecode]"));
    add("many filters", content_of("q", "/Filter [" + repeat("/ASCIIHexDecode ", 100'000) + "]"));
    add("wide predictor", content_of(zlib("q"),
                                     "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 /Colors "
                                     "32 /BitsPerComponent 16 >>"));
    add("contents", pdf({{"", "/Contents [" + repeat("null ", 30'000) + repeat("4 0 R ", 200) + "]", {}}},
                        {stream_body(zlib(repeat("BT /F1 9 Tf (a a a a) Tj ET ", 40'000)), "/Filter /FlateDecode")}));
    add("unclosed objects", "%PDF-1.4\n" + repeat("1 0 obj<</A[", 100'000));
    add("unclosed pages", "%PDF-1.4\n" + repeat("1 0 obj<</Type/Page/A[", 100'000));
    add("trailers", "%PDF-1.4\n1 0 obj<</Type/Page>>endobj\n" + repeat("trailer<</A[", 200'000));
    add("encryptions", "%PDF-1.4\n" + repeat("/Encrypt 1 0 R", 200'000));
}

}  // namespace sop::test
