#include "ingest/docx/package.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "ingest/diagnostic.h"
#include "ingest/docx/compound_file.h"
#include "ingest/docx/part_name.h"
#include "ingest/docx/xml.h"
#include "ingest/docx/xml_encoding.h"
#include "ingest/docx/zip_directory.h"

namespace sop::docx {
namespace {

constexpr std::string_view content_types_part = "[content_types].xml";

// Main parts that are a Word document (ECMA-376 part 1, 11.3.10; macro-enabled ones by [MS-OFFMACRO2]).
constexpr std::array<std::string_view, 4> word_content_types{
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroenabled.main+xml",
    "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
};

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

// `type` in lower case.
bool is_word_content_type(std::string_view type) {
    return std::find(word_content_types.begin(), word_content_types.end(), type) != word_content_types.end();
}

// The main part of another application: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml".
bool is_other_content_type(std::string_view type) {
    return type.starts_with("application/vnd.") && type.find("word") == std::string_view::npos;
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

struct CloseZip {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseZipFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::unique_ptr<zip_t, CloseZip> open_zip(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    const int code = zip_error_code_zip(&error);
    zip_error_fini(&error);
    if (!archive) {
        if (source) zip_source_free(source);
        if (code == ZIP_ER_MEMORY) throw std::bad_alloc();
        throw ConversionError(ErrorCode::damaged_package);
    }
    return std::unique_ptr<zip_t, CloseZip>(archive);
}

}  // namespace

struct Package::State {
    Limits limits;
    std::vector<ZipEntry> entries;
    std::vector<std::pair<std::string, std::size_t>> parts;  // normalized name, index of the entry; sorted
    std::unique_ptr<zip_t, CloseZip> archive;
    std::size_t read_bytes = 0;  // of all parts that were read, as often as they were read

    State(std::string_view bytes, const Limits& bounds) : limits(bounds) {
        if (bytes.empty()) throw ConversionError(ErrorCode::empty_file);
        if (is_compound_file(bytes)) refuse_compound_file(bytes);
        auto directory = read_zip_directory(bytes, limits);
        if (!directory) throw ConversionError(ErrorCode::unknown_format);
        entries = std::move(*directory);
        parts.reserve(entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i)
            if (auto name = normalize_part_name(entries[i].name)) parts.emplace_back(std::move(*name), i);
        std::sort(parts.begin(), parts.end());
        archive = open_zip(bytes);
        // Where an archive has traces of two directories, libzip may have taken the other one.
        if (static_cast<std::size_t>(zip_get_num_entries(archive.get(), 0)) != entries.size())
            throw ConversionError(ErrorCode::ambiguous_package);
    }

    auto find(std::string_view part) const {
        const auto found = std::lower_bound(parts.begin(), parts.end(), part,
                                            [](const auto& item, std::string_view name) { return item.first < name; });
        return found != parts.end() && found->first == part ? found : parts.end();
    }

    // Inflates the part's entry; what the directory says of it is checked before and while the bytes come out.
    std::string read(decltype(parts)::const_iterator part) {
        const auto& [name, index] = *part;
        const auto refuse = [&](ErrorCode code, const char* detail = "") { throw ConversionError(code, name, detail); };
        const ZipEntry& entry = entries[index];
        if (const auto next = std::next(part); (next != parts.end() && next->first == name) || entry.overlaps)
            refuse(ErrorCode::ambiguous_package);
        if (entry.is_encrypted) refuse(ErrorCode::encrypted);
        if (entry.is_broken) refuse(ErrorCode::damaged_package);
        if (entry.method != ZIP_CM_STORE && entry.method != ZIP_CM_DEFLATE)
            refuse(ErrorCode::damaged_package, "onbekende compressie");
        if (entry.size > limits.part_bytes) refuse(ErrorCode::over_limit, "omvang");
        if (entry.size > limits.ratio_from_bytes && entry.size / limits.inflate_ratio >= entry.compressed)
            refuse(ErrorCode::over_limit, "compressie");
        const auto size = static_cast<std::size_t>(entry.size);
        if (size > limits.package_bytes - read_bytes) refuse(ErrorCode::over_limit, "omvang van alle onderdelen");
        read_bytes += size;

        zip_stat_t stat;
        if (zip_stat_index(archive.get(), index, 0, &stat) != 0 || stat.size != entry.size ||
            stat.comp_size != entry.compressed)
            refuse(ErrorCode::ambiguous_package);
        const std::unique_ptr<zip_file_t, CloseZipFile> file(zip_fopen_index(archive.get(), index, 0));
        if (!file) refuse(ErrorCode::damaged_package);
        std::string bytes;
        bytes.reserve(size + 1);
        std::array<char, 65536> chunk;
        for (;;) {
            // One byte more than there should be: only at the end of the data does libzip check the CRC.
            const std::size_t wanted = std::min(chunk.size(), size - bytes.size() + 1);
            const zip_int64_t got = zip_fread(file.get(), chunk.data(), wanted);
            if (got < 0) refuse(ErrorCode::damaged_package);
            if (got == 0) break;
            if (static_cast<std::size_t>(got) > size - bytes.size())
                refuse(ErrorCode::damaged_package, "langer dan opgegeven");
            bytes.append(chunk.data(), static_cast<std::size_t>(got));
        }
        if (bytes.size() != size) refuse(ErrorCode::damaged_package, "korter dan opgegeven");
        return bytes;
    }
};

Package::Package(std::string_view bytes, const Limits& limits) : state_(std::make_unique<State>(bytes, limits)) {
    // OpenDocument and EPUB packages have this part first (ODF 1.2 part 3, 3.3).
    if (has("mimetype") && !has(content_types_part)) throw ConversionError(ErrorCode::unsupported_format);
}

Package::~Package() = default;

bool Package::has(std::string_view part) const { return state_->find(part) != state_->parts.end(); }

std::vector<std::string> Package::names() const {
    std::vector<std::string> names;
    for (const auto& [name, index] : state_->parts) names.push_back(name);
    return names;
}

std::optional<std::string> Package::xml(std::string_view part) const {
    const auto found = state_->find(part);
    if (found == state_->parts.end()) return std::nullopt;
    return to_utf8_xml(state_->read(found), part);
}

std::vector<Relationship> Package::relationships(std::string_view part) const {
    std::vector<Relationship> relationships;
    const std::string name = relationships_name(part);
    auto bytes = xml(name);
    if (!bytes) return relationships;
    const XmlPart tree = parse_xml(std::move(*bytes), name, state_->limits);
    for (const pugi::xml_node& node : tree.root().children()) {
        if (local_name(node.name()) != "Relationship") continue;
        if (relationships.size() >= static_cast<std::size_t>(state_->limits.relationships))
            throw ConversionError(ErrorCode::over_limit, name, "relaties");
        Relationship item;
        item.id = node.attribute("Id").value();
        const std::string_view type = node.attribute("Type").value();
        item.type = type.substr(type.rfind('/') + 1);
        item.target = node.attribute("Target").value();
        item.external = node.attribute("TargetMode").value() == std::string_view("External");
        if (!item.external) item.target = resolve_target(part, item.target).value_or("");
        relationships.push_back(std::move(item));
    }
    return relationships;
}

std::string Package::main_part() const {
    // Content types by part name (ECMA-376 part 2, 7.2.3); a default for an extension never names a main part.
    std::vector<std::pair<std::string, std::string>> types;
    if (auto bytes = xml(content_types_part)) {
        const XmlPart tree = parse_xml(std::move(*bytes), content_types_part, state_->limits);
        for (const pugi::xml_node& node : tree.root().children()) {
            if (local_name(node.name()) != "Override") continue;
            auto name = normalize_part_name(node.attribute("PartName").value());
            if (name) types.emplace_back(std::move(*name), lower_case(node.attribute("ContentType").value()));
        }
    }
    const auto type_of = [&](std::string_view part) {
        const auto found =
            std::find_if(types.begin(), types.end(), [&](const auto& type) { return type.first == part; });
        return found == types.end() ? std::string_view{} : std::string_view(found->second);
    };

    std::vector<std::string> candidates;
    for (Relationship& item : relationships(""))
        if (item.type == "officeDocument" && !item.external && has(item.target))
            candidates.push_back(std::move(item.target));
    for (const std::string& part : candidates)
        if (is_word_content_type(type_of(part))) return part;
    // Where content types are missing or say nothing, the part says itself what it is.
    for (const std::string& part : candidates) {
        if (is_other_content_type(type_of(part))) continue;
        const XmlPart tree = parse_xml(*xml(part), part, state_->limits);
        if (tree.root().name() == std::string_view("w:document")) return part;
    }
    if (!candidates.empty()) throw ConversionError(ErrorCode::unsupported_format, candidates.front());
    // Without a relationship a content type that only a main part has still names it.
    for (const auto& [part, type] : types)
        if (is_word_content_type(type) && has(part)) return part;
    throw ConversionError(ErrorCode::no_main_part);
}

}  // namespace sop::docx
