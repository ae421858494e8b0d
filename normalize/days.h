// Working days.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

// "ma".."zo" in the order of the week: "(ma, di, do, vr)", "ma t/m do", "maandag en dinsdag", "wo-ochtend". Absent
// where the text says anything else ("niet op maandag").
std::optional<std::vector<std::string>> parse_work_days(std::string_view text);

}  // namespace sop
