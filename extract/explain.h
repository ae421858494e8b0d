// Why a document gives what it gives, for people who write templates.
#pragma once

#include <string>

#include "extract/template.h"
#include "ingest/document.h"

namespace sop {

// Dutch text: the score of every template and why one was ruled out, the sections that were found, for each field of
// the template its value with place and confidence, or why there is none, and the tables with their rows. Total.
std::string explain(Document document, const TemplateSet& templates);

}  // namespace sop
