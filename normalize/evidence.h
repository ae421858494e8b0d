// What stands beside the values of a record: herkomst by JSON Pointer, and meldingen.
#pragma once

#include <string>
#include <string_view>

#include "extract/extraction.h"
#include "normalize/record.h"

namespace sop {

// A reference token of a JSON Pointer (RFC 6901, 3): "~" as "~0", "/" as "~1".
std::string escape_pointer(std::string_view token);

// "/arrangementen/2/begeleiding" from "/arrangementen", 2 and "begeleiding".
std::string item_pointer(std::string_view list, std::size_t index, std::string_view member = {});

// Adds the herkomst of a value; in place of the last one where that is for the same pointer. `factor` lowers a field's
// confidence for what the normalisation adds in doubt.
void add_evidence(SopRecord& record, std::string pointer, Herkomst evidence);
void add_evidence(SopRecord& record, std::string pointer, const FoundField& source, double factor = 1);

// The value of a field is there and is not `what` ("een telefoonnummer").
void remark_unreadable(SopRecord& record, std::string_view field, std::string_view what, const Origin& origin);

// Some of a field's value was read, and some says nothing that is known.
void remark_partly_read(SopRecord& record, std::string_view field, const Origin& origin);

// Two sources of a field disagree.
void remark_contradiction(SopRecord& record, std::string_view field, const Origin& origin);

}  // namespace sop
