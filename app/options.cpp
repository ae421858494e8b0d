#include "app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <exception>
#include <map>
#include <string>
#include <thread>
#include <utility>

#include "app/config.h"
#include "app/pool.h"
#include "app/sandbox.h"
#include "ingest/diagnostic.h"
#include "ingest/printable.h"

namespace sop {

const std::string_view version_text = "sopconv " SOPCONV_VERSION "\n", version_number = SOPCONV_VERSION;

const std::string_view help_text =
    R"(sopconv zet schoolondersteuningsprofielen (Word, PDF) om in gestructureerde gegevens (JSON).

Gebruik:
  sopconv convert PAD... --out MAP   zet bestanden en mappen om; per bestand één <bestandsnaam>.json in MAP
  sopconv convert BESTAND            zet één bestand om; het record komt op de standaarduitvoer
  sopconv import PAD... --archive ARCHIEF   zet om wat nieuw is en bewaart het in het archief
  sopconv watch MAP --archive ARCHIEF       importeert wat er in de map komt
  sopconv archive list --archive ARCHIEF    toont wat er in het archief staat
  sopconv archive search WOORDEN --archive ARCHIEF  zoekt in de tekst van alle documenten
  sopconv archive show ID... --archive ARCHIEF      toont records uit het archief
  sopconv archive export --archive ARCHIEF --out MAP   schrijft records als bestanden, ook als NDJSON of CSV
  sopconv archive verify --archive ARCHIEF  leest alles na en zegt wat er niet klopt
  sopconv archive forget ID... --archive ARCHIEF    verwijdert documenten en alles wat ervan gemaakt is
  sopconv archive gc --archive ARCHIEF      ruimt op en maakt het archief zo klein als het kan
  sopconv inspect BESTAND            toont wat er in het document gelezen is
  sopconv template check SJABLOON...     zegt wat er niet klopt aan een eigen sjabloon, met regelnummer
  sopconv template explain BESTAND       toont welk sjabloon past en waarom elk veld wel of niet gevonden is
  sopconv template new BESTAND...        stelt een sjabloon voor uit documenten van hetzelfde format
  sopconv schema                     toont het JSON Schema van een record
  sopconv doctor                     toont welke bescherming tegen kwaadaardige bestanden dit systeem biedt

Opties:
  -o, --out MAP     map voor de records en voor het verslag van de omzetting (rapport.html en rapport.json)
  -j, --jobs N      aantal bestanden dat tegelijk wordt omgezet (standaard: het aantal processorkernen)
      --overlay HTML bij inspect van een PDF: tekent over de pagina's wat er gezien is, in het bestand HTML
      --manifest CSV lijst met per bestand de vestigingscode en wat er verder bekend is
      --register CSV adressenlijst van DUO, om scholen in op te zoeken
      --taxonomy YAML  eigen indeling van ondersteuningsbehoeften, in plaats van de ingebouwde
      --templates MAP  map met eigen sjablonen, naast de ingebouwde
      --redact      maakt records voor publicatie: zonder namen, contactgegevens en kleine aantallen
      --password W  wachtwoord van PDF-bestanden die versleuteld zijn
      --attachment N  leest in plaats van een PDF de bijlage met die naam of dat nummer
      --report MAP  bij import en watch: map voor het verslag
      --log text|json  bij convert, import en watch: schrijft per bestand een regel op de standaardfoutuitvoer
      --log-level info|warning|error  wat het logboek minstens waard is (standaard: info)
      --metrics BESTAND  cijfers voor Prometheus
      --config BESTAND  opties uit een bestand (TOML)
      --date JJJJ-MM-DD  de dag waarop het verslag telt wat ouder dan vier jaar is (standaard: vandaag)
      --require-sandbox  zet niets om als een laag van de bescherming ontbreekt
      --archive ARCHIEF  het archief: een bestand, of postgresql://SERVER/DATABASE
      --once           bij watch: stopt als alles gedaan is
      --by-reference   bij import: bewaart niet de bestanden zelf, maar waar ze staan
      --school CODE, --bestuur NAAM, --schooljaar JJJJ-JJJJ, --soort SOORT, --newest
                    bij archive list, search en export: alleen deze documenten, of alleen van elke school het nieuwste
      --format json|ndjson|csv, --search WOORDEN, --mdto ARCHIEFVORMER
                    bij archive export: de vorm, alleen documenten met deze woorden, of met metagegevens volgens MDTO
  -h, --help        toont deze hulp
      --version     toont de versie

Afsluitcode: 0 alles is omgezet, 1 niet alles kon worden omgezet, 2 de opdracht klopt niet,
65 het archief is beschadigd, 69 de bescherming ontbreekt, 70 fout in het programma, 74 fout van schijf of server,
75 het archief is in gebruik, 78 het bestand van --config klopt niet.
Zie ook: man sopconv
)";

