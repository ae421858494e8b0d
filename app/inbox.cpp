#include "app/inbox.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <string_view>
#include <utility>

#include "app/beneath.h"
#include "app/file.h"
#include "export/archive/error.h"
#include "ingest/text.h"

namespace sop {
namespace {

namespace fs = std::filesystem;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view done_name = "verwerkt", bad_name = "quarantaine", work_name = ".sopconv";
constexpr std::string_view reason_extension = ".reden.json", attempts_name = ".pogingen";

// A copy that is under way writes more often than this, unless it has stalled: then its end is not there yet.
constexpr auto quiet_time = seconds(5);
constexpr auto stalled_time = minutes(15);

constexpr auto delays =
    std::to_array<std::chrono::system_clock::duration>({minutes(1), minutes(5), minutes(30), hours(2), hours(6)});
constexpr auto longest_try = hours(24);

constexpr std::size_t most_attempts_bytes = std::size_t{64} << 20;

// The last bytes of a file; what a Word package and a PDF end with stands there.
constexpr off_t tail_bytes = (64 << 10) + 22;  // a zip archive's last record and its longest comment

bool has_its_end(const Input& input) {
    std::string extension = input.relative.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    static constexpr auto ends = std::to_array<std::pair<std::string_view, std::string_view>>(
        {{".docx", "PK\5\6"}, {".docm", "PK\5\6"}, {".dotx", "PK\5\6"}, {".dotm", "PK\5\6"}, {".pdf", "%%EOF"}});
    const auto* const end = std::ranges::find(ends, extension, [](const auto& entry) { return entry.first; });
    if (end == ends.end()) return true;
    const Descriptor file = open_beneath(input.folder->number(), input.relative, O_RDONLY | O_NONBLOCK);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) return false;
    std::string tail(static_cast<std::size_t>(std::min(status.st_size, tail_bytes)), '\0');
    const ssize_t count =
        ::pread(file.number(), tail.data(), tail.size(), status.st_size - static_cast<off_t>(tail.size()));
    return count > 0 && tail.find(end->second) != std::string::npos;
}

// What stands there, a link itself; absent: nothing does, or it cannot be seen.
std::optional<struct stat> status_of(int folder, const fs::path& path) {
    struct stat status {};
    const Descriptor file = open_beneath(folder, path, O_PATH);
    if (!file.is_open() || ::fstat(file.number(), &status) != 0) return std::nullopt;
    return status;
}

// "b (2).docx" where "b.docx" is taken, and a name that leaves room for `more` bytes behind it.
fs::path free_path(int folder, const fs::path& path, std::size_t more = 0) {
    const std::string stem = path.stem().string(), extension = path.extension().string();
    const auto numbered = [&](int number) {
        const std::string end = (number == 1 ? "" : " (" + std::to_string(number) + ")") + extension;
        const std::size_t room = NAME_MAX - std::min<std::size_t>(NAME_MAX, end.size() + more);
        return path.parent_path() / (std::string(truncate_utf8(stem, room)) + end);
    };
    int number = 1;
    while (status_of(folder, numbered(number))) ++number;
    return numbered(number);
}

ConversionError move_error(int error) { return ConversionError(ErrorCode::move_error, {}, reason_of(error)); }

}  // namespace

Inbox::Inbox(fs::path folder)
    : name_(std::move(folder)),
      folder_(std::make_shared<Descriptor>(::open(name_.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC))) {
    if (!folder_->is_open()) throw ConversionError(ErrorCode::read_error, text_of(name_), reason_of(errno));
    open_own_folders();
    read_attempts();
}

void Inbox::open_own_folders() {
    const auto is_in_place = [&](const Descriptor& folder, std::string_view name) {
        const auto status = status_of(folder_->number(), name);
        return folder.is_open() && status &&
               identity_of(folder.number()) == FileIdentity{status->st_dev, status->st_ino};
    };
    if (!is_in_place(done_, done_name)) done_ = open_own_folder(std::string(done_name));
    if (!is_in_place(bad_, bad_name)) bad_ = open_own_folder(std::string(bad_name));
    if (work_ && is_in_place(*work_, work_name)) return;
    work_ = std::make_shared<Descriptor>(open_own_folder(std::string(work_name)));
    ::fchmod(work_->number(), S_IRWXU);
    if (::flock(work_->number(), LOCK_EX | LOCK_NB) == 0) return;
    if (errno != EWOULDBLOCK)
        throw ConversionError(ErrorCode::write_error, text_of(name_ / work_name), reason_of(errno));
    throw ArchiveError(ArchiveError::Kind::busy, "een andere opdracht let al op deze map");
}

