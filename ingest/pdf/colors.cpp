#include "ingest/pdf/colors.h"

#include <array>
#include <string>
#include <string_view>

#include "ingest/pdf/filters.h"

namespace sop::pdf {
namespace {

using Kind = ColorSpace::Kind;

constexpr int max_nesting = 4;                     // Indexed over ICCBased over its alternate
constexpr std::uint32_t pattern_color = 0xC0C0C0;  // a hatching or gradient: neither black nor white

struct SpaceName {
    std::string_view name;
    Kind kind;
};

constexpr std::array space_names{
    SpaceName{"DeviceGray", Kind::gray}, SpaceName{"G", Kind::gray},          SpaceName{"CalGray", Kind::gray},
    SpaceName{"DeviceRGB", Kind::rgb},   SpaceName{"RGB", Kind::rgb},         SpaceName{"CalRGB", Kind::rgb},
    SpaceName{"DeviceCMYK", Kind::cmyk}, SpaceName{"CMYK", Kind::cmyk},       SpaceName{"Lab", Kind::lab},
    SpaceName{"Indexed", Kind::indexed}, SpaceName{"I", Kind::indexed},       SpaceName{"Separation", Kind::tint},
    SpaceName{"DeviceN", Kind::tint},    SpaceName{"Pattern", Kind::pattern},
};

std::uint32_t pack(double red, double green, double blue) {
    const auto channel = [](double value) {
        return static_cast<std::uint32_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
    };
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
}

std::uint32_t cmyk(double c, double m, double y, double k) {
    return pack((1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k));
}

// 8.6.5.4, with the white point of daylight and without gamma: lightness is what matters here.
std::uint32_t lab(double lightness, double a, double b) {
    const double base = lightness / 100;
    return pack(base + a / 200, base - a / 400, base - b / 200);
}

std::size_t components_of(Kind kind) {
    switch (kind) {
        case Kind::rgb:
        case Kind::lab:
            return 3;
        case Kind::cmyk:
            return 4;
        default:
            return 1;
    }
}

std::vector<std::uint32_t> palette_of(Object lookup, const ColorSpace& base, std::size_t limit) {
    const std::string bytes = lookup.isString() ? lookup.getStringValue() : decode(lookup, limit).bytes;
    const std::size_t size = components_of(base.kind);
    std::vector<std::uint32_t> palette;
    std::array<double, 4> color{};
    for (std::size_t at = 0; at + size <= bytes.size() && palette.size() < 256; at += size) {
        for (std::size_t i = 0; i < size; ++i) color[i] = static_cast<unsigned char>(bytes[at + i]) / 255.0;
        palette.push_back(color_of(base, std::span(color).first(size)));
    }
    return palette;
}

// The colour of a tint of 1 by an exponential function (7.10.3); black for the others, which need an interpreter.
std::uint32_t full_tint(const Object& function, const ColorSpace& alternate) {
    const Object end = get(function, "/C1");
    if (int_of(get(function, "/FunctionType"), -1) != 2 || size_of(end) > 4) return black;
    std::array<double, 4> color{};
    for (int i = 0; i < size_of(end); ++i) color[static_cast<std::size_t>(i)] = number_of(item(end, i), 0);
    return color_of(alternate, std::span(color).first(static_cast<std::size_t>(size_of(end))));
}

ColorSpace load(const Object& object, std::size_t limit, int depth) {
    ColorSpace space;
    std::string name = name_of(object);
    if (name.empty()) name = name_of(item(object, 0));
    if (name == "ICCBased") {
        const int n = int_of(get(item(object, 1), "/N"), 1);
        space.kind = n == 3 ? Kind::rgb : n == 4 ? Kind::cmyk : Kind::gray;
        return space;
    }
    const auto row =
        std::find_if(space_names.begin(), space_names.end(), [&](const SpaceName& s) { return s.name == name; });
    if (row == space_names.end() || depth == max_nesting) return space;
    space.kind = row->kind;
    if (space.kind == Kind::indexed)
        space.palette = palette_of(item(object, 3), load(item(object, 1), limit, depth + 1), limit);
    if (space.kind == Kind::tint) space.full = full_tint(item(object, 3), load(item(object, 2), limit, depth + 1));
    return space;
}

}  // namespace

ColorSpace load_color_space(const Object& object, std::size_t limit) { return load(object, limit, 0); }

std::uint32_t color_of(const ColorSpace& space, std::span<const double> components) {
    if (space.kind == Kind::pattern) return pattern_color;
    if (components.empty()) return black;
    switch (space.kind) {
        case Kind::indexed: {
            const double index = components[0];
            return index >= 0 && index < static_cast<double>(space.palette.size())
                       ? space.palette[static_cast<std::size_t>(index)]
                       : black;
        }
        case Kind::tint: {  // of several inks, the most of one
            const double tint = std::clamp(*std::max_element(components.begin(), components.end()), 0.0, 1.0);
            const auto channel = [&](unsigned shift) { return 1 - tint * (1 - (space.full >> shift & 0xFF) / 255.0); };
            return pack(channel(16), channel(8), channel(0));
        }
        case Kind::lab:
            return components.size() == 3 ? lab(components[0], components[1], components[2]) : black;
        default:
            return device_color(components);
    }
}

std::uint32_t device_color(std::span<const double> components) {
    switch (components.size()) {
        case 1:
            return pack(components[0], components[0], components[0]);
        case 3:
            return pack(components[0], components[1], components[2]);
        case 4:
            return cmyk(components[0], components[1], components[2], components[3]);
        default:
            return black;
    }
}

}  // namespace sop::pdf
