#include "app/worker.h"

#include <iconv.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/answer.h"
#include "app/file.h"
#include "app/malloc_guard.h"
#include "app/memory.h"
#include "app/sandbox.h"
#include "app/zygote.h"
#include "extract/yaml.h"
#include "ingest/diagnostic.h"
#include "ingest/reader.h"
#include "ingest/word_list.h"
#include "normalize/csv.h"

namespace sop {
namespace {

constexpr int supervisor_socket = 3;

// A page of text in a font that is not embedded: reading it makes Poppler look for fonts and set up its tables.
constexpr std::string_view sample =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 86>>stream\n"
    "BT /F 11 Tf 72 700 Td (Schoolondersteuningsprofiel) Tj 0 -14 Td (van de school) Tj ET\nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>endobj\n"
    "trailer<</Root 1 0 R>>\n";

template <class List>
List read_list(const std::filesystem::path& path) {
    if (path.empty()) return {};
    try {
        return List(read_file(path, most_list_bytes));
    } catch (const ListError& error) {
        throw UsageError(text_of(path.filename()) + ": " + error.what());
    } catch (const ConversionError& error) {
        throw UsageError(text_of(path.filename()) + ": " + error.what());
    }
}

std::optional<Taxonomy> read_own_taxonomy(const std::filesystem::path& path) {
    if (path.empty()) return std::nullopt;
    const std::string name = text_of(path.filename());
    try {
        return read_taxonomy(read_file(path, most_list_bytes), name);
    } catch (const YamlError& error) {
        throw UsageError(error.what());
    } catch (const ConversionError& error) {
        throw UsageError(name + ": " + error.what());
    }
}

}  // namespace

std::optional<TemplateSet> read_own_templates(const std::filesystem::path& folder) {
    const std::vector<std::filesystem::path> files = template_files(folder);
    if (files.empty()) return std::nullopt;
    TemplateSet templates = default_templates();
    for (const std::filesystem::path& file : files) {
        const std::string name = text_of(file.filename());
        try {
            templates.add(read_template(read_file(file, most_list_bytes), name));
        } catch (const TemplateError& error) {
            throw UsageError(error.what());
        } catch (const ConversionError& error) {
            throw UsageError(name + ": " + error.what());
        }
    }
    return templates;
}

void load_conversions() {
    // Never closed: as long as one is open, the next is not loaded again.
    for (const auto& [to, from] : {std::pair("UTF-8", "UTF-16"), std::pair("UTF-16", "UTF-8")})
        static_cast<void>(iconv_open(to, from));
}

// What libraries count and lock in while they read, and then the word list, which ends with what it writes to, apart
// from what the work is done with.
void warm_up_libraries() {
    read_document(sample, {});
    start_new_pages();
    if (const WordList* const words = WordList::dutch()) words->find("schoolondersteuningsprofiel");
    start_new_pages();
}

Work converting(const Options& options) {
    Conversion conversion{{read_list<Manifest>(options.manifest), read_list<SchoolRegister>(options.registry)},
                          read_own_taxonomy(options.taxonomy),
                          read_own_templates(options.templates),
                          options.is_redacted};
    return [conversion = std::move(conversion)](const Source& source, const ReadOptions& read, const Write& write) {
        return convert(source, read, conversion, write);
    };
}

int do_work(const Work& work, const Source& source, const ReadOptions& options, int answer) {
    const auto failure = work(source, options, [&](std::string_view result) {
        if (!write_all(answer, result)) throw ConversionError(ErrorCode::write_error);
    });
    // Where a large block was refused, a library may have gone on with less than the whole text.
    if (!failure && refused_allocations() > 0) return exit_out_of_memory;
    if (!failure) return job_answered;
    return write_all(answer, write_failure(*failure)) ? job_refused : EXIT_FAILURE;
}

int run_worker(const Options& options) {
    load_conversions();
    warm_up_libraries();
    const Work work = converting(options);
    work({"warm.pdf", sample}, options.read, [](std::string_view) {});
    const Sandbox sandbox;
    start_new_pages();
    run_zygote(supervisor_socket, options.workers, sandbox, {}, [&](const Job& job) {
        const auto bytes = read_memory(job.source, options.read.limits.file_bytes);
        return bytes ? do_work(work, {job.name, *bytes}, options.read, job.answer) : EXIT_FAILURE;
    });
    return all_converted;
}

}  // namespace sop