namespace {

constexpr unsigned max_workers = 256;

// The words that all templates share stand beside them in the package.
constexpr std::string_view vocabulary_name = "vocabulaire.yaml";

// CLI11's own sentences are English.
std::string sentence_of(const CLI::ParseError& error) {
    static constexpr std::string_view an_option = "een optie";
    static constexpr auto sentences = std::to_array<std::pair<CLI::ExitCodes, std::string_view>>({
        {CLI::ExitCodes::ExtrasError, "een argument of optie is onbekend of te veel"},
        {CLI::ExitCodes::RequiredError, "er ontbreekt een opdracht, bestand of map"},
        {CLI::ExitCodes::ArgumentMismatch, "een optie heeft geen of te veel waarden"},
        {CLI::ExitCodes::ConversionError, "een optie heeft een ongeldige waarde"},
        {CLI::ExitCodes::ValidationError, "een optie heeft een ongeldige waarde"},
    });
    const auto known = std::ranges::find_if(
        sentences, [&](const auto& at) { return error.get_exit_code() == static_cast<int>(at.first); });
    if (known == sentences.end()) return "de opdracht klopt niet";
    // In CLI11's sentence the option's name stands before what was given.
    const std::string_view theirs = error.what();
    const std::size_t name = theirs.find("--");
    if (!known->second.starts_with(an_option) || name == std::string_view::npos) return std::string(known->second);
    const std::size_t size = theirs.substr(name).find_first_not_of("-abcdefghijklmnopqrstuvwxyz");
    return std::string(theirs.substr(name, size)).append(known->second.substr(an_option.size()));
}

constexpr const char* config_key = "config";

// Bytes of what is searched for: the time of a phrase grows with the square of its words.
constexpr std::size_t most_searched = 1'000;

// Whether `text` has digits where `shape` has a 0, and else the same.
bool has_shape(std::string_view text, std::string_view shape) {
    return std::ranges::equal(text, shape, [](char given, char wanted) {
        return wanted == '0' ? given >= '0' && given <= '9' : given == wanted;
    });
}

// Empty where `text` is a school year like "2026-2027".
std::string is_school_year(const std::string& text) {
    if (!has_shape(text, "0000-0000")) return "no school year";
    return std::stoi(text.substr(0, 4)) + 1 == std::stoi(text.substr(5)) ? "" : "no school year";
}

// Empty where `text` is a day like "2026-11-26".
std::string is_day(const std::string& text) {
    if (!has_shape(text, "0000-00-00")) return "no day";
    const auto number = [&](std::size_t at, std::size_t size) { return std::stoi(text.substr(at, size)); };
    const std::chrono::year_month_day day(std::chrono::year(number(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(8, 2))));
    return day.ok() ? "" : "no day";
}

void add_filter(CLI::App& command, DocumentFilter& filter) {
    command.add_option("--school", filter.school);
    command.add_option("--bestuur", filter.bestuur);
    command.add_option("--schooljaar", filter.schooljaar)->check(is_school_year);
    command.add_option("--soort", filter.soort)
        ->transform(
            CLI::IsMember({"sop", "schoolgids_met_sop", "checklist_basisondersteuning", "anders"}, CLI::ignore_case));
    command.add_flag("--newest", filter.only_newest);
}

void add_archive(CLI::App& archive, Options& options) {
    archive.require_subcommand(1);
    const auto action = [&](const char* name, ArchiveAction meant) {
        CLI::App* const added = archive.add_subcommand(name);
        added->add_option("--archive", options.archive);
        added->add_option("--config", options.config);
        added->callback([&options, meant] { options.archive_options.action = meant; });
        return added;
    };
    DocumentFilter& filter = options.archive_options.filter;
    add_filter(*action("list", ArchiveAction::list), filter);
    CLI::App* const search = action("search", ArchiveAction::search);
    search->add_option("words", options.archive_options.words)->required();
    add_filter(*search, filter);
    for (const auto& [name, meant] : {std::pair("show", ArchiveAction::show), {"forget", ArchiveAction::forget}})
        action(name, meant)->add_option("ids", options.archive_options.ids)->required();
    CLI::App* const exporting = action("export", ArchiveAction::export_files);
    exporting->add_option("-o,--out", options.output);
    exporting->add_option("--format", options.archive_options.format)
        ->transform(CLI::Transformer(std::map<std::string, ArchiveFormat>{
            {"json", ArchiveFormat::json}, {"ndjson", ArchiveFormat::ndjson}, {"csv", ArchiveFormat::csv}}));
    exporting->add_option("--mdto", options.archive_options.archiefvormer);
    exporting->add_option("--search", filter.words);
    add_filter(*exporting, filter);
    action("verify", ArchiveAction::verify);
    action("gc", ArchiveAction::collect_garbage);
}

CLI::Option* find_option(CLI::App& command, const std::string& key) { return command.get_option_no_throw("--" + key); }

// Whether any command that takes a file of settings has this option: one file serves them all.
bool is_known_key(CLI::App& app, const std::string& key) {
    if (find_option(app, config_key) && find_option(app, key)) return true;
    return std::ranges::any_of(app.get_subcommands([](CLI::App*) { return true; }),
                               [&](CLI::App* command) { return is_known_key(*command, key); });
}

// Gives the options of the command that was called what the file says, unless the command line has said it. CLI11 reads
// files of its own, but these are not TOML in more than name, and it has no lines for what is wrong in them.
void apply_config(CLI::App& app, const std::filesystem::path& file) {
    CLI::App* command = &app;
    while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
    for (const Setting& setting : read_config(file)) {
        if (setting.key == config_key || setting.key == "help" || !is_known_key(app, setting.key))
            throw ConfigError(file, setting.line, "de sleutel " + setting.key + " is onbekend");
        CLI::Option* const option = find_option(*command, setting.key);
        if (option == nullptr || option->count() > 0) continue;
        const bool is_flag = option->get_expected_min() == 0;
        if (is_flag != setting.is_bool)
            throw ConfigError(file, setting.line,
                              setting.key + (is_flag ? " is true of false" : " is geen ja of nee, maar een waarde"));
        if (setting.value == "false") continue;
        try {
            option->add_result(setting.value);
            option->run_callback();
        } catch (const CLI::ParseError& error) {
            const std::string sentence = sentence_of(error);
            throw ConfigError(file, setting.line,
                              sentence.starts_with("--") ? sentence.substr(2) : setting.key + ": " + sentence);
        }
    }
}

}  // namespace

