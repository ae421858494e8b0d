// A progress bar on a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <string>

namespace sop {

// How far a run is, how fast it goes and how long it still takes, by what the last ten seconds brought.
class Progress {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit Progress(std::size_t total) : total_(total) {}
    // "[####......] 40 van 100, 12 per seconde, nog 5 s". `now` never goes back.
    std::string line(std::size_t done, Time now);

private:
    struct Look {
        Time time;
        std::size_t done = 0;
    };

    std::size_t total_;
    std::deque<Look> looks_;
};

// Draws on standard error while it is a terminal; draws nothing at all where it is a file or a pipe. The line is gone
// when the bar is.
class ProgressBar {
public:
    explicit ProgressBar(std::size_t total);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void show(std::size_t done);

private:
    std::size_t total_;
    Progress progress_;
    bool on_terminal_;
    Progress::Time drawn_;
};

}  // namespace sop
