#include "ingest/pdf/forms.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <vector>

#include "ingest/pdf/filters.h"
#include "ingest/pdf/resources.h"
#include "ingest/text.h"

namespace sop::pdf {
namespace {

constexpr int flag_hidden = 1 << 1, flag_no_view = 1 << 5;       // 12.5.3
constexpr int flag_radio = 1 << 15, flag_push_button = 1 << 16;  // 12.7.4.2.1
constexpr int max_options = 10'000;                              // entries of one list that are looked through
constexpr int max_chosen = 1'000;
constexpr int max_kept_options = 1'000;  // all municipalities and countries are 600
// What looking at a widget or an option costs, in the bytes of text that cost as much.
constexpr std::size_t widget_work = 256, option_work = 32;

// Lists and values may be shared by thousands of widgets, each of which looks at all of them.
class Work {
public:
    explicit Work(std::size_t& left) : left_(left) {}
    void charge(std::size_t bytes) {
        if (bytes > left_) throw PageOverLimit();
        left_ -= bytes;
    }

private:
    std::size_t& left_;
};

// The widget and the fields above it, nearest first.
std::vector<Object> lineage(const Object& annotation, int depth) {
    std::vector<Object> fields;
    for (Object field = annotation; field.isDictionary() && static_cast<int>(fields.size()) < depth;
         field = get(field, "/Parent"))
        fields.push_back(field);
    return fields;
}

Object inherited(const std::vector<Object>& fields, const char* key) {
    for (const Object& field : fields)
        if (Object value = get(field, key); !value.isNull()) return value;
    return Object::newNull();
}

// 12.7.3.2: partial names from the top, joined by full stops.
std::string full_name(const std::vector<Object>& fields, std::size_t limit) {
    std::string name;
    for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
        const std::string part = text_of(get(*field, "/T"), limit);
        if (part.empty()) continue;
        if (!name.empty()) name += '.';
        name += part;
        if (name.size() > limit) break;
    }
    return std::string(truncate_utf8(name, limit));
}

std::string text_value(Object value, std::size_t limit) {
    if (value.isName()) return clean_text(truncate_utf8(name_of(value), limit));
    if (!value.isStream()) return text_of(value, limit);
    // A long value may be a stream (12.7.4.3), in the encodings of a text string.
    return text_of(Object::newString(decode(value, limit).bytes), limit);
}

// 12.7.4.4: an option is a text, or an export value with the text that a reader sees.
std::string shown_option(const Object& option, std::size_t limit) {
    return text_of(Object(option).isArray() ? item(option, 1) : option, limit);
}

std::string display_text(const Object& options, Object value, std::size_t limit, Work& work) {
    if (value.isInteger())
        return shown_option(item(options, int_of(value, -1) >= 0 ? int_of(value, 0) : max_options), limit);
    std::string text = text_value(value, limit);
    for (int i = 0; i < std::min(size_of(options), max_options); ++i) {
        work.charge(option_work);
        const Object option = item(options, i);
        if (size_of(option) != 2) continue;
        const std::string exported = text_of(item(option, 0), limit);
        if (exported == text) return text_of(item(option, 1), limit);
        work.charge(exported.size());
    }
    return text;
}

std::string chosen(const std::vector<Object>& fields, const Object& options, std::size_t limit, Work& work) {
    Object value = inherited(fields, "/V");
    if (value.isNull()) value = inherited(fields, "/I");
    if (!value.isArray()) return display_text(options, value, limit, work);
    std::string all;
    for (int i = 0; i < std::min(size_of(value), max_chosen) && all.size() <= limit; ++i) {
        if (i > 0) all += ", ";
        all += display_text(options, item(value, i), limit, work);
    }
    return std::string(truncate_utf8(all, limit));
}

std::vector<std::string> shown_options(const Object& options, std::size_t limit, Work& work) {
    std::vector<std::string> shown;
    for (int i = 0; i < std::min(size_of(options), max_kept_options); ++i) {
        shown.push_back(shown_option(item(options, i), limit));
        work.charge(option_work + shown.back().size());
    }
    return shown;
}

// A state is a name; some programs write a string.
std::string state_name(Object state) { return state.isString() ? Object(state).getStringValue() : name_of(state); }

// The state that a button is shown in (12.5.5, 12.7.4.2.3): /AS, else the field's value; "" where it is off, or where
// its appearance has other states only and a viewer paints none.
std::string button_state(const std::vector<Object>& fields, Work& work) {
    std::string state = state_name(get(fields.front(), "/AS"));
    if (state.empty()) state = state_name(inherited(fields, "/V"));
    if (state == "Off") return {};
    Object states = get(get(fields.front(), "/AP"), "/N");
    if (!states.isDictionary() || states.hasKey("/" + state)) return state;
    const std::set<std::string> known = states.getKeys();
    work.charge(option_work * known.size());
    return std::all_of(known.begin(), known.end(), [](const std::string& key) { return key == "/Off"; }) ? state : "";
}

// 12.7.4.2.3: a state may be the index of its export value in /Opt.
std::string export_value(const std::vector<Object>& fields, const std::string& state, std::size_t limit) {
    const Object options = inherited(fields, "/Opt");
    int index = -1;
    const auto [end, error] = std::from_chars(state.data(), state.data() + state.size(), index);
    if (error == std::errc() && end == state.data() + state.size() && index >= 0 && index < size_of(options))
        return text_of(item(options, index), limit);
    // Names are bytes; in practice UTF-8 or, from older programs, PDFDocEncoding.
    return is_utf8(state) ? clean_text(truncate_utf8(state, limit)) : text_of(Object::newString(state), limit);
}

}  // namespace

