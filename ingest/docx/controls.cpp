#include "ingest/docx/controls.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

#include "ingest/text.h"

namespace sop::docx {
namespace {

// A control's value is for looking up; its full text stands in the document. Bounds what nested controls copy.
constexpr std::size_t value_bytes = 16 * 1024;

// The child element of w:sdtPr that says what kind a control is (17.5.2).
constexpr std::array<std::pair<const char*, Control::Kind>, 12> kinds{{
    {"w:text", Control::Kind::text},
    {"w:date", Control::Kind::date},
    {"w:dropDownList", Control::Kind::drop_down},
    {"w:comboBox", Control::Kind::combo_box},
    {"w14:checkbox", Control::Kind::checkbox},
    {"w:checkbox", Control::Kind::checkbox},
    {"w:picture", Control::Kind::picture},
    {"w:group", Control::Kind::group},
    {"w15:repeatingSection", Control::Kind::repeating},
    {"w15:repeatingSectionItem", Control::Kind::group},
    {"w:docPartObj", Control::Kind::building_block},
    {"w:docPartList", Control::Kind::building_block},
}};

std::string attribute_text(const pugi::xml_node& node, const char* child) {
    return collapse_spaces(clean_text(node.child(child).attribute("w:val").value()));
}

// w14:checked is true without a value, as every on/off element.
bool is_on(const pugi::xml_node& state) {
    if (!state) return false;
    for (const char* name : {"w14:val", "w:val", "val"}) {
        if (const auto value = state.attribute(name)) {
            return std::strcmp(value.value(), "1") == 0 || std::strcmp(value.value(), "true") == 0 ||
                   std::strcmp(value.value(), "on") == 0;
        }
    }
    return true;
}

// "2015-05-01T00:00:00Z" gives "2015-05-01"; anything else "".
std::string iso_date(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00";
    if (text.size() < shape.size()) return {};
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == '0' ? !is_digit : text[i] != shape[i]) return {};
    }
    return std::string(text.substr(0, shape.size()));
}

// GUIDs are written in either case.
std::string upper_case(std::string_view guid) {
    std::string upper(guid);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return upper;
}

void clean_value(Control& control) { control.value = std::string(trim(clean_text(control.value))); }

// Entries of a list by the texts that a reader sees (17.5.2.21; 17.16.22): the display text, else the value.
std::vector<std::string> options_of(const pugi::xml_node& list, const char* entry) {
    std::vector<std::string> options;
    std::size_t bytes = 0;
    for (const auto& item : list.children(entry)) {
        const auto shown = item.attribute("w:displayText");
        options.push_back(collapse_spaces(clean_text(shown ? shown.value() : item.attribute("w:val").value())));
        if (!shown && options.back().empty())
            options.back() = collapse_spaces(clean_text(item.attribute("w:value").value()));
        if ((bytes += options.back().size()) > value_bytes) break;
    }
    return options;
}

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

void Bindings::add(std::string_view id, XmlPart part) { parts_.insert_or_assign(upper_case(id), std::move(part)); }

std::optional<std::string> Bindings::find(const pugi::xml_node& data_binding) {
    if (load_) std::exchange(load_, nullptr)(*this);
    const auto part = parts_.find(upper_case(data_binding.attribute("w:storeItemID").value()));
    if (part == parts_.end()) return std::nullopt;
    std::string_view path = data_binding.attribute("w:xpath").value();
    pugi::xml_node node = part->second.tree;
    while (!path.empty()) {
        path.remove_prefix(path.front() == '/' ? 1 : 0);
        const std::size_t slash = std::min(path.find('/'), path.size());
        std::string_view step = path.substr(0, slash);
        path.remove_prefix(slash);
        if (step.empty() || step == "text()") continue;
        int position = 1;
        if (const std::size_t bracket = step.find('['); bracket != std::string_view::npos) {
            std::from_chars(step.data() + bracket + 1, step.data() + step.size(), position);
            step = step.substr(0, bracket);
        }
        if (step.empty()) return std::nullopt;
        if (step.front() == '@') {
            const std::string_view wanted = local_name(step.substr(1));
            for (const auto& attribute : node.attributes())
                if (local_name(attribute.name()) == wanted) return collapse_spaces(clean_text(attribute.value()));
            return std::nullopt;
        }
        pugi::xml_node next;
        for (const auto& child : node.children()) {
            if (child.type() == pugi::node_element && local_name(child.name()) == local_name(step) && --position == 0) {
                next = child;
                break;
            }
        }
        if (!next) return std::nullopt;
        node = next;
    }
    std::string text = collapse_spaces(clean_text(node.child_value()));
    if (text.empty()) return std::nullopt;
    return text;
}

