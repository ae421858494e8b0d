// Pictures as PNG (ISO/IEC 15948), the simplest way: for people to look at.
#pragma once

#include <cstdint>
#include <string>

namespace sop::pdf {

// `rgb`: rows from the top, three bytes a pixel, width * height * 3 bytes.
std::string write_png(const std::string& rgb, std::uint32_t width, std::uint32_t height);

std::string base64(const std::string& bytes);

}  // namespace sop::pdf
