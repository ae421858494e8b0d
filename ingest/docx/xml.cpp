#include "ingest/docx/xml.h"

#include <charconv>
#include <new>
#include <utility>

#include "ingest/diagnostic.h"
#include "ingest/docx/namespaces.h"
#include "ingest/docx/part_name.h"
#include "ingest/docx/xml_scan.h"

namespace sop::docx {

XmlPart parse_xml(std::string xml, std::string_view name, const Limits& limits) {
    check_xml(xml, name, limits);
    const bool has_odd_prefix = may_have_odd_prefix(xml);
    XmlPart part{std::make_unique<std::string>(std::move(xml)), {}};
    // White space that is the whole content of an element is kept (a w:t of one blank), between elements it is not.
    constexpr unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single;
    const auto result =
        part.tree.load_buffer_inplace(part.buffer->data(), part.buffer->size(), options, pugi::encoding_utf8);
    if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
    if (!result) throw part_error(ErrorCode::damaged_part, name);
    if (has_odd_prefix) rename_to_canonical(part.root(), name, limits);
    return part;
}

std::string_view element_text(const pugi::xml_node& element, std::string& joined) {
    std::string_view text;
    bool is_joined = false;
    for (const pugi::xml_node& child : element.children()) {
        if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
        if (is_joined) {
            joined += child.value();
        } else if (text.empty()) {
            text = child.value();
        } else {
            joined = text;
            joined += child.value();
            is_joined = true;
        }
    }
    return is_joined ? std::string_view(joined) : text;
}

std::optional<bool> on_off(const pugi::xml_node& parent, const char* child) {
    const pugi::xml_node element = parent.child(child);
    if (!element) return std::nullopt;
    pugi::xml_attribute value = element.attribute("w:val");
    if (!value) value = element.attribute("w14:val");
    if (!value) return true;
    const std::string_view text = value.value();
    return text.empty() || text == "1" || text == "true" || text == "on";
}

std::optional<int> int_value(const pugi::xml_attribute& attribute) {
    const std::string_view text = attribute.value();
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace sop::docx