Widget read_widget(const Object& annotation, const PdfLimits& limits, std::size_t& work_left) {
    Work work(work_left);
    work.charge(widget_work);
    const std::vector<Object> fields = lineage(annotation, limits.field_depth);
    const std::size_t limit = limits.text_bytes;
    Widget widget;
    if (fields.empty()) return widget;
    widget.name = full_name(fields, limit);
    widget.label = text_of(inherited(fields, "/TU"), limit);

    const std::string type = name_of(inherited(fields, "/FT"));
    const int flags = int_of(inherited(fields, "/Ff"), 0);
    if (type == "Btn" && (flags & flag_push_button) != 0) {
        widget.kind = Widget::Kind::button;
    } else if (type == "Btn") {
        widget.kind = (flags & flag_radio) != 0 ? Widget::Kind::radio : Widget::Kind::checkbox;
        const std::string state = button_state(fields, work);
        widget.is_checked = !state.empty();
        if (widget.is_checked) widget.value = export_value(fields, state, limit);
    } else if (type == "Ch") {
        widget.kind = Widget::Kind::choice;
        const Object options = inherited(fields, "/Opt");
        widget.value = chosen(fields, options, limit, work);
        widget.options = shown_options(options, limit, work);
    } else if (type == "Sig") {
        widget.kind = Widget::Kind::signature;
    } else {
        widget.value = text_value(inherited(fields, "/V"), limit);
    }
    work.charge(widget.name.size() + widget.label.size() + widget.value.size());
    return widget;
}

Object appearance_of(const Object& annotation) {
    Object normal = get(get(annotation, "/AP"), "/N");
    if (normal.isStream()) return normal;
    if (!normal.isDictionary()) return Object::newNull();
    const std::string state = name_of(get(annotation, "/AS"));
    Object stream = get(normal, ("/" + (state.empty() ? "Off" : state)).c_str());
    return stream.isStream() ? stream : Object::newNull();
}

bool is_hidden_annotation(const Object& annotation) {
    const int flags = int_of(get(annotation, "/F"), 0);
    return (flags & (flag_hidden | flag_no_view)) != 0 || name_of(get(annotation, "/Subtype")) == "Popup";
}

}  // namespace sop::pdf
