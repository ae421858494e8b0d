#include "app/inputs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <system_error>
#include <tuple>

namespace sop {
namespace {

namespace fs = std::filesystem;

// Formats that people hand in as a document, whether we read them or say that we do not.
constexpr auto document_extensions = std::to_array<std::string_view>(
    {".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".pdf", ".odt", ".ott", ".rtf", ".wps", ".wpd", ".pages"});

bool has_document_extension(const fs::path& file) {
    std::string extension = file.extension().string();
    for (char& c : extension)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return std::ranges::find(document_extensions, extension) != document_extensions.end();
}

// Why an entry of a folder is not looked at; absent: it is.
std::optional<std::string_view> skip_reason(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    std::error_code error;
    if (name.starts_with('.')) return "verborgen";
    if (name.starts_with("~$")) return "vergrendelingsbestand";
    if (entry.is_symlink(error)) return "koppeling";
    if (entry.is_directory(error)) return std::nullopt;
    if (!entry.is_regular_file(error)) return "geen gewoon bestand";
    if (!has_document_extension(entry.path())) return "ander bestandstype";
    return std::nullopt;
}

// "b" for "a/b" and "a/b/".
fs::path last_name(const fs::path& path) {
    return path.has_filename() ? path.filename() : path.parent_path().filename();
}

class Collector {
public:
    explicit Collector(std::span<const fs::path> outputs) : outputs_(outputs) {}

    void add_folder(const fs::path& folder, const fs::path& relative) {
        std::error_code error;
        fs::directory_iterator entries(folder, error);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error)) add_entry(*entries, relative);
        if (error) found.files.push_back({folder, relative.empty() ? last_name(folder) : relative});
    }

    Inputs found;

private:
    void add_entry(const fs::directory_entry& entry, const fs::path& folder) {
        const fs::path relative = folder / entry.path().filename();
        std::error_code error;
        if (const auto reason = skip_reason(entry))
            found.skipped.push_back({relative, *reason});
        else if (!entry.is_directory(error))
            found.files.push_back({entry.path(), relative});
        else if (std::ranges::none_of(
                     outputs_, [&](const fs::path& output) { return fs::equivalent(entry.path(), output, error); }))
            add_folder(entry.path(), relative);
    }

    std::span<const fs::path> outputs_;
};

// Not std::ranges::unique: clang 14, which builds the fuzz targets, cannot compile what it gives.
template <typename T, typename Key>
void sort_and_unite(std::vector<T>& values, const Key& key) {
    std::ranges::sort(values, {}, key);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

Inputs collect_inputs(std::span<const fs::path> paths, std::span<const fs::path> outputs) {
    Collector collector(outputs);
    for (const fs::path& path : paths) {
        std::error_code error;
        if (fs::is_directory(path, error))
            collector.add_folder(path, {});
        else
            collector.found.files.push_back({path, last_name(path)});
    }
    sort_and_unite(collector.found.files,
                   [](const Input& input) { return std::tie(input.relative.native(), input.file.native()); });
    sort_and_unite(collector.found.skipped,
                   [](const Skipped& entry) { return std::tie(entry.relative.native(), entry.reason); });
    return std::move(collector.found);
}

}  // namespace sop
