// Widgets of interactive forms (ISO 32000-1, 12.7), each read by itself from the page it stands on: the tree of fields
// may have loops and nodes that are shared a million times, the way up from a widget has not.
#pragma once

#include "ingest/pdf/limits.h"
#include "ingest/pdf/objects.h"
#include "ingest/pdf/page.h"

namespace sop::pdf {

// Of a widget annotation; its box and is_shown are left to the caller. What it costs is taken from `work_left`
// (PdfLimits::field_work). Throws PageOverLimit.
Widget read_widget(const Object& annotation, const PdfLimits& limits, std::size_t& work_left);

// The appearance stream that is painted (12.5.5): the normal one, of the state that the annotation is in. Null: none.
Object appearance_of(const Object& annotation);

// Neither shown on a screen nor of any use to a reader: hidden, or a pop-up note (12.5.3).
bool is_hidden_annotation(const Object& annotation);

}  // namespace sop::pdf
