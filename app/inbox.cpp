#include "app/inbox.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/file.h"
#include "ingest/diagnostic.h"

namespace sop {
namespace {

namespace fs = std::filesystem;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view done_name = "verwerkt", bad_name = "quarantaine", work_name = ".sopconv";

// A copy that is under way writes more often than this, unless it has stalled: then its end is not there yet.
constexpr auto quiet_time = seconds(5);
constexpr auto stalled_time = minutes(15);

constexpr auto delays =
    std::to_array<std::chrono::steady_clock::duration>({minutes(1), minutes(5), minutes(30), hours(2), hours(6)});
constexpr auto longest_try = hours(24);

// The last bytes of a file; what a Word package and a PDF end with stands there.
constexpr std::streamoff tail_bytes = (64 << 10) + 22;  // a zip archive's last record and its longest comment

bool has_its_end(const fs::path& file) {
    std::string extension = file.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    static constexpr auto ends = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{".docx", "PK\5\6"}, {".docm", "PK\5\6"}, {".dotx", "PK\5\6"}, {".dotm", "PK\5\6"}, {".pdf", "%%EOF"}});
    const auto* const end = std::ranges::find(ends, extension, [](const auto& entry) { return entry.first; });
    if (end == ends.end()) return true;
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream.tellg();
    if (size <= 0) return false;
    std::string tail(static_cast<std::size_t>(std::min(size, tail_bytes)), '\0');
    stream.seekg(size - static_cast<std::streamoff>(tail.size()));
    stream.read(tail.data(), static_cast<std::streamsize>(tail.size()));
    return tail.find(end->second) != std::string::npos;
}

// "b (2).docx" where "b.docx" is taken.
fs::path free_name(const fs::path& path) {
    fs::path free = path;
    for (int number = 2; fs::exists(fs::symlink_status(free)); ++number)
        free = path.parent_path() /
               (path.stem().string() + " (" + std::to_string(number) + ")" + path.extension().string());
    return free;
}

void rename_into(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    fs::rename(from, to, error);
    if (error) throw ConversionError(ErrorCode::write_error, {}, text_of(to.filename()));
}

}  // namespace

Inbox::Inbox(fs::path folder) : folder_(std::move(folder)) {
    for (const auto name : {done_name, bad_name, work_name}) prepare_folder(folder_ / name);
}

bool Inbox::has_settled(const Input& input, Time now, std::map<fs::path, Look>& looks) const {
    struct stat status {};
    if (::stat(input.file.c_str(), &status) != 0) return false;
    std::error_code error;
    Look look{static_cast<std::uintmax_t>(status.st_size), fs::last_write_time(input.file, error), status.st_ino, now};
    const auto earlier = seen_.find(input.file);
    if (earlier != seen_.end() && earlier->second.size == look.size && earlier->second.time == look.time &&
        earlier->second.identity == look.identity)
        look.since = earlier->second.since;
    looks.emplace(input.file, look);
    const auto quiet = now - look.since;
    return quiet >= stalled_time || (quiet >= quiet_time && has_its_end(input.file));
}

void Inbox::claim(Time now) {
    const std::array folders{folder_ / done_name, folder_ / bad_name};
    std::map<fs::path, Look> looks;
    for (const Input& input : collect_inputs(std::array{folder_}, folders).files) {
        if (!has_settled(input, now, looks)) continue;
        const fs::path claimed = folder_ / work_name / input.relative;
        if (fs::exists(fs::symlink_status(claimed))) continue;  // the earlier one of this name goes first
        rename_into(input.file, claimed);
        looks.erase(input.file);
    }
    seen_ = std::move(looks);
}

Inputs Inbox::claimed(Time now) const {
    Inputs inputs = collect_inputs(std::array{folder_ / work_name}, {});
    std::erase_if(inputs.files, [&](const Input& input) {
        const auto attempts = postponed_.find(input.file);
        return !fs::is_regular_file(input.file) || (attempts != postponed_.end() && attempts->second.next > now);
    });
    return inputs;
}

fs::path Inbox::move(const Input& input, const fs::path& to) {
    fs::path target = free_name(to / input.relative);
    rename_into(input.file, target);
    postponed_.erase(input.file);
    // Folders that it was the last one in.
    std::error_code error;
    for (fs::path below = input.file.parent_path(); below != folder_ / work_name && fs::remove(below, error);)
        below = below.parent_path();
    return target;
}

void Inbox::put_away(const Input& input) { move(input, folder_ / done_name); }

void Inbox::quarantine(const Input& input, const Failure& failure) {
    const fs::path target = move(input, folder_ / bad_name);
    write_file(fs::path(target).concat(".reden.json"), write_failure(failure));
}

void Inbox::postpone(const Input& input, const Failure& failure, Time now) {
    Attempts& attempts = postponed_[input.file];
    if (attempts.count == 0) attempts.first = now;
    if (now - attempts.first >= longest_try) return quarantine(input, failure);
    attempts.next = now + delays[std::min(attempts.count, delays.size() - 1)];
    ++attempts.count;
}

}  // namespace sop
