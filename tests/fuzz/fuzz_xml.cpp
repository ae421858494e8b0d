// Any bytes as the main part of a Word document that has styles, numbering and notes.
#include <cstdint>

#include "ingest/reader.h"
#include "tests/fuzz/document_promise.h"
#include "tests/support/docx_builder.h"

namespace {

const std::string w = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relationship(const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + type + "\" Type=\"" + types + type + "\" Target=\"" + target + "\"/>";
}

const std::string styles =
    "<w:styles" + w +
    "><w:style w:type=\"paragraph\" w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr>"
    "<w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"character\" "
    "w:styleId=\"Vet\"><w:rPr><w:b/><w:vanish/></w:rPr></w:style></w:styles>";
const std::string numbering =
    "<w:numbering" + w +
    "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
    "w:val=\"decimal\"/><w:pStyle w:val=\"Kop1\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl "
    "w:ilvl=\"1\"><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl>"
    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
const std::string footnotes =
    "<w:footnotes" + w + "><w:footnote w:id=\"2\"><w:p><w:r><w:t>noot</w:t></w:r></w:p></w:footnote></w:footnotes>";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string package = sop::test::zip({
        {"_rels/.rels", "<Relationships>" + relationship("officeDocument", "word/document.xml") + "</Relationships>"},
        {"[Content_Types].xml",
         "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
         "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
        {"word/_rels/document.xml.rels", "<Relationships>" + relationship("styles", "styles.xml") +
                                             relationship("numbering", "numbering.xml") +
                                             relationship("footnotes", "footnotes.xml") + "</Relationships>"},
        {"word/styles.xml", styles},
        {"word/numbering.xml", numbering},
        {"word/footnotes.xml", footnotes},
        {"word/document.xml", std::string(reinterpret_cast<const char*>(data), size)},
    });
    try {
        sop::fuzz::check_promise(sop::read_document(package, {.limits = sop::fuzz::small_limits()}));
    } catch (const sop::ConversionError&) {
    }
    return 0;
}
