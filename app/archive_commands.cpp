#include "app/archive_commands.h"

#include <string>
#include <string_view>
#include <vector>

#include "app/summary.h"
#include "export/archive/archive.h"

namespace sop {
namespace {

constexpr std::size_t shown_digits = 16;  // of an id: enough to name it by
constexpr std::string_view id_prefix = "sha256:";
constexpr std::string_view header = "id\tvestiging\tschooljaar\tsoort\tnaam\tbestand\tvervangt\tzelfde tekst\n";

std::string short_id(std::string_view id) { return std::string(id.substr(id_prefix.size(), shown_digits)); }

std::string cell(const std::optional<std::string>& value) { return value ? printable(*value) : "-"; }

std::string short_or_none(const std::optional<std::string>& id) { return id ? short_id(*id) : "-"; }

std::string line_of(const ArchivedDocument& document) {
    std::string line;
    for (const std::string& text :
         {short_id(document.id), cell(document.vestigingscode ? document.vestigingscode : document.brin),
          cell(document.schooljaar), document.soort, cell(document.naam), printable(document.bestandsnaam),
          short_or_none(document.vervangt), short_or_none(document.zelfde_tekst)})
        line += text + '\t';
    line.back() = '\n';
    return line;
}

ExitCode list(const Archive& archive, const ArchiveOptions& options) {
    std::string text(header);
    archive.for_each(options.filter, [&](const ArchivedDocument& document) {
        text += line_of(document);
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

}  // namespace

ExitCode run_archive(const Options& options) {
    const Archive archive(options.archive, Archive::Access::read);
    switch (options.archive_options.action) {
        case ArchiveAction::show:
            return show(archive, options.archive_options);
        case ArchiveAction::list:
        case ArchiveAction::search:
            break;
    }
    return list(archive, options.archive_options);
}

}  // namespace sop
