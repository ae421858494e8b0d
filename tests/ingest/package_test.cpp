#include "ingest/docx/package.h"
#include "ingest/docx/part_name.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "ingest/diagnostic.h"
#include "tests/support/zip_builder.h"

using namespace sop;
using docx::Package;
using test::Archive;
using test::Entry;
using test::write_zip;

namespace {

const std::string relationship_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const std::string word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const std::string document_xml =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body/></w:document>";

Entry content_types(const std::string& type = word_type, const std::string& part = "/word/document.xml") {
    return {"[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"" +
                part + "\" ContentType=\"" + type + "\"/></Types>"};
}
Entry package_relationships(const std::string& target = "word/document.xml",
                            const std::string& type = relationship_types + "officeDocument") {
    return {
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
        "Type=\"" +
            type + "\" Target=\"" + target + "\"/></Relationships>"};
}
Entry document() { return {"word/document.xml", document_xml}; }

// A package that is in order, with `entry` in the place of the main part or behind it.
Archive archive_with(std::vector<Entry> more = {}) {
    Archive archive{{content_types(), package_relationships(), document()}};
    archive.entries.insert(archive.entries.end(), more.begin(), more.end());
    return archive;
}
Archive archive_of(Entry main) { return Archive{{content_types(), package_relationships(), std::move(main)}}; }

// Reads what a reader of documents reads first.
void read_main(const std::string& bytes, const Limits& limits = {}) {
    const Package package(bytes, limits);
    const auto xml = package.xml(package.main_part());
    REQUIRE(xml);
}

// The error's code, "" for none.
std::string error_of(const std::function<void()>& act) {
    try {
        act();
        return "";
    } catch (const ConversionError& error) {
        return std::string(code_of(error.code()));
    }
}
std::string error_of(const std::string& bytes, const Limits& limits = {}) {
    return error_of([&] { read_main(bytes, limits); });
}
std::string error_of(const Archive& archive, const Limits& limits = {}) { return error_of(write_zip(archive), limits); }

}  // namespace

TEST_CASE("a package in order gives its main part") {
    const std::string bytes = write_zip(archive_with());
    const Package package(bytes, {});
    CHECK(package.main_part() == "word/document.xml");
    CHECK(package.xml("word/document.xml") == document_xml);
    CHECK(package.has("word/document.xml"));
    CHECK_FALSE(package.has("word/styles.xml"));
    CHECK_FALSE(package.xml("word/styles.xml"));
    CHECK(package.names() == std::vector<std::string>{"[content_types].xml", "_rels/.rels", "word/document.xml"});
}

