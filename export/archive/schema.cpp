#include "export/archive/schema.h"

#include <array>
#include <string>

#include "embedded/archive_schema_1.h"
#include "export/archive/error.h"

namespace sop::sqlite {
namespace {

constexpr std::int64_t application_id = 0x534f5041;  // "SOPA", in the header of the file

// From version i to i + 1.
const std::array steps{embedded::archive_schema_1};

// 0: an empty file.
std::size_t version_of(const Database& database) {
    const auto version = static_cast<std::size_t>(database.integer("PRAGMA user_version"));
    const bool is_empty = database.integer("SELECT count(*) FROM sqlite_schema") == 0;
    if (!is_empty && database.integer("PRAGMA application_id") != application_id)
        throw ArchiveError(ArchiveError::Kind::bad_data, "het bestand is een database, maar geen archief van sopconv");
    if (version > steps.size())
        throw ArchiveError(ArchiveError::Kind::bad_data, "het archief is van een nieuwere versie van sopconv");
    return version;
}

}  // namespace

void migrate(const Database& database) {
    for (std::size_t version = version_of(database); version < steps.size(); ++version) {
        database.run("BEGIN IMMEDIATE");
        database.run_script(steps[version]);
        database.run_script("PRAGMA application_id = " + std::to_string(application_id) +
                            "; PRAGMA user_version = " + std::to_string(version + 1));
        database.run("COMMIT");
    }
}

void check_schema(const Database& database) {
    if (version_of(database) < steps.size())
        throw ArchiveError(ArchiveError::Kind::bad_data,
                           "het archief is leeg of van een oudere versie van sopconv; sopconv import werkt het bij");
}

}  // namespace sop::sqlite
