#include "ingest/docx/xml.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/diagnostic.h"
#include "ingest/docx/xml_encoding.h"

using namespace sop;
using docx::parse_xml;

namespace {

constexpr const char* w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";
constexpr const char* wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

constexpr const char* part_name = "word/header12.xml";

// Code of the error that parsing ends with, "" for none.
std::string error_of(std::string xml, const Limits& limits = {}) {
    try {
        parse_xml(docx::to_utf8_xml(std::move(xml), part_name), part_name, limits);
        return "";
    } catch (const ConversionError& error) {
        CHECK(error.where() == part_name);
        return std::string(code_of(error.code()));
    }
}

// Names of elements and attributes but xmlns, and text: "<a b=c>text</a>".
void sketch(const pugi::xml_node& node, std::string& out) {
    if (node.type() != pugi::node_element) {
        out += node.value();
        return;
    }
    out += std::string("<") + node.name();
    for (const auto& attribute : node.attributes())
        if (!std::string_view(attribute.name()).starts_with("xmlns"))
            out += std::string(" ") + attribute.name() + "=" + attribute.value();
    out += ">";
    for (const auto& child : node.children()) sketch(child, out);
    out += std::string("</") + node.name() + ">";
}
std::string sketch(std::string xml) {
    const auto part = parse_xml(docx::to_utf8_xml(std::move(xml), "deel.xml"), "deel.xml", {});
    std::string out;
    sketch(part.root(), out);
    return out;
}

std::string xmlns(const std::string& prefix, const std::string& uri) {
    return (prefix.empty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"") + uri + "\"";
}

// ASCII as UTF-16 in either order of bytes.
std::string utf16(std::string_view text, bool little) {
    std::string out;
    for (const char c : text) {
        if (!little) out += '\0';
        out += c;
        if (little) out += '\0';
    }
    return out;
}

}  // namespace

