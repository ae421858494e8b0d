#include "ingest/pdf/headings.h"

namespace sop::pdf {

void find_headings(std::vector<Item>&, const std::vector<Page>&) {}

}  // namespace sop::pdf
