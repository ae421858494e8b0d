#include "ingest/reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/support/compound_file_builder.h"
#include "tests/support/docx_builder.h"

using namespace sop;
using test::compound_file;
using test::CompoundEntry;

namespace {

// Code of the error that reading ends with, "" for none.
std::string error_of(std::string_view bytes, const Limits& limits = {}) {
    try {
        read_document(bytes, {.limits = limits});
        return "";
    } catch (const ConversionError& error) {
        return std::string(code_of(error.code()));
    }
}

constexpr std::uint32_t none = 0xFFFFFFFF;

CompoundEntry root(std::uint32_t child = 1) { return {"Root Entry", 5, none, none, child}; }

}  // namespace

TEST_CASE("a format is known by its content") {
    struct Row {
        const char* name;
        std::string bytes;
        std::string expected;
    };
    const std::vector<Row> rows{
        {"a Word document", test::docx("<w:p/>"), ""},
        {"a Word document behind other bytes", "MZ" + test::docx("<w:p/>"), "BESCHADIGD_PAKKET"},
        {"nothing", "", "LEEG_BESTAND"},
        {"plain text", "Schoolondersteuningsprofiel", "ONBEKEND_FORMAAT"},
        {"an old signature of Word", "\xDB\xA5-", "ONBEKEND_FORMAAT"},
        {"a PDF", "%PDF-1.7\n", "BESCHADIGD_PAKKET"},
        {"a PDF behind other bytes", std::string(1000, '\n') + "%PDF-1.7\n", "BESCHADIGD_PAKKET"},
        {"a PDF mark too far in the file", std::string(1100, '\n') + "%PDF-1.7\n", "ONBEKEND_FORMAAT"},
        {"a PDF without its first lines", "1 0 obj\n<< >>\nendobj\nstartxref\n0\n%%EOF\n", "BESCHADIGD_PAKKET"},
        {"words of a PDF far from its end", "startxref" + std::string(1100, '\n'), "ONBEKEND_FORMAAT"},
        {"RTF", "{\\rtf1\\ansi tekst}", "NIET_ONDERSTEUND"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(error_of(row.bytes) == row.expected);
    }
}

TEST_CASE("a compound file says what it is by the streams in its root") {
    struct Row {
        const char* name;
        std::string bytes;
        std::string expected;
    };
    std::vector<CompoundEntry> long_list{root(1)};
    for (std::uint32_t i = 1; i < 400; ++i) long_list.push_back({"Stroom", 2, none, i + 1});
    long_list.push_back({"WordDocument"});
    const std::vector<Row> rows{
        {"Word before 2007", compound_file({root(), {"1Table", 2, none, 2}, {"WordDocument"}}), "OUD_WORD_FORMAAT"},
        {"with a password", compound_file({root(2), {"EncryptionInfo"}, {"EncryptedPackage", 2, 1}}), "VERSLEUTELD"},
        {"with a password, in another case", compound_file({root(), {"ENCRYPTEDPACKAGE"}}), "VERSLEUTELD"},
        {"Excel", compound_file({root(), {"Workbook"}}), "NIET_ONDERSTEUND"},
        {"Excel with a Word document in it",
         compound_file({root(), {"ObjectPool", 1, none, 2, 3}, {"Workbook"}, {"WordDocument"}}), "NIET_ONDERSTEUND"},
        {"another application", compound_file({root(), {"Inhoud"}}), "NIET_ONDERSTEUND"},
        {"a directory over many sectors", compound_file(long_list), "OUD_WORD_FORMAAT"},
        {"a directory in a circle", compound_file({root(), {"a", 2, 1, 1, 1}}), "NIET_ONDERSTEUND"},
        {"numbers of entries that are not there", compound_file({root(99), {"WordDocument"}}), "BESCHADIGD_PAKKET"},
        {"a FAT that is not there",
         compound_file({root(), {"a", 2, none, 2}, {"b", 2, none, 3}, {"WordDocument"}}, 999), "OUD_WORD_FORMAAT"},
        {"the header alone", compound_file({root()}).substr(0, 512), "BESCHADIGD_PAKKET"},
        {"the signature alone", compound_file({root()}).substr(0, 8), "BESCHADIGD_PAKKET"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(error_of(row.bytes) == row.expected);
    }
}

TEST_CASE("a file over the limit of its size is refused") {
    Limits limits;
    limits.file_bytes = 100;
    CHECK(error_of(test::docx("<w:p/>"), limits) == "GRENS_OVERSCHREDEN");
}

TEST_CASE("one wrong byte anywhere gives a document or an error") {
    const std::string good = test::docx("<w:p><w:r><w:t>tekst</w:t></w:r></w:p>");
    for (const char flip : {'\x01', '\x20', '\x80', '\xFF'}) {
        for (std::size_t at = 0; at < good.size(); ++at) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ flip);
            error_of(bad);  // anything but ConversionError ends the test
        }
    }
}
