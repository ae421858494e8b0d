// A record for publication: what tells who somebody is, is masked.
#pragma once

#include <set>
#include <string>

#include "normalize/record.h"

namespace sop {

// Masks names, contact data and small numbers of pupils (Mask) in every text of `record`: values, sections and
// herkomst. Telephone numbers, e-mail addresses and working days become absent; evidence of persons goes whole. What
// stays: the counts in `privacy`, the school's own names, address and website, and the file's name, which a melding
// warns of where it holds a name. Returns what was masked, each text once: none of it stands in `record` any more,
// unless as part of a name that stays.
std::set<std::string> redact(SopRecord& record);

}  // namespace sop
