// Records as files of a folder.
#pragma once

#include <filesystem>
#include <map>

#include "app/batch.h"

namespace sop {

// Writes each record as "<relative path>.json" below a folder. Where two inputs would get one name, or a record that of
// the report, the first digits of the source's digest stand in between: "SOP.docx.0a1b2c3d4e5f6071.json". A source that
// gives no record has none afterwards either: one that an earlier run left under its name is removed, and so is the
// earlier run's report: the caller writes the new one, last, so that where a report stands the run came to its end, or
// the report says that it was stopped.
class FolderStore : public RecordStore {
public:
    // Throws ConversionError (write_error) where the folder cannot be written at all.
    FolderStore(std::filesystem::path folder, const std::vector<Input>& inputs);

    std::optional<FileReport> find_known(const BatchSource&) override { return std::nullopt; }
    std::string keep(const BatchSource& source, std::string_view json, const RecordFacts& facts) override;
    void refuse(const Input& input, const std::optional<std::string>& id, const Failure& failure) override;

private:
    // Without a digest, an input whose name is shared has no record name.
    std::optional<std::filesystem::path> name_of(const Input& input, const std::optional<std::string>& id) const;

    std::filesystem::path folder_;
    std::map<std::filesystem::path, int> uses_;  // of each plain name
};

}  // namespace sop
