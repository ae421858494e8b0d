// Many sources, each on its own, by several readers.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "app/inputs.h"
#include "app/pool.h"
#include "export/record_check.h"
#include "export/report.h"
#include "ingest/limits.h"

namespace sop {

class RunLog;

// A source of a run, in memory.
struct BatchSource {
    const Input& input;
    std::string name;  // of the file, UTF-8
    std::string bytes;
    std::string id;  // "sha256:…"
};

// Where the records of a run go. What it throws as ConversionError is the source's own failure; all else ends the run.
class RecordStore {
public:
    virtual ~RecordStore() = default;

    // What an earlier run found of these bytes, where that still holds; absent: they are to be read.
    virtual std::optional<FileReport> find_known(const BatchSource& source) = 0;
    // Keeps a record that has been checked, with what it says of itself. Gives the name that the report has for it.
    virtual std::string keep(const BatchSource& source, std::string_view json, const RecordFacts& facts) = 0;
    // Takes note that a source gives no record. `id` is absent where its bytes could not be read.
    virtual void refuse(const Input& input, const std::optional<std::string>& id, const Failure& failure) = 0;
    // Whether all that it was given is on the disk; settle() puts it there.
    virtual bool is_settled() const { return true; }
    virtual void settle() {}
};

// An input that is finished, and what there is of it on the disk.
struct Step {
    const Input& input;
    const FileReport& file;
    double seconds = 0;  // of processor time that reading it took
};

// Converts every input with the readers that `pool` gives, which is called once, when the first source is to be read.
// Of inputs with the same bytes, one is read after the other. A reader that broke down is given its source once more;
// what it gives is checked before it is kept. The log is told how many are finished, and of each in that order once it
// is on the disk. What is kept does not depend on the number of readers. Where somebody asks to stop (app/stop.h), what
// is under way is left, and the report says how many inputs were not done.
RunReport run_batch(const Inputs& inputs, const std::function<Pool&()>& pool, RecordStore& store, RunLog& log,
                    std::size_t file_bytes = Limits{}.file_bytes);

}  // namespace sop
