// Builds small Word packages in memory, so that a test shows the XML and what comes of it on one page.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sop::test {

using Parts = std::vector<std::pair<std::string, std::string>>;  // name, bytes

// A zip archive of stored entries, in order.
std::string zip(const Parts& entries);

// A Word document with `body` as the content of w:body and `parts` beside the parts every document needs. The prefixes
// w, w14, w15, wp, wps, mc, m, v, o, r, a, pic are bound.
std::string docx(const std::string& body, const Parts& parts = {});

}  // namespace sop::test
