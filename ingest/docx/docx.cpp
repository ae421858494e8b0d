#include "ingest/docx/docx.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/docx/body.h"
#include "ingest/docx/package.h"
#include "ingest/docx/part_name.h"
#include "ingest/docx/tags.h"
#include "ingest/docx/xml.h"
#include "ingest/headings.h"
#include "ingest/text.h"

namespace sop {
namespace docx {
namespace {

// Store item ids of the built-in properties that content controls may be bound to.
constexpr const char* core_properties_id = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}";
constexpr const char* extended_properties_id = "{6668398D-A668-4E3E-A75B-62EB855F1BAE}";

std::string clean_value(const pugi::xml_node& node) { return collapse_spaces(clean_text(node.child_value())); }

// The date of a W3CDTF time (OPC 11.1); "" for anything else.
std::string date_of(const pugi::xml_node& node) {
    const std::string text = clean_value(node);
    return text.size() >= 10 && text[4] == '-' && text[7] == '-' ? text.substr(0, 10) : std::string();
}

// Cuts w:latentStyles (17.7.4.5) out of a styles part before a tree is made of it: half of what Word writes there, on
// styles that the document does not have. Styles are most of the XML of an ordinary document.
void cut_latent_styles(std::string& xml) {
    constexpr std::string_view end_tag = "</w:latentStyles>";
    constexpr std::size_t near_the_start = 16 * 1024;  // only w:docDefaults stands before it
    const std::size_t from = std::string_view(xml).substr(0, near_the_start).find("<w:latentStyles");
    const std::size_t to = from == std::string::npos ? from : xml.find(end_tag, from);
    if (to != std::string::npos) xml.erase(from, to + end_tag.size() - from);
}

// Reads the parts of one package into a Document.
class PackageReader {
public:
    PackageReader(std::string_view bytes, const Limits& limits) : package_(bytes, limits), limits_(limits) {}

    Document read() {
        const std::string main = package_.main_part();
        const std::vector<Relationship> links = package_.relationships(main);
        read_properties();
        const Styles styles = read_styles(links);
        const Numbering numbering = read_numbering(links, styles);
        Bindings bindings([&](Bindings& empty) { read_bindings(links, empty); });
        Shared shared{styles, limits_, Controls(document_.controls, bindings, limits_)};
        {
            const XmlPart part = parse_xml(package_.xml(main).value(), main, limits_);
            const auto body = part.root().child("w:body");
            if (!body) throw part_error(ErrorCode::no_main_part, main);
            shared.drawing_text = [&](std::string_view id) { return drawing_text(links, id); };
            document_.blocks = StoryReader(shared, numbering).read(body, "body");
        }
        for (const Relationship& link : links) read_story(link, shared, numbering);
        if (shared.tally.has_ticked_bullets) tick_box_bullets(document_.blocks);
        infer_headings(document_);
        report(shared.tally);
        return std::move(document_);
    }

private:
    // An optional part that is damaged is reported, and the rest is read: better a profile without its footer than
    // none. What looks hostile still ends the conversion.
    std::optional<XmlPart> optional_part(const std::string& name, bool is_styles = false) {
        try {
            auto xml = package_.xml(name);
            if (!xml) return std::nullopt;
            if (is_styles) cut_latent_styles(*xml);
            return parse_xml(std::move(*xml), name, limits_);
        } catch (const ConversionError& error) {
            if (error.code() != ErrorCode::damaged_part && error.code() != ErrorCode::damaged_package &&
                error.code() != ErrorCode::invalid_encoding)
                throw;
            Origin origin;
            origin.path = name;
            add_diagnostic(document_.diagnostics,
                           {std::string(code_of(error.code())), Severity::error,
                            "Een onderdeel van het document is beschadigd en kon niet worden gelezen.", origin, 1});
            return std::nullopt;
        }
    }

    std::optional<XmlPart> linked_part(const std::vector<Relationship>& links, std::string_view type) {
        for (const Relationship& link : links)
            if (link.type == type && !link.external) return optional_part(link.target, type == "styles");
        return std::nullopt;
    }

    void read_properties() {
        Metadata& metadata = document_.metadata;
        const std::vector<Relationship> links = package_.relationships("");
        if (const auto core = linked_part(links, "core-properties")) {
            for (const auto& node : core->root().children()) {
                switch (tag(local_name(node.name()))) {
                    case tag("title"):
                        metadata.title = clean_value(node);
                        break;
                    case tag("created"):
                        metadata.created = date_of(node);
                        break;
                    case tag("modified"):
                        metadata.modified = date_of(node);
                        break;
                    default:
                        break;
                }
            }
        }
        if (const auto extended = linked_part(links, "extended-properties"))
            metadata.producer = clean_value(extended->root().child("Application"));
    }

    static const char* local_name(const char* name) {
        const char* local = name;
        for (; *name; ++name)
            if (*name == ':') local = name + 1;
        return local;
    }

    Styles read_styles(const std::vector<Relationship>& links) {
        const auto part = linked_part(links, "styles");
        if (!part) return {};
        document_.metadata.language = part->root()
                                          .child("w:docDefaults")
                                          .child("w:rPrDefault")
                                          .child("w:rPr")
                                          .child("w:lang")
                                          .attribute("w:val")
                                          .value();
        return Styles(part->root(), limits_);
    }

    Numbering read_numbering(const std::vector<Relationship>& links, const Styles& styles) {
        const auto part = linked_part(links, "numbering");
        return part ? Numbering(part->root(), styles, limits_) : Numbering();
    }

