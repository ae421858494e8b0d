// E-mail and web addresses.
#pragma once

#include <string_view>

#include "normalize/record.h"

namespace sop {

// The first e-mail address in a value, with "@" or "[at]" and "(at)" for it, in lower case, its host as for
// parse_website().
Tekst parse_email(std::string_view text);

// The first web address in a value, host in lower case and ASCII ("xn--caf-dma.nl" of "café.nl"), with "https://" where
// no scheme is given and without a lone final "/".
Tekst parse_website(std::string_view text);

}  // namespace sop
