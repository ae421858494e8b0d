// Decoding of streams within limits (ISO 32000-1, 7.4). QPDF inflates whole streams, its own object and cross-reference
// streams too; the filters here take its own filters' place and stop when a budget is used up. No image filter (DCT,
// JPX, JBIG2, CCITT) is ever run.
#pragma once

#include <cstddef>
#include <string>

#include "ingest/pdf/limits.h"

class QPDFObjectHandle;

namespace sop::pdf {

// What may still be decoded of a document.
struct DecodeBudget {
    explicit DecodeBudget(const PdfLimits& limits)
        : stream_bytes(limits.stream_bytes),
          remaining(limits.decoded_bytes),
          filters(limits.filters),
          predictor_row(limits.predictor_row) {}
    std::size_t stream_bytes;
    std::size_t remaining;
    int filters;
    std::size_t predictor_row;
    bool is_exceeded = false;  // some stream was cut short
};

// While it lives, every stream that QPDF decodes on this thread is charged to `budget`.
class BudgetScope {
public:
    explicit BudgetScope(DecodeBudget& budget);
    ~BudgetScope();
    BudgetScope(const BudgetScope&) = delete;
    BudgetScope& operator=(const BudgetScope&) = delete;

private:
    DecodeBudget* outer_;
};

// Puts the bounded filters in the place of QPDF's; call before the first QPDF object opens a file.
void register_filters();

struct Decoded {
    std::string bytes;        // as far as they could be decoded
    bool over_limit = false;  // cut short by `limit` or the budget
    bool is_readable = true;  // false: an image filter, or one that is not known
};

// The decoded data of a stream object, at most `limit` bytes.
Decoded decode(QPDFObjectHandle stream, std::size_t limit);
// Its data as it stands in the file, decrypted.
Decoded raw_bytes(QPDFObjectHandle stream, std::size_t limit);

}  // namespace sop::pdf
