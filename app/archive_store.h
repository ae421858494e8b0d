// Records in an archive.
#pragma once

#include "app/batch.h"
#include "export/archive/archive.h"

namespace sop {

// What another run may do better: the machine was at fault, or may have been.
bool is_passing(const Failure& failure);

// Stores every record, and the failures that reading again would not mend: those are the file's own.
class ArchiveStore : public RecordStore {
public:
    // `keeps_originals`: else the archive has the absolute path of each original. `has_password`: what could not be
    // opened in an earlier run is tried again.
    ArchiveStore(Archive& archive, bool keeps_originals, bool has_password)
        : archive_(archive), keeps_originals_(keeps_originals), has_password_(has_password) {}

    std::optional<FileReport> find_known(const BatchSource& source) override;
    std::string keep(const BatchSource& source, std::string_view json, const RecordFacts& facts) override;
    void refuse(const Input& input, const std::optional<std::string>& id, const Failure& failure) override;
    bool is_settled() const override { return !archive_.is_pending(); }
    void settle() override { archive_.commit(); }

private:
    Sighting sighting_of(const Input& input) const;

    Archive& archive_;
    bool keeps_originals_, has_password_;
};

}  // namespace sop
