#include "tests/support/pdf_bombs.h"

#include "tests/support/pdf_bombs_parts.h"

namespace sop::test {
namespace {

constexpr std::size_t megabyte = std::size_t{1} << 20;

// A page whose content inflates to `unit` repeated until it has so many megabytes.
std::string inflating(std::string_view unit, std::size_t megabytes) {
    const std::string block = repeat(unit, megabyte / unit.size());
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R >>");
    builder.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    builder.add(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> "
        ">>");
    builder.add_stream(zlib(block, megabytes), "/Filter /FlateDecode");
    builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    return builder.build(1);
}

std::string form(const std::string& content, const std::string& resources) {
    return stream_body(content, "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << " + resources + " >>");
}

// Forms that each paint the next one twice.
std::vector<std::string> doubling_forms(int levels) {
    std::vector<std::string> forms;
    for (int i = 0; i < levels; ++i)
        forms.push_back(form("/X Do /X Do", "/XObject << /X " + reference(first_free + i + 1) + " >>"));
    forms.push_back(form("0 0 1 1 re f", ""));
    return forms;
}

std::string font_bomb() {
    const std::string map = zlib("1 beginbfrange <00> <FF> <0041> endbfrange\n" + std::string(megabyte, ' '), 300);
    return pdf({{"BT /F2 9 Tf (x) Tj ET", {}, "/Font << /F2 5 0 R >>"}},
               {stream_body(map, "/Filter /FlateDecode"),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Arial /ToUnicode 4 0 R >>"});
}

// Composite widths of which every range covers all CIDs.
std::string width_bomb() {
    return pdf({{"BT /F2 9 Tf (x) Tj ET", {}, "/Font << /F2 4 0 R >>"}},
               {"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] >>",
                "<< /Type /Font /Subtype /CIDFontType2 /W [" + repeat("0 65535 500 ", 20'000) + "] >>"});
}

std::string page_tree(int levels, int kids_each) {
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R >>");
    for (int i = 0; i < levels; ++i)
        builder.add("<< /Type /Pages /Count 1 /Kids [" +
                    repeat(reference(i + 3) + " ", static_cast<std::size_t>(kids_each)) + "] >>");
    builder.add("<< /Type /Page /MediaBox [0 0 595 842] >>");
    return builder.build(1);
}

// Many pages that all have one heavy stream.
std::string shared_content(int pages) {
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R >>");
    const int tree = builder.reserve();
    const int content = builder.add_stream(zlib(repeat("0 0 9 9 re f ", megabyte / 13), 8), "/Filter /FlateDecode");
    std::string kids;
    for (int i = 0; i < pages; ++i)
        kids += reference(builder.add("<< /Type /Page /Parent 2 0 R /Contents " + reference(content) + " >>")) + " ";
    builder.set(tree, "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages) + " >>");
    return builder.build(1);
}

// An object stream that is a gigabyte long and holds the catalog.
std::string object_stream_bomb() {
    PdfBuilder builder;
    const std::string start = "1 0 2 40 << /Type /Catalog /Pages 2 0 R >>      << /Type /Pages /Kids [] /Count 0 >>";
    builder.add("null");
    builder.add("null");
    const std::string data = "\x78\x9C" + zlib(start).substr(2) + zlib(std::string(megabyte, ' '), 1024).substr(2);
    builder.add_stream(data, "/Type /ObjStm /N 2 /First 9 /Filter /FlateDecode");
    std::string file = builder.build(1);
    const std::size_t table = file.size();
    const std::string entries("\x00\x00\x00\x02\x03\x00\x02\x03\x01", 9);
    file += "4 0 obj\n" + stream_body(entries + zlib(""), "/Type /XRef /Size 3 /W [1 1 1] /Index [0 3] /Root 1 0 R") +
            "\nendobj\n";
    return file + "startxref\n" + std::to_string(table) + "\n%%EOF\n";
}

// A cross-reference stream of a gigabyte: a hundred million objects.
std::string table_bomb() {
    std::string file = "%PDF-1.7\n1 0 obj\n" +
                       stream_body(zlib(std::string(megabyte, '\x01'), 1024),
                                   "/Type /XRef /Size 100000000 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode") +
                       "\nendobj\n";
    return file + "startxref\n9\n%%EOF\n";
}

// Fields that all have the next one twice as kids.
std::string field_bomb() {
    std::vector<std::string> objects;
    for (int i = 0; i < 40; ++i) {
        const std::string next = reference(first_free + i + 1);
        objects.push_back("<< /Kids [" + next + " " + next + "] >>");
    }
    objects.push_back("<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 9 9] /Parent 5 0 R >>");
    return pdf({{"", "/Annots [" + repeat(reference(first_free + 40) + " ", 100) + "]", {}}}, objects,
               "/AcroForm << /Fields [4 0 R] >>");
}

std::string tag_chain(int length, const std::string& last) {
    std::vector<std::string> objects{"<< /Type /StructTreeRoot /K 5 0 R >>"};
    for (int i = 1; i <= length; ++i)
        objects.push_back("<< /S /P /Pg 7 0 R /K [" + reference(first_free + i + 1) + " " +
                          reference(first_free + i + 1) + "] >>");
    objects.push_back(last);
    return pdf({{}}, objects, "/StructTreeRoot 4 0 R");
}

// Elements that are not closed: each seems to hold all the text behind it.
std::string overlapping_tags(int count) {
    std::vector<std::string> objects;
    std::string kids;
    for (int i = 1; i <= count; ++i) kids += reference(first_free + i) + " ";
    objects.push_back("<< /Type /StructTreeRoot /K [" + kids + "] >>");
    for (int i = 1; i <= count; ++i) objects.push_back("<< /S /P /K [");
    return pdf({{}}, objects, "/StructTreeRoot 4 0 R");
}

}  // namespace

std::vector<PdfBomb> pdf_bombs() {
    std::vector<PdfBomb> bombs;
    const auto add = [&](const char* name, std::string file) { bombs.push_back({name, std::move(file)}); };
    add("spaces", inflating(" ", 1024));
    add("rectangles", inflating("1 1 9 9 re f ", 1024));
    add("text", inflating("BT /F1 9 Tf (een woord of wat) Tj ET ", 200));
    add("words", inflating("BT /F1 9 Tf (a a a a a a a a a a) Tj ET ", 1));
    add("unicode map", font_bomb());
    add("widths", width_bomb());
    add("image",
        pdf({{"9 0 0 9 0 0 cm /I Do", {}, "/XObject << /I 4 0 R >>"}},
            {stream_body(zlib(std::string(megabyte, ' '), 64),
                         "/Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
                         "/Filter /FlateDecode")}));
    add("nested forms", pdf({{"/X Do", {}, "/XObject << /X 4 0 R >>"}}, doubling_forms(11)));
    add("deep forms", pdf({{"/X Do", {}, "/XObject << /X 4 0 R >>"}}, doubling_forms(30)));
    add("form in itself",
        pdf({{"/X Do", {}, "/XObject << /X 4 0 R >>"}}, {form("/X Do /X Do", "/XObject << /X 4 0 R >>")}));
    add("soft masks", pdf({{"/G gs", {}, "/ExtGState << /G << /SMask << /G 4 0 R >> >> >>"}}, doubling_forms(11)));
    add("appearances", pdf({{"", "/Annots [" + repeat("15 0 R ", 10'000) + "]", {}}}, [] {
            auto objects = doubling_forms(10);
            objects.push_back("<< /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 4 0 R >> >>");
            return objects;
        }()));
    add("states", pdf(repeat("q ", 1'000'000)));
    add("marked content", pdf(repeat("/P BMC ", 1'000'000)));
    add("nested arrays", pdf("0 0 9 9 re f " + repeat("[", 500'000)));
    add("nested dictionaries", pdf({{"", "/X " + repeat("<</A", 100'000), {}}}));
    add("operands", pdf(repeat("1 ", 2'000'000)));
    add("inline images", pdf(repeat("BI ID EI EI EI ", 200'000)));
    add("curves", pdf(repeat("0 0 m 1 9 9 9 9 1 c f ", 200'000)));
    add("squares", pdf([] {
            std::string content;
            for (int i = 0; i < 9'000; ++i) {
                const std::string place = std::to_string(i % 60 * 9) + " " + std::to_string(i / 60 * 9);
                content += place + " 6 6 re S " + place + " m 3 3 l S ";
            }
            return content;
        }()));
    add("image filter on content", pdf({{"", "/Contents 4 0 R", {}}}, {stream_body("x", "/Filter /JBIG2Decode")}));
    add("page loop", [] {
        PdfBuilder builder;
        builder.add("<< /Type /Catalog /Pages 2 0 R >>");
        builder.add("<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R 3 0 R] /Count 1000000000 >>");
        builder.add("<< /Type /Page /Parent 2 0 R >>");
        return builder.build(1);
    }());
    add("shared page nodes", page_tree(40, 2));
    add("deep page tree", page_tree(50'000, 1));
    add("shared content", shared_content(4'000));
    add("object stream", object_stream_bomb());
    add("table", table_bomb());
    add("fields", field_bomb());
    add("shared tags", tag_chain(60, "<< /S /P /K 0 >>"));
    add("deep tags", tag_chain(50'000, "<< /S /P /K 0 >>"));
    add("tag loop", tag_chain(2, "<< /S /P /K [5 0 R 6 0 R 4 0 R] >>"));
    add("overlapping tags", overlapping_tags(20'000));
    add("names loop", pdf({{}}, {"<< /Kids [4 0 R 4 0 R] >>"}, "/Names << /EmbeddedFiles 4 0 R >>"));
    add_file_bombs(bombs);
    add_object_bombs(bombs);
    return bombs;
}

}  // namespace sop::test
