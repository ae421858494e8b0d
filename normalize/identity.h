// Which school a document is of, from what stands outside the document.
#pragma once

#include "normalize/manifest.h"
#include "normalize/normalize.h"
#include "normalize/record.h"
#include "normalize/school_register.h"

namespace sop {

struct SchoolLists {
    Manifest manifest;
    SchoolRegister registry;
};

// Adds to `record`, whose fields have been read, what the lists say; an empty list says nothing. The manifest goes
// before the document, the document (and its file's name) before the register: what the register has otherwise is
// remarked on. A name that several schools of the register bear gives their codes in a melding, and no value. A record
// that has no name or code of a school gets nothing from the register.
void identify(const SourceInfo& source, const SchoolLists& lists, SopRecord& record);

}  // namespace sop
