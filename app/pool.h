// Readers of files at work, as their supervisor sees them. Nothing that a reader says is believed here.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/answer.h"

namespace sop {

struct Finished {
    std::uint64_t ticket = 0;
    Ending ending = Ending::lost;
    std::string answer;
    double cpu_seconds = 0;
    std::uint64_t memory_kilobytes = 0;
};

// Starts the program of the readers and hands it sources.
class Pool {
public:
    // `command`: the program and its arguments; it finds its socket under descriptor 3. `capacity`: sources under way,
    // those that wait for a reader included. Throws PoolError where the program does not come up.
    Pool(std::vector<std::string> command, std::size_t capacity, std::size_t answer_bytes);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    bool is_full() const { return jobs_.size() >= capacity_; }
    bool is_idle() const { return jobs_.empty(); }

    // Hands over a source; not where is_full(). `ticket` comes back with its end, and is none that is under way.
    void start(std::uint64_t ticket, std::string_view name, std::string_view bytes);

    // Waits for the next that ends; not where is_idle(). Absent: none did within `patience` (negative: for ever), or
    // somebody asked to stop.
    std::optional<Finished> wait(std::chrono::milliseconds patience = std::chrono::milliseconds(-1));

private:
    void spawn();
    // False: it ended before it was ready, with this status of wait4(2).
    bool try_to_spawn(int& status);
    void stop();

    std::vector<std::string> command_;
    std::size_t capacity_;
    std::size_t answer_bytes_;
    int process_ = -1;
    Descriptor socket_;
    std::unordered_map<std::uint64_t, Descriptor> jobs_;  // the answers' files
    std::vector<std::uint64_t> lost_;                     // of jobs_: those whose zygote is gone
};

// The readers' program ended before it was ready, with `exit_code`; it has said why on standard error.
class PoolError : public std::exception {
public:
    explicit PoolError(int exit_code) : exit_code_(exit_code) {}
    int exit_code() const { return exit_code_; }
    const char* what() const noexcept override { return "het programma dat bestanden leest, komt niet op gang"; }

private:
    int exit_code_;
};

}  // namespace sop
