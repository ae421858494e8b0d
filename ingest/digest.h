// Content hashes.
#pragma once

#include <string>
#include <string_view>

namespace sop {

// "sha256:" and 64 lower-case hexadecimal digits (FIPS 180-4).
std::string sha256(std::string_view bytes);

}  // namespace sop
