#include "ingest/pdf/tags.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "ingest/pdf/marked_content.h"
#include "ingest/pdf/raw_objects.h"
#include "ingest/pdf/tokens.h"

namespace sop::pdf {
namespace {

using Kind = Token::Kind;

constexpr int max_span = 1'000;     // more than any table's rows or columns: such a span is a mistake
constexpr int max_role_chain = 16;  // a role mapped to a role mapped to a role
constexpr int max_map_entries = 10'000;
// Tokens read for one element on average, with arrays of all its children: seen 30. Bounds objects that overlap.
constexpr std::size_t tokens_for_each = 200;

// 14.8.4, the types that a role is mapped to; in order for the search.
constexpr std::array<std::string_view, 57> standard_roles{"Annot",
                                                          "Art",
                                                          "Artifact",
                                                          "Aside",
                                                          "BibEntry",
                                                          "BlockQuote",
                                                          "Caption",
                                                          "Code",
                                                          "Div",
                                                          "Document",
                                                          "DocumentFragment",
                                                          "Em",
                                                          "FENote",
                                                          "Figure",
                                                          "Form",
                                                          "Formula",
                                                          "H",
                                                          "H1",
                                                          "H2",
                                                          "H3",
                                                          "H4",
                                                          "H5",
                                                          "H6",
                                                          "Index",
                                                          "L",
                                                          "LBody",
                                                          "LI",
                                                          "Lbl",
                                                          "Link",
                                                          "NonStruct",
                                                          "Note",
                                                          "P",
                                                          "Part",
                                                          "Private",
                                                          "Quote",
                                                          "RB",
                                                          "RP",
                                                          "RT",
                                                          "Reference",
                                                          "Ruby",
                                                          "Sect",
                                                          "Span",
                                                          "Strong",
                                                          "Sub",
                                                          "TBody",
                                                          "TD",
                                                          "TFoot",
                                                          "TH",
                                                          "THead",
                                                          "TOC",
                                                          "TOCI",
                                                          "TR",
                                                          "Table",
                                                          "Title",
                                                          "WP",
                                                          "WT",
                                                          "Warichu"};
static_assert(std::is_sorted(standard_roles.begin(), standard_roles.end()));

bool is_standard(std::string_view role) {
    return std::binary_search(standard_roles.begin(), standard_roles.end(), role);
}

struct Spans {
    int row = 1, column = 1;
};

struct TooManyTags {};

int whole(double number) { return static_cast<int>(std::clamp(number, -1e9, 1e9)); }

// Of "12 0 R" the 12, else 0.
int reference(std::string_view value) {
    Tokens tokens(value);
    const Token id = tokens.next();
    return id.kind == Kind::number && value.ends_with('R') ? whole(id.number) : 0;
}

class TagReader {
public:
    TagReader(OpenedFile& file, const Object& root, const PdfLimits& limits, bool is_encrypted)
        : file_(file),
          limits_(limits),
          is_encrypted_(is_encrypted),
          objects_(file, limits),
          tokens_left_(static_cast<std::size_t>(limits.tags) * tokens_for_each) {
        read_roles(get(root, "/RoleMap"));
        classes_ = get(root, "/ClassMap");
        for (std::size_t i = 0; i < file.tree.pages.size(); ++i)
            page_numbers_.emplace(file.tree.pages[i].object.getObjGen().getObj(), static_cast<int>(i) + 1);
    }

    Tags read(int root_id) {
        Element root = element(objects_.text(root_id));
        Tag holder;  // only its content is wanted: the tags at the top
        read_kids(root.kids, {0, 0}, holder, 0);
        for (const Tag::Content& content : holder.content)
            if (content.child >= 0) tags_.roots.push_back(content.child);
        return std::move(tags_);
    }

private:
    // The entries of a structure element that matter, as text.
    struct Element {
        std::string_view type, role, kids, page, attributes, classes, alt, actual_text, mcid, stream, object;
    };
    struct Place {
        int page = 0;  // number; inherited
        int id = 0;    // of the element's object, for its strings; 0: it stands in another one
    };

    void charge(std::string_view text) {
        // A token takes two bytes or more; the text was read once and its parts are read once again.
        const std::size_t tokens = text.size() / 2 + 1;
        if (tokens > tokens_left_) throw TooManyTags();
        tokens_left_ -= tokens;
    }

