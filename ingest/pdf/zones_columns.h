// Whether two rows of a page are rows of one table, told by lines between columns and by text below text.
#pragma once

#include <vector>

#include "ingest/pdf/zones_rows.h"

namespace sop::pdf {

class Columns {
public:
    explicit Columns(const Page& page);

    // `upper` and `lower` stand one below the other. A frame around the whole page holds nothing together.
    bool hold_together(const PageRow& upper, const PageRow& lower) const;

private:
    struct Side {  // of columns: vertical lines that touch, as one
        double x, from, to;
    };
    std::vector<Side> sides_;  // by x
    double height_;
};

}  // namespace sop::pdf
