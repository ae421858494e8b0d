#include "app/convert.h"

#include <algorithm>
#include <new>
#include <utility>

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

// Reads the file and calls work(bytes).
template <typename Work>
std::optional<Failure> attempt(const std::filesystem::path& file, const ReadOptions& options, const Work& work) {
    std::optional<std::string> bytes;
    const auto failed = [&](const ConversionError& error) {
        return failure_of(error, file, bytes ? sha256(*bytes) : std::string());
    };
    try {
        bytes = read_file(file, options.limits.file_bytes);
        work(*bytes);
        return std::nullopt;
    } catch (const ConversionError& error) {
        return failed(error);
    } catch (const std::bad_alloc&) {
        return failed(ConversionError(ErrorCode::over_limit, {}, "geheugen"));
    } catch (const std::exception& error) {
        return failed(ConversionError(ErrorCode::internal, {}, error.what()));
    }
}

Converted converted_from(std::string_view bytes, const std::filesystem::path& file, const ReadOptions& options) {
    std::string id = sha256(bytes);
    const SourceInfo source{.name = text_of(file.filename()), .size = bytes.size(), .digest = id};
    const SopRecord record =
        normalize(source, extract(read_document(bytes, options), default_templates()), default_taxonomy());
    return {.id = std::move(id),
            .json = write_json(record),
            .soort = record.document.soort,
            .diagnostics = static_cast<int>(record.meldingen.size()),
            .has_remarks = std::ranges::any_of(
                record.meldingen, [](const Diagnostic& melding) { return melding.severity != Severity::info; })};
}

}  // namespace

std::optional<Failure> convert(const std::filesystem::path& file, const ReadOptions& options,
                               const std::function<void(const Converted&)>& write) {
    return attempt(file, options, [&](std::string_view bytes) { write(converted_from(bytes, file, options)); });
}

std::optional<Failure> inspect(const std::filesystem::path& file, const ReadOptions& options,
                               const std::function<void(std::string_view)>& write) {
    return attempt(file, options, [&](std::string_view bytes) { write(to_text(read_document(bytes, options))); });
}

std::optional<Failure> draw(const std::filesystem::path& file, const ReadOptions& options,
                            const std::function<void(std::string_view)>& write) {
    return attempt(file, options, [&](std::string_view bytes) { write(read_overlay(bytes, options)); });
}

}  // namespace sop
