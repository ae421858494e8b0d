// A progress bar on a terminal.
#pragma once

#include <cstddef>

namespace sop {

// Draws on standard error while it is a terminal; draws nothing at all where it is a file or a pipe. The line is gone
// when the bar is.
class ProgressBar {
public:
    explicit ProgressBar(std::size_t total);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::size_t done) const;

private:
    std::size_t total_;
    bool on_terminal_;
};

}  // namespace sop
