// What every document promises that a reader gives, whatever the bytes were.
#pragma once

#include <cstdlib>

#include "ingest/document.h"
#include "ingest/limits.h"
#include "ingest/text.h"

namespace sop::fuzz {

// Small, so that an input that is slow for its size shows.
inline Limits small_limits() {
    Limits limits;
    limits.part_bytes = std::size_t{1} << 20;
    limits.package_bytes = std::size_t{4} << 20;
    return limits;
}

inline void check_promise(const Document& document) {
    if (!is_utf8(to_text(document))) std::abort();
    if (!is_utf8(plain_text(document.blocks, TextOf::everything))) std::abort();
}

}  // namespace sop::fuzz
