#include "ingest/pdf/fonts.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/docx/symbols.h"
#include "ingest/pdf/filters.h"
#include "ingest/pdf/names.h"
#include "ingest/pdf/standard_fonts.h"
#include "ingest/pdf/tokens.h"

namespace sop::pdf {
namespace {

constexpr std::size_t max_cid = 65'535;  // 9.7.4.3: CIDs are two bytes
constexpr std::uint32_t space_code = 32;
constexpr int bold_weight = 600;    // 9.8.1 FontWeight: 400 is normal, 700 bold
constexpr double italic_angle = 3;  // degrees; some upright fonts say 1

// 9.8.2
enum FontFlag { flag_fixed = 1 << 0, flag_symbolic = 1 << 2, flag_italic = 1 << 6, flag_force_bold = 1 << 18 };

template <std::size_t size>
bool has_any(std::string_view name, const std::array<std::string_view, size>& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has_word(name, word); });
}

constexpr std::array bold_words{std::string_view("bold"), std::string_view("black"), std::string_view("heavy")};
constexpr std::array italic_words{std::string_view("italic"), std::string_view("oblique"), std::string_view("kursiv")};
constexpr std::array fixed_words{std::string_view("courier"), std::string_view("mono"), std::string_view("consolas")};
// Collections of glyphs that Poppler knows the characters of (9.7.5.2).
constexpr std::array known_orderings{std::string_view("japan"), std::string_view("gb"), std::string_view("cns"),
                                     std::string_view("korea"), std::string_view("kr")};
// Predefined CMaps whose codes are characters.
constexpr std::array unicode_maps{std::string_view("utf"), std::string_view("ucs2")};

// Six capitals and a plus before the name of a font of which the file has a part (9.6.4).
std::string without_subset_prefix(std::string name) {
    const bool has_prefix = name.size() > 7 && name[6] == '+' &&
                            std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
    return has_prefix ? name.substr(7) : name;
}

Font style_of(std::string name, const Object& descriptor) {
    Font font;
    font.name = std::move(name);
    const int flags = int_of(get(descriptor, "/Flags"), 0);
    font.bold = (flags & flag_force_bold) != 0 || number_of(get(descriptor, "/FontWeight"), 0) >= bold_weight ||
                has_any(font.name, bold_words);
    font.italic = (flags & flag_italic) != 0 || has_any(font.name, italic_words) ||
                  std::abs(number_of(get(descriptor, "/ItalicAngle"), 0)) >= italic_angle;
    font.fixed = (flags & flag_fixed) != 0 || has_any(font.name, fixed_words);
    font.is_symbol = docx::is_symbol_font(font.name);
    return font;
}

// Names that only number the glyphs of a subset ("g12", "C0045", "glyph7") tell no character; those of the Adobe Glyph
// List ("eacute", "uni20AC", "afii10017") do.
bool is_known_glyph(std::string_view name) {
    if (name.starts_with("uni") || name.starts_with("afii")) return true;
    const std::size_t digits = std::min(name.find_first_of("0123456789"), name.size());
    if (digits == name.size()) return name != ".notdef";
    return name[0] == 'u' && digits == 1 && name.size() >= 5;
}

bool has_known_glyphs(const Object& differences) {
    int known = 0, all = 0;
    for (int i = 0; i < std::min(size_of(differences), 512); ++i) {
        const std::string name = name_of(item(differences, i));
        if (name.empty() || name == ".notdef") continue;
        ++all;
        if (is_known_glyph(name)) ++known;
    }
    return all == 0 || known * 2 > all;
}

bool has_known_encoding(const Object& font, const Object& descriptor, bool is_symbol) {
    Object encoding = get(font, "/Encoding");
    const bool is_type3 = name_of(get(font, "/Subtype")) == "Type3";
    if (encoding.isDictionary() && size_of(get(encoding, "/Differences")) > 0)
        return has_known_glyphs(get(encoding, "/Differences"));
    if (is_type3) return false;
    if (!name_of(encoding).empty() || !name_of(get(encoding, "/BaseEncoding")).empty()) return true;
    // A TrueType program without an encoding names no characters; Type 1 programs name their glyphs.
    const bool is_embedded_truetype = get(descriptor, "/FontFile2").isStream();
    const bool is_symbolic = (int_of(get(descriptor, "/Flags"), 0) & flag_symbolic) != 0;
    return is_symbol || !is_embedded_truetype || !is_symbolic;
}

