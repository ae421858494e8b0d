#include "app/cli.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "app/batch.h"
#include "app/convert.h"
#include "app/file.h"
#include "app/inputs.h"
#include "app/progress.h"
#include "app/summary.h"
#include "export/json.h"
#include "ingest/diagnostic.h"
#include "ingest/options.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

enum ExitCode { all_converted = 0, some_failed = 1, wrong_usage = 2 };

constexpr unsigned max_workers = 256;

constexpr std::string_view version_text = "sopconv " SOPCONV_VERSION "\n";

constexpr std::string_view help_text =
    R"(sopconv zet schoolondersteuningsprofielen (Word, PDF) om in gestructureerde gegevens (JSON).

Gebruik:
  sopconv convert PAD... --out MAP   zet bestanden en mappen om; per bestand één <bestandsnaam>.json in MAP
  sopconv convert BESTAND            zet één bestand om; het record komt op de standaarduitvoer
  sopconv inspect BESTAND            toont wat er in het document gelezen is
  sopconv schema                     toont het JSON Schema van een record

Opties:
  -o, --out MAP     map voor de records en voor rapport.json, het verslag van de omzetting
  -j, --jobs N      aantal bestanden dat tegelijk wordt omgezet (standaard: het aantal processorkernen)
      --overlay HTML bij inspect van een PDF: tekent over de pagina's wat er gezien is, in het bestand HTML
      --password W  wachtwoord van PDF-bestanden die versleuteld zijn
  -h, --help        toont deze hulp
      --version     toont de versie

Afsluitcode: 0 alles is omgezet, 1 niet alles kon worden omgezet, 2 de opdracht klopt niet.
Zie ook: man sopconv
)";

class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// CLI11's own sentences are English.
std::string sentence_of(const CLI::ParseError& error) {
    static constexpr auto sentences = std::to_array<std::pair<CLI::ExitCodes, std::string_view>>({
        {CLI::ExitCodes::ExtrasError, "een argument of optie is onbekend of te veel"},
        {CLI::ExitCodes::RequiredError, "er ontbreekt een opdracht, bestand of map"},
        {CLI::ExitCodes::ArgumentMismatch, "een optie heeft geen of te veel waarden"},
        {CLI::ExitCodes::ConversionError, "een optie heeft een ongeldige waarde"},
        {CLI::ExitCodes::ValidationError, "een optie heeft een ongeldige waarde"},
    });
    for (const auto& [code, sentence] : sentences)
        if (error.get_exit_code() == static_cast<int>(code)) return std::string(sentence);
    return "de opdracht klopt niet";
}

// A full disk or a closed pipe shows here and not later.
void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        throw ConversionError(ErrorCode::write_error, {}, "standaarduitvoer");
}

void print_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void print_error(const ConversionError& error) {
    print_error("sopconv: " + std::string(code_of(error.code())) + ": " + error.what() + "\n");
}

ExitCode convert_to_folder(const std::vector<fs::path>& paths, const fs::path& output, unsigned workers,
                           const ReadOptions& options) {
    const Batch batch{
        .inputs = collect_inputs(paths, output), .output = output, .workers = workers, .options = options};
    const RunReport report = [&] {
        const ProgressBar progress(batch.inputs.files.size());
        return run_batch(batch, [&](std::size_t done) { progress.show(done); });
    }();
    print_error(summary_of(report));
    write_file(output / report_name, write_report(report));
    print_error("Verslag: " + (output / report_name).generic_string() + "\n");
    return totals_of(report).failed == 0 ? all_converted : some_failed;
}

ExitCode convert_to_stdout(const fs::path& file, const ReadOptions& options) {
    FileReport report{.path = file.filename().string(), .id = {}, .record = "", .soort = {}, .failure = {}};
    report.failure = convert(file, options, [&](const Converted& converted) {
        print(converted.json);
        report.has_remarks = converted.has_remarks;
    });
    print_error(report.failure ? write_failure(*report.failure) : summary_of({.files = {report}, .skipped = {}}));
    return report.failure ? some_failed : all_converted;
}

ExitCode inspect_to_stdout(const fs::path& file, const ReadOptions& options) {
    const auto failure = inspect(file, options, print);
    if (failure) print_error(write_failure(*failure));
    return failure ? some_failed : all_converted;
}

ExitCode run_inspect(const fs::path& file, const fs::path& overlay, const ReadOptions& options) {
    if (overlay.empty()) return inspect_to_stdout(file, options);
    std::error_code error;
    if (fs::equivalent(file, overlay, error)) throw UsageError("--overlay noemt het bestand zelf; geef een ander");
    const auto failure = draw(file, options, [&](std::string_view html) { write_file(overlay, html); });
    if (failure) print_error(write_failure(*failure));
    return failure ? some_failed : all_converted;
}

ExitCode run_convert(const std::vector<fs::path>& paths, const fs::path& output, unsigned workers,
                     const ReadOptions& options) {
    if (!output.empty()) {
        if (fs::is_regular_file(output)) throw UsageError("--out is een bestand; geef een map");
        return convert_to_folder(paths, output, workers, options);
    }
    if (paths.size() > 1 || fs::is_directory(paths.front()))
        throw UsageError("geef met --out een map op voor de records");
    return convert_to_stdout(paths.front(), options);
}

ExitCode run(int argc, const char* const* argv) {
    CLI::App app;
    app.set_help_flag("-h,--help");
    app.set_version_flag("--version", std::string(version_text));
    app.require_subcommand(1);

    std::vector<fs::path> paths;
    fs::path output, file, overlay;
    ReadOptions options;
    unsigned workers = std::max(1U, std::thread::hardware_concurrency());

    CLI::App* const convert_command = app.add_subcommand("convert");
    convert_command->add_option("paths", paths)->required();
    convert_command->add_option("-o,--out", output);
    convert_command->add_option("-j,--jobs", workers)->check(CLI::Range(1U, max_workers));
    convert_command->add_option("--password", options.password);
    CLI::App* const inspect_command = app.add_subcommand("inspect");
    inspect_command->add_option("file", file)->required();
    inspect_command->add_option("--password", options.password);
    inspect_command->add_option("--overlay", overlay);
    CLI::App* const schema_command = app.add_subcommand("schema");

    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        print(help_text);
        return all_converted;
    } catch (const CLI::CallForVersion&) {
        print(version_text);
        return all_converted;
    } catch (const CLI::ParseError& error) {
        throw UsageError(sentence_of(error));
    }
    if (convert_command->parsed()) return run_convert(paths, output, workers, options);
    if (inspect_command->parsed()) return run_inspect(file, overlay, options);
    if (schema_command->parsed()) print(record_schema());
    return all_converted;
}

}  // namespace

int run_cli(int argc, const char* const* argv) {
    try {
        return run(argc, argv);
    } catch (const UsageError& error) {
        print_error("sopconv: " + std::string(error.what()) + "\nZie: sopconv --help\n");
        return wrong_usage;
    } catch (const ConversionError& error) {
        print_error(error);
    } catch (const std::exception& error) {
        print_error(ConversionError(ErrorCode::internal, {}, error.what()));
    }
    return some_failed;
}

}  // namespace sop
