#include "ingest/pdf/png.h"

#include <zlib.h>

#include <stdexcept>
#include <string_view>

namespace sop::pdf {
namespace {

void append_number(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

void append_chunk(std::string& out, std::string_view type, std::string_view data) {
    append_number(out, static_cast<std::uint32_t>(data.size()));
    const std::size_t start = out.size();
    out += type;
    out += data;
    const auto* const bytes = reinterpret_cast<const Bytef*>(out.data() + start);
    append_number(out, static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(out.size() - start))));
}

}  // namespace

std::string write_png(const std::string& rgb, std::uint32_t width, std::uint32_t height) {
    const std::size_t row = std::size_t{width} * 3;
    std::string rows;
    rows.reserve((row + 1) * height);
    for (std::size_t y = 0; y < height; ++y) {
        rows += '\0';  // no filter
        rows.append(rgb, y * row, row);
    }
    uLongf size = compressBound(rows.size());
    std::string packed(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(rows.data()),
                  rows.size(), Z_BEST_SPEED) != Z_OK)
        throw std::runtime_error("compress2");
    packed.resize(size);

    std::string header;
    append_number(header, width);
    append_number(header, height);
    header += std::string("\x08\x02\0\0\0", 5);  // 8 bits, RGB, no interlace
    std::string png = "\x89PNG\r\n\x1A\n";
    append_chunk(png, "IHDR", header);
    append_chunk(png, "IDAT", packed);
    append_chunk(png, "IEND", {});
    return png;
}

std::string base64(const std::string& bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        for (std::size_t j = i; j < i + 3; ++j)
            group = group << 8 | (j < bytes.size() ? static_cast<std::uint8_t>(bytes[j]) : 0u);
        for (std::size_t j = 0; j < 4; ++j) out += i + j > bytes.size() ? '=' : digits[group >> (18 - 6 * j) & 63];
    }
    return out;
}

}  // namespace sop::pdf