// A folder of our own, or of whom the inbox is. A link, or what an uploader made there, makes way under another name.
Descriptor Inbox::open_own_folder(const std::string& name) const {
    struct stat inbox {
    }, status{};
    ::fstat(folder_->number(), &inbox);
    for (const bool is_first : {true, false}) {
        ::mkdirat(folder_->number(), name.c_str(), S_IRWXU | S_IRWXG | S_IRWXO);
        Descriptor folder = open_beneath(folder_->number(), name, O_RDONLY | O_DIRECTORY);
        if (folder.is_open() && ::fstat(folder.number(), &status) == 0 &&
            (status.st_uid == ::geteuid() || status.st_uid == inbox.st_uid) &&
            ::faccessat(folder.number(), ".", W_OK | X_OK, AT_EACCESS) == 0) {
            if (status.st_dev != inbox.st_dev)  // nothing can be moved there
                throw ConversionError(ErrorCode::write_error, text_of(name_ / name), reason_of(EXDEV));
            return folder;
        }
        const fs::path aside = free_path(folder_->number(), name);
        if (!is_first || !status_of(folder_->number(), name) ||
            !move_beneath(folder_->number(), name, folder_->number(), aside))
            break;
    }
    throw ConversionError(ErrorCode::write_error, text_of(name_ / name),
                          "is geen map waarin deze gebruiker kan schrijven, en kan er ook niet worden gemaakt");
}

std::optional<Inbox::State> Inbox::state_of(const Descriptor& folder, const fs::path& path) {
    const auto status = status_of(folder.number(), path);
    if (!status) return std::nullopt;
    constexpr std::int64_t second = 1'000'000'000;
    return State{{status->st_dev, status->st_ino},
                 static_cast<std::uintmax_t>(status->st_size),
                 status->st_mtim.tv_sec * second + status->st_mtim.tv_nsec};
}

bool Inbox::has_settled(const Input& input, Time now, std::map<fs::path, Look>& looks) const {
    const auto state = state_of(*folder_, input.relative);
    if (!state) return false;
    Look look{*state, now, now};
    const auto earlier = seen_.find(input.relative);
    if (earlier != seen_.end()) {
        look.first = std::min(now, earlier->second.first);
        if (earlier->second.state == look.state) look.since = std::min(now, earlier->second.since);
    }
    looks.emplace(input.relative, look);
    const auto quiet = now - look.since;
    return quiet >= stalled_time || (quiet >= quiet_time && has_its_end(input));
}

std::optional<ConversionError> Inbox::take(const Input& input) {
    if (!move_beneath(folder_->number(), input.relative, work_->number(), input.relative)) return move_error(errno);
    // What came in its place since it was looked at is no file.
    const auto status = status_of(work_->number(), input.relative);
    if (!status || S_ISREG(status->st_mode)) return std::nullopt;
    const fs::path parent = input.relative.parent_path();
    const Descriptor folder = open_beneath(work_->number(), parent, O_PATH | O_DIRECTORY);
    ::unlinkat(folder.number(), input.relative.filename().c_str(), 0);
    return move_error(EINVAL);
}

std::vector<FailedInput> Inbox::claim(Time now) {
    open_own_folders();
    const std::array outputs{identity_of(done_.number()), identity_of(bad_.number()), identity_of(work_->number())};
    std::map<fs::path, Look> looks;
    Inputs found = collect_inputs(folder_, name_, outputs);
    for (const Input& input : found.files) {
        if (!has_settled(input, now, looks)) continue;
        if (const auto taken = status_of(work_->number(), input.relative); taken && S_ISREG(taken->st_mode)) {
            // The earlier one of this name goes first.
            if (postponed_.contains(input.relative)) looks.erase(input.relative);
            continue;
        }
        looks.erase(input.relative);
        if (auto error = take(input)) found.failed.push_back({input, std::move(*error)});
    }
    seen_ = std::move(looks);
    std::set<fs::path> failed;
    std::erase_if(found.failed, [&](const FailedInput& failure) {
        failed.insert(failure.input.relative);
        return told_.contains(failure.input.relative);
    });
    // What waits to be looked at again has not been mended yet.
    std::erase_if(told_, [&](const fs::path& path) { return !failed.contains(path) && !seen_.contains(path); });
    told_.merge(failed);
    return std::move(found.failed);
}

