// Bombs in what pages refer to: fonts, colours, layers, fields, texts.
#include "tests/support/pdf_bombs_parts.h"

namespace sop::test {
namespace {

const std::string shown = "BT /F2 9 Tf 50 700 Td (x) Tj ET";

std::string with_font(const std::string& font, const std::vector<std::string>& more) {
    std::vector<std::string> objects{font};
    objects.insert(objects.end(), more.begin(), more.end());
    return pdf({{shown, {}, "/Font << /F2 4 0 R >>"}}, objects);
}

std::string with_map(const std::string& map, const std::string& entries = {}) {
    return with_font(
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode "
        "6 0 R >>",
        {"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A >>", stream_body(map, entries)});
}

// A CMap as the encoding of a composite font.
std::string with_encoding(const std::string& map, const std::string& entries) {
    return with_font("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 6 0 R /DescendantFonts [5 0 R] >>",
                     {"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A >>",
                      stream_body(map, "/Type /CMap /CMapName /A " + entries)});
}

// A JBIG2 stream of nothing but the header of a page of 60,000 x 60,000 pixels (7.4.7): 450 MB.
std::string large_picture() {
    return std::string("\0\0\0\0\x30\0\x01\0\0\0\x13\0\0\xEA\x60\0\0\xEA\x60\0\0\0\0\0\0\0\0\0\0\0", 30);
}

std::string with_color(const std::string& space, const std::vector<std::string>& objects) {
    return pdf({{"/C cs 1 scn 9 9 9 9 re f BT /F1 9 Tf (x) Tj ET", {}, "/ColorSpace << /C " + space + " >>"}}, objects);
}

// Visibility expressions that each ask the next one twice.
std::string layers() {
    std::vector<std::string> objects{"<< /Type /OCG /Name (a) >>"};
    for (int i = 1; i <= 40; ++i) {
        const std::string next = i == 40 ? reference(first_free) : reference(first_free + i + 1);
        objects.push_back("[/And " + next + " " + next + "]");
    }
    return pdf({{"/OC /M BDC BT /F1 9 Tf (x) Tj ET EMC", {}, "/Properties << /M << /Type /OCMD /VE 5 0 R >> >>"}},
               objects, "/OCProperties << /OCGs [4 0 R] /D << /Order [4 0 R] >> >>");
}

// Many widgets, all of them one.
std::string shared_widget(int count, const std::string& field, const std::vector<std::string>& objects) {
    std::vector<std::string> all{"<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] " + field + " >>"};
    all.insert(all.end(), objects.begin(), objects.end());
    return pdf({{"", "/Annots [" + repeat("4 0 R ", static_cast<std::size_t>(count)) + "]", {}}}, all,
               "/AcroForm << /Fields [4 0 R] >>");
}

std::string shared_alternatives(int count) {
    std::vector<std::string> objects{"<< /Type /StructTreeRoot /K [" +
                                         [count] {
                                             std::string kids;
                                             for (int i = 0; i < count; ++i)
                                                 kids += reference(first_free + 2 + i) + " ";
                                             return kids;
                                         }() +
                                         "] >>",
                                     "(" + std::string(60'000, 'a') + ")"};
    for (int i = 0; i < count; ++i) objects.push_back("<< /S /Figure /K 0 /Alt 5 0 R /ActualText 5 0 R >>");
    return pdf({{}}, objects, "/StructTreeRoot 4 0 R");
}

}  // namespace

void add_object_bombs(std::vector<PdfBomb>& bombs) {
    const auto add = [&](const char* name, std::string file) { bombs.push_back({name, std::move(file)}); };
    add("unicode ranges",
        with_map(zlib("100 beginbfrange\n" + repeat("<0000> <FFFF> <0041>\n", 150'000) + "endbfrange\n"),
                 "/Filter /FlateDecode"));
    add("picture for a map", with_map(large_picture(), "/Filter /JBIG2Decode"));
    add("code map",
        with_encoding(zlib("1 begincidrange <0000> <FFFF> 0 endcidrange\n" + std::string(1 << 20, ' '), 300),
                      "/Filter /FlateDecode"));
    add("code ranges", with_encoding(zlib(repeat("100 begincidrange\n<0000> <FFFF> 0 endcidrange\n", 90'000)),
                                     "/Filter /FlateDecode"));
    add("code map in itself", with_encoding("/A usecmap", "/UseCMap 6 0 R"));
    add("font in itself",
        with_font("<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] >>", {}));
    add("font file", with_font("<< /Type /Font /Subtype /Type1 /BaseFont /A /FontDescriptor 5 0 R >>",
                               {"<< /Type /FontDescriptor /FontFile 6 0 R >>",
                                stream_body(zlib(std::string(1 << 20, ' '), 300), "/Filter /FlateDecode")}));
    add("glyphs in themselves",
        with_font("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 120 "
                  "/LastChar 120 /Widths [9] /CharProcs << /x 5 0 R >> /Encoding << /Differences [120 /x] >> "
                  "/Resources << /Font << /F2 4 0 R >> >> >>",
                  {stream_body("9 0 d0 /F2 9 Tf (xx) Tj")}));
    add("glyph names", with_font("<< /Type /Font /Subtype /Type1 /BaseFont /A /Encoding << /Differences [0 " +
                                     repeat("/a ", 1'000'000) + "] >> >>",
                                 {}));
    add("many fonts", [] {
        std::string fonts;
        for (int i = 0; i < 15'000; ++i)
            fonts += "/G" + std::to_string(i) + " << /Type /Font /Subtype /Type1 /BaseFont /A /ToUnicode 4 0 R >> ";
        return pdf({{shown, {}, "/Font << /F2 3 0 R " + fonts + ">>"}},
                   {stream_body(zlib(std::string(1 << 20, ' '), 3), "/Filter /FlateDecode")});
    }());
    add("colour profile", with_color("[/ICCBased 4 0 R]", {stream_body(zlib(std::string(1 << 20, ' '), 1024),
                                                                       "/N 3 /Filter /FlateDecode")}));
    add("colour table", with_color("[/Indexed /DeviceRGB 255 4 0 R]",
                                   {stream_body(zlib(std::string(1 << 20, ' '), 1024), "/Filter /FlateDecode")}));
    add("sampled function", with_color("[/Separation /A /DeviceRGB 4 0 R]",
                                       {stream_body(zlib(std::string(1 << 20, ' '), 1),
                                                    "/FunctionType 0 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Size "
                                                    "[10000 10000] /BitsPerSample 8 /Filter /FlateDecode")}));
    add("calculator function",
        with_color("[/Separation /A /DeviceGray 4 0 R]",
                   {stream_body(repeat("{", 1'000'000), "/FunctionType 4 /Domain [0 1] /Range [0 1]")}));
    add("stitched functions",
        with_color("[/Separation /A /DeviceGray 4 0 R]",
                   {"<< /FunctionType 3 /Domain [0 1] /Bounds [0.5] /Encode [0 1 0 1] /Functions [4 0 R 4 0 R] >>"}));
    add("colours in themselves", with_color("4 0 R", {"[/Indexed 4 0 R 255 (a)]"}));
    add("shading",
        pdf({{"/S sh", {}, "/Shading << /S << /ShadingType 1 /ColorSpace /DeviceRGB /Function 4 0 R >> >>"}},
            {stream_body(
                "x", "/FunctionType 0 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Size [10000 10000] /BitsPerSample 8")}));
    add("pattern in itself", pdf({{"/Pattern cs /P scn 0 0 600 900 re f", {}, "/Pattern << /P 4 0 R >>"}},
                                 {stream_body("/Pattern cs /P scn 0 0 9 9 re f",
                                              "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.001 "
                                              "/YStep 0.001 /Resources << /Pattern << /P 4 0 R >> >>")}));
    add("layers", layers());
    add("replacement text", pdf({{repeat("/Span /P BDC BT /F1 9 Tf (x) Tj ET EMC ", 5'000),
                                  {},
                                  "/Properties << /P << /ActualText (" + std::string(100'000, 'a') + ") >> >>"}}));
    add("shared values", shared_widget(19'000, "/FT /Tx /T (" + std::string(60'000, 'a') + ") /TU 5 0 R /V 5 0 R",
                                       {"(" + std::string(60'000, 'b') + ")"}));
    add("shared choices",
        shared_widget(19'000, "/FT /Ch /V (geen) /Opt 5 0 R", {"[" + repeat("[(aa) (bb)] ", 10'000) + "]"}));
    add("shared alternative text", shared_alternatives(20'000));
}

}  // namespace sop::test