TEST_CASE("a part is read in the encoding that it has") {
    const std::string le = "\xFF\xFE", be = "\xFE\xFF";
    struct Row {
        const char* name;
        std::string bytes;
        std::string expected;  // the tree, or the code of the error
    };
    using namespace std::string_literals;
    const std::vector<Row> rows{
        {"UTF-8", "<a>é</a>", "<a>é</a>"},
        {"UTF-8 with its mark", "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>é</a>", "<a>é</a>"},
        {"UTF-16 little-endian", le + utf16("<a>b</a>", true), "<a>b</a>"},
        {"UTF-16 big-endian", be + utf16("<a>b</a>", false), "<a>b</a>"},
        {"UTF-16 without mark", utf16("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>b</a>", true), "<a>b</a>"},
        {"UTF-16 big-endian without mark", utf16("<?xml version=\"1.0\"?><a>b</a>", false), "<a>b</a>"},
        {"UTF-16 with a pair of surrogates", le + utf16("<a>", true) + "\x34\xD8\x1E\xDD" + utf16("</a>", true),
         "<a>𝄞</a>"},
        {"UTF-16 with half a pair", le + utf16("<a>", true) + "\x34\xD8" + utf16("</a>", true), "ONGELDIGE_CODERING"},
        {"UTF-16 with half a character", le + utf16("<a>b</a>", true) + "x", "ONGELDIGE_CODERING"},
        {"declared UTF-16, written in UTF-8", "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>é</a>", "<a>é</a>"},
        {"Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>", "<a>é</a>"},
        {"Windows-1252", "<?xml version='1.0' encoding='windows-1252'?><a>\x93\xE9\x94 \x80</a>", "<a>“é” €</a>"},
        {"another encoding", "<?xml version='1.0' encoding='EBCDIC-NL'?><a/>", "ONGELDIGE_CODERING"},
        {"bytes that are no UTF-8", "<a>\xE9</a>", "ONGELDIGE_CODERING"},
        {"a surrogate in UTF-8", "<a>\xED\xA0\x80</a>", "ONGELDIGE_CODERING"},
        {"a declaration that does not end", "<?xml version='1.0' encoding='x", "BESCHADIGD_DEEL"},
        {"nothing", "", "BESCHADIGD_DEEL"},
        {"NUL", "<a>b\0c</a>"s, "BESCHADIGD_DEEL"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        std::string found = error_of(row.bytes);
        if (found.empty()) found = sketch(row.bytes);
        CHECK(found == row.expected);
    }
}

TEST_CASE("text keeps its white space, and the space between elements is no text") {
    CHECK(sketch("<a>\n  <t xml:space=\"preserve\"> </t>\n  <t>\t</t>\n</a>") ==
          "<a><t xml:space=preserve> </t><t>\t</t></a>");
    CHECK(sketch("<t> een\r\n twee </t>") == "<t> een\n twee </t>");
    CHECK(sketch("<t>a &lt;b&gt; &amp; &quot;c&quot; &#x20AC;&#233;</t>") == "<t>a <b> & \"c\" €é</t>");
}

TEST_CASE("text of an element is whole, whatever stands in it") {
    const auto part =
        parse_xml("<a><t>een</t><t>een<!-- x --> twee<![CDATA[ <drie>]]><?pi?> vier</t><t/></a>", "x", {});
    std::string joined;
    std::vector<std::string> texts;
    for (const auto& node : part.root().children()) texts.emplace_back(docx::element_text(node, joined));
    CHECK(texts == std::vector<std::string>{"een", "een twee <drie> vier", ""});
}

TEST_CASE("what is not well-formed is a damaged part") {
    for (const char* xml :
         {"<a>", "<a></b>", "<a", "tekst", "<a/><b", "<a b/>", "<a b=c/>", "<a></a></a>", "<a>&#0;</a>",
          "<a>&#xD800;</a>", "<a>&#xFFFF;</a>", "<a>&#1114112;</a>", "<a>&#99999999999999;</a>", "<a b='&#x0;'/>"}) {
        CAPTURE(xml);
        CHECK(error_of(xml) == "BESCHADIGD_DEEL");
    }
}

TEST_CASE("a DOCTYPE is refused wherever it stands") {
    for (const char* xml : {"<!DOCTYPE a><a/>", "<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM 'http://example.org/x'><a/>",
                            "<a><!DOCTYPE a></a>", "<!ENTITY x 'y'><a/>"}) {
        CAPTURE(xml);
        CHECK(error_of(xml) == "DOCTYPE_GEWEIGERD");
    }
    CHECK(error_of("<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]></a>") == "");
}

TEST_CASE("depth and attributes are limited exactly") {
    Limits limits;
    limits.xml_depth = 3;
    limits.xml_attributes = 2;
    limits.xml_attribute_bytes = 4;
    limits.xml_nodes = 6;
    struct Row {
        const char* xml;
        bool is_refused;
    };
    for (const auto& [xml, is_refused] : std::vector<Row>{
             {"<a><b><c/></b></a>", false},
             {"<a><b><c></c></b></a>", false},
             {"<a><b><c><d/></c></b></a>", true},
             {"<a><b><c><d></d></c></b></a>", true},
             {"<a><b><c x='>'><d/></c></b></a>", true},
             {"<a><b><c x='/>'><d/></c></b></a>", true},
             {"<a><b></b><b></b><b></b><b></b></a>", false},
             {"<a x='1' y=\"2\"/>", false},
             {"<a x='1' y = '2' z='3'/>", true},
             {"<a x='1234'/>", false},
             {"<a x='12345'/>", true},
             {"<a><b/><b/><b/><b/><b/></a>", false},
             {"<a><b/><b/><b/><b/><b/><b/></a>", true},
         }) {
        CAPTURE(xml);
        CHECK(error_of(xml, limits) == (is_refused ? "GRENS_OVERSCHREDEN" : ""));
    }
}

TEST_CASE("known namespaces have one prefix, whatever the file declares") {
    const std::string strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    struct Row {
        const char* name;
        std::string xml, expected;
    };
    const std::vector<Row> rows{
        {"as usual", "<w:p" + xmlns("w", w) + " w:a=\"1\"/>", "<w:p w:a=1></w:p>"},
        {"strict", "<w:p" + xmlns("w", strict) + "/>", "<w:p></w:p>"},
        {"another prefix", "<ns0:p" + xmlns("ns0", w) + " ns0:a=\"1\" b=\"2\"/>", "<w:p w:a=1 b=2></w:p>"},
        {"a shorter prefix", "<x:p" + xmlns("x", wps) + "/>", "<wps:p></wps:p>"},
        {"no prefix", "<p" + xmlns("", w) + " a=\"1\"><r>t</r></p>", "<w:p a=1><w:r>t</w:r></w:p>"},
        {"in scope only", "<a><p" + xmlns("", w) + "><r/></p><p/></a>", "<a><w:p><w:r></w:r></w:p><p></p></a>"},
        {"bound again inside", "<x:p" + xmlns("x", w) + "><x:p" + xmlns("x", "urn:x") + "/><x:p/></x:p>",
         "<w:p><x:p></x:p><w:p></w:p></w:p>"},
        {"default taken back", "<p" + xmlns("", w) + "><p xmlns=\"\"/></p>", "<w:p><p></p></w:p>"},
        {"a known prefix for something else", "<w:p" + xmlns("w", "urn:x") + " w:a=\"\"/>", "<x-w:p x-w:a=></x-w:p>"},
        {"two prefixes of one namespace", "<w:p" + xmlns("w", w) + xmlns("v2", w) + "><v2:r/></w:p>",
         "<w:p><w:r></w:r></w:p>"},
        {"a URI with references",
         "<x:p xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml&#x2F;2006/main\"/>", "<w:p></w:p>"},
        {"prefixes in Requires",
         "<q:Choice" + xmlns("q", mc) + xmlns("s", wps) + xmlns("n", "urn:n") + " Requires=\"s  n t\"/>",
         "<mc:Choice Requires=wps n t></mc:Choice>"},
        {"an unknown default", "<Relationships" + xmlns("", "urn:r") + "><w:x" + xmlns("w", w) + "/></Relationships>",
         "<Relationships><w:x></w:x></Relationships>"},
        {"a known prefix without binding, beside an odd one", "<x:p" + xmlns("x", w) + "><w:r/></x:p>",
         "<w:p><w:r></w:r></w:p>"},
        {"prefixes without binding", "<x:p><w:r/></x:p>", "<x:p><w:r></w:r></x:p>"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(sketch(row.xml) == row.expected);
    }
}

TEST_CASE("too many bindings in scope are over a limit, the same ones again are not") {
    std::string many, same, ends;
    for (int i = 0; i < 100; ++i) {
        many += "<x:p";
        for (int j = 0; j < 5; ++j) many += xmlns("n" + std::to_string(5 * i + j), "urn:x");
        many += xmlns("x", w) + ">";
        same += "<x:p" + xmlns("x", w) + xmlns("y", mc) + xmlns("z", "urn:z") + ">";
        ends += "</x:p>";
    }
    CHECK(error_of(many + ends) == "GRENS_OVERSCHREDEN");
    CHECK(error_of(same + ends) == "");
}

TEST_CASE("a part can be moved") {
    docx::XmlPart first = parse_xml("<a><b>tekst</b></a>", "x", {});
    docx::XmlPart second = std::move(first);
    CHECK(second.root().child("b").child_value() == std::string("tekst"));
}

TEST_CASE("an on-off property is on by being there") {
    const auto part = parse_xml(
        "<w:rPr><w:a/><w:b w:val=\"1\"/><w:c w:val=\"true\"/><w:d w:val=\"on\"/><w:e w:val=\"0\"/><w:f "
        "w:val=\"false\"/>"
        "<w:g w:val=\"off\"/><w:h w14:val=\"0\"/><w:i w:val=\"\"/></w:rPr>",
        "x", {});
    std::string found;
    for (const char* name : {"w:a", "w:b", "w:c", "w:d", "w:e", "w:f", "w:g", "w:h", "w:i", "w:j"}) {
        const auto value = docx::on_off(part.root(), name);
        found += value ? (*value ? '1' : '0') : '-';
    }
    CHECK(found == "111100001-");
}

TEST_CASE("a number that is none is absent") {
    const auto part = parse_xml("<a b=\"12\" c=\"-3\" d=\"\" e=\"x\" f=\"99999999999\" g=\"1.5\" h=\" 2\"/>", "x", {});
    std::string found;
    for (const char* name : {"b", "c", "d", "e", "f", "g", "h", "i"}) {
        const auto value = docx::int_value(part.root().attribute(name));
        found += value ? std::to_string(*value) + " " : "- ";
    }
    CHECK(found == "12 -3 - - - - - - ");
}
