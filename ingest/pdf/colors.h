// Colours as 0xRRGGBB, near enough to tell black from grey and a cell's shading from its neighbour's (ISO
// 32000-1, 8.6).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/pdf/objects.h"

namespace sop::pdf {

inline constexpr std::uint32_t black = 0x000000;
inline constexpr std::uint32_t white = 0xFFFFFF;

// Lighter than any shading that is meant to be seen.
inline bool is_white(std::uint32_t color) {
    constexpr std::uint32_t faint = 0xFA;
    return (color >> 16 & 0xFF) >= faint && (color >> 8 & 0xFF) >= faint && (color & 0xFF) >= faint;
}

struct ColorSpace {
    enum class Kind { gray, rgb, cmyk, lab, indexed, tint, pattern };
    Kind kind = Kind::gray;
    std::vector<std::uint32_t> palette;  // indexed
    std::uint32_t full = black;          // tint: the colour of a tint of 1 (8.6.6.4)
};

// `object` is a name of a device space or an array; `limit` bounds the bytes of a palette. Unknown ones are grey.
ColorSpace load_color_space(const Object& object, std::size_t limit);

// 8.6.4 and 8.6.5, without colour management.
std::uint32_t color_of(const ColorSpace& space, std::span<const double> components);

// By the number of components: what g, rg and k say, and what sc says in a space that is not known.
std::uint32_t device_color(std::span<const double> components);

}  // namespace sop::pdf
