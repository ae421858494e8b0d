#include "ingest/pdf/resources.h"

#include "ingest/pdf/tokens.h"

namespace sop::pdf {
namespace {

// Of the forms that are kept decoded: a logo or a frame that each page paints.
constexpr std::size_t cached_form_bytes = std::size_t{1} << 20;
constexpr std::size_t cached_forms_bytes = std::size_t{16} << 20;

constexpr int max_groups = 10'000;

// Visibility expressions (8.11.2.2) are evaluated each time that what they are for is painted, shared ones as often as
// they are referred to.
void count_expression(const Object& expression, int depth, int& left) {
    if (--left < 0 || depth < 0) throw PageOverLimit();
    for (int i = 1; i < size_of(expression); ++i) count_expression(item(expression, i), depth - 1, left);
}

// Braces of a calculator function (7.10.5) that are open at once.
int brace_depth(std::string_view code) {
    int depth = 0, deepest = 0;
    for (const char c : code) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        deepest = std::max(deepest, depth);
    }
    return deepest;
}

// The objects that one is made of, each once.
class Parts {
public:
    Parts(const PdfLimits& limits, std::set<QPDFObjGen>& seen) : limits_(limits), seen_(seen), left_(limits.parts) {}

    void check(Object object, int depth) {
        if (!object.isArray() && !object.isDictionary() && !object.isStream()) return;
        if (object.isIndirect() && !seen_.insert(object.getObjGen()).second) return;
        if (--left_ < 0 || depth < 0) throw PageOverLimit();
        if (object.isArray()) {
            for (int i = 0; i < std::min(size_of(object), limits_.parts); ++i) check(item(object, i), depth - 1);
            return;
        }
        if (object.isStream()) check_stream(object);
        Object dictionary = object.isStream() ? object.getDict() : object;
        for (const std::string& key : dictionary.getKeys()) check(dictionary.getKey(key), depth - 1);
    }

private:
    void check_stream(const Object& stream) {
        const Decoded decoded = decode(stream, limits_.color_bytes);
        if (decoded.over_limit || !decoded.is_readable) throw PageOverLimit();
        const bool is_calculator = int_of(get(stream, "/FunctionType"), 0) == 4;
        if (is_calculator && brace_depth(decoded.bytes) > limits_.part_depth) throw PageOverLimit();
    }

    const PdfLimits& limits_;
    std::set<QPDFObjGen>& seen_;
    int left_;
};

}  // namespace

// 8.11.4.3: the default configuration switches groups off, or all of them and some on.
SharedResources::SharedResources(const PdfLimits& pdf_limits, const Object& catalog)
    : limits(pdf_limits),
      budget(pdf_limits),
      operators_left(pdf_limits.operators),
      field_work_left(pdf_limits.field_work) {
    const Object optional_content = get(catalog, "/OCProperties");
    const Object configuration = get(optional_content, "/D");
    const auto each = [](const Object& groups, auto use) {
        for (int i = 0; i < std::min(size_of(groups), max_groups); ++i)
            if (Object group = item(groups, i); group.isIndirect()) use(group.getObjGen());
    };
    if (name_of(get(configuration, "/BaseState")) == "OFF") {
        each(get(optional_content, "/OCGs"), [&](QPDFObjGen id) { hidden_.insert(id); });
        each(get(configuration, "/ON"), [&](QPDFObjGen id) { hidden_.erase(id); });
    }
    each(get(configuration, "/OFF"), [&](QPDFObjGen id) { hidden_.insert(id); });
}

void SharedResources::check_parts(const Object& object) { Parts(limits, bounded_).check(object, limits.part_depth); }

bool SharedResources::is_hidden(const Object& object) const {
    if (const Object expression = get(object, "/VE"); size_of(expression) > 0) {
        int left = limits.parts;
        count_expression(expression, limits.part_depth, left);
    }
    if (hidden_.empty()) return false;
    if (object.isIndirect() && hidden_.contains(object.getObjGen())) return true;
    // 8.11.2.2: a membership is visible where any of its groups is; other policies are rare.
    Object groups = get(object, "/OCGs");
    if (groups.isIndirect() && hidden_.contains(groups.getObjGen())) return true;
    for (int i = 0; i < size_of(groups); ++i)
        if (Object group = item(groups, i); !group.isIndirect() || !hidden_.contains(group.getObjGen())) return false;
    return size_of(groups) > 0;
}

