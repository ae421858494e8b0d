// White space at the ends of lines that the structure tree put together.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/pdf/layout.h"

namespace sop::pdf {

// White space behind the lines of cells and of the body's columns: `items` of the whole document.
void set_rooms(std::vector<Item>& items, std::size_t page_count);

}  // namespace sop::pdf
