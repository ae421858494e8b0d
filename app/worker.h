// The side that reads files: what happens in a restricted process.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "app/convert.h"
#include "app/options.h"

namespace sop {

// What is done with a source: convert(), inspect() or draw().
using Work = std::function<std::optional<Failure>(const Source&, const ReadOptions&, const Write&)>;

// convert() with the lists and the taxonomy that the options name, which are read now: a restricted process cannot.
// Throws UsageError where one is no such list.
Work converting(const Options& options);

// The built-in templates with those of a folder: each *.yaml, in the order of their names, one with the id of a
// built-in one in its place. Absent where `folder` is empty. Throws UsageError, with file, line and column of a
// mistake.
std::optional<TemplateSet> read_own_templates(const std::filesystem::path& folder);

// Loads what can no longer be loaded in a restricted process: the C library's conversions of UTF-16, which are code.
void load_conversions();

// Does it and leaves its result, or the error object, in the file `answer`. Gives the exit code for the process.
int do_work(const Work& work, const Source& source, const ReadOptions& options, int answer);

// Loads what all sources need, then converts those that come through descriptor 3; see run_zygote().
int run_worker(const Options& options);

}  // namespace sop
