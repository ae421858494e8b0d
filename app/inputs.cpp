#include "app/inputs.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "app/file.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

// Formats that people hand in as a document, whether we read them or say that we do not.
constexpr auto document_extensions = std::to_array<std::string_view>(
    {".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".pdf", ".odt", ".ott", ".rtf", ".wps", ".wpd", ".pages"});

// Folders that disks (NAS, Windows) and their synchronisation keep beside people's own. What has been deleted lies in
// some of them, and old copies of everything.
constexpr auto service_folders =
    std::to_array<std::string_view>({"$recycle.bin", "recycler", "system volume information", "lost+found", "#recycle",
                                     "#snapshot", "@eadir", "@recycle", "@recently-snapshot", "~snapshot"});

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

bool has_document_extension(const fs::path& file) {
    return std::ranges::find(document_extensions, lower(file.extension().string())) != document_extensions.end();
}

// Why an entry of a folder is not looked at; absent: it is.
std::optional<std::string_view> skip_reason(const std::string& name, mode_t mode) {
    if (name.starts_with('.')) return "verborgen";
    if (name.starts_with("~$")) return "vergrendelingsbestand";
    if (S_ISLNK(mode)) return "koppeling";
    if (S_ISDIR(mode)) {
        if (std::ranges::find(service_folders, lower(name)) == service_folders.end()) return std::nullopt;
        return "prullenbak of systeemmap";
    }
    if (!S_ISREG(mode)) return "geen gewoon bestand";
    if (!has_document_extension(name)) return "ander bestandstype";
    return std::nullopt;
}

// "b" for "a/b" and "a/b/".
fs::path last_name(const fs::path& path) {
    return path.has_filename() ? path.filename() : path.parent_path().filename();
}

class Collector {
public:
    Collector(std::shared_ptr<const Descriptor> folder, fs::path name, std::span<const FileIdentity> outputs,
              Inputs& found)
        : folder_(std::move(folder)), name_(std::move(name)), outputs_(outputs), found_(found) {}

    void add_all() { add_folder({}); }

private:
    struct Close {
        void operator()(DIR* folder) const { ::closedir(folder); }
    };

    void add_folder(const fs::path& relative) {
        Descriptor file = open_beneath(folder_->number(), relative, O_RDONLY | O_DIRECTORY);
        const std::unique_ptr<DIR, Close> entries(file.is_open() ? ::fdopendir(file.number()) : nullptr);
        if (!entries) return fail(relative, errno);
        file.release();
        while (true) {
            errno = 0;
            const dirent* const entry = ::readdir(entries.get());
            if (!entry) break;
            const std::string name = static_cast<const char*>(entry->d_name);
            if (name != "." && name != "..") add_entry(::dirfd(entries.get()), name, relative);
        }
        if (errno != 0) fail(relative, errno);
    }

    void add_entry(int folder, const std::string& name, const fs::path& above) {
        struct stat status {};
        if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return;
        const fs::path relative = above / name;
        if (const auto reason = skip_reason(name, status.st_mode))
            found_.skipped.push_back({relative, *reason});
        else if (!S_ISDIR(status.st_mode))
            found_.files.push_back({name_ / relative, relative, folder_});
        else if (std::ranges::find(outputs_, FileIdentity{status.st_dev, status.st_ino}) == outputs_.end())
            add_folder(relative);
    }

    void fail(const fs::path& relative, int error) {
        found_.failed.push_back({{name_ / relative, relative.empty() ? last_name(name_) : relative, folder_},
                                 ConversionError(ErrorCode::read_error, {}, reason_of(error))});
    }

    std::shared_ptr<const Descriptor> folder_;
    fs::path name_;
    std::span<const FileIdentity> outputs_;
    Inputs& found_;
};

// Not std::ranges::unique: clang 14, which builds the fuzz targets, cannot compile what it gives.
template <typename T, typename Key>
void sort_and_unite(std::vector<T>& values, const Key& key) {
    std::ranges::sort(values, {}, key);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

void sort(Inputs& inputs) {
    const auto place = [](const Input& input) { return std::tie(input.relative.native(), input.file.native()); };
    sort_and_unite(inputs.files, place);
    sort_and_unite(inputs.skipped,
                   [](const Skipped& entry) { return std::tie(entry.relative.native(), entry.reason); });
    std::ranges::sort(inputs.failed, {}, [&](const FailedInput& failed) { return place(failed.input); });
}

}  // namespace

Inputs collect_inputs(std::span<const fs::path> paths, std::span<const fs::path> outputs) {
    std::vector<FileIdentity> known;
    for (const fs::path& output : outputs) {
        const Descriptor folder(::open(output.c_str(), O_PATH | O_CLOEXEC));
        if (folder.is_open()) known.push_back(identity_of(folder.number()));
    }
    Inputs found;
    for (const fs::path& path : paths) {
        const auto folder = std::make_shared<Descriptor>(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        if (folder->is_open())
            Collector(folder, path, known, found).add_all();
        else
            found.files.push_back({path, last_name(path), nullptr});
    }
    sort(found);
    return found;
}

Inputs collect_inputs(const std::shared_ptr<const Descriptor>& folder, const fs::path& name,
                      std::span<const FileIdentity> outputs) {
    Inputs found;
    Collector(folder, name, outputs, found).add_all();
    sort(found);
    return found;
}

std::string read_input(const Input& input, std::size_t limit) {
    if (!input.folder) return read_file(input.file, limit);
    return read_file(open_beneath(input.folder->number(), input.relative, O_RDONLY | O_NONBLOCK), limit);
}

}  // namespace sop