bool is_known_collection(const Object& descendant, const std::string& cmap) {
    if (has_any(cmap, unicode_maps)) return true;
    Object ordering = get(get(descendant, "/CIDSystemInfo"), "/Ordering");
    return ordering.isString() && has_any(ordering.getStringValue(), known_orderings);
}

std::uint32_t code_of_string(const Token& token, std::string& buffer) {
    std::uint32_t code = 0;
    for (const char c : string_bytes(token, buffer).substr(0, 4)) code = code << 8 | static_cast<unsigned char>(c);
    return code;
}

// Whether a ToUnicode map (9.10.3) gives code 32 of a simple font another character than a space.
bool maps_space_to_letter(const std::string& map) {
    Tokens tokens(map);
    enum { none, characters, ranges } part = none;
    std::array<Token, 3> last{};
    std::size_t count = 0;
    std::string buffer;
    for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
        if (token.kind == Token::Kind::array_open) token.text = tokens.skip_nested();
        if (token.kind == Token::Kind::keyword) {
            part = token.text == "beginbfchar" ? characters : token.text == "beginbfrange" ? ranges : none;
            count = 0;
            continue;
        }
        if (part == none) continue;
        last[count++] = token;
        if (count < (part == characters ? 2U : 3U)) continue;
        count = 0;
        const std::uint32_t first = code_of_string(last[0], buffer);
        const std::uint32_t end = part == characters ? first : code_of_string(last[1], buffer);
        if (first > space_code || end < space_code) continue;
        if (token.kind == Token::Kind::array_open) return true;  // a list of a subset's letters
        const std::uint32_t character = code_of_string(token, buffer) + (space_code - first);
        return character != 0x20 && character != 0xA0;
    }
    return false;
}

// Whether a stream stays below `limit` when Poppler inflates it. Deflate gives at most 1032 bytes for one, so a few
// small streams with one filter need no look.
bool is_small(Object stream, std::size_t limit, std::size_t limit_total, Inflated& inflated) {
    constexpr std::size_t deflate_ratio = 1032;
    if (!stream.isStream()) return true;
    const Decoded raw = raw_bytes(stream, limit);
    if (raw.over_limit) return false;
    Object filter = get(stream, "/Filter");
    const bool one_filter = filter.isName() || size_of(filter) <= 1;
    const std::size_t most = raw.bytes.size() * deflate_ratio;
    if (one_filter && most <= limit && inflated.presumed + most <= limit_total) {
        inflated.presumed += most;
        return true;
    }
    const Decoded decoded = decode(stream, limit);
    inflated.counted += decoded.bytes.size();
    return !decoded.over_limit && inflated.counted <= limit_total;
}

void read_simple_widths(const Object& dictionary, const Object& descriptor, LoadedFont& font) {
    Object widths = get(dictionary, "/Widths");
    const double unit = font.em / 1000;
    font.missing_width = static_cast<float>(number_of(get(descriptor, "/MissingWidth"), 0) * unit);
    if (size_of(widths) == 0) {
        font.widths = standard_widths(font.style.name, font.style.bold, font.style.italic);
        if (font.missing_width == 0) font.missing_width = font.style.fixed ? 0.6F : 0.5F;
        return;
    }
    font.widths.assign(256, font.missing_width);
    const int first = int_of(get(dictionary, "/FirstChar"), 0);
    if (first < 0 || first > 255) return;
    for (int i = 0; i < std::min(size_of(widths), 256 - first); ++i)
        if (const auto width = number_of(item(widths, i)))
            font.widths[static_cast<std::size_t>(first + i)] = static_cast<float>(*width * unit);
}