TEST_CASE("the main part is found by relationship, whatever it is called") {
    struct Row {
        const char* name;
        Archive archive;
        std::string expected;  // name of the part, or code of the error
    };
    const Entry odd{"deel/hoofd.xml", document_xml};
    const std::string strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument";
    const std::string sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    const Entry sheet{"xl/workbook.xml", "<workbook/>"};
    const std::vector<Row> rows{
        {"another folder",
         {{content_types(word_type, "/deel/hoofd.xml"), package_relationships("deel/hoofd.xml"), odd}},
         "deel/hoofd.xml"},
        {"absolute target",
         {{content_types(), package_relationships("/word/document.xml"), document()}},
         "word/document.xml"},
        {"strict relationship",
         {{content_types(), package_relationships("word/document.xml", strict), document()}},
         "word/document.xml"},
        {"backslashes in the names",
         {{content_types(), package_relationships("word\\document.xml"), {"word\\document.xml", document_xml}}},
         "word/document.xml"},
        {"leading slash and other case",
         {{content_types(), package_relationships(), {"/Word/Document.XML", document_xml}}},
         "word/document.xml"},
        {"percent-encoding",
         {{content_types(), package_relationships("word/d%6Fcument.xml"), document()}},
         "word/document.xml"},
        {"dots in the target",
         {{content_types(), package_relationships("./word/../word/document.xml"), document()}},
         "word/document.xml"},
        {"dots above the package",
         {{content_types(), package_relationships("../../word/document.xml"), document()}},
         "word/document.xml"},
        {"macro-enabled",
         {{content_types("application/vnd.ms-word.document.macroEnabled.main+xml"), package_relationships(),
           document()}},
         "word/document.xml"},
        {"template",
         {{content_types("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
           package_relationships(), document()}},
         "word/document.xml"},
        {"no content types", {{package_relationships(), document()}}, "word/document.xml"},
        {"a content type that says nothing",
         {{content_types("application/xml"), package_relationships(), document()}},
         "word/document.xml"},
        {"no relationships, but a content type", {{content_types(), document()}}, "word/document.xml"},
        {"a relationship to a part that is not there",
         {{content_types(), package_relationships("weg.xml"), document()}},
         "word/document.xml"},
        {"neither relationships nor content types", {{document()}}, "GEEN_HOOFDDEEL"},
        {"no part at all", {{}}, "GEEN_HOOFDDEEL"},
        {"an ordinary zip archive", {{{"foto.jpg", "x"}}}, "GEEN_HOOFDDEEL"},
        {"a spreadsheet",
         {{content_types(sheet_type, "/xl/workbook.xml"), package_relationships("xl/workbook.xml"), sheet}},
         "NIET_ONDERSTEUND"},
        {"a spreadsheet without content types",
         {{package_relationships("xl/workbook.xml"), sheet}},
         "NIET_ONDERSTEUND"},
        {"a binary spreadsheet",
         {{content_types("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "/xl/workbook.bin"),
           package_relationships("xl/workbook.bin"),
           {"xl/workbook.bin", "\xFF\xFF"}}},
         "NIET_ONDERSTEUND"},
        {"an OpenDocument text",
         {{{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}}},
         "NIET_ONDERSTEUND"},
        {"an external target",
         {{content_types("application/xml"),
           {"_rels/.rels", "<Relationships><Relationship Id=\"r\" Type=\"" + strict +
                               "\" Target=\"word/document.xml\" TargetMode=\"External\"/></Relationships>"},
           document()}},
         "GEEN_HOOFDDEEL"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const std::string bytes = write_zip(row.archive);
        std::string found;
        const std::string error = error_of([&] { found = Package(bytes, {}).main_part(); });
        CHECK(found + error == row.expected);
    }
}

TEST_CASE("relationships give normalized names, external ones stay as they are") {
    Archive archive = archive_with({{"word/_rels/document.xml.rels",
                                     "<r:Relationships xmlns:r=\"urn:x\">"
                                     "<r:Relationship Id=\"a\" Type=\"" +
                                         relationship_types +
                                         "styles\" Target=\"Styles.xml\"/>"
                                         "<r:Relationship Id=\"b\" Type=\"" +
                                         relationship_types +
                                         "header\" Target=\"/word/header1.xml#x\"/>"
                                         "<r:Relationship Id=\"c\" Type=\"" +
                                         relationship_types +
                                         "hyperlink\" Target=\"https://example.org/A\" TargetMode=\"External\"/>"
                                         "<r:Relationship Id=\"d\" Type=\"" +
                                         relationship_types +
                                         "image\" Target=\"..\\media\\foto%201.png\"/>"
                                         "<r:Relationship Id=\"e\" Type=\"" +
                                         relationship_types +
                                         "image\" Target=\"\"/>"
                                         "<r:Relationship Id=\"f\" Type=\"" +
                                         relationship_types +
                                         "image\" Target=\"a%00b\"/>"
                                         "<r:Other Id=\"g\"/></r:Relationships>"}});
    const std::string bytes = write_zip(archive);
    const auto found = Package(bytes, {}).relationships("word/document.xml");
    std::string sketch;
    for (const auto& item : found)
        sketch += item.id + " " + item.type + " " + item.target + (item.external ? " external\n" : "\n");
    CHECK(sketch ==
          "a styles word/styles.xml\n"
          "b header word/header1.xml\n"
          "c hyperlink https://example.org/A external\n"
          "d image media/foto 1.png\n"
          "e image \n"
          "f image \n");
    CHECK(Package(bytes, {}).relationships("word/styles.xml").empty());
}

TEST_CASE("a part that cannot be trusted is refused when it is read") {
    struct Row {
        const char* name;
        Archive archive;
        std::string expected;
    };
    Entry overlapped = document();
    overlapped.offset = 0;  // the data of the content types
    const std::string big(3 << 20, ' ');
    const std::vector<Row> rows{
        {"wrong CRC", archive_of({"word/document.xml", document_xml, {}, {}, {}, 1}), "BESCHADIGD_PAKKET"},
        {"wrong CRC of a stored entry", archive_of({"word/document.xml", document_xml, 0, {}, {}, 1}),
         "BESCHADIGD_PAKKET"},
        {"more data than declared", archive_of({"word/document.xml", document_xml, {}, 10}), "BESCHADIGD_PAKKET"},
        {"less data than declared", archive_of({"word/document.xml", document_xml, {}, 5000}), "BESCHADIGD_PAKKET"},
        {"no deflate stream", archive_of({"word/document.xml", document_xml, 8}), "BESCHADIGD_PAKKET"},
        {"compressed data beyond the directory", archive_of({"word/document.xml", document_xml, {}, {}, 5000}),
         "BESCHADIGD_PAKKET"},
        {"offset without a local header", archive_of({"word/document.xml", document_xml, {}, {}, {}, {}, 7}),
         "BESCHADIGD_PAKKET"},
        {"offset beyond the file", archive_of({"word/document.xml", document_xml, {}, {}, {}, {}, 0x7FFFFFFF}),
         "BESCHADIGD_PAKKET"},
        {"another compression", archive_of({"word/document.xml", document_xml, 12}), "BESCHADIGD_PAKKET"},
        {"encrypted", archive_of({"word/document.xml", document_xml, 0, {}, {}, {}, {}, 1}), "VERSLEUTELD"},
        {"two parts of one name", archive_with({document()}), "DUBBELZINNIG_PAKKET"},
        {"names that differ in case", archive_with({{"WORD/document.xml", "<x/>"}}), "DUBBELZINNIG_PAKKET"},
        {"names that differ in encoding", archive_with({{"word/%64ocument.xml", "<x/>"}}), "DUBBELZINNIG_PAKKET"},
        {"names that differ in dots", archive_with({{"word/./x/../document.xml", "<x/>"}}), "DUBBELZINNIG_PAKKET"},
        {"names that differ in slashes", archive_with({{"\\word\\document.xml", "<x/>"}}), "DUBBELZINNIG_PAKKET"},
        {"content types twice", archive_with({content_types()}), "DUBBELZINNIG_PAKKET"},
        {"data shared with another entry", archive_of(overlapped), "DUBBELZINNIG_PAKKET"},
        {"two other parts of one name", archive_with({{"media/a.png", "x"}, {"media/A.png", "y"}}), ""},
        {"another part that is broken", archive_with({{"media/a.png", "x", {}, 99, 9999, 1, 3, 1}}), ""},
        {"compressed more than any document", archive_of({"word/document.xml", big}), "GRENS_OVERSCHREDEN"},
        {"larger than a part may be", archive_of({"word/document.xml", document_xml, {}, 70u << 20}),
         "GRENS_OVERSCHREDEN"},
        {"sizes in a zip64 extra field", archive_of({"word/document.xml", document_xml, {}, {}, {}, {}, {}, 0, true}),
         ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(error_of(row.archive) == row.expected);
    }
}

TEST_CASE("bytes before and behind an archive are tolerated as far as zip programs do") {
    Archive archive = archive_with();
    archive.prefix = "#!/bin/sh\n";
    CHECK(error_of(archive) == "");
    archive = archive_with();
    archive.trailing = std::string(60'000, '\0');
    CHECK(error_of(archive) == "");
    archive.trailing = std::string(70'000, '\0');
    CHECK(error_of(archive) == "BESCHADIGD_PAKKET");
    archive = archive_with();
    archive.comment = "een archief met commentaar";
    CHECK(error_of(archive) == "");
}

TEST_CASE("an archive that is cut off anywhere is damaged") {
    const std::string bytes = write_zip(archive_with());
    for (std::size_t size = 4; size < bytes.size(); ++size) {
        CAPTURE(size);
        CHECK(error_of(bytes.substr(0, size)) == "BESCHADIGD_PAKKET");
    }
    CHECK(error_of("PK") == "ONBEKEND_FORMAAT");
    CHECK(error_of(std::string()) == "LEEG_BESTAND");
    CHECK(error_of(std::string("gewone tekst")) == "ONBEKEND_FORMAAT");
}

TEST_CASE("the number of entries is counted, not believed") {
    std::vector<Entry> many;
    for (int i = 0; i < 5000; ++i) many.push_back({"media/" + std::to_string(i), "", 0});
    Archive archive = archive_with(many);
    CHECK(error_of(archive) == "GRENS_OVERSCHREDEN");
    archive.count = 3;
    CHECK(error_of(archive) == "GRENS_OVERSCHREDEN");
    archive = archive_with();
    archive.count = 2;
    CHECK(error_of(archive) == "BESCHADIGD_PAKKET");
    archive.count = 4;
    CHECK(error_of(archive) == "BESCHADIGD_PAKKET");
    archive = archive_with();
    archive.zip64_count = 3;
    CHECK(error_of(archive) == "");
    archive.zip64_count = std::uint64_t{1} << 60;
    CHECK(error_of(archive) == "GRENS_OVERSCHREDEN");
}

TEST_CASE("an archive with two directories is ambiguous") {
    Archive outer = archive_with();
    outer.prefix = write_zip(archive_with());
    const std::string bytes = write_zip(outer);
    CHECK(error_of(bytes) == "DUBBELZINNIG_PAKKET");
    SUBCASE("but not where a stored part is an archive itself") {
        Entry inner{"word/embeddings/tabel.xlsx", write_zip(archive_with()), 0};
        inner.size = static_cast<std::uint32_t>(inner.data.size());
        CHECK(error_of(archive_with({inner})) == "");
    }
}

TEST_CASE("the sum of all parts that are read is limited") {
    Limits limits;
    limits.package_bytes = 1500;
    const std::string bytes = write_zip(archive_with({{"word/header1.xml", std::string(700, ' ')}}));
    const Package package(bytes, limits);
    const std::string main = package.main_part();
    CHECK(error_of([&] { package.xml("word/header1.xml"); }) == "");
    CHECK(error_of([&] { package.xml("word/header1.xml"); }) == "GRENS_OVERSCHREDEN");
}

TEST_CASE("a part with too many relationships is over a limit") {
    std::string many = "<Relationships>";
    for (int i = 0; i < 5000; ++i) many += "<Relationship Id=\"r" + std::to_string(i) + "\" Type=\"t\" Target=\"x\"/>";
    const std::string bytes = write_zip(archive_with({{"word/_rels/document.xml.rels", many + "</Relationships>"}}));
    CHECK(error_of([&] { Package(bytes, {}).relationships("word/document.xml"); }) == "GRENS_OVERSCHREDEN");
}

TEST_CASE("an error names a part that every document has, and no name that somebody thought of") {
    struct Row {
        const char* name;
        bool is_named;
    };
    for (const Row& row :
         {Row{"word/document.xml", true}, Row{"word/header12.xml", true}, Row{"[content_types].xml", true},
          Row{"word/_rels/footer2.xml.rels", true}, Row{"word/jan-de-vries.xml", false},
          Row{"word/header0612345678.xml", false}, Row{"", false}}) {
        CAPTURE(row.name);
        CHECK(docx::part_error(ErrorCode::damaged_part, row.name).where() == (row.is_named ? row.name : ""));
    }
}
