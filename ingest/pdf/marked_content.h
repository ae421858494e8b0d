// Marked-content numbers of forms (ISO 32000-1, 14.7.4.3): a form may number its content by itself.
#pragma once

#include <qpdf/QPDFObjGen.hh>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// A number for content of a form that no content of a page has; no_mcid where it cannot be told apart.
inline int mcid_of_form(QPDFObjGen form, int mcid) {
    constexpr int forms = 1 << 14, numbers = 1 << 16;
    const int id = form.getObj();
    return id > 0 && id < forms && mcid >= 0 && mcid < numbers ? id * numbers + mcid : no_mcid;
}

}  // namespace sop::pdf
