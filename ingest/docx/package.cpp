#include "ingest/docx/package.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "ingest/diagnostic.h"
#include "ingest/docx/archive.h"
#include "ingest/docx/compound_file.h"
#include "ingest/docx/part_name.h"
#include "ingest/docx/xml.h"
#include "ingest/docx/xml_encoding.h"

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

std::string_view checked(std::string_view bytes) {
    if (bytes.empty()) throw ConversionError(ErrorCode::empty_file);
    if (is_compound_file(bytes)) refuse_compound_file(bytes);
    return bytes;
}

}  // namespace

struct Package::State {
    Limits limits;
    Archive archive;
    std::vector<std::pair<std::string, std::size_t>> parts;  // normalized name, index of the entry; sorted

    State(std::string_view bytes, const Limits& bounds) : limits(bounds), archive(checked(bytes), bounds) {
        const auto& entries = archive.entries();
        parts.reserve(entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i)
            if (auto name = normalize_part_name(entries[i].name)) parts.emplace_back(std::move(*name), i);
        std::sort(parts.begin(), parts.end());
    }

    // The first entry of this name.
    auto find(std::string_view part) const {
        const auto found = std::lower_bound(parts.begin(), parts.end(), part,
                                            [](const auto& item, std::string_view name) { return item.first < name; });
        return found != parts.end() && found->first == part ? found : parts.end();
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
    // Word takes one of the two, another program the other.
    if (const auto next = std::next(found); next != state_->parts.end() && next->first == part)
        throw part_error(ErrorCode::ambiguous_package, part);
    return to_utf8_xml(state_->archive.read(found->second, part), part);
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
            throw part_error(ErrorCode::over_limit, name, "relaties");
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
    if (!candidates.empty()) throw part_error(ErrorCode::unsupported_format, candidates.front());
    // Without a relationship a content type that only a main part has still names it.
    for (const auto& [part, type] : types)
        if (is_word_content_type(type) && has(part)) return part;
    throw ConversionError(ErrorCode::no_main_part);
}

}  // namespace sop::docx
