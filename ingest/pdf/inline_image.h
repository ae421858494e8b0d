// Inline images (ISO 32000-1, 8.9.7), which are passed over.
#pragma once

#include <cstddef>
#include <string_view>

namespace sop::pdf {

// `at` is behind BI; the place behind its EI. The data may hold "EI": the one that ends it stands by itself and is
// followed by text.
std::size_t end_of_inline_image(std::string_view content, std::size_t at);

}  // namespace sop::pdf
