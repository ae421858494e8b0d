// The name of a school, board or partnership, without the persons that people write behind it.
#pragma once

#include <string_view>

namespace sop {

// `text` up to where a person or a way to reach one starts: "Stichting Linde" of "Stichting Linde (bestuurder: dhr. P.
// Bos, tel. 036-5550100)". Empty where it starts with a person. A view into `text`.
std::string_view body_name(std::string_view text);

}  // namespace sop
