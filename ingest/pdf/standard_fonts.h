// Widths of the standard 14 fonts (ISO 32000-1, 9.6.2.2), which a file may use without giving them.
#pragma once

#include <string_view>
#include <vector>

namespace sop::pdf {

// In em for all 256 codes, read as WinAnsiEncoding; empty where `name` is none of the fonts or has no letters (Symbol,
// ZapfDingbats). Arial and Times New Roman are Helvetica and Times under another name.
std::vector<float> standard_widths(std::string_view name, bool bold, bool italic);

}  // namespace sop::pdf
