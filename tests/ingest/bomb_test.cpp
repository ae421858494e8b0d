// Files that are small and cost much: each is refused before it does. What they cost is measured by script/bench.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "ingest/diagnostic.h"
#include "ingest/docx/package.h"
#include "ingest/docx/xml.h"
#include "tests/support/docx_builder.h"
#include "tests/support/zip_builder.h"

using namespace sop;
using test::Archive;
using test::Entry;

namespace {

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

// Code of the error that reading the main part ends with, "" for none.
std::string error_of(const std::string& package_bytes) {
    try {
        const Limits limits;
        const docx::Package package(package_bytes, limits);
        const std::string main = package.main_part();
        docx::parse_xml(package.xml(main).value(), main, limits);
        return "";
    } catch (const ConversionError& error) {
        return std::string(code_of(error.code()));
    }
}

// An archive whose entries are `entries` behind what every package has, "word/document.xml" not.
Archive package_of(std::vector<Entry> entries) {
    Archive archive{{{"[Content_Types].xml",
                      "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/"
                      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
                     {"_rels/.rels",
                      "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
                      "2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"}}};
    archive.entries.insert(archive.entries.end(), entries.begin(), entries.end());
    return archive;
}

Entry document(const std::string& data) { return {"word/document.xml", data}; }

// Names of one hash value, h = 33 h + c, as many a library's index has it: "Bb" and "CA" are equal in it.
std::string colliding_name(unsigned number) {
    std::string name;
    for (int bit = 0; bit < 16; ++bit) name += (number >> bit & 1) != 0 ? "Bb" : "CA";
    return name;
}

}  // namespace

TEST_CASE("a zip bomb is refused, whatever size it claims") {
    const std::string megabyte(1 << 20, ' ');
    const std::string gigabyte = test::deflate(megabyte, 1024);
    struct Row {
        const char* name;
        std::uint32_t claim;
        std::string expected;
    };
    for (const auto& [name, claim, expected] : std::vector<Row>{
             {"the truth", 1u << 30, "GRENS_OVERSCHREDEN"},
             {"a size within the limits", 60u << 20, "BESCHADIGD_PAKKET"},
             {"a small size", 5000, "BESCHADIGD_PAKKET"},
             {"nothing", 0, "BESCHADIGD_PAKKET"},
             {"the largest there is", 0xFFFFFFFE, "GRENS_OVERSCHREDEN"},
         }) {
        CAPTURE(name);
        Entry bomb{"word/document.xml", gigabyte, 8, claim};
        CHECK(error_of(test::write_zip(package_of({bomb}))) == expected);
    }
}

TEST_CASE("entries that share one bomb are refused") {
    Entry kernel{"word/document.xml", test::deflate(std::string(1 << 20, ' '), 50), 8, 50u << 20};
    Archive archive{{kernel}};
    for (int i = 0; i < 4000; ++i) {
        Entry again = kernel;
        again.name = "word/header" + std::to_string(i) + ".xml";
        again.data.clear();
        again.compressed = static_cast<std::uint32_t>(kernel.data.size());
        again.crc = test::crc32_of(kernel.data);
        again.offset = 0;
        archive.entries.push_back(again);
    }
    const Archive rest = package_of({});
    archive.entries.insert(archive.entries.end(), rest.entries.begin(), rest.entries.end());
    CHECK(error_of(test::write_zip(archive)) == "DUBBELZINNIG_PAKKET");
}

TEST_CASE("many names of one hash value are refused") {
    std::vector<Entry> entries{document("<w:document/>")};
    for (unsigned i = 0; i < 60'000; ++i) entries.push_back({colliding_name(i), "", 0});
    Archive archive = package_of(std::move(entries));
    CHECK(error_of(test::write_zip(archive)) == "GRENS_OVERSCHREDEN");
    archive.count = 3;  // some read on: they take the count for the rest of a division by 65536
    CHECK(error_of(test::write_zip(archive)) == "GRENS_OVERSCHREDEN");
}

TEST_CASE("many end records are refused before a directory is read for each") {
    Archive archive = package_of({document("<w:document/>")});
    for (unsigned i = 0; i < 4000; ++i) archive.entries.push_back({colliding_name(i), "", 0});
    std::string bytes = test::write_zip(archive);
    bytes += repeat(bytes.substr(bytes.size() - 22), 2900);
    CHECK(error_of(bytes) == "DUBBELZINNIG_PAKKET");
}

TEST_CASE("an XML bomb is refused before a tree is built of it") {
    struct Row {
        const char* name;
        std::string body;
        std::string expected;
    };
    std::string attributes, namespaces;
    for (int i = 0; i < 200'000; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
    for (int i = 0; i < 100'000; ++i) namespaces += " xmlns:n" + std::to_string(i) + "=\"u\"";
    const std::vector<Row> rows{
        {"five million levels", repeat("<a>", 5'000'000), "GRENS_OVERSCHREDEN"},
        {"levels that look closed", repeat("<a b='/>'>", 3'000'000), "GRENS_OVERSCHREDEN"},
        {"levels inside comments that do not end them", repeat("<a><!-- </a> -->", 200), "GRENS_OVERSCHREDEN"},
        {"eight million empty elements", repeat("<b/>", 8'000'000), "GRENS_OVERSCHREDEN"},
        {"200,000 attributes", "<w:p" + attributes + "/>", "GRENS_OVERSCHREDEN"},
        {"100,000 namespaces on one element", "<w:p" + namespaces + "/>", "GRENS_OVERSCHREDEN"},
        {"an attribute of 5 MB", "<w:p a=\"" + repeat("&amp;", 1'000'000) + "\"/>", "GRENS_OVERSCHREDEN"},
        {"an attribute that does not end", "<w:p a=\"" + repeat("entry ", 1'000'000), "GRENS_OVERSCHREDEN"},
        {"a comment that does not end", "<!--" + repeat("<a>", 1'000'000), "BESCHADIGD_DEEL"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const std::string xml = "<w:document>" + row.body + "</w:document>";
        // Stored: the limits of compression would refuse it sooner.
        CHECK(error_of(test::write_zip(package_of(
                  {{"word/document.xml", xml, 0, static_cast<std::uint32_t>(xml.size())}}))) == row.expected);
    }
}

TEST_CASE("a billion laughs are refused at the DOCTYPE") {
    std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"lol\">";
    for (int i = 1; i < 10; ++i)
        xml += "<!ENTITY a" + std::to_string(i) + " \"" + repeat("&a" + std::to_string(i - 1) + ";", 10) + "\">";
    CHECK(error_of(test::write_zip(package_of({document(xml + "]><l>&a9;</l>")}))) == "DOCTYPE_GEWEIGERD");
}
