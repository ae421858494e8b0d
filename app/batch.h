// Many sources, each on its own, by several workers.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>

#include "app/inputs.h"
#include "export/report.h"
#include "ingest/options.h"

namespace sop {

// Name of the run's report in the output folder; no record gets it.
inline constexpr std::string_view report_name = "rapport.json";

struct Batch {
    Inputs inputs;
    std::filesystem::path output;  // folder for records and report
    unsigned workers = 1;
    ReadOptions options;
};

// Converts every input and writes its record as "<relative path>.json" below `output`. Where two inputs would get one
// name, or a record that of the report, the first digits of the source's digest stand in between:
// "SOP.docx.0a1b2c3d4e5f6071.json". A source that gives no record has none afterwards either: one that an earlier run
// left under its name is removed, and so is the earlier run's report: the caller writes the new one, last, so that
// where a report stands the run came to its end.
//
// `on_progress` is called with the number of finished inputs, every tenth of a second and at the end, always from the
// calling thread. What is written does not depend on the number of workers. Throws ConversionError (write_error) where
// `output` cannot be written at all.
RunReport run_batch(const Batch& batch, const std::function<void(std::size_t)>& on_progress);

}  // namespace sop