    Element element(std::string_view text) {
        static const std::unordered_map<std::string_view, std::string_view Element::*> members{
            {"Type", &Element::type},    {"S", &Element::role},
            {"K", &Element::kids},       {"Pg", &Element::page},
            {"A", &Element::attributes}, {"C", &Element::classes},
            {"Alt", &Element::alt},      {"ActualText", &Element::actual_text},
            {"MCID", &Element::mcid},    {"Stm", &Element::stream},
            {"Obj", &Element::object}};
        Element found;
        Tokens tokens(text);
        if (tokens.next().kind != Kind::dict_open) return found;
        for (Token key = tokens.next(); key.kind == Kind::name; key = tokens.next()) {
            const std::string_view value = tokens.value();
            if (const auto member = members.find(key.text); member != members.end()) found.*member->second = value;
        }
        charge(text.substr(0, tokens.position()));
        return found;
    }

    void read_roles(Object map) {
        if (!map.isDictionary()) return;
        int left = max_map_entries;
        for (const std::string& key : map.getKeys()) {
            if (--left < 0) break;
            if (const std::string role = name_of(map.getKey(key)); !role.empty())
                role_map_.emplace(key.substr(1), role);
        }
    }

    std::string role_of(std::string_view name) {
        std::string role = name_text(name);
        for (int i = 0; i < max_role_chain && !is_standard(role); ++i) {
            const auto mapped = role_map_.find(role);
            if (mapped == role_map_.end()) break;
            role = mapped->second;
        }
        return role;
    }

    int page_number(std::string_view value, int inherited) const {
        const auto page = page_numbers_.find(reference(value));
        return page != page_numbers_.end() ? page->second : inherited;
    }

    // 14.7.5: an attribute object, a reference to one, or an array of them with revision numbers between.
    void read_attributes(std::string_view value, Spans& spans, int depth) {
        constexpr int max_nesting = 4;
        if (value.empty() || depth > max_nesting) return;
        if (const int id = reference(value); id != 0) {
            const std::string_view text = objects_.text(id);
            Tokens object(text);
            return read_attributes(object.value(), spans, depth + 1);
        }
        charge(value);
        Tokens tokens(value);
        const Kind kind = tokens.next().kind;
        if (kind == Kind::array_open) {
            for (std::string_view item = tokens.value(); !item.empty() && item != "]"; item = tokens.value())
                read_attributes(item, spans, depth + 1);
        } else if (kind == Kind::dict_open) {
            for (Token key = tokens.next(); key.kind == Kind::name; key = tokens.next()) {
                Tokens number(tokens.value());
                if (key.text == "RowSpan") spans.row = whole(number.next().number);
                if (key.text == "ColSpan") spans.column = whole(number.next().number);
            }
        }
    }

    // 14.7.5.2: classes are named attribute objects.
    void read_classes(std::string_view value, Spans& spans) {
        Tokens tokens(value);
        for (Token token = tokens.next(); token.kind != Kind::end; token = tokens.next()) {
            if (token.kind != Kind::name) continue;
            const auto [known, is_new] = class_spans_.try_emplace(name_text(token.text));
            if (is_new) {
                const Object attributes = get(classes_, ("/" + known->first).c_str());
                const int size = Object(attributes).isArray() ? size_of(attributes) : 1;
                for (int i = 0; i < std::min(size, max_map_entries); ++i) {
                    const Object object = Object(attributes).isArray() ? item(attributes, i) : attributes;
                    known->second.row = std::max(known->second.row, int_of(get(object, "/RowSpan"), 1));
                    known->second.column = std::max(known->second.column, int_of(get(object, "/ColSpan"), 1));
                }
            }
            spans.row = std::max(spans.row, known->second.row);
            spans.column = std::max(spans.column, known->second.column);
        }
    }

    std::string text_value(std::string_view value, int id, const char* key) {
        std::string text = read_text(value, id, key);
        if (text.size() > text_left_) throw TooManyTags();
        text_left_ -= text.size();
        return text;
    }

    std::string read_text(std::string_view value, int id, const char* key) {
        if (value.empty()) return {};
        if (is_encrypted_ || reference(value) != 0)
            return id == 0 ? std::string() : text_of(get(file_.qpdf->getObjectByID(id, 0), key), limits_.text_bytes);
        Tokens tokens(value);
        std::string buffer;
        return text_of(Object::newString(std::string(string_bytes(tokens.next(), buffer))), limits_.text_bytes);
    }

    void read_kids(std::string_view value, Place place, Tag& parent, int depth) {
        if (value.empty()) return;
        Tokens tokens(value);
        if (tokens.next().kind != Kind::array_open) return read_kid(value, place, parent, depth, false);
        charge(value);
        for (std::string_view kid = tokens.value(); !kid.empty() && kid != "]"; kid = tokens.value())
            read_kid(kid, place, parent, depth, true);
    }

