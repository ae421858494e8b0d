#include "ingest/docx/styles.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ingest/docx/tags.h"
#include "ingest/docx/xml.h"
#include "ingest/text.h"

namespace sop::docx {
namespace {

// What a style is by its name. Word writes the English names of its own styles whatever its language (17.7.4.9); other
// producers, and people who make styles of their own, write Dutch ones.
enum class Meaning { other, heading, local_heading, beside_sections };

struct NamedStyle {
    std::string_view name;  // in lower case
    bool is_numbered;       // a digit 1..9 follows
    Meaning meaning;
    Role role = Role::body;
};
constexpr std::array named_styles{
    NamedStyle{"heading", true, Meaning::heading},
    NamedStyle{"kop", true, Meaning::local_heading},
    NamedStyle{"title", false, Meaning::beside_sections, Role::title},
    NamedStyle{"titel", false, Meaning::beside_sections, Role::title},
    NamedStyle{"subtitle", false, Meaning::beside_sections},
    NamedStyle{"ondertitel", false, Meaning::beside_sections},
    NamedStyle{"toc", true, Meaning::beside_sections, Role::toc},
    NamedStyle{"inhopg", true, Meaning::beside_sections, Role::toc},
    NamedStyle{"inhoudsopgave", true, Meaning::beside_sections, Role::toc},
    NamedStyle{"contents", true, Meaning::beside_sections, Role::toc},
    NamedStyle{"toc heading", false, Meaning::beside_sections, Role::toc},
    NamedStyle{"contents heading", false, Meaning::beside_sections, Role::toc},
    NamedStyle{"kop van inhoudsopgave", false, Meaning::beside_sections, Role::toc},
    NamedStyle{"kop inhoudsopgave", false, Meaning::beside_sections, Role::toc},
    NamedStyle{"inhoudsopgave", false, Meaning::beside_sections, Role::toc},
    NamedStyle{"table of figures", false, Meaning::beside_sections, Role::toc},
    NamedStyle{"lijst met afbeeldingen", false, Meaning::beside_sections, Role::toc},
    NamedStyle{"caption", false, Meaning::beside_sections, Role::caption},
    NamedStyle{"bijschrift", false, Meaning::beside_sections, Role::caption},
};

// Starts of the names of list styles: "List Paragraph", "List Bullet 2", "Lijstalinea", "Opsomming 1".
constexpr std::array<std::string_view, 3> list_names{"list", "lijst", "opsomming"};

struct StyleName {
    Meaning meaning = Meaning::other;
    Role role = Role::body;
    int number = 0;  // 1..9 where the meaning has one, and of lists
    bool is_list = false;
};

StyleName classify(std::string_view written) {
    std::string name = collapse_spaces(written.substr(0, written.find(',')));  // old files put aliases after a comma
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const NamedStyle& row : named_styles) {
        if (!std::string_view(name).starts_with(row.name)) continue;
        const std::string_view rest = trim(std::string_view(name).substr(row.name.size()));
        const bool is_digit = rest.size() == 1 && rest[0] >= '1' && rest[0] <= '9';
        if (row.is_numbered ? is_digit : rest.empty())
            return {row.meaning, row.role, is_digit ? rest[0] - '0' : 0, false};
    }
    const bool is_list = std::any_of(list_names.begin(), list_names.end(),
                                     [&name](std::string_view start) { return name.starts_with(start); });
    const char last = is_list ? name.back() : ' ';
    return {Meaning::other, Role::body, last >= '1' && last <= '9' ? last - '0' : 0, is_list};
}

// Sets in `style`, which holds what the style is based on, what its own name and outline level make of it.
void apply_meaning(ResolvedStyle& style, const StyleName& name, std::optional<int> outline_level) {
    const bool is_section = outline_level && *outline_level < 9;
    switch (name.meaning) {
        case Meaning::heading:
        case Meaning::local_heading: {
            // The level of Word's own headings is fixed; who names a style "Kop 2" may give it another.
            const bool is_free = name.meaning == Meaning::local_heading;
            style.heading = is_free && is_section ? *outline_level + 1 : name.number;
            style.outline_level = style.heading - 1;
            style.role = Role::body;
            style.is_list = false;
            return;
        }
        case Meaning::beside_sections:
            // Word 2003 gives titles an outline level and TOC Heading is based on "heading 1": neither opens a section.
            style.heading = 0;
            style.outline_level.reset();
            style.role = name.role;
            return;
        case Meaning::other:
            style.is_list = style.is_list || name.is_list;
            if (name.number > 0) style.list_level = name.number - 1;
            if (!outline_level || style.role == Role::toc) return;
            // 17.3.1.20: a level of its own counts over the inherited one; 9 makes a style no heading.
            if (style.heading > 0) style.heading = is_section ? *outline_level + 1 : 0;
            style.outline_level = outline_level;
            if (is_section) style.role = Role::body;
            return;
    }
}

// A toggle property's members (17.7.3).
constexpr std::array toggles{&RunFormat::bold, &RunFormat::italic, &RunFormat::struck, &RunFormat::hidden};

// 17.3.2.26: a theme font counts over a named one; Latin letters take the ascii font, symbols are set in both.
std::optional<std::string> font_of(const pugi::xml_node& fonts) {
    if (fonts.attribute("w:asciiTheme")) return std::string();
    if (const auto ascii = fonts.attribute("w:ascii")) return std::string(ascii.value());
    if (const auto high_ansi = fonts.attribute("w:hAnsi")) return std::string(high_ansi.value());
    return std::nullopt;
}

std::optional<int> vertical_of(std::string_view alignment) {
    if (alignment == "superscript") return 1;
    if (alignment == "subscript") return -1;
    if (alignment == "baseline") return 0;
    return std::nullopt;
}

// "none" switches off; an element without a value says nothing (underline: 17.3.2.40).
std::optional<bool> is_drawn(const pugi::xml_attribute& value) {
    if (!value) return std::nullopt;
    return std::string_view(value.value()) != "none";
}

bool is_default(const pugi::xml_node& style) {
    const std::string_view value = style.attribute("w:default").value();
    return value == "1" || value == "true" || value == "on";
}

// Styles of one type, resolved each once, whatever the order and shape of their basedOn links.
template <class Resolved>
class Resolver {
public:
    // `base` is what a style has that is based on none; `add` puts one style's own properties over what it inherits.
    Resolver(Resolved base, const Limits& limits, void (*add)(Resolved&, const pugi::xml_node&))
        : base_(std::move(base)), limits_(limits), add_(add) {}

