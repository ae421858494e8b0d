#include "app/convert.h"

#include <exception>
#include <new>
#include <utility>

#include "export/json.h"
#include "extract/draft.h"
#include "extract/explain.h"
#include "extract/extract.h"
#include "ingest/diagnostic.h"
#include "ingest/digest.h"
#include "ingest/reader.h"
#include "normalize/normalize.h"
#include "normalize/redact.h"

namespace sop {
namespace {

template <typename Work>
std::optional<Failure> attempt(const Source& source, const Work& work) {
    const auto failed = [&](const ConversionError& error) {
        return failure_of(error, source.name, sha256(source.bytes));
    };
    try {
        work();
        return std::nullopt;
    } catch (const ConversionError& error) {
        return failed(error);
    } catch (const std::bad_alloc&) {
        return failed(ConversionError(ErrorCode::over_limit, {}, "geheugen"));
    } catch (const std::exception& error) {
        return failed(ConversionError(ErrorCode::internal, {}, error.what()));
    }
}

// The work on a file attached to the source, in its place; an attachment of an attachment is not asked for.
template <typename Work>
std::optional<Failure> of_attachment(const Source& source, ReadOptions options, const Work& work) {
    AttachedFile file;
    if (auto failure = attempt(source, [&] { file = read_attachment(source.bytes, options); })) return failure;
    options.attachment.clear();
    return work({file.name, file.bytes}, options);
}

}  // namespace

Failure failure_of(const ConversionError& error, std::string_view name, std::optional<std::string> id) {
    return {.code = std::string(code_of(error.code())),
            .message = error.what(),
            .file_name = std::string(name),
            .id = std::move(id)};
}

std::optional<Failure> convert(const Source& source, const ReadOptions& options, const Conversion& conversion,
                               const Write& write) {
    if (!options.attachment.empty())
        return of_attachment(source, options, [&](const Source& file, const ReadOptions& own) {
            return convert(file, own, conversion, write);
        });
    return attempt(source, [&] {
        const SourceInfo info{
            .name = std::string(source.name), .size = source.bytes.size(), .digest = sha256(source.bytes)};
        SopRecord record = normalize(info,
                                     extract(read_document(source.bytes, options),
                                             conversion.templates ? *conversion.templates : default_templates()),
                                     conversion.taxonomy ? *conversion.taxonomy : default_taxonomy(), conversion.lists);
        if (conversion.is_redacted) redact(record);
        write(write_json(record));
    });
}

std::optional<Failure> inspect(const Source& source, const ReadOptions& options, const Write& write) {
    if (!options.attachment.empty())
        return of_attachment(source, options,
                             [&](const Source& file, const ReadOptions& own) { return inspect(file, own, write); });
    return attempt(source, [&] { write(to_text(read_document(source.bytes, options))); });
}

std::optional<Failure> draw(const Source& source, const ReadOptions& options, const Write& write) {
    if (!options.attachment.empty())
        return of_attachment(source, options,
                             [&](const Source& file, const ReadOptions& own) { return draw(file, own, write); });
    return attempt(source, [&] { write(read_overlay(source.bytes, options)); });
}

std::optional<Failure> explain_source(const Source& source, const ReadOptions& options, const TemplateSet& templates,
                                      const Write& write) {
    return attempt(source, [&] { write(explain(read_document(source.bytes, options), templates)); });
}

std::optional<Failure> form_texts(const Source& source, const ReadOptions& options, const Write& write) {
    return attempt(source, [&] { write(find_form_texts(read_document(source.bytes, options))); });
}

}  // namespace sop
