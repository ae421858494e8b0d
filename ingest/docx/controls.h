// Form controls of a Word document: content controls (w:sdt, ECMA-376 part 1, 17.5.2), legacy form fields
// (w:ffData, 17.16.17) and the custom XML that content controls are bound to.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/document.h"
#include "ingest/docx/xml.h"

namespace sop::docx {

// Values that content controls may be bound to, by store item id (17.5.2.6).
class Bindings {
public:
    // `load` adds all parts; it is called when the first control asks.
    explicit Bindings(std::function<void(Bindings&)> load) : load_(std::move(load)) {}
    // `id` as in ds:itemID, "{GUID}".
    void add(std::string_view id, XmlPart part);
    // Text that w:dataBinding points to; absent where nothing is stored there. Paths are of the form Word writes:
    // "/ns0:root[1]/ns0:field[1]", with an attribute or text() as the last step; namespaces are not compared.
    std::optional<std::string> find(const pugi::xml_node& data_binding);

private:
    std::function<void(Bindings&)> load_;
    std::map<std::string, XmlPart> parts_;
};

// A content control that stands open while its content is read.
struct OpenControl {
    ControlIndex index = no_control;
    bool is_placeholder = false;
    bool is_checkbox = false;
    bool is_toc = false;
};

// Content controls and legacy fields of all stories; fills Document::controls.
class Controls {
public:
    Controls(std::vector<Control>& controls, Bindings& bindings, const Limits& limits)
        : controls_(controls), bindings_(bindings), limits_(limits) {}

    // Opens w:sdt. Throws over_limit when nested too deep.
    void open(const pugi::xml_node& sdt, std::string path);
    void close();
    // Innermost open content control, or nullptr.
    const OpenControl* innermost() const { return open_.empty() ? nullptr : &open_.back(); }
    bool in_toc() const;

    // A legacy form field; gives the index of its control.
    ControlIndex add_legacy(const pugi::xml_node& form_data, std::string path);

    // Its result has been read.
    void finish_legacy(ControlIndex index);

    // Text of the content of `index` and of all controls around it: their value, as far as it is not a prompt.
    void add_value(ControlIndex index, std::string_view text);

    // State of a tick box control.
    bool is_checked(ControlIndex index) const { return controls_[index].value == "true"; }
    // What the innermost control is bound to, where it shows a prompt only and something is stored: then it is its
    // value.
    std::optional<std::string> take_bound_value(const pugi::xml_node& sdt);
    // The chosen entry of a legacy drop-down (17.16.9): w:result, else w:default, else the first.
    static std::string chosen_entry(const pugi::xml_node& form_data);

    const Control& operator[](ControlIndex index) const { return controls_[index]; }

private:
    std::vector<Control>& controls_;
    Bindings& bindings_;
    const Limits& limits_;
    std::vector<OpenControl> open_;
};

}  // namespace sop::docx
