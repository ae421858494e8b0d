#pragma once

#include <string>

#include "export/report.h"

namespace sop {

// The report as a page of HTML for the administrator (rapport.html), in Dutch: how many, what needs attention, worst
// first, what failed and what to do about it; long lists are folded. It needs nothing else, holds no script, and has a
// stylesheet for paper. No clock: the same report gives the same page.
std::string write_report_page(const RunReport& report);

}  // namespace sop
