#include "ingest/docx/namespaces.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "ingest/diagnostic.h"
#include "ingest/docx/part_name.h"

namespace sop::docx {
namespace {

struct Namespace {
    std::string_view uri, prefix;
};

// Transitional URIs of ECMA-376 part 4, strict ones of part 1, Microsoft's extensions by [MS-DOCX] and [MS-ODRAWXML].
constexpr std::array namespaces{
    Namespace{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"},
    Namespace{"http://purl.oclc.org/ooxml/wordprocessingml/main", "w"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/relationships", "r"},
    Namespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"},
    Namespace{"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/main", "a"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/main", "a"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/chart", "c"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/chart", "c"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"},
    Namespace{"http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"},
    Namespace{"http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas", "lc"},
    Namespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordml", "w14"},
    Namespace{"http://schemas.microsoft.com/office/word/2012/wordml", "w15"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", "wp14"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc"},
    Namespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingInk", "wpi"},
    Namespace{"http://schemas.microsoft.com/office/drawing/2008/diagram", "dsp"},
    Namespace{"urn:schemas-microsoft-com:vml", "v"},
    Namespace{"urn:schemas-microsoft-com:office:office", "o"},
    Namespace{"urn:schemas-microsoft-com:office:word", "w10"},
};

bool is_canonical(std::string_view prefix) {
    return std::any_of(namespaces.begin(), namespaces.end(),
                       [&](const Namespace& row) { return row.prefix == prefix; });
}

// What stands before the colon of a name; "" where there is none.
std::string_view prefix_of(std::string_view name) {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? std::string_view{} : name.substr(0, colon);
}

// Bindings in scope, innermost last. Views point into the tree: xmlns attributes are never renamed.
class Renamer {
public:
    Renamer(std::string_view part, const Limits& limits) : part_(part), limits_(limits) {}

    // Enters the element's scope and renames it.
    void enter(pugi::xml_node element) {
        scopes_.push_back(bindings_.size());
        for (const pugi::xml_attribute& attribute : element.attributes())
            if (const auto prefix = declared_prefix(attribute.name())) bind(*prefix, attribute.value());
        rename(element, true);
        for (pugi::xml_attribute attribute : element.attributes()) {
            if (declared_prefix(attribute.name())) continue;
            rename(attribute, false);
            if (attribute.name() == std::string_view("Requires")) rename_requires(attribute);
        }
    }
    void leave() {
        bindings_.resize(scopes_.back());
        scopes_.pop_back();
    }

private:
    struct Binding {
        std::string_view prefix, uri, canonical;
    };

    void bind(std::string_view prefix, std::string_view uri) {
        // Writers that repeat their declarations on every element would fill the scope with the same binding.
        if (const Binding* binding = find(prefix); binding && binding->uri == uri) return;
        if (bindings_.size() >= static_cast<std::size_t>(limits_.xml_attributes))
            throw part_error(ErrorCode::over_limit, part_, "naamruimten");
        bindings_.push_back({prefix, uri, canonical_prefix(uri)});
    }
    const Binding* find(std::string_view prefix) const {
        const auto found = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                        [&](const Binding& binding) { return binding.prefix == prefix; });
        return found == bindings_.rend() ? nullptr : &*found;
    }

    // Canonical prefix of what `prefix` is bound to here; "" for an unknown namespace and for no binding.
    std::string_view canonical_of(std::string_view prefix) const {
        const Binding* binding = find(prefix);
        return binding ? binding->canonical : std::string_view{};
    }

    // Canonical spelling of `name` in `renamed_`; false where it is the same. A name without prefix is in the default
    // namespace if it is an element's, in none if it is an attribute's (Namespaces in XML 1.0, 6.2).
    bool canonical_name(std::string_view name, bool use_default) {
        const std::string_view prefix = prefix_of(name);
        if (prefix.empty() && !use_default) return false;
        const Binding* binding = find(prefix);
        if (!binding || binding->canonical == prefix) return false;
        const std::string_view canonical = binding->canonical;
        if (canonical.empty() && !is_canonical(prefix)) return false;
        renamed_ = canonical.empty() ? "x-" : canonical;
        if (canonical.empty()) renamed_ += prefix;
        renamed_ += ':';
        renamed_ += prefix.empty() ? name : name.substr(prefix.size() + 1);
        return true;
    }
    template <class Named>
    void rename(Named named, bool use_default) {
        if (canonical_name(named.name(), use_default)) named.set_name(renamed_.c_str());
    }
    void rename_requires(pugi::xml_attribute attribute) {
        std::string list;
        std::string_view rest = attribute.value();
        while (!rest.empty()) {
            const std::string_view prefix = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(prefix.size() + 1, rest.size()));
            if (prefix.empty()) continue;
            const std::string_view canonical = canonical_of(prefix);
            if (!list.empty()) list += ' ';
            list += canonical.empty() ? prefix : canonical;
        }
        attribute.set_value(list.c_str());
    }

    std::string_view part_;
    const Limits& limits_;
    std::vector<Binding> bindings_;
    std::vector<std::size_t> scopes_;
    std::string renamed_;
};

}  // namespace

std::string_view canonical_prefix(std::string_view uri) {
    const auto* row = std::find_if(namespaces.begin(), namespaces.end(),
                                   [&](const Namespace& candidate) { return candidate.uri == uri; });
    return row == namespaces.end() ? std::string_view{} : row->prefix;
}

std::optional<std::string_view> declared_prefix(std::string_view attribute_name) {
    if (!attribute_name.starts_with("xmlns")) return std::nullopt;
    attribute_name.remove_prefix(5);
    if (attribute_name.empty()) return attribute_name;
    if (attribute_name[0] != ':') return std::nullopt;
    return attribute_name.substr(1);
}

bool is_odd_binding(std::string_view prefix, std::string_view uri) {
    const std::string_view canonical = canonical_prefix(uri);
    return canonical.empty() ? is_canonical(prefix) : canonical != prefix;
}

void rename_to_canonical(const pugi::xml_node& root, std::string_view part, const Limits& limits) {
    if (!root) return;
    Renamer renamer(part, limits);
    pugi::xml_node node = root;
    renamer.enter(node);
    for (;;) {
        pugi::xml_node next = node.first_child();
        while (!next) {
            // Up to the first ancestor that has a sibling.
            if (node.type() == pugi::node_element) renamer.leave();
            if (node == root) return;
            next = node.next_sibling();
            if (!next) node = node.parent();
        }
        node = next;
        if (node.type() == pugi::node_element) renamer.enter(node);
    }
}

}  // namespace sop::docx
