#include "normalize/csv.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "extract/fold.h"
#include "ingest/text.h"

namespace sop {
namespace {

// Windows-1252 for 0x80 to 0x9F; the five bytes that it leaves open stay what they are in ISO 8859-1.
constexpr std::array<std::uint16_t, 32> upper_controls{0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                       0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                       0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_utf8(std::string& out, std::uint32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        append_utf8(out, byte >= 0x80 && byte < 0xA0 ? upper_controls[byte - 0x80U] : byte);
    }
    return out;
}

// Excel's "Unicode text". Names of schools have no characters beyond the basic plane: a surrogate becomes U+FFFD.
std::string from_utf16(std::string_view bytes, bool is_big_endian) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        const std::uint32_t unit = is_big_endian ? first * 256U + second : second * 256U + first;
        append_utf8(out, unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
    }
    return out;
}

std::string decode(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return is_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
}

char find_separator(std::string_view text) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    constexpr std::string_view separators = ";,\t";
    return *std::ranges::max_element(separators, {}, [&](char c) { return std::ranges::count(line, c); });
}

// Fields of one row, from `text`, which loses them. A quote inside a field that does not start with one is itself.
std::vector<std::string> take_row(std::string_view& text, char separator) {
    std::vector<std::string> row;
    std::string field;
    bool is_quoted = false;
    const auto end_field = [&] {
        row.push_back(collapse_spaces(clean_text(field)));
        field.clear();
    };
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (is_quoted) {
            if (c != '"')
                field += c;
            else if (at + 1 < text.size() && text[at + 1] == '"')
                field += text[++at];
            else
                is_quoted = false;
        } else if (c == '"' && field.empty()) {
            is_quoted = true;
        } else if (c == separator) {
            end_field();
        } else if (c == '\r' || c == '\n') {
            break;
        } else {
            field += c;
        }
    }
    end_field();
    if (at + 1 < text.size() && text[at] == '\r' && text[at + 1] == '\n') ++at;
    text.remove_prefix(std::min(at + 1, text.size()));
    return row;
}

std::string name_of_column(std::string_view header) {
    std::string name = fold(header);
    std::erase(name, ' ');
    return name;
}

}  // namespace

Csv::Csv(std::string_view bytes) {
    const std::string text = decode(bytes);
    std::string_view left = text;
    // A line that tells Excel its separator ("sep=;") is not the header.
    if (left.starts_with("sep=")) left.remove_prefix(std::min(left.find('\n'), left.size() - 1) + 1);
    const char separator = find_separator(left);
    while (!left.empty()) {
        auto row = take_row(left, separator);
        const bool is_empty = std::ranges::all_of(row, [](const std::string& field) { return field.empty(); });
        if (is_empty) continue;
        if (header_.empty())
            for (const std::string& field : row) header_.push_back(name_of_column(field));
        else
            rows_.push_back(std::move(row));
    }
    if (header_.empty()) throw ListError("de lijst is leeg");
}

std::optional<std::size_t> Csv::find_column(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
        const auto column = std::ranges::find(header_, name);
        if (column != header_.end()) return static_cast<std::size_t>(column - header_.begin());
    }
    return std::nullopt;
}

const std::string& Csv::cell(std::size_t row, std::optional<std::size_t> column) const {
    static const std::string none;
    return column && *column < rows_[row].size() ? rows_[row][*column] : none;
}

}  // namespace sop
