#include "extract/extraction.h"

#include <array>

namespace sop {
namespace {

// In the order of Method.
constexpr std::array<std::string_view, 10> method_names{"label",        "tabel",    "invoerveld", "kop", "patroon",
                                                        "bestandsnaam", "manifest", "register",   "ocr", "afgeleid"};

}  // namespace

std::string_view name_of(Method method) { return method_names[static_cast<std::size_t>(method)]; }

}  // namespace sop
