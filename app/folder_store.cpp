#include "app/folder_store.h"

#include <utility>

#include "app/file.h"
#include "app/report_files.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digest_digits = 16;  // 64 bits: nobody finds a second source with the same ones

fs::path plain_name(const Input& input) { return fs::path(input.relative).concat(".json"); }

}  // namespace

FolderStore::FolderStore(fs::path folder, const std::vector<Input>& inputs) : folder_(std::move(folder)) {
    prepare_folder(folder_);
    for (const std::string_view extension : {".html", ".json"})
        remove_file(report_file(folder_, report_stem, extension));
    ++uses_[report_file({}, report_stem, ".json")];
    for (const Input& input : inputs) ++uses_[plain_name(input)];
}

std::optional<fs::path> FolderStore::name_of(const Input& input, const std::optional<std::string>& id) const {
    if (uses_.at(plain_name(input)) == 1) return plain_name(input);
    if (!id) return std::nullopt;
    const std::string digits = id->substr(id->find(':') + 1, digest_digits);
    return fs::path(input.relative).concat("." + digits + ".json");
}

std::string FolderStore::keep(const BatchSource& source, std::string_view json, const RecordFacts&) {
    const fs::path name = *name_of(source.input, source.id);
    write_file(folder_ / name, json);
    return text_of(name);
}

void FolderStore::refuse(const Input& input, const std::optional<std::string>& id, const Failure&) {
    if (const auto name = name_of(input, id)) remove_file(folder_ / *name);
}

}  // namespace sop
