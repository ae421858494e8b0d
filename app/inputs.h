// Which files a run converts.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/beneath.h"
#include "ingest/diagnostic.h"

namespace sop {

struct Input {
    std::filesystem::path file;                // as named, or below a folder that was named
    std::filesystem::path relative;            // to that folder; of a file that was named itself: its name
    std::shared_ptr<const Descriptor> folder;  // the open folder, so that it is read below it; of a named file: none
    bool operator==(const Input& other) const { return file == other.file && relative == other.relative; }
};

// What stood in a folder and is not a source.
struct Skipped {
    std::filesystem::path relative;
    std::string_view reason;  // Dutch, one of a few constants
    bool operator==(const Skipped&) const = default;
};

// What stood in a folder and is not to be had: a folder that cannot be read, a file that cannot be taken.
struct FailedInput {
    Input input;
    ConversionError error;
};

struct Inputs {
    std::vector<Input> files;
    std::vector<Skipped> skipped;
    std::vector<FailedInput> failed;
};

// A path that is no folder is always tried, whatever it is. Of a folder and all folders below it, every file that has
// the extension of a document; hidden files and folders, lock files of office programs, recycle bins and other folders
// of a disk itself, and symbolic links (which may run in circles or lead out of the folder) are skipped. `outputs` are
// not looked into. Each file once, sorted by relative path: the order of `paths` makes no difference.
Inputs collect_inputs(std::span<const std::filesystem::path> paths, std::span<const std::filesystem::path> outputs);

// The same of one open folder, called `name`.
Inputs collect_inputs(const std::shared_ptr<const Descriptor>& folder, const std::filesystem::path& name,
                      std::span<const FileIdentity> outputs);

// The bytes of an input; of one that stood in a folder only if no link has come in its place. Throws as read_file().
std::string read_input(const Input& input, std::size_t limit);

}  // namespace sop
