// Objects as the text they are in the file. For structure trees, of which every element is an object: QPDF takes 25 µs
// for each, this less than one.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/pdf/limits.h"
#include "ingest/pdf/open.h"

namespace sop::pdf {

class RawObjects {
public:
    RawObjects(OpenedFile& file, const PdfLimits& limits);

    // From the start of an object's value, to the end of the file or of its object stream; "" where there is none.
    // The view lives as long as this and the file.
    std::string_view text(int id);

private:
    struct Place {
        std::uint32_t stream = 0;  // object stream; 0: none
        std::uint64_t at = 0;      // offset in the file, or index in the stream
    };
    struct Stream {
        std::string data;
        std::vector<std::pair<int, std::size_t>> objects;  // id, offset
    };
    const Stream& stream(int id);

    OpenedFile& file_;
    PdfLimits limits_;
    std::vector<Place> places_;  // by id; nothing at 0
    std::map<int, Stream> streams_;
};

}  // namespace sop::pdf