    void declare(const pugi::xml_node& style) {
        if (entries_.size() >= static_cast<std::size_t>(limits_.styles)) return;
        const auto [at, is_new] = styles_.try_emplace(style.attribute("w:styleId").value());
        if (!is_new) return;
        by_id_.emplace(at->first, entries_.size());
        entries_.push_back({style, &at->second, State::open});
    }

    // All styles by id; the default one also in `default_style`.
    std::map<std::string, Resolved, std::less<>> take(Resolved& default_style) {
        default_style = base_;
        for (std::size_t index = 0; index < entries_.size(); ++index) resolve(index);
        for (const Entry& entry : entries_)
            if (is_default(entry.node)) default_style = *entry.style;
        return std::move(styles_);
    }

private:
    enum class State { open, pending, done };
    struct Entry {
        pugi::xml_node node;
        Resolved* style;
        State state;
    };

    void resolve(std::size_t index) {
        // Up the chain until a style that is known, a cycle or the bound; then down again.
        const Resolved* inherited = &base_;
        pending_.clear();
        for (;;) {
            Entry& entry = entries_[index];
            if (entry.state == State::done) inherited = entry.style;
            if (entry.state != State::open || pending_.size() >= static_cast<std::size_t>(limits_.style_chain)) break;
            entry.state = State::pending;
            pending_.push_back(index);
            const auto based_on = by_id_.find(entry.node.child("w:basedOn").attribute("w:val").value());
            if (based_on == by_id_.end()) break;
            index = based_on->second;
        }
        for (auto at = pending_.rbegin(); at != pending_.rend(); ++at) {
            Entry& entry = entries_[*at];
            *entry.style = *inherited;
            add_(*entry.style, entry.node);
            entry.state = State::done;
            inherited = entry.style;
        }
    }

    Resolved base_;
    const Limits& limits_;
    void (*add_)(Resolved&, const pugi::xml_node&);
    std::map<std::string, Resolved, std::less<>> styles_;
    std::vector<Entry> entries_;
    std::vector<std::size_t> pending_;
    std::unordered_map<std::string_view, std::size_t> by_id_;  // keys live in styles_
};

void add_paragraph_style(ResolvedStyle& style, const pugi::xml_node& node) {
    const pugi::xml_node properties = node.child("w:pPr");
    const NumberingRef numbering = read_numbering(properties);
    if (numbering.num_id) {
        style.numbering.num_id = numbering.num_id;
        style.numbering_style = node.attribute("w:styleId").value();
    }
    if (numbering.level) style.numbering.level = numbering.level;
    style.run.apply(read_run_format(node.child("w:rPr")));
    style.name = node.child("w:name").attribute("w:val").value();
    apply_meaning(style, classify(style.name), read_outline_level(properties));
}

void add_run_style(RunFormat& format, const pugi::xml_node& node) {
    format.apply(read_run_format(node.child("w:rPr")));
}

}  // namespace

