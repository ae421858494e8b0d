#include "app/archive_export.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "app/file.h"
#include "app/summary.h"
#include "export/archive/csv.h"
#include "export/archive/mdto.h"
#include "export/one_line.h"
#include "ingest/diagnostic.h"
#include "ingest/digest.h"
#include "ingest/limits.h"
#include "ingest/printable.h"
#include "ingest/text.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view id_prefix = "sha256:";
constexpr std::size_t digits_in_name = 16;
// File systems take names of 255 bytes; the digits, ".json.bestand.mdto.xml" and an extension come to it.
constexpr std::size_t longest_name = 190, longest_extension = 10;

// A name of a record is text: what was a full-width slash in the file's own name is a slash in it.
std::string file_name_of(const ArchivedDocument& document) {
    std::string name = printable(document.bestandsnaam);
    std::ranges::replace(name, '/', '_');
    return name;
}

// The name that all files of a document begin with, whatever else is exported.
std::string stem_of(const ArchivedDocument& document) {
    return std::string(truncate_utf8(file_name_of(document), longest_name)) + "." +
           document.id.substr(id_prefix.size(), digits_in_name);
}

std::string extension_of(const ArchivedDocument& document) {
    const std::string extension = fs::path(file_name_of(document)).extension().string();
    return extension.size() <= longest_extension ? extension : std::string();
}

// Where the bytes are not kept, they may still stand where they were seen.
std::optional<std::string> original_of(const Archive& archive, const ArchivedDocument& document) {
    if (auto kept = archive.original_of(document.number)) return kept;
    for (const Sighting& sighting : archive.sightings_of(document.id)) {
        if (!sighting.location) continue;
        try {
            std::string bytes = read_file(*sighting.location, Limits{}.file_bytes);
            if (sha256(bytes) == document.id) return bytes;
        } catch (const ConversionError&) {  // not there any more
        }
    }
    return std::nullopt;
}

class FolderExport {
public:
    FolderExport(const Archive& archive, const Options& options)
        : archive_(archive), folder_(options.output), archiefvormer_(options.archive_options.archiefvormer) {
        prepare_folder(folder_);
    }

    void add(const ArchivedDocument& document) {
        const std::string record = archive_.record_of(document.number), stem = stem_of(document);
        write_file(folder_ / (stem + ".json"), record);
        if (archiefvormer_.empty()) return;
        const MdtoObject object{document,
                                record,
                                archiefvormer_,
                                {stem + extension_of(document), document.mediatype, document.id,
                                 static_cast<std::size_t>(document.omvang), "origineel"},
                                {stem + ".json", "application/json", sha256(record), record.size(), "record"}};
        if (const auto original = original_of(archive_, document))
            write_file(folder_ / object.original.name, *original);
        else
            ++lost_originals;
        write_file(folder_ / (stem + ".mdto.xml"), mdto_of_object(object));
        for (const MdtoFile* file : {&object.original, &object.json})
            write_file(folder_ / (file->name + ".bestand.mdto.xml"), mdto_of_file(object, *file));
    }

    std::size_t lost_originals = 0;

private:
    const Archive& archive_;
    fs::path folder_;
    std::string archiefvormer_;
};

}  // namespace

ExitCode export_archive(const Archive& archive, const Options& options) {
    const ArchiveOptions& wanted = options.archive_options;
    const bool is_folder = wanted.format == ArchiveFormat::json;
    if (is_folder && options.output.empty()) throw UsageError("geef met --out een map op");
    if (!is_folder && !wanted.archiefvormer.empty()) throw UsageError("--mdto gaat met --format json");
    std::size_t count = 0;
    const auto for_each = [&](const auto& visit) {
        archive.for_each(wanted.filter, [&](const ArchivedDocument& document) {
            visit(document);
            ++count;
        });
    };
    if (is_folder) {
        FolderExport folder(archive, options);
        for_each([&](const ArchivedDocument& document) { folder.add(document); });
        if (folder.lost_originals > 0)
            print_error("Niet in het archief bewaard, niet meer te vinden waar het stond, en dus niet geëxporteerd: " +
                        counted(folder.lost_originals, "bestand", "bestanden") + "\n");
    } else {
        const auto produce = [&](const WriteBytes& write) {
            if (wanted.format == ArchiveFormat::csv) write(csv_header());
            for_each([&](const ArchivedDocument& document) {
                const std::string record = archive.record_of(document.number);
                write(wanted.format == ArchiveFormat::csv ? csv_rows(document, record) : on_one_line(record));
            });
        };
        if (options.output.empty())
            produce(print);
        else
            write_named_file(options.output, produce);
    }
    print_error(counted(count, "document", "documenten") + " geëxporteerd\n");
    return all_converted;
}

}  // namespace sop