    // Adds what content controls may be bound to.
    void read_bindings(const std::vector<Relationship>& links, Bindings& bindings) {
        const auto add = [&](std::string_view id, const std::string& name) {
            if (auto part = optional_part(name)) bindings.add(id, std::move(*part));
        };
        for (const Relationship& link : package_.relationships("")) {
            if (link.type == "core-properties") add(core_properties_id, link.target);
            if (link.type == "extended-properties") add(extended_properties_id, link.target);
        }
        for (const Relationship& link : links) {
            if (link.type != "customXml" || link.external) continue;
            const auto properties = linked_part(package_.relationships(link.target), "customXmlProps");
            if (properties) add(properties->root().attribute("ds:itemID").value(), link.target);
        }
    }

    void read_story(const Relationship& link, Shared& shared, const Numbering& numbering) {
        struct StoryPart {
            const char* type;
            Story::Kind kind;
            const char* note;  // element of one note; nullptr: the part is one story
        };
        static constexpr std::array<StoryPart, 5> story_parts{{
            {"header", Story::Kind::header, nullptr},
            {"footer", Story::Kind::footer, nullptr},
            {"footnotes", Story::Kind::footnote, "w:footnote"},
            {"endnotes", Story::Kind::endnote, "w:endnote"},
            {"comments", Story::Kind::comment, "w:comment"},
        }};
        const auto story_part = std::find_if(story_parts.begin(), story_parts.end(),
                                             [&](const StoryPart& candidate) { return link.type == candidate.type; });
        if (story_part == story_parts.end() || link.external) return;
        const bool seen = std::any_of(read_parts_.begin(), read_parts_.end(),
                                      [&](const std::string& name) { return name == link.target; });
        if (seen) return;
        read_parts_.push_back(link.target);
        const auto part = optional_part(link.target);
        if (!part) return;
        const std::vector<Relationship> links = package_.relationships(link.target);
        shared.drawing_text = [&](std::string_view id) { return drawing_text(links, id); };
        const auto add = [&](const pugi::xml_node& node, std::string id, std::string path) {
            Story story{story_part->kind, std::move(id), {}, {}};
            story.origin.path = path;
            story.blocks = StoryReader(shared, numbering).read(node, std::move(path));
            if (!story.blocks.empty()) document_.stories.push_back(std::move(story));
        };
        const std::string stem = link.target.substr(link.target.rfind('/') + 1);
        const std::string name = stem.substr(0, stem.rfind('.'));
        if (!story_part->note) return add(part->root(), name, name);
        int index = 0;
        for (const auto& note : part->root().children(story_part->note)) {
            ++index;
            // Separators between text and notes are no notes (17.11.12).
            const std::string_view kind = note.attribute("w:type").value();
            if (!kind.empty() && kind != "normal") continue;
            const std::string word = story_part->note + 2;
            const std::string id = collapse_spaces(clean_text(note.attribute("w:id").value()));
            std::string path = name;
            path.append("/").append(word).append("[").append(std::to_string(index)).append("]");
            std::string note_id = word;
            note_id.append(" ").append(id);
            add(note, std::move(note_id), std::move(path));
        }
    }

    // Text of SmartArt and charts: they stand in parts of their own.
    std::vector<std::string> drawing_text(const std::vector<Relationship>& links, std::string_view id) {
        std::vector<std::string> texts;
        const auto link = std::find_if(links.begin(), links.end(), [&](const Relationship& candidate) {
            return candidate.id == id && !candidate.external;
        });
        if (link == links.end()) return texts;
        const auto part = optional_part(link->target);
        if (!part) return texts;
        struct Collector : pugi::xml_tree_walker {
            std::vector<std::string>* texts = nullptr;
            bool for_each(pugi::xml_node& node) override {
                if (tag(node.name()) == tag("a:p")) texts->emplace_back();
                const bool is_label = tag(node.name()) == tag("c:v") &&
                                      tag(node.parent().parent().name()) == tag("c:strCache");  // not the numbers
                if (is_label || texts->empty()) texts->emplace_back();
                if (is_label || tag(node.name()) == tag("a:t")) texts->back() += node.child_value();
                return true;
            }
        } collector;
        collector.texts = &texts;
        part->root().traverse(collector);
        for (std::string& text : texts) text = collapse_spaces(clean_text(text));
        std::erase_if(texts, [](const std::string& text) { return text.empty(); });
        return texts;
    }

    void report(const Tally& tally) {
        struct Entry {
            int count;
            const char* code;
            Severity severity;
            const char* message;
        };
        const auto comments =
            static_cast<int>(std::count_if(document_.stories.begin(), document_.stories.end(),
                                           [](const Story& story) { return story.kind == Story::Kind::comment; }));
        const Entry entries[] = {
            {tally.insertions + tally.deletions + tally.moves, "WIJZIGINGEN_BIJGEHOUDEN", Severity::warning,
             "Het document heeft bijgehouden wijzigingen die nog niet zijn verwerkt; ze zijn gelezen alsof ze zijn "
             "geaccepteerd."},
            {comments, "OPMERKINGEN", Severity::info,
             "Het document heeft opmerkingen in de kantlijn; ze horen niet bij de tekst."},
            {tally.foreign_parts, "INGEVOEGD_DOCUMENT", Severity::warning,
             "In het document is een ander document ingevoegd dat niet wordt gelezen."},
            {tally.embedded, "INGESLOTEN_OBJECT", Severity::info,
             "Het document heeft een ingesloten object dat niet wordt gelezen."},
        };
        for (const Entry& entry : entries)
            if (entry.count > 0)
                add_diagnostic(document_.diagnostics, {entry.code, entry.severity, entry.message, {}, entry.count});
    }

    Package package_;
    const Limits& limits_;
    Document document_;
    std::vector<std::string> read_parts_;
};

}  // namespace
}  // namespace docx

Document read_docx(std::string_view bytes, const Limits& limits) { return docx::PackageReader(bytes, limits).read(); }

}  // namespace sop
