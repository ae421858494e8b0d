#include "ingest/pdf/joins.h"

namespace sop::pdf {

void join_pages(std::vector<Item>&, const std::vector<Page>&) {}

}  // namespace sop::pdf