    void read_kid(std::string_view value, Place place, Tag& parent, int depth, bool is_in_array) {
        if (++items_ > static_cast<std::size_t>(limits_.tags) * 4) throw TooManyTags();
        const int id = reference(value);
        if (id == 0) {
            Tokens tokens(value);
            const Token token = tokens.next();
            if (token.kind == Kind::number) return add_content(parent, place.page, whole(token.number));
            if (token.kind == Kind::dict_open) return read_dictionary(element(value), {place.page, 0}, parent, depth);
            return;
        }
        const std::string_view text = objects_.text(id);
        if (text.empty()) return;  // no object of the file has that number
        Tokens tokens(text);
        const Token token = tokens.next();
        if (token.kind == Kind::number) return add_content(parent, place.page, whole(token.number));
        if (static_cast<std::size_t>(id) >= seen_.size()) seen_.resize(static_cast<std::size_t>(id) + 1);
        if (token.kind == Kind::array_open) {
            // An array in another is none of the standard's; one that is met again closes a loop or doubles.
            if (depth >= limits_.tag_depth || (is_in_array && seen_[static_cast<std::size_t>(id)])) return;
            seen_[static_cast<std::size_t>(id)] = true;
            Tokens array(text);
            return read_kids(array.value(), place, parent, depth + 1);
        }
        // An element has one parent (14.7.2); one that is met again closes a loop or is shared.
        const Element found = element(text);
        const bool is_element = found.mcid.empty() && found.object.empty();
        if (is_element && seen_[static_cast<std::size_t>(id)]) return;
        seen_[static_cast<std::size_t>(id)] = is_element;
        read_dictionary(found, {place.page, id}, parent, depth);
    }

    static void add_content(Tag& parent, int page, int mcid) {
        if (page > 0 && mcid >= 0) parent.content.push_back({page, mcid, -1});
    }

    void read_dictionary(const Element& found, Place place, Tag& parent, int depth) {
        place.page = page_number(found.page, place.page);
        if (!found.mcid.empty()) {  // a marked-content reference
            Tokens number(found.mcid);
            int mcid = whole(number.next().number);
            if (const int stream = reference(found.stream); stream != 0)
                mcid = mcid_of_form(QPDFObjGen(stream, 0), mcid);
            return add_content(parent, place.page, mcid);
        }
        if (!found.object.empty() || found.role.empty()) return;  // an annotation; nothing we know
        if (tags_.tags.size() >= static_cast<std::size_t>(limits_.tags) || depth >= limits_.tag_depth)
            throw TooManyTags();

        Tag tag;
        tag.role = role_of(found.role.substr(1));
        Spans spans;
        if (!found.classes.empty()) read_classes(found.classes, spans);
        read_attributes(found.attributes, spans, 0);
        tag.row_span = std::clamp(spans.row, 1, max_span);
        tag.column_span = std::clamp(spans.column, 1, max_span);
        tag.alt = text_value(found.alt, place.id, "/Alt");
        tag.actual_text = text_value(found.actual_text, place.id, "/ActualText");

        const int index = static_cast<int>(tags_.tags.size());
        parent.content.push_back({0, no_mcid, index});
        tags_.tags.emplace_back();
        read_kids(found.kids, place, tag, depth + 1);
        tags_.tags[static_cast<std::size_t>(index)] = std::move(tag);
    }

    OpenedFile& file_;
    const PdfLimits& limits_;
    bool is_encrypted_;
    RawObjects objects_;
    std::size_t tokens_left_, items_ = 0;
    std::size_t text_left_ = limits_.tag_text_bytes;
    std::unordered_map<std::string, std::string> role_map_;
    Object classes_ = Object::newNull();
    std::unordered_map<std::string, Spans> class_spans_;
    std::unordered_map<int, int> page_numbers_;
    std::vector<bool> seen_;  // elements, by object id
    Tags tags_;
};

}  // namespace

Tags read_tags(OpenedFile& file, const Object& catalog, const PdfLimits& limits, bool is_encrypted,
               std::vector<Diagnostic>& diagnostics) {
    const Object root = get(catalog, "/StructTreeRoot");
    if (!Object(root).isDictionary() || !Object(root).isIndirect()) return {};
    try {
        return TagReader(file, root, limits, is_encrypted).read(Object(root).getObjGen().getObj());
    } catch (const TooManyTags&) {
        add_diagnostic(diagnostics,
                       {"STRUCTUUR_OVERGESLAGEN",
                        Severity::warning,
                        "De structuur in het PDF-bestand gaat over een grens die de verwerking beschermt; het "
                        "bestand is zonder die structuur gelezen.",
                        {},
                        1});
        return {};
    }
}

}  // namespace sop::pdf