Options parse_options(int argc, const char* const* argv) {
    Options options;
    options.workers = std::max(1U, std::thread::hardware_concurrency());
    CLI::App app;
    app.set_help_flag("-h,--help");
    app.set_version_flag("--version", std::string(version_text));
    app.require_subcommand(1);

    const auto command = [&](const char* name, Command meant) {
        CLI::App* const added = app.add_subcommand(name);
        added->callback([&options, meant] { options.command = meant; });
        return added;
    };
    CLI::App* const convert = command("convert", Command::convert);
    convert->add_option("-o,--out", options.output);
    convert->add_flag("--redact", options.is_redacted);
    CLI::App* const import = command("import", Command::import);
    import->add_flag("--by-reference", options.by_reference);
    CLI::App* const watch = command("watch", Command::watch);
    watch->add_option("inbox", options.inbox)->required();
    watch->add_flag("--once", options.once);
    for (CLI::App* const storing : {import, watch}) {
        storing->add_option("--archive", options.archive);
        storing->add_option("--report", options.report);
    }
    for (CLI::App* const batch : {convert, import}) batch->add_option("paths", options.paths)->required();
    for (CLI::App* const batch : {convert, import, watch}) {
        batch->add_option("--manifest", options.manifest);
        batch->add_option("--register", options.registry);
        batch->add_option("--taxonomy", options.taxonomy);
        batch->add_option("--templates", options.templates);
        batch->add_option("--date", options.day)->check(is_day);
        batch->add_option("--metrics", options.metrics);
        batch->add_option("--log", options.log)
            ->transform(CLI::Transformer(
                std::map<std::string, LogFormat>{{"text", LogFormat::text}, {"json", LogFormat::json}}));
        batch->add_option("--log-level", options.log_level)
            ->transform(CLI::Transformer(std::map<std::string, LogLevel>{
                {"info", LogLevel::info}, {"warning", LogLevel::warning}, {"error", LogLevel::error}}));
        batch->add_option("--config", options.config);
        batch->add_option("-j,--jobs", options.workers)->check(CLI::Range(1U, max_workers));
    }
    CLI::App* const inspect = command("inspect", Command::inspect);
    inspect->add_option("file", options.file)->required();
    inspect->add_option("--overlay", options.overlay);
    CLI::App* const templates = app.add_subcommand("template");
    templates->require_subcommand(1);
    const auto on_templates = [&](const char* name, Command meant) {
        CLI::App* const added = templates->add_subcommand(name);
        added->callback([&options, meant] { options.command = meant; });
        return added;
    };
    on_templates("check", Command::check_template)->add_option("paths", options.paths)->required();
    CLI::App* const explain = on_templates("explain", Command::explain_template);
    explain->add_option("file", options.file)->required();
    explain->add_option("--templates", options.templates);
    CLI::App* const draft = on_templates("new", Command::draft_template);
    draft->add_option("paths", options.paths)->required();
    for (CLI::App* const reading : {convert, import, watch, inspect, explain, draft}) {
        reading->add_option("--password", options.read.password)->envname(password_variable);
        if (reading == convert || reading == inspect) reading->add_option("--attachment", options.read.attachment);
        reading->add_flag("--require-sandbox", options.requires_sandbox);
    }
    command("schema", Command::schema);
    command("doctor", Command::doctor);
    add_archive(*command("archive", Command::archive), options);

    try {
        app.parse(argc, argv);
        if (!options.config.empty()) apply_config(app, options.config);
    } catch (const CLI::CallForHelp&) {
        options.command = Command::help;
    } catch (const CLI::CallForVersion&) {
        options.command = Command::version;
    } catch (const CLI::ParseError& error) {
        throw UsageError(sentence_of(error));
    }
    // Not CLI11's duty: the file may name it.
    const bool has_archive =
        options.command == Command::import || options.command == Command::watch || options.command == Command::archive;
    if (has_archive && options.archive.empty()) throw UsageError("geef met --archive het archief op");
    if (options.command == Command::watch && !std::filesystem::is_directory(options.inbox))
        throw UsageError("er is geen map " + options.inbox.string());
    std::string& searched = options.archive_options.filter.words;
    for (const std::string& word : options.archive_options.words) searched += word + ' ';
    if (searched.size() > most_searched)
        throw UsageError("zoek met minder woorden: ten hoogste " + std::to_string(most_searched) + " tekens");
    return options;
}