void Controls::open(const pugi::xml_node& sdt, std::string path) {
    if (static_cast<int>(open_.size()) >= limits_.nesting)
        throw ConversionError(ErrorCode::over_limit, {}, "invoervelden te diep genest");
    const pugi::xml_node properties = sdt.child("w:sdtPr");
    Control control;
    control.name = attribute_text(properties, "w:tag");
    control.label = attribute_text(properties, "w:alias");
    control.origin.path = std::move(path);
    control.is_empty = on_off(properties, "w:showingPlcHdr").value_or(false);
    control.parent = open_.empty() ? no_control : open_.back().index;
    OpenControl opened;
    for (const auto& [name, kind] : kinds) {
        const pugi::xml_node child = properties.child(name);
        if (!child) continue;
        control.kind = kind;
        if (kind == Control::Kind::checkbox) {
            const auto state = child.child("w14:checked") ? child.child("w14:checked") : child.child("w:checked");
            control.value = is_on(state) ? "true" : "false";
            control.is_empty = false;
            opened.is_checkbox = true;
        } else if (kind == Control::Kind::date && !control.is_empty) {
            control.value = iso_date(child.attribute("w:fullDate").value());
        } else if (kind == Control::Kind::building_block) {
            opened.is_toc = attribute_text(child, "w:docPartGallery") == "Table of Contents";
        } else if (kind == Control::Kind::drop_down || kind == Control::Kind::combo_box) {
            control.options = options_of(child, "w:listItem");
        }
        break;
    }
    opened.index = static_cast<ControlIndex>(controls_.size());
    opened.is_placeholder = control.is_empty;
    controls_.push_back(std::move(control));
    open_.push_back(opened);
}

void Controls::close() {
    clean_value(controls_[open_.back().index]);
    open_.pop_back();
}

bool Controls::in_toc() const {
    return std::any_of(open_.begin(), open_.end(), [](const OpenControl& control) { return control.is_toc; });
}

ControlIndex Controls::add_legacy(const pugi::xml_node& form_data, std::string path) {
    Control control;
    control.name = attribute_text(form_data, "w:name");
    control.label = attribute_text(form_data, "w:statusText");
    if (control.label.empty()) control.label = attribute_text(form_data, "w:helpText");
    control.origin.path = std::move(path);
    control.parent = open_.empty() ? no_control : open_.back().index;
    control.kind = Control::Kind::text;
    if (const auto box = form_data.child("w:checkBox")) {
        control.kind = Control::Kind::checkbox;
        // 17.16.7, 17.16.12: what the user ticked counts over the default.
        const auto state = box.child("w:checked") ? box.child("w:checked") : box.child("w:default");
        control.value = is_on(state) ? "true" : "false";
    } else if (form_data.child("w:ddList")) {
        control.kind = Control::Kind::drop_down;
        control.value = chosen_entry(form_data);
        control.options = options_of(form_data.child("w:ddList"), "w:listEntry");
    }
    controls_.push_back(std::move(control));
    return static_cast<ControlIndex>(controls_.size() - 1);
}

void Controls::finish_legacy(ControlIndex index) {
    Control& control = controls_[index];
    clean_value(control);
    // An empty text field shows five en spaces (17.16.5.22).
    control.is_empty = control.value.empty();
}

void Controls::add_value(ControlIndex index, std::string_view text) {
    while (index != no_control) {
        Control& control = controls_[index];
        const bool takes_text = control.kind != Control::Kind::checkbox &&
                                control.kind != Control::Kind::building_block &&
                                !(control.kind == Control::Kind::date && !control.value.empty());
        if (takes_text && control.value.size() < value_bytes && !(control.value.empty() && trim(text).empty()))
            control.value += truncate_utf8(text, value_bytes - control.value.size());
        index = control.parent;
    }
}

std::optional<std::string> Controls::take_bound_value(const pugi::xml_node& sdt) {
    Control& control = controls_[open_.back().index];
    const auto binding = sdt.child("w:sdtPr").child("w:dataBinding");
    if (!control.is_empty || !binding) return std::nullopt;
    auto value = bindings_.find(binding);
    if (value) control.is_empty = false;
    return value;
}

std::string Controls::chosen_entry(const pugi::xml_node& form_data) {
    const auto list = form_data.child("w:ddList");
    const auto chosen = list.child("w:result") ? list.child("w:result") : list.child("w:default");
    int index = int_value(chosen.attribute("w:val")).value_or(0);
    for (const auto& entry : list.children("w:listEntry"))
        if (index-- == 0) return collapse_spaces(clean_text(entry.attribute("w:val").value()));
    return {};
}

}  // namespace sop::docx
