#include "ingest/docx/part_name.h"

#include <algorithm>
#include <array>

#include "ingest/text.h"

namespace sop::docx {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string percent_decode(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string_view folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : part.substr(0, slash);
}

// RFC 3986, 5.2.4.
std::string resolve_dots(std::string_view path) {
    std::string out;
    out.reserve(path.size());
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        const std::string_view segment = path.substr(0, slash);
        if (segment == "..") {
            out.resize(folder_of(out).size());
        } else if (!segment.empty() && segment != ".") {
            if (!out.empty()) out += '/';
            out += segment;
        }
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return out;
}

// Decoded, slashes and case unified, dots as they stand.
std::optional<std::string> unify(std::string_view name) {
    std::string unified = percent_decode(name);
    for (char& c : unified) {
        if (c == '\\') c = '/';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return std::nullopt;
    }
    if (unified.ends_with('/') || !is_utf8(unified)) return std::nullopt;
    return unified;
}

std::optional<std::string> resolved(const std::string& path) {
    std::string name = resolve_dots(path);
    if (name.empty()) return std::nullopt;
    return name;
}

// Without the number that a name may have.
constexpr auto usual_parts =
    std::to_array<std::string_view>({"[content_types].xml",     "_rels/.rels",
                                     "word/document.xml",       "word/_rels/document.xml.rels",
                                     "word/styles.xml",         "word/numbering.xml",
                                     "word/settings.xml",       "word/footnotes.xml",
                                     "word/endnotes.xml",       "word/comments.xml",
                                     "word/header.xml",         "word/_rels/header.xml.rels",
                                     "word/footer.xml",         "word/_rels/footer.xml.rels",
                                     "word/charts/chart.xml",   "word/diagrams/data.xml",
                                     "docprops/core.xml",       "docprops/app.xml",
                                     "docprops/custom.xml",     "customxml/item.xml",
                                     "customxml/itemprops.xml", "customxml/_rels/item.xml.rels"});

bool is_usual(std::string_view part) {
    std::string name(part);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    constexpr auto most_digits = 3;  // more may be a telephone number
    return std::erase_if(name, is_digit) <= most_digits && std::ranges::find(usual_parts, name) != usual_parts.end();
}

}  // namespace

std::optional<std::string> normalize_part_name(std::string_view name) {
    const auto path = unify(name);
    return path ? resolved(*path) : std::nullopt;
}

std::optional<std::string> resolve_target(std::string_view source, std::string_view target) {
    const auto path = unify(target.substr(0, target.find('#')));
    if (!path || path->empty()) return std::nullopt;
    return resolved(path->front() == '/' ? *path : std::string(folder_of(source)) + '/' + *path);
}

std::string relationships_name(std::string_view part) {
    const std::string_view folder = folder_of(part);
    std::string name(folder);
    name += folder.empty() ? "_rels/" : "/_rels/";
    name += folder.empty() ? part : part.substr(folder.size() + 1);
    return name += ".rels";
}

ConversionError part_error(ErrorCode code, std::string_view part, std::string_view detail) {
    return ConversionError(code, is_usual(part) ? part : std::string_view(), detail);
}

}  // namespace sop::docx