std::vector<std::filesystem::path> template_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (folder.empty()) return files;
    if (!std::filesystem::is_directory(folder)) throw UsageError("--templates is geen map");
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".yaml" && entry.path().filename() != vocabulary_name)
            files.push_back(entry.path());
    if (files.empty()) throw UsageError("in de map van --templates staat geen sjabloon (.yaml)");
    std::sort(files.begin(), files.end());
    return files;
}

SandboxMissing::SandboxMissing()
    : std::runtime_error("een laag van de bescherming ontbreekt op dit systeem; zie sopconv doctor") {}

void require_sandbox(const Options& options) {
    if (options.requires_sandbox && !probe_sandbox().is_complete()) throw SandboxMissing();
}

void print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        throw ConversionError(ErrorCode::write_error, {}, "standaarduitvoer");
}

void print_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void say_error(std::string_view code, std::string_view sentence) {
    std::string text = "sopconv: ";
    if (!code.empty()) text += std::string(code) + ": ";
    print_error(text + printable(sentence) + "\n");
}

int run_guarded(const std::function<int()>& run, const SayError& say, bool tells_runs_apart) {
    const int broken = tells_runs_apart ? internal_error : some_failed;
    try {
        return run();
    } catch (const UsageError& error) {
        say_error({}, error.what());
        print_error("Zie: sopconv --help\n");
        return wrong_usage;
    } catch (const ConfigError& error) {
        say_error({}, error.what());
        return bad_config;
    } catch (const SandboxMissing& error) {
        say({}, error.what());
        return unavailable;
    } catch (const PoolError& error) {
        return error.exit_code() == some_failed ? broken : error.exit_code();
    } catch (const ConversionError& error) {
        say(code_of(error.code()), error.what());
        return tells_runs_apart && error.code() != ErrorCode::internal ? input_output : broken;
    } catch (const std::exception& error) {
        const ConversionError internal(ErrorCode::internal, {}, error.what());
        say(code_of(internal.code()), internal.what());
    }
    return broken;
}

}  // namespace sop
