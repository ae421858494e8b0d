#include "app/archive_store.h"

#include <algorithm>
#include <array>

#include "app/file.h"
#include "app/sandbox.h"

namespace sop {

static_assert(WorkLimits{}.output_bytes <= most_record_bytes);

bool is_passing(const Failure& failure) {
    static constexpr auto codes =
        std::to_array({ErrorCode::read_error, ErrorCode::write_error, ErrorCode::move_error, ErrorCode::wall_limit,
                       ErrorCode::memory_limit, ErrorCode::crash, ErrorCode::internal});
    return std::ranges::any_of(codes, [&](ErrorCode code) { return failure.code == code_of(code); });
}

Sighting ArchiveStore::sighting_of(const Input& input) const {
    Sighting sighting{text_of(input.relative), std::nullopt};
    if (!keeps_originals_) sighting.location = std::filesystem::absolute(input.file).lexically_normal().string();
    return sighting;
}

std::optional<FileReport> ArchiveStore::find_known(const BatchSource& source) {
    const KnownSource known = archive_.find_known(source.id);
    FileReport report;
    report.id = source.id;
    report.failure = known.failure;
    report.is_known = true;
    if (known.has_record)
        report.record = source.id;
    else if (!known.failure || (has_password_ && known.failure->code == code_of(ErrorCode::encrypted)))
        return std::nullopt;
    archive_.store_sighting(source.id, source.bytes, sighting_of(source.input));
    return report;
}

std::string ArchiveStore::keep(const BatchSource& source, std::string_view json, const RecordFacts& facts) {
    archive_.store_record(json, facts, source.bytes, sighting_of(source.input));
    return source.id;
}

void ArchiveStore::refuse(const Input& input, const std::optional<std::string>& id, const Failure& failure) {
    if (id && !is_passing(failure)) archive_.store_failure(failure, sighting_of(input));
}

}  // namespace sop
