// A record as it stands in an archive that is one file: some 25 kB in place of 250, and less time to write it. Inside
// export/archive/ only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sop {

// A frame of Zstandard (RFC 8878, 3.1.1) that tells its size and has a checksum.
std::string pack(std::string_view record);

// What pack() was given. JSON comes back as it is: schema versions 1 and 2 stored nothing else. Absent where `stored`
// is neither, or damaged.
std::optional<std::string> unpack(std::string_view stored);

}  // namespace sop