// 9.7.4.3: "c [w1 w2 ...]" and "first last w".
void read_cid_widths(const Object& widths, LoadedFont& font) {
    std::size_t writes_left = 4 * max_cid;  // ranges that overlap are written over each other
    const auto set = [&](long long cid, double width) {
        if (cid < 0 || cid > static_cast<long long>(max_cid) || writes_left == 0) return;
        --writes_left;
        const auto at = static_cast<std::size_t>(cid);
        if (font.widths.size() <= at) font.widths.resize(at + 1, font.missing_width);
        font.widths[at] = static_cast<float>(width / 1000);
    };
    const int size = std::min<int>(size_of(widths), 4 * static_cast<int>(max_cid));
    for (int i = 0; i + 1 < size;) {
        const int first = int_of(item(widths, i), -1);
        Object second = item(widths, i + 1);
        if (second.isArray()) {
            for (int n = 0; n < size_of(second) && writes_left > 0; ++n)
                set(first + static_cast<long long>(n), number_of(item(second, n), 0));
            i += 2;
        } else {
            const double width = number_of(item(widths, i + 2), 0);
            const int last = std::min(int_of(second, -1), static_cast<int>(max_cid));
            for (int cid = std::max(first, 0); cid <= last && writes_left > 0; ++cid) set(cid, width);
            i += 3;
        }
    }
}

// An embedded CMap (9.7.5.4): how long its codes are and which CIDs they are.
void read_cmap(const std::string& text, LoadedFont& font) {
    constexpr std::size_t max_ranges = 100'000;
    Tokens tokens(text);
    std::array<Token, 3> last{};  // operands of the line that ends with the token at hand
    std::string buffer;
    std::size_t shortest = 4, longest = 0;
    enum { none, code_spaces, ranges, characters } part = none;
    std::size_t count = 0;
    for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next()) {
        if (token.kind == Token::Kind::keyword) {
            part = token.text == "begincodespacerange" ? code_spaces
                   : token.text == "begincidrange"     ? ranges
                   : token.text == "begincidchar"      ? characters
                                                       : none;
            count = 0;
            continue;
        }
        if (part == none) continue;
        last[count++] = token;
        if (part == code_spaces && count == 2) {
            const std::size_t bytes = string_bytes(token, buffer).size();
            shortest = std::min(shortest, bytes);
            longest = std::max(longest, bytes);
            count = 0;
        } else if (count == (part == characters ? 2U : 3U)) {
            const std::uint32_t first = code_of_string(last[0], buffer);
            const std::uint32_t end = part == characters ? first : code_of_string(last[1], buffer);
            if (font.cids.size() < max_ranges && token.number >= 0)
                font.cids.push_back({first, end, static_cast<std::uint32_t>(token.number)});
            count = 0;
        }
    }
    using Codes = LoadedFont::Codes;
    if (longest > 0) font.codes = longest == 1 ? Codes::one_byte : shortest == 1 ? Codes::mixed : Codes::two_bytes;
    std::sort(font.cids.begin(), font.cids.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
}

void read_composite(const Object& dictionary, const Object& descendant, const PdfLimits& limits, LoadedFont& font) {
    Object encoding = get(dictionary, "/Encoding");
    const std::string cmap = encoding.isStream() ? name_of(get(encoding, "/CMapName")) : name_of(encoding);
    font.is_vertical = cmap.ends_with("-V") || int_of(get(encoding, "/WMode"), 0) == 1;
    font.missing_width = static_cast<float>(number_of(get(descendant, "/DW"), 1000) / 1000);
    const bool is_wide = cmap.starts_with("Identity") || has_any(cmap, unicode_maps) || cmap.empty();
    font.codes = is_wide ? LoadedFont::Codes::two_bytes : LoadedFont::Codes::mixed;
    if (encoding.isStream()) {
        font.codes = LoadedFont::Codes::two_bytes;
        read_cmap(decode(encoding, limits.unicode_map_bytes).bytes, font);
    }
    read_cid_widths(get(descendant, "/W"), font);
}

