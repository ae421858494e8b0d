// A folder that people put documents in, as sopconv watch sees it. Files that lie still are claimed: moved to a hidden
// folder of the inbox, where nobody writes any more. From there they go to "verwerkt" or "quarantaine".
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "app/inputs.h"
#include "export/report.h"

namespace sop {

class Inbox {
public:
    using Time = std::chrono::steady_clock::time_point;

    // Makes what is missing of the folders. Throws ConversionError (write_error).
    explicit Inbox(std::filesystem::path folder);

    // Looks at every file and claims those that have not changed for a while: size, time and identity are the same as
    // at an earlier look. One that visibly lacks its end is given more time, since a copy may have stalled.
    void claim(Time now);
    // A file has been seen that is not claimed yet.
    bool is_waiting() const { return !seen_.empty(); }

    // What has been claimed and may be tried now, those of an earlier run that broke off included.
    Inputs claimed(Time now) const;

    void put_away(const Input& input);
    // The file, and beside it "<name>.reden.json" with the error object.
    void quarantine(const Input& input, const Failure& failure);
    // The machine was at fault: tries again later, after a minute at first and six hours in the end. Nothing left to
    // try after a day: into quarantine.
    void postpone(const Input& input, const Failure& failure, Time now);
    // Some wait to be tried again.
    bool has_postponed() const { return !postponed_.empty(); }

private:
    struct Look {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type time;
        ino_t identity = 0;
        Time since;
    };
    struct Attempts {
        std::size_t count = 0;
        Time first, next;
    };

    bool has_settled(const Input& input, Time now, std::map<std::filesystem::path, Look>& looks) const;
    std::filesystem::path move(const Input& input, const std::filesystem::path& to);

    std::filesystem::path folder_;
    std::map<std::filesystem::path, Look> seen_;
    std::map<std::filesystem::path, Attempts> postponed_;  // by claimed file
};

}  // namespace sop
