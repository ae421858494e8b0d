// What a record's tree says of the document.
#pragma once

#include "export/rapid_json.h"
#include "export/record_check.h"

namespace sop {

// `record` is of the shape that record_schema() gives.
RecordFacts facts_of(const rapidjson::Value& record);

}  // namespace sop
