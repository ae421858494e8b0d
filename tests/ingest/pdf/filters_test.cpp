#include "ingest/pdf/filters.h"

#include <doctest/doctest.h>

#include "ingest/pdf/objects.h"
#include "tests/support/pdf_builder.h"

using namespace sop::pdf;
using namespace sop::test;

namespace {

// The decoded data of a stream whose dictionary has `entries`.
Decoded decode_stream(const std::string& data, const std::string& entries, std::size_t limit, DecodeBudget& budget) {
    register_filters();
    PdfBuilder builder;
    const int stream = builder.add_stream(data, entries);
    const int root = builder.add("<< /Type /Catalog /Pages << >> >>");
    const std::string file = builder.build(root);
    QPDF qpdf;
    qpdf.setSuppressWarnings(true);
    qpdf.processMemoryFile("", file.data(), file.size());
    const BudgetScope scope(budget);
    return decode(qpdf.getObjectByID(stream, 0), limit);
}

std::string text_of_stream(const std::string& data, const std::string& entries) {
    DecodeBudget budget{PdfLimits{}};
    return decode_stream(data, entries, 1 << 20, budget).bytes;
}

}  // namespace

TEST_CASE("streams are decoded by each filter and by several in a row") {
    const struct {
        const char* entries;
        std::string data, text;
    } cases[] = {
        {"", "zo", "zo"},
        {"/Filter /FlateDecode", zlib("hallo", 3), "hallohallohallo"},
        {"/Filter /Fl", zlib("kort"), "kort"},
        {"/Filter [/ASCIIHexDecode]", "68 69>", "hi"},
        {"/Filter [/ASCIIHexDecode /RunLengthDecode]", "02 61 62 63 FE 64 80>", "abcddd"},
        {"/Filter /FlateDecode", zlib("half").substr(0, 5), "ha"},
        // ISO 32000-1, 7.4.4.2, the example.
        {"/Filter /LZWDecode", std::string("\x80\x0B\x60\x50\x22\x0C\x0C\x85\x01", 9), "-----A---B"},
        {"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 3 >>",
         zlib(std::string("\x02"
                          "abc\x02\x01\x01\x01",
                          8)),
         "abcbcd"},
        {"/Filter /FlateDecode /DecodeParms << /Predictor 11 /Columns 3 >>",
         zlib(std::string("\x01"
                          "a\x01\x01",
                          4)),
         "abc"},
        {"/Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 3 >>", zlib(std::string("a\x01\x01", 3)), "abc"},
    };
    for (const auto& [entries, data, text] : cases) {
        CAPTURE(entries);
        CHECK(text_of_stream(data, entries) == text);
    }
}

TEST_CASE("image filters are never run") {
    for (const char* filter : {"/DCTDecode", "/JBIG2Decode", "/JPXDecode", "/CCITTFaxDecode"}) {
        CAPTURE(filter);
        DecodeBudget budget{PdfLimits{}};
        CHECK_FALSE(decode_stream("x", std::string("/Filter ") + filter, 100, budget).is_readable);
    }
}

TEST_CASE("decoding stops at the limit, at the stream's and at the document's") {
    const std::string bomb = zlib(std::string(1 << 16, ' '), 1 << 10);  // 64 MB
    DecodeBudget budget{PdfLimits{}};
    const Decoded cut = decode_stream(bomb, "/Filter /FlateDecode", 1000, budget);
    CHECK(cut.over_limit);
    CHECK(cut.bytes.size() == 1000);

    DecodeBudget small{PdfLimits{}};
    small.remaining = 100'000;
    CHECK(decode_stream(bomb, "/Filter /FlateDecode", std::size_t{1} << 30, small).over_limit);
    const std::string twice = zlib(bomb);
    CHECK(decode_stream(twice, "/Filter [/FlateDecode /FlateDecode]", std::size_t{1} << 30, small).over_limit);
}

TEST_CASE("a predictor with rows of gigabytes and a hundred filters are refused") {
    DecodeBudget budget{PdfLimits{}};
    CHECK_FALSE(decode_stream(zlib("x"), "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>",
                              100, budget)
                    .is_readable);
    std::string filters;
    for (int i = 0; i < 100; ++i) filters += "/FlateDecode ";
    CHECK(decode_stream(zlib("x"), "/Filter [" + filters + "]", 100, budget).bytes.empty());
    CHECK(budget.filters == PdfLimits{}.filters);
}
