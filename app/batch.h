// Many sources, each on its own, by several readers.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "app/inputs.h"
#include "app/pool.h"
#include "export/report.h"
#include "ingest/limits.h"

namespace sop {

// Name of the run's report in the output folder; no record gets it.
inline constexpr std::string_view report_name = "rapport.json";

struct Batch {
    Inputs inputs;
    std::filesystem::path output;  // folder for records and report
    std::size_t file_bytes = Limits{}.file_bytes;
};

// Converts every input with the readers of `pool` and writes its record as "<relative path>.json" below `output`. Where
// two inputs would get one name, or a record that of the report, the first digits of the source's digest stand in
// between: "SOP.docx.0a1b2c3d4e5f6071.json". A source that gives no record has none afterwards either: one that an
// earlier run left under its name is removed, and so is the earlier run's report: the caller writes the new one, last,
// so that where a report stands the run came to its end.
//
// A reader that broke down is given its source once more; what it gives is checked before it is written. `on_progress`
// is called with the number of finished inputs. What is written does not depend on the number of readers. Throws
// ConversionError (write_error) where `output` cannot be written at all.
RunReport run_batch(const Batch& batch, Pool& pool, const std::function<void(std::size_t)>& on_progress);

}  // namespace sop
