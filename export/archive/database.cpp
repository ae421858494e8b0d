#include "export/archive/database.h"

namespace sop {

void Database::update_schema(std::span<const std::string> steps, Archive::Access access) {
    std::size_t version = schema_version();
    if (version > steps.size())
        throw ArchiveError(ArchiveError::Kind::bad_data, "het archief is van een nieuwere versie van sopconv");
    if (version < steps.size() && access <= Archive::Access::read_unchanging)
        throw ArchiveError(ArchiveError::Kind::bad_data,
                           "het archief is leeg of van een oudere versie van sopconv; sopconv import werkt het bij");
    for (; version < steps.size(); ++version) {
        begin();
        run_script(steps[version]);
        set_schema_version(version + 1);
        commit();
    }
}

}  // namespace sop