const LoadedFont& SharedResources::font(const Object& object) {
    LoadedFont* found = nullptr;
    if (object.isIndirect()) {
        const auto [at, is_new] = fonts_.try_emplace(object.getObjGen());
        if (is_new) at->second = load_font(object, limits, inflated_fonts_);
        found = &at->second;
    } else {
        found = &direct_fonts_.emplace_back(load_font(object, limits, inflated_fonts_));
    }
    if (found->is_over_limit) throw PageOverLimit();
    return *found;
}

std::shared_ptr<const Form> SharedResources::form(const Object& object) {
    const auto cached = forms_.find(object.getObjGen());
    if (cached != forms_.end()) return cached->second;
    Decoded decoded = decode(object, limits.page_content_bytes);
    if (decoded.over_limit || !decoded.is_readable) throw PageOverLimit();
    auto form = std::make_shared<Form>();
    form->content = std::move(decoded.bytes);
    form->matrix = matrix_of(get(object, "/Matrix")).value_or(Matrix{});
    form->bounds = rectangle_of(get(object, "/BBox"));
    form->id = object.getObjGen();
    check_parts(get(get(object, "/Group"), "/CS"));
    form->has_own_marks = get(object, "/StructParents").isInteger();
    if (Object own = get(object, "/Resources"); own.isDictionary())
        form->resources = std::make_shared<Resources>(own, *this);
    if (form->content.size() <= cached_form_bytes && cached_bytes_ + form->content.size() <= cached_forms_bytes) {
        cached_bytes_ += form->content.size();
        forms_.emplace(form->id, form);
    }
    return form;
}

template <class Value, class Load>
const Value* Resources::find(Table<Value>& table, const char* category, std::string_view name, Load load) {
    auto at = table.find(name);
    if (at == table.end()) {
        shared_.count_lookup();
        at = table.emplace(std::string(name), std::nullopt).first;
        Object object = get(get(dictionary_, category), ("/" + name_text(name)).c_str());
        if (!object.isNull()) at->second = load(object);
    }
    return at->second ? &*at->second : nullptr;
}

const LoadedFont* Resources::font(std::string_view name) {
    const auto* found = find(fonts_, "/Font", name, [&](const Object& object) { return &shared_.font(object); });
    return found ? *found : nullptr;
}

const ColorSpace* Resources::color_space(std::string_view name) {
    return find(color_spaces_, "/ColorSpace", name, [&](const Object& object) {
        shared_.check_parts(object);
        return load_color_space(object, shared_.limits.predictor_row);
    });
}

const External* Resources::external(std::string_view name) {
    return find(externals_, "/XObject", name, [&](const Object& object) {
        const std::string subtype = name_of(get(object, "/Subtype"));
        const bool is_form = Object(object).isStream() && subtype == "Form";
        return External{object, is_form, subtype == "Image", shared_.is_hidden(get(object, "/OC"))};
    });
}

const GraphicsParameters* Resources::parameters(std::string_view name) {
    return find(parameters_, "/ExtGState", name, [&](const Object& object) {
        GraphicsParameters parameters;
        parameters.line_width = number_of(get(object, "/LW"));
        parameters.fill_alpha = number_of(get(object, "/ca"));
        parameters.stroke_alpha = number_of(get(object, "/CA"));
        if (const Object font = get(object, "/Font"); size_of(font) == 2) {
            parameters.font = &shared_.font(item(font, 0));
            parameters.font_size = number_of(item(font, 1));
        }
        if (Object group = get(get(object, "/SMask"), "/G"); group.isStream()) parameters.soft_mask = group;
        for (const char* key : {"/TR", "/TR2", "/BG", "/BG2", "/UCR", "/UCR2"}) shared_.check_parts(get(object, key));
        shared_.check_parts(get(get(object, "/SMask"), "/TR"));
        return parameters;
    });
}

void Resources::check_shading(std::string_view name) {
    shared_.check_parts(get(get(dictionary_, "/Shading"), ("/" + name_text(name)).c_str()));
}

const Properties* Resources::properties(std::string_view name) {
    return find(properties_, "/Properties", name, [&](const Object& object) {
        return Properties{int_of(get(object, "/MCID"), no_mcid), shared_.is_hidden(object)};
    });
}

void Resources::check_fonts() {
    if (fonts_checked_) return;
    fonts_checked_ = true;
    Object fonts = get(dictionary_, "/Font");
    if (!fonts.isDictionary()) return;
    for (const std::string& key : fonts.getKeys()) {
        shared_.count_lookup();
        if (Object font = fonts.getKey(key); font.isDictionary()) shared_.font(font);
    }
}

}  // namespace sop::pdf