bool Inbox::is_waiting(Time now) const {
    return std::ranges::any_of(seen_, [&](const auto& entry) {
        return !told_.contains(entry.first) && now - entry.second.first <= stalled_time;
    });
}

Inputs Inbox::claimed(Time now) {
    Inputs inputs = collect_inputs(work_, name_ / work_name, {});
    std::erase_if(inputs.files, [&](const Input& input) {
        const auto attempts = postponed_.find(input.relative);
        return attempts != postponed_.end() && attempts->second.next > now;
    });
    given_.clear();
    for (const Input& input : inputs.files)
        if (const auto state = state_of(*work_, input.relative)) given_.emplace(input.relative, *state);
    return inputs;
}

bool Inbox::has_changed(const Input& input) const {
    const auto given = given_.find(input.relative);
    const auto state = state_of(*work_, input.relative);
    return given != given_.end() && state && *state != given->second;
}

void Inbox::move(const Input& input, const Descriptor& target, const fs::path& to) {
    if (!move_beneath(work_->number(), input.relative, target.number(), to)) throw move_error(errno);
    // Folders that it was the last one in.
    for (fs::path folder = input.relative.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        const Descriptor above = open_beneath(work_->number(), folder.parent_path(), O_PATH | O_DIRECTORY);
        if (::unlinkat(above.number(), folder.filename().c_str(), AT_REMOVEDIR) != 0) break;
    }
    if (postponed_.erase(input.relative) != 0) write_attempts();
}

void Inbox::put_away(const Input& input) {
    if (!has_changed(input)) move(input, done_, free_path(done_.number(), input.relative));
}

void Inbox::quarantine(const Input& input, const Failure& failure) {
    if (has_changed(input)) return;
    const fs::path to = free_path(bad_.number(), input.relative, reason_extension.size());
    const Descriptor folder = make_folders_beneath(bad_.number(), to.parent_path());
    if (!folder.is_open()) throw move_error(errno);
    write_file(folder.number(), to.filename().string().append(reason_extension), write_failure(failure));
    move(input, bad_, to);
}

void Inbox::postpone(const Input& input, const Failure& failure, Time now) {
    Attempts& attempts = postponed_[input.relative];
    if (attempts.count == 0) attempts.first = now;
    if (now - attempts.first >= longest_try) return quarantine(input, failure);
    attempts.next = now + delays[std::min(attempts.count, delays.size() - 1)];
    ++attempts.count;
    write_attempts();
}

// "<count> <first> <next> <relative path>" for each, times in seconds of the epoch, with U+0000 behind it.
void Inbox::write_attempts() const {
    if (postponed_.empty()) {
        ::unlinkat(work_->number(), std::string(attempts_name).c_str(), 0);
        return;
    }
    std::string text;
    const auto add = [&](std::int64_t number) { text += std::to_string(number) + ' '; };
    for (const auto& [path, attempts] : postponed_) {
        add(static_cast<std::int64_t>(attempts.count));
        for (const Time time : {attempts.first, attempts.next})
            add(std::chrono::duration_cast<seconds>(time.time_since_epoch()).count());
        text += path.native() + '\0';
    }
    write_file(work_->number(), std::string(attempts_name), text);
}

void Inbox::read_attempts() {
    std::string text;
    try {
        text = read_file(open_beneath(work_->number(), attempts_name, O_RDONLY | O_NONBLOCK), most_attempts_bytes);
    } catch (const ConversionError&) {  // none has been postponed
    }
    for (std::string_view rest = text; rest.find('\0') != std::string_view::npos;) {
        std::string_view entry = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(entry.size() + 1);
        std::array<std::int64_t, 3> numbers{};
        for (std::int64_t& number : numbers) {
            const std::size_t end = std::min(entry.find(' '), entry.size());
            std::from_chars(entry.data(), entry.data() + end, number);
            entry.remove_prefix(std::min(end + 1, entry.size()));
        }
        const auto [count, first, next] = numbers;
        postponed_.emplace(entry, Attempts{static_cast<std::size_t>(count), Time(seconds(first)), Time(seconds(next))});
    }
}

}  // namespace sop
