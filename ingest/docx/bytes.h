// Little-endian numbers in a file. Reading past the end gives 0: every caller checks what it makes of the number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sop::docx {

template <class Number>
Number little_endian(std::string_view bytes, std::uint64_t at) {
    if (at > bytes.size() || bytes.size() - at < sizeof(Number)) return 0;
    Number value = 0;
    for (std::size_t i = sizeof(Number); i-- > 0;)
        value = static_cast<Number>(value << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(at) + i]));
    return value;
}

inline std::uint16_t u16(std::string_view bytes, std::uint64_t at) { return little_endian<std::uint16_t>(bytes, at); }
inline std::uint32_t u32(std::string_view bytes, std::uint64_t at) { return little_endian<std::uint32_t>(bytes, at); }
inline std::uint64_t u64(std::string_view bytes, std::uint64_t at) { return little_endian<std::uint64_t>(bytes, at); }

}  // namespace sop::docx
