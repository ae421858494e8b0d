// A first version of a template, from documents that were made with one form.
#pragma once

#include <string>
#include <vector>

#include "ingest/document.h"

namespace sop {

// What one document has that may be of its form, in reading order: lines "titel\tTEXT", "kop\tNUMBER\tTEXT",
// "label\tTEXT" and "kolom\tTEXT". No line has a control character but these tabs.
std::string find_form_texts(const Document& document);

// The template (YAML) that the texts of several documents propose: what at least half of them have, and at least two
// where there are several. What the vocabulary knows has its place; the rest stands in comments for a person to place.
// Valid for read_template().
std::string write_draft(const std::vector<std::string>& documents);

}  // namespace sop
