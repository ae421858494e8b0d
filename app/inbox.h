// A folder that people put documents in, as sopconv watch sees it. Files that lie still are claimed: moved to a hidden
// folder of the inbox, where nobody else writes. From there they go to "verwerkt" or "quarantaine".
//
// Who puts documents there may put anything there, under any name and at any moment. So everything is done from handles
// of the folder and of its three own ones, following no link, and what goes wrong with one file is that file's failure.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "app/descriptor.h"
#include "app/inputs.h"
#include "export/report.h"

namespace sop {

class Inbox {
public:
    using Time = std::chrono::system_clock::time_point;

    // Makes what is missing of the folders; what stands in the place of one and is not ours is renamed. One process for
    // each inbox. Throws ConversionError (write_error) and, where another process has it, ArchiveError (busy).
    explicit Inbox(std::filesystem::path folder);

    // Looks at every file and claims those that have not changed for a while: size, time and identity are the same as
    // at an earlier look. One that visibly lacks its end is given more time, since a copy may have stalled. Gives what
    // cannot be read or claimed, each once for as long as it stays as it is. Throws as the constructor.
    std::vector<FailedInput> claim(Time now);
    // A file has been seen that may yet be claimed, and has not been changing for long.
    bool is_waiting(Time now) const;

    // What has been claimed and may be tried now, those of an earlier run that broke off included.
    Inputs claimed(Time now);

    // What follows throws ConversionError (move_error or write_error); the file then stays claimed. So does one that
    // has changed since claimed() gave it: who had it open when it was claimed may still be writing.
    void put_away(const Input& input);
    // The file, and beside it "<name>.reden.json" with the error object.
    void quarantine(const Input& input, const Failure& failure);
    // The machine was at fault: tries again later, after a minute at first and six hours in the end, by this process or
    // another. A day after the first time: into quarantine.
    void postpone(const Input& input, const Failure& failure, Time now);

private:
    struct State {
        FileIdentity identity;
        std::uintmax_t size = 0;
        std::int64_t changed = 0;  // nanoseconds
        bool operator==(const State&) const = default;
    };
    struct Look {
        State state;
        Time since, first;
    };
    struct Attempts {
        std::size_t count = 0;
        Time first, next;
    };

    static std::optional<State> state_of(const Descriptor& folder, const std::filesystem::path& path);
    bool has_changed(const Input& input) const;
    // Opens the three folders, where that has not been done or another one has come in their place.
    void open_own_folders();
    Descriptor open_own_folder(const std::string& name) const;
    bool has_settled(const Input& input, Time now, std::map<std::filesystem::path, Look>& looks) const;
    // Gives what could not be done.
    std::optional<ConversionError> take(const Input& input);
    void move(const Input& input, const Descriptor& target, const std::filesystem::path& to);
    void read_attempts();
    void write_attempts() const;

    std::filesystem::path name_;
    std::shared_ptr<const Descriptor> folder_, work_;
    Descriptor done_, bad_;
    std::map<std::filesystem::path, Look> seen_;
    std::map<std::filesystem::path, State> given_;         // by claimed(), as they were then
    std::set<std::filesystem::path> told_;                 // failures that claim() has given
    std::map<std::filesystem::path, Attempts> postponed_;  // by relative path of the claimed file
};

}  // namespace sop
