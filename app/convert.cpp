#include "app/convert.h"

#include <algorithm>
#include <new>

#include "app/file.h"
#include "export/json.h"
#include "extract/extract.h"
#include "ingest/digest.h"
#include "ingest/reader.h"
#include "normalize/normalize.h"

namespace sop {
namespace {

Failure failure_of(const ConversionError& error, const std::filesystem::path& file, std::string id) {
    return {.code = std::string(code_of(error.code())),
            .message = error.what(),
            .file_name = text_of(file.filename()),
            .id = id.empty() ? std::nullopt : std::optional(std::move(id))};
}

// Reads the file and calls work(bytes, id).
template <typename Work>
std::optional<Failure> attempt(const std::filesystem::path& file, const Limits& limits, const Work& work) {
    std::string id;
    try {
        const std::string bytes = read_file(file, limits.file_bytes);
        id = sha256(bytes);
        work(bytes, id);
        return std::nullopt;
    } catch (const ConversionError& error) {
        return failure_of(error, file, id);
    } catch (const std::bad_alloc&) {
        return failure_of(ConversionError(ErrorCode::over_limit, {}, "geheugen"), file, id);
    } catch (const std::exception& error) {
        return failure_of(ConversionError(ErrorCode::internal, {}, error.what()), file, id);
    }
}

Converted converted_from(std::string_view bytes, const std::string& id, const std::filesystem::path& file,
                         const Limits& limits) {
    const SourceInfo source{.name = text_of(file.filename()), .size = bytes.size(), .digest = id};
    const SopRecord record =
        normalize(source, extract(read_document(bytes, limits), default_templates()), default_taxonomy());
    return {.id = id,
            .json = write_json(record),
            .soort = record.document.soort,
            .diagnostics = static_cast<int>(record.meldingen.size()),
            .has_remarks = std::ranges::any_of(
                record.meldingen, [](const Diagnostic& melding) { return melding.severity != Severity::info; })};
}

}  // namespace

std::optional<Failure> convert(const std::filesystem::path& file, const Limits& limits,
                               const std::function<void(const Converted&)>& write) {
    return attempt(file, limits, [&](std::string_view bytes, const std::string& id) {
        write(converted_from(bytes, id, file, limits));
    });
}

std::optional<Failure> inspect(const std::filesystem::path& file, const Limits& limits,
                               const std::function<void(std::string_view)>& write) {
    return attempt(file, limits,
                   [&](std::string_view bytes, const std::string&) { write(to_text(read_document(bytes, limits))); });
}

}  // namespace sop
