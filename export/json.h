// The record as JSON, and its schema.
#pragma once

#include <string>
#include <string_view>

#include "normalize/record.h"

namespace sop {

inline constexpr std::string_view schema_version = "1.0";

// Keys in the order of the contract, two spaces of indentation, a final newline. Same record, same bytes. Numbers that
// are an estimate (`zekerheid`, `score`) are rounded to two decimals. Throws std::invalid_argument where a text of the
// record is not UTF-8, which a reader never gives.
std::string write_json(const SopRecord& record);

// The same record on one line, with a final newline (NDJSON).
std::string write_ndjson(const SopRecord& record);

// JSON Schema 2020-12 of the record, export/sop-record.schema.json as built in.
std::string_view record_schema();

}  // namespace sop