void RunFormat::apply(const RunFormat& over) {
    const auto set = [](auto& value, const auto& by) {
        if (by) value = by;
    };
    set(bold, over.bold);
    set(italic, over.italic);
    set(underlined, over.underlined);
    set(struck, over.struck);
    set(double_struck, over.double_struck);
    set(hidden, over.hidden);
    set(highlighted, over.highlighted);
    set(vertical, over.vertical);
    set(font, over.font);
    set(half_points, over.half_points);
}

std::uint16_t RunFormat::bits() const {
    unsigned bits = plain;
    const auto set = [&bits](bool is_set, Style bit) {
        if (is_set) bits |= bit;
    };
    set(bold.value_or(false), sop::bold);
    set(italic.value_or(false), sop::italic);
    set(underlined.value_or(false), sop::underlined);
    set(struck.value_or(false) || double_struck.value_or(false), sop::struck);
    set(hidden.value_or(false), sop::hidden);
    set(highlighted.value_or(false), sop::highlighted);
    set(vertical.value_or(0) > 0, superscript);
    set(vertical.value_or(0) < 0, subscript);
    return static_cast<std::uint16_t>(bits);
}

RunFormat read_run_format(const pugi::xml_node& run_properties) {
    RunFormat format;
    for (const pugi::xml_node& property : run_properties.children()) {
        const auto value = [&property] { return property.attribute("w:val"); };
        switch (tag(property.name())) {
            case tag("w:b"):
                format.bold = on_off(run_properties, "w:b");
                break;
            case tag("w:i"):
                format.italic = on_off(run_properties, "w:i");
                break;
            case tag("w:u"):
                format.underlined = is_drawn(value());
                break;
            case tag("w:strike"):
                format.struck = on_off(run_properties, "w:strike");
                break;
            case tag("w:dstrike"):
                format.double_struck = on_off(run_properties, "w:dstrike");
                break;
            case tag("w:vanish"):
                format.hidden = on_off(run_properties, "w:vanish");
                break;
            case tag("w:highlight"):
                format.highlighted = is_drawn(value());
                break;
            case tag("w:vertAlign"):
                format.vertical = vertical_of(value().value());
                break;
            case tag("w:rFonts"):
                format.font = font_of(property);
                break;
            case tag("w:sz"):
                format.half_points = int_value(value());
                break;
            default:
                break;
        }
    }
    return format;
}

NumberingRef read_numbering(const pugi::xml_node& paragraph_properties) {
    const pugi::xml_node reference = paragraph_properties.child("w:numPr");
    return {int_value(reference.child("w:numId").attribute("w:val")),
            int_value(reference.child("w:ilvl").attribute("w:val"))};
}

std::optional<int> read_outline_level(const pugi::xml_node& paragraph_properties) {
    const auto level = int_value(paragraph_properties.child("w:outlineLvl").attribute("w:val"));
    if (!level) return std::nullopt;
    return std::clamp(*level, 0, 9);
}

Styles::Styles(const pugi::xml_node& styles, const Limits& limits)
    : defaults_(read_run_format(styles.child("w:docDefaults").child("w:rPrDefault").child("w:rPr"))) {
    ResolvedStyle plain_paragraph;
    plain_paragraph.run = defaults_;
    Resolver<ResolvedStyle> paragraphs(std::move(plain_paragraph), limits, add_paragraph_style);
    Resolver<RunFormat> characters({}, limits, add_run_style);
    for (const pugi::xml_node& style : styles.children("w:style")) {
        const std::string_view type = style.attribute("w:type").value();
        if (type == "character") {
            characters.declare(style);
        } else if (type == "numbering") {
            if (const auto num_id = read_numbering(style.child("w:pPr")).num_id)
                numbering_.try_emplace(style.attribute("w:styleId").value(), *num_id);
        } else if (type != "table") {
            paragraphs.declare(style);  // 17.7.4.17: the type of a style that names none
        }
    }
    paragraph_ = paragraphs.take(default_paragraph_);
    character_ = characters.take(default_character_);
}

const ResolvedStyle& Styles::paragraph(std::string_view id) const {
    const auto found = paragraph_.find(id);
    return found == paragraph_.end() ? default_paragraph_ : found->second;
}

const RunFormat& Styles::character(std::string_view id) const {
    const auto found = character_.find(id);
    return found == character_.end() ? default_character_ : found->second;
}

bool Styles::knows(std::string_view id) const { return paragraph_.find(id) != paragraph_.end(); }

std::optional<int> Styles::numbering_of(std::string_view style_id) const {
    const auto found = numbering_.find(style_id);
    return found == numbering_.end() ? std::nullopt : std::optional(found->second);
}

void Styles::apply_style(RunFormat& below, const RunFormat& style) const {
    const RunFormat before = below;
    below.apply(style);
    for (const auto toggle : toggles) {
        if (!(style.*toggle) || !(before.*toggle)) continue;
        below.*toggle = (defaults_.*toggle).value_or(false) || *(before.*toggle) != *(style.*toggle);
    }
}

}  // namespace sop::docx