void read_type3(const Object& dictionary, LoadedFont& font) {
    const Matrix matrix = matrix_of(get(dictionary, "/FontMatrix")).value_or(Matrix{0.001, 0, 0, 0.001, 0, 0});
    font.em = std::clamp(std::hypot(matrix.a, matrix.b) * 1000, 1e-6, 1e6);
    // Glyphs may be far taller than the em that their matrix claims: the box tells.
    const double height = std::hypot(matrix.c, matrix.d);
    if (const auto box = rectangle_of(get(dictionary, "/FontBBox")); box && box->height() > 0) {
        font.ascent = static_cast<float>(box->top * height);
        font.descent = static_cast<float>(box->bottom * height);
        // Letters are about 0.7 of their font's box high, and that is where the em comes from in all other fonts.
        const double factor = box->height() * height;
        if (factor > 2 || factor < 0.5) font.size_factor = factor;
    }
}

}  // namespace

LoadedFont load_font(const Object& dictionary, const PdfLimits& limits, Inflated& inflated) {
    LoadedFont font;
    const std::string subtype = name_of(get(dictionary, "/Subtype"));
    Object descendant = item(get(dictionary, "/DescendantFonts"), 0);
    const bool is_composite = subtype == "Type0";
    Object descriptor = get(is_composite ? descendant : dictionary, "/FontDescriptor");
    font.style = style_of(without_subset_prefix(name_of(get(dictionary, "/BaseFont"))), descriptor);

    Object to_unicode = get(dictionary, "/ToUnicode");
    if (to_unicode.isStream() || (is_composite && to_unicode.isName()))
        font.style.has_unicode = true;
    else if (is_composite)
        font.style.has_unicode = is_known_collection(descendant, name_of(get(dictionary, "/Encoding")));
    else
        font.style.has_unicode = has_known_encoding(dictionary, descriptor, font.style.is_symbol);

    if (is_composite) {
        read_composite(dictionary, descendant, limits, font);
    } else {
        if (subtype == "Type3") read_type3(dictionary, font);
        read_simple_widths(dictionary, descriptor, font);
    }
    // Fonts that claim no height or an absurd one get that of an ordinary one.
    if (const double ascent = number_of(get(descriptor, "/Ascent"), 0) / 1000; ascent >= 0.4 && ascent <= 1.3)
        font.ascent = static_cast<float>(ascent);
    if (const double descent = number_of(get(descriptor, "/Descent"), 0) / 1000; descent <= -0.05 && descent >= -0.6)
        font.descent = static_cast<float>(descent);

    // For text, Poppler reads the map of every font, and of Type 1 programs the names of the glyphs.
    font.is_over_limit =
        !is_small(to_unicode, limits.unicode_map_bytes, limits.font_bytes_total, inflated) ||
        !is_small(get(dictionary, "/Encoding"), limits.unicode_map_bytes, limits.font_bytes_total, inflated);
    for (const char* key : {"/FontFile", "/FontFile3"})
        if (!is_composite && !font.is_over_limit)
            font.is_over_limit = !is_small(get(descriptor, key), limits.font_bytes, limits.font_bytes_total, inflated);
    const bool is_numbered = !is_composite && get(dictionary, "/Encoding").isNull() && to_unicode.isStream();
    if (is_numbered && !font.is_over_limit)
        font.has_space = !maps_space_to_letter(decode(to_unicode, limits.unicode_map_bytes).bytes);
    return font;
}

CharacterCode LoadedFont::next_code(std::string_view text, std::size_t at) const {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    const std::uint32_t first = byte(at);
    const bool is_single = codes == Codes::one_byte || at + 1 >= text.size() ||
                           (codes == Codes::mixed && (first < 0x81 || (first >= 0xA0 && first < 0xE0 && cids.empty())));
    if (is_single) return {first, 1};
    return {first << 8 | byte(at + 1), 2};
}

float LoadedFont::width(std::uint32_t code) const {
    if (!cids.empty()) {
        auto range = std::upper_bound(cids.begin(), cids.end(), code,
                                      [](std::uint32_t value, const CidRange& r) { return value < r.first; });
        if (range == cids.begin() || (--range)->last < code) return missing_width;
        code = range->cid + (code - range->first);
    }
    return code < widths.size() ? widths[code] : missing_width;
}

}  // namespace sop::pdf
