#include "ingest/docx/xml_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <new>

#include "ingest/diagnostic.h"
#include "ingest/docx/part_name.h"
#include "ingest/text.h"

namespace sop::docx {
namespace {

using namespace std::string_view_literals;

// How the first bytes of a part tell its encoding. The first three are byte order marks, which are no text.
struct FirstBytes {
    std::string_view bytes;
    std::size_t mark;  // bytes to drop
    const char* converter;
};
constexpr std::array first_bytes{
    FirstBytes{"\xEF\xBB\xBF"sv, 3, "UTF-8"}, FirstBytes{"\xFF\xFE"sv, 2, "UTF-16LE"},
    FirstBytes{"\xFE\xFF"sv, 2, "UTF-16BE"},  FirstBytes{"<\0?\0"sv, 0, "UTF-16LE"},
    FirstBytes{"\0<\0?"sv, 0, "UTF-16BE"},
};

// Encodings that a part may declare, in upper case. In a part of one-byte characters "UTF-16" cannot be true; what
// wrote it transcoded the part and forgot the declaration.
struct Declared {
    std::string_view name;
    const char* converter;
};
constexpr std::array declared_encodings{
    Declared{"UTF-8", "UTF-8"},         Declared{"UTF8", "UTF-8"},
    Declared{"US-ASCII", "UTF-8"},      Declared{"ASCII", "UTF-8"},
    Declared{"UTF-16", "UTF-8"},        Declared{"ISO-8859-1", "ISO-8859-1"},
    Declared{"LATIN1", "ISO-8859-1"},   Declared{"WINDOWS-1252", "windows-1252"},
    Declared{"CP1252", "windows-1252"},
};

// Longest XML declaration that is looked at; one that an application writes has under 60 bytes.
constexpr std::size_t max_declaration = 200;

// Name in the encoding declaration, in upper case; "" where there is none.
std::string declared_encoding(std::string_view bytes) {
    if (!bytes.starts_with("<?xml")) return {};
    std::string_view declaration = bytes.substr(0, max_declaration);
    declaration = declaration.substr(0, declaration.find("?>"));
    const auto key = declaration.find("encoding");
    const auto open = key == std::string_view::npos ? key : declaration.find_first_of("\"'", key);
    if (open == std::string_view::npos) return {};
    declaration.remove_prefix(open);
    const auto close = declaration.find(declaration[0], 1);
    if (close == std::string_view::npos) return {};
    std::string name(declaration.substr(1, close - 1));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; });
    return name;
}

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::string transcode(const std::string& bytes, const char* encoding, std::string_view name) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, Close> converter(ucnv_open(encoding, &status));
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) throw std::bad_alloc();    // the converters are part of ICU
    std::string out(bytes.size() / 2 * 3 + 3, '\0');  // enough: 2 bytes give at most 3, 1 byte of Windows-1252 too
    const auto size = ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), out.data(), static_cast<std::int32_t>(out.size()),
                                         bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
        out.resize(static_cast<std::size_t>(size));
        status = U_ZERO_ERROR;
        ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), out.data(), size, bytes.data(),
                           static_cast<std::int32_t>(bytes.size()), &status);
    }
    if (U_FAILURE(status)) throw part_error(ErrorCode::invalid_encoding, name);
    out.resize(static_cast<std::size_t>(size));
    return out;
}

}  // namespace

std::string to_utf8_xml(std::string bytes, std::string_view name) {
    std::string_view converter = "UTF-8";
    const auto* first = std::find_if(first_bytes.begin(), first_bytes.end(),
                                     [&](const FirstBytes& row) { return bytes.starts_with(row.bytes); });
    if (first != first_bytes.end()) {
        converter = first->converter;
        bytes.erase(0, first->mark);
    } else if (const std::string encoding = declared_encoding(bytes); !encoding.empty()) {
        const auto* declared = std::find_if(declared_encodings.begin(), declared_encodings.end(),
                                            [&](const Declared& row) { return row.name == encoding; });
        if (declared == declared_encodings.end()) throw part_error(ErrorCode::invalid_encoding, name);
        converter = declared->converter;
    }
    if (converter != "UTF-8") return transcode(bytes, converter.data(), name);
    if (!is_utf8(bytes)) throw part_error(ErrorCode::invalid_encoding, name);
    return bytes;
}

}  // namespace sop::docx
