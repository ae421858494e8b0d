#pragma once

#include <stdexcept>
#include <string>

namespace sop {

// Ends a run or a command: the archive itself is in the way. A Dutch sentence without its full stop, which quotes no
// content.
class ArchiveError : public std::runtime_error {
public:
    enum class Kind {
        busy,          // another run has it; later it goes
        input_output,  // disk full, no permission, a fault of the disk, a server that is gone
        bad_data,      // no archive, damaged, or made by a later version
    };
    ArchiveError(Kind kind, const std::string& sentence) : std::runtime_error(sentence), kind_(kind) {}
    Kind kind() const { return kind_; }

private:
    Kind kind_;
};

}  // namespace sop
