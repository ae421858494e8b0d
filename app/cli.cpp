#include "app/cli.h"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "app/file.h"
#include "app/isolate.h"
#include "app/options.h"
#include "app/sandbox.h"
#include "app/summary.h"
#include "app/worker.h"
#include "export/json.h"
#include "export/record_check.h"
#include "extract/draft.h"
#include "extract/template.h"
#include "ingest/diagnostic.h"
#include "ingest/digest.h"
#include "ingest/printable.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view supervisor_name = "sopconv-supervisor";

// Does the work on one file in a process of its own and hands what it gives to `write`.
ExitCode work_alone(const Work& work, const fs::path& file, const Options& options, const Write& write) {
    require_sandbox(options);
    const std::string name = text_of(file.filename());
    std::optional<std::string> id;
    try {
        const std::string bytes = read_file(file, options.read.limits.file_bytes);
        id = sha256(bytes);
        load_conversions();
        const Isolated done = run_isolated({}, [&](int answer) {
            return do_work(work, {name, bytes}, options.read, answer);
        });
        if (done.ending == Ending::answered) {
            write(done.answer);
            return all_converted;
        }
        if (done.ending != Ending::refused) throw ConversionError(error_of(done.ending));
        auto failure = check_failure(done.answer);
        if (!failure) throw ConversionError(ErrorCode::invalid_result);
        failure->message = printable(failure->message);
        failure->file_name = name;
        failure->id = id;
        print_error(write_failure(*failure));
    } catch (const ConversionError& error) {
        print_error(write_failure(failure_of(error, name, id)));
    }
    return some_failed;
}

ExitCode convert_one(const Options& options) {
    if (options.paths.size() > 1 || fs::is_directory(options.paths.front()))
        throw UsageError("geef met --out een map op voor de records");
    const fs::path& file = options.paths.front();
    return work_alone(converting(options), file, options, [&](std::string_view json) {
        const auto record = check_record(json);
        if (!record) throw ConversionError(ErrorCode::invalid_result);
        print(json);
        RunReport report{.day = {}, .files = {FileReport()}, .skipped = {}};
        report.files.front().outline = record->outline;
        print_error(summary_of(report));
    });
}

ExitCode run_inspect(Options options) {
    options.read.uses_word_list = false;  // what stands there, at once: loading the list takes longer than most files
    if (options.overlay.empty()) return work_alone(inspect, options.file, options, print);
    std::error_code error;
    if (fs::equivalent(options.file, options.overlay, error))
        throw UsageError("--overlay noemt het bestand zelf; geef een ander");
    return work_alone(draw, options.file, options, [&](std::string_view html) {
        write_named_file(options.overlay, [&](const WriteBytes& write) { write(html); });
    });
}

ExitCode check_templates(const std::vector<fs::path>& files) {
    ExitCode result = all_converted;
    for (const fs::path& file : files) {
        const std::string name = text_of(file.filename());
        try {
            const Template form = read_template(read_file(file, most_list_bytes), name);
            if (const std::string_view missing = missing_of(form); !missing.empty()) {
                print_error(name + ": onder herkenning telt mee wat er niet is: " + std::string(missing) + "\n");
                result = some_failed;
                continue;
            }
            print(name + ": in orde; sjabloon " + form.id + " met " + std::to_string(form.sections.size()) +
                  " secties, " + std::to_string(form.fields.size()) + " velden en " +
                  std::to_string(form.tables.size()) + " tabellen\n");
        } catch (const TemplateError& error) {
            print_error(printable(error.what()) + "\n");
            result = some_failed;
        } catch (const ConversionError& error) {
            print_error(printable(name + ": " + error.what()) + "\n");
            result = some_failed;
        }
    }
    return result;
}

ExitCode explain_template(const Options& options) {
    const std::optional<TemplateSet> own = read_own_templates(options.templates);
    const TemplateSet& templates = own ? *own : default_templates();
    const Work work = [&](const Source& source, const ReadOptions& read, const Write& write) {
        return explain_source(source, read, templates, write);
    };
    return work_alone(work, options.file, options, print);
}

// Proposes a template from the documents that can be read.
ExitCode draft_template(const Options& options) {
    std::vector<std::string> documents;
    ExitCode result = all_converted;
    for (const fs::path& file : options.paths) {
        const ExitCode one =
            work_alone(form_texts, file, options, [&](std::string_view texts) { documents.emplace_back(texts); });
        if (one != all_converted) result = one;
    }
    if (!documents.empty()) print(write_draft(documents));
    return result;
}

// Becomes the program that watches over many readers and reads no file itself. It finds the readers' program, this one,
// under its own name.
[[noreturn]] void become_supervisor(int argc, const char* const* argv) {
    const fs::path self = fs::read_symlink("/proc/self/exe"), beside = self.parent_path() / supervisor_name;
    const fs::path program = fs::exists(beside) ? beside : self.parent_path() / SOPCONV_LIBEXEC / supervisor_name;
    std::vector<std::string> words{self.string()};
    words.insert(words.end(), argv + 1, argv + argc);
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    ::execv(program.c_str(), arguments.data());
    throw std::system_error(errno, std::generic_category(), program.filename().string());
}

ExitCode show_sandbox() {
    const SandboxLayers layers = probe_sandbox();
    const auto line = [](std::string_view what, const std::string& state) {
        return std::string(what) + ": " + state + "\n";
    };
    print(line("Landlock (alleen lettertypen en tabellen leesbaar)",
               layers.landlock_abi > 0 ? "ja, versie " + std::to_string(layers.landlock_abi) : "nee") +
          line("seccomp (alleen systeemaanroepen van rekenwerk)", layers.seccomp ? "ja" : "nee") +
          line("grenzen aan rekentijd, geheugen en uitvoer", "ja") + line("elk bestand in een eigen proces", "ja"));
    return layers.is_complete() ? all_converted : unavailable;
}

ExitCode run(int argc, const char* const* argv) {
    const Options options = parse_options(argc, argv);
    switch (options.command) {
        case Command::help:
            print(help_text);
            break;
        case Command::version:
            print(version_text);
            break;
        case Command::schema:
            print(record_schema());
            break;
        case Command::doctor:
            return show_sandbox();
        case Command::inspect:
            return run_inspect(options);
        case Command::check_template:
            return check_templates(options.paths);
        case Command::explain_template:
            return explain_template(options);
        case Command::draft_template:
            return draft_template(options);
        case Command::convert:
            if (options.output.empty()) return convert_one(options);
            if (!options.read.attachment.empty()) throw UsageError("--attachment gaat met een bestand tegelijk");
            become_supervisor(argc, argv);
        case Command::import:
        case Command::watch:
        case Command::archive:
            become_supervisor(argc, argv);
    }
    return all_converted;
}

}  // namespace

int run_cli(int argc, const char* const* argv) {
    if (argc > 1 && argv[1] == worker_argument)
        return run_guarded([&] { return run_worker(parse_options(argc - 1, argv + 1)); });
    return run_guarded([&] { return run(argc, argv); });
}

}  // namespace sop
