#include "app/archive_commands.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/archive_export.h"
#include "app/editions.h"
#include "app/file.h"
#include "app/lock.h"
#include "app/summary.h"
#include "export/archive/archive.h"
#include "ingest/diagnostic.h"
#include "ingest/limits.h"
#include "ingest/printable.h"

namespace sop {
namespace {

constexpr std::size_t shown_digits = 16;  // of an id: enough to name it by
constexpr std::string_view id_prefix = "sha256:";
constexpr std::string_view header = "id\tvestiging\tschooljaar\tsoort\tnaam\tbestand\tvervangt\tzelfde tekst\n";

std::string short_id(std::string_view id) { return std::string(id.substr(id_prefix.size(), shown_digits)); }

std::string cell(const std::optional<std::string>& value) { return value ? printable(*value) : "-"; }

std::string short_or_none(const std::optional<std::string>& id) { return id ? short_id(*id) : "-"; }

std::string line_of(const Archive& archive, const ArchivedDocument& document) {
    std::string line;
    for (const std::string& text :
         {short_id(document.id), cell(document.vestigingscode ? document.vestigingscode : document.brin),
          cell(document.schooljaar), document.soort, cell(document.naam), printable(place_of(archive, document)),
          short_or_none(document.vervangt), short_or_none(document.zelfde_tekst)})
        line += text + '\t';
    line.back() = '\n';
    return line;
}

ExitCode list(const Archive& archive, const ArchiveOptions& options) {
    std::string text(header);
    archive.for_each(options.filter, [&](const ArchivedDocument& document) {
        text += line_of(archive, document);
        if (!document.excerpt.empty()) text += "  " + printable(document.excerpt) + '\n';
    });
    print(text);
    return all_converted;
}

// The one source whose digest begins as asked for.
std::string find_id(const Archive& archive, std::string_view asked) {
    std::string_view digits = asked;
    if (digits.starts_with(id_prefix)) digits.remove_prefix(id_prefix.size());
    if (digits.empty() || digits.find_first_not_of("0123456789abcdef") != std::string_view::npos)
        throw UsageError("geen id: " + printable(asked));
    const std::vector<std::string> ids = archive.ids_of(digits);
    if (ids.empty()) throw UsageError("niet in het archief: " + std::string(asked));
    if (ids.size() > 1) throw UsageError("meer dan een document in het archief begint met " + std::string(asked));
    return ids.front();
}

ExitCode show(const Archive& archive, const ArchiveOptions& options) {
    bool all_shown = true;
    for (const std::string& asked : options.ids) {
        DocumentFilter filter;
        filter.id = find_id(archive, asked);
        std::string record;
        archive.for_each(filter,
                         [&](const ArchivedDocument& document) { record = archive.record_of(document.number); });
        if (record.empty()) {
            print_error("sopconv: van " + asked + " is er geen record\n");
            all_shown = false;
        }
        print(record);
    }
    return all_shown ? all_converted : some_failed;
}

// For people, who know a file by its name.
std::string name_of(const Archive& archive, const ArchiveProblem& problem) {
    if (problem.id.empty()) return "archief";
    try {
        const std::vector<Sighting> sightings = archive.sightings_of(problem.id);
        if (!sightings.empty()) return problem.id + " (" + printable(sightings.front().path) + ")";
    } catch (const ArchiveError&) {  // that table is damaged too
    }
    return problem.id;
}

ExitCode verify(const Archive& archive) {
    const auto problems = archive.verify([](const std::string& location) -> std::optional<std::string> {
        try {
            return read_file(location, Limits{}.file_bytes);
        } catch (const ConversionError&) {
            return std::nullopt;
        }
    });
    std::string text;
    for (const ArchiveProblem& problem : problems) text += name_of(archive, problem) + ": " + problem.sentence + '\n';
    print(text);
    if (!problems.empty()) return bad_data;
    print_error("Alles in het archief klopt.\n");
    return all_converted;
}

ExitCode forget(Archive& archive, const ArchiveOptions& options) {
    std::vector<std::string> ids;
    std::string places;  // copies may be left there
    for (const std::string& asked : options.ids) {
        ids.push_back(find_id(archive, asked));
        for (const Sighting& sighting : archive.sightings_of(ids.back()))
            places += "  " + printable(text_of(sighting.location.value_or(sighting.path))) + '\n';
    }
    // Before, since what has been forgotten may still be said to be read by somebody.
    if (!places.empty()) print_error("Geïmporteerd van:\n" + places);
    archive.forget(ids);
    print_error(counted(ids.size(), "bron", "bronnen") + " vergeten\n");
    return all_converted;
}

ExitCode collect_garbage(Archive& archive) {
    const std::int64_t before = archive.size(), removed = archive.collect_garbage(), after = archive.size();
    print_error(counted(static_cast<std::size_t>(removed), "regel", "regels") + " opgeruimd; het archief ging van " +
                std::to_string(before >> 10) + " naar " + std::to_string(after >> 10) + " kB\n");
    return all_converted;
}

ExitCode change(const Options& options) {
    constexpr auto access = Archive::Access::change;
    const ArchiveLock lock(options.archive, access);
    Archive archive(options.archive, access);
    switch (options.archive_options.action) {
        case ArchiveAction::verify:
            return verify(archive);
        case ArchiveAction::forget:
            return forget(archive, options.archive_options);
        default:
            return collect_garbage(archive);
    }
}

ExitCode read(const Options& options) {
    const ReadLock lock(options.archive);
    const Archive archive(options.archive, lock.access());
    switch (options.archive_options.action) {
        case ArchiveAction::show:
            return show(archive, options.archive_options);
        case ArchiveAction::export_files:
            return export_archive(archive, options);
        case ArchiveAction::verify:
            print_error(
                "In het archief kan niet worden geschreven; de zoekindex wordt daarom niet van binnen nagekeken.\n");
            return verify(archive);
        default:
            return list(archive, options.archive_options);
    }
}

}  // namespace

ExitCode run_archive(const Options& options) {
    switch (options.archive_options.action) {
        case ArchiveAction::forget:
        case ArchiveAction::collect_garbage:
            return change(options);
        case ArchiveAction::verify:
            return is_read_only(options.archive) ? read(options) : change(options);
        default:
            return read(options);
    }
}

}  // namespace sop
