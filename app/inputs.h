// Which files a run converts.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace sop {

struct Input {
    std::filesystem::path file;      // as named, or below a folder that was named
    std::filesystem::path relative;  // to that folder; of a file that was named itself: its name
    bool operator==(const Input&) const = default;
};

// What stood in a folder and is not a source.
struct Skipped {
    std::filesystem::path relative;
    std::string_view reason;  // Dutch, one of a few constants
    bool operator==(const Skipped&) const = default;
};

struct Inputs {
    std::vector<Input> files;
    std::vector<Skipped> skipped;
};

// A path that is no folder is always tried, whatever it is. Of a folder and all folders below it, every file that has
// the extension of a document; hidden files and folders, lock files of office programs and symbolic links (which may
// run in circles or lead out of the folder) are skipped. `outputs` are not looked into. A folder that cannot be read
// stands among the files, so that reading it gives the error. Each file once, sorted by relative path: the order of
// `paths` makes no difference.
Inputs collect_inputs(std::span<const std::filesystem::path> paths, std::span<const std::filesystem::path> outputs);

}  // namespace sop
