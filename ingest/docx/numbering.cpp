#include "ingest/docx/numbering.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ingest/docx/symbols.h"
#include "ingest/docx/xml.h"
#include "ingest/text.h"

namespace sop::docx {
namespace {

enum class NumberFormat { decimal, lower_letter, upper_letter, lower_roman, upper_roman, bullet, none };

struct NamedFormat {
    std::string_view name;
    NumberFormat format;
};
// 17.18.59. All others are written as decimal: ordinals and words depend on a language that the label does not name,
// and the number is what matters.
constexpr std::array named_formats{
    NamedFormat{"lowerLetter", NumberFormat::lower_letter},
    NamedFormat{"upperLetter", NumberFormat::upper_letter},
    NamedFormat{"lowerRoman", NumberFormat::lower_roman},
    NamedFormat{"upperRoman", NumberFormat::upper_roman},
    NamedFormat{"bullet", NumberFormat::bullet},
    NamedFormat{"none", NumberFormat::none},
};

// Counting stops here: far above what Word counts to (32,767) and below where it would overflow.
constexpr int last_number = 999'999'999;

struct Level {
    int index = 0;
    NumberFormat format = NumberFormat::decimal;
    std::size_t digits = 1;  // at least so many, with zeros before
    int start = 1;
    std::optional<int> restart_after;
    bool is_legal = false;        // 17.9.4: all its numbers in decimal
    std::string text;             // w:lvlText: of a bullet what is printed, else a pattern of "%1.%2"
    std::optional<bool> tick;     // the bullet is a tick box
    std::string paragraph_style;  // 17.9.23
};

struct LevelOverride {
    int index = 0;
    std::optional<int> start;
    std::optional<Level> level;
};

struct AbstractNum {
    std::vector<Level> levels;
    bool is_single = false;    // only a first level
    std::string linked_style;  // w:numStyleLink: the numbering style whose numbering has the levels
};

std::optional<int> level_index(const pugi::xml_node& node) {
    const auto index = int_value(node.attribute("w:ilvl"));
    return index && *index >= 0 && *index <= 8 ? index : std::nullopt;
}

template <class Items>
auto find_level(Items& items, int index) {
    return std::find_if(items.begin(), items.end(), [index](const auto& item) { return item.index == index; });
}

int start_value(const pugi::xml_node& element) {
    return std::clamp(int_value(element.attribute("w:val")).value_or(0), 0, last_number);
}

// "01" of the custom formats "01, 02, 03, ..." that Word 2010 writes beside a fallback; 0 for another format.
std::size_t padded_digits(std::string_view example) {
    const std::string_view first = example.substr(0, example.find(','));
    const bool is_padded = first.size() > 1 && first.size() < 10 && first.back() == '1' &&
                           first.find_first_not_of('0') == first.size() - 1;
    return is_padded ? first.size() : 0;
}

void read_format(const pugi::xml_node& node, Level& level) {
    pugi::xml_node format = node.child("w:numFmt");
    if (const auto alternatives = node.child("mc:AlternateContent"); !format && alternatives) {
        const auto custom = alternatives.child("mc:Choice").child("w:numFmt");
        if (const std::size_t digits = padded_digits(custom.attribute("w:format").value())) {
            level.digits = digits;
            return;
        }
        format = alternatives.child("mc:Fallback").child("w:numFmt");
    }
    const std::string_view name = format.attribute("w:val").value();
    const auto* row = std::find_if(named_formats.begin(), named_formats.end(),
                                   [name](const NamedFormat& candidate) { return candidate.name == name; });
    if (row != named_formats.end()) level.format = row->format;
    if (name == "decimalZero") level.digits = 2;
}

// What a bullet shows: its characters in the font of the level.
void read_bullet(const pugi::xml_node& node, Level& level) {
    if (node.child("w:lvlPicBulletId")) {
        level.text = "•";
        return;
    }
    const std::string raw = std::exchange(level.text, {});
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
    const std::string font = read_run_format(node.child("w:rPr")).font.value_or("");
    for (std::size_t at = 0; at < raw.size();) {
        UChar32 code = 0;
        U8_NEXT(bytes, at, raw.size(), code);
        const Symbol symbol = resolve_symbol(font, static_cast<char32_t>(code));
        if (const bool* tick = std::get_if<bool>(&symbol)) {
            level.tick = *tick;
            level.text += *tick ? "☒" : "☐";
        } else {
            level.text += std::get<std::string>(symbol);
        }
    }
}

Level read_level(const pugi::xml_node& node, int index, const Limits& limits) {
    Level level;
    level.index = index;
    read_format(node, level);
    level.start = start_value(node.child("w:start"));  // 17.9.25: 0 where it says nothing
    level.restart_after = int_value(node.child("w:lvlRestart").attribute("w:val"));
    level.is_legal = on_off(node, "w:isLgl").value_or(false);
    level.paragraph_style = node.child("w:pStyle").attribute("w:val").value();
    level.text = truncate_utf8(node.child("w:lvlText").attribute("w:val").value(), limits.list_label_bytes);
    if (level.format == NumberFormat::bullet) read_bullet(node, level);
    level.text = clean_text(level.text);
    if (level.format == NumberFormat::bullet) level.text = trim(level.text);
    return level;
}

// a…z, aa…zz, up to thirty letters as Word has it (17.18.59); decimal beyond.
std::string letters(int number, char first) {
    if (number < 1 || number > 26 * 30) return std::to_string(number);
    return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>(first + (number - 1) % 26));
}

std::string roman(int number, bool is_upper) {
    struct Numeral {
        int value;
        std::string_view upper, lower;
    };
    constexpr std::array<Numeral, 13> numerals{{{1000, "M", "m"},
                                                {900, "CM", "cm"},
                                                {500, "D", "d"},
                                                {400, "CD", "cd"},
                                                {100, "C", "c"},
                                                {90, "XC", "xc"},
                                                {50, "L", "l"},
                                                {40, "XL", "xl"},
                                                {10, "X", "x"},
                                                {9, "IX", "ix"},
                                                {5, "V", "v"},
                                                {4, "IV", "iv"},
                                                {1, "I", "i"}}};
    if (number < 1 || number >= 5000) return std::to_string(number);
    std::string out;
    for (const Numeral& numeral : numerals)
        for (; number >= numeral.value; number -= numeral.value) out += is_upper ? numeral.upper : numeral.lower;
    return out;
}

std::string format_number(int number, NumberFormat format, std::size_t digits) {
    switch (format) {
        case NumberFormat::lower_letter:
            return letters(number, 'a');
        case NumberFormat::upper_letter:
            return letters(number, 'A');
        case NumberFormat::lower_roman:
            return roman(number, false);
        case NumberFormat::upper_roman:
            return roman(number, true);
        case NumberFormat::bullet:
        case NumberFormat::none:
            return {};
        case NumberFormat::decimal:
            break;
    }
    std::string out = std::to_string(number);
    if (out.size() < digits) out.insert(0, digits - out.size(), '0');
    return out;
}

// 17.9.10: whether a paragraph of `used`, a level above this one, makes it start anew. A w:lvlRestart that names no
// level above is ignored.
bool restarts(const Level& level, int index, int used) {
    const bool is_valid = level.restart_after && *level.restart_after >= 0 && *level.restart_after <= index;
    return !is_valid || used < *level.restart_after;
}

}  // namespace

// w:num
struct Numbering::Num {
    int id = 0;
    int abstract_id = 0;
    const AbstractNum* abstract = nullptr;  // where its levels stand: that of the numbering style, if it names one
    std::vector<LevelOverride> overrides;

    const Level* level(int index) const {
        if (const auto over = find_level(overrides, index); over != overrides.end() && over->level)
            return &*over->level;
        const auto found = find_level(abstract->levels, index);
        return found == abstract->levels.end() ? nullptr : &*found;
    }
    // A level that nothing defines counts in decimal from 1 where a deeper one prints its number.
    const Level& counted_level(int index) const {
        static const Level undefined;
        const Level* found = level(index);
        return found ? *found : undefined;
    }
    std::optional<int> start_override(int index) const {
        const auto over = find_level(overrides, index);
        return over == overrides.end() ? std::nullopt : over->start;
    }
    // Level of a paragraph that has its numbering from its style.
    int level_of(const ResolvedStyle& style, std::string_view style_id) const {
        for (const std::string_view name : {style_id, std::string_view(style.numbering_style)})
            for (int index = 0; index < level_count && !name.empty(); ++index)
                if (const Level* found = level(index); found && found->paragraph_style == name) return index;
        return style.numbering.level.value_or(0);
    }
};

struct Numbering::Definitions {
    std::map<int, AbstractNum> abstracts;
    std::map<int, Num> nums;
    std::size_t label_bytes = 0;

    void read_abstract(const pugi::xml_node& node, const Limits& limits);
    void read_num(const pugi::xml_node& node, const Limits& limits);
    // 17.9.21: the abstract numbering that has the levels of one that only names a numbering style.
    const AbstractNum& resolve_link(const AbstractNum& abstract, const Styles& styles, const Limits& limits) const;
    std::string label(const Num& num, const Level& level, const Counters& counters) const;
};

void Numbering::Definitions::read_abstract(const pugi::xml_node& node, const Limits& limits) {
    const auto id = int_value(node.attribute("w:abstractNumId"));
    if (!id) return;
    const auto [at, is_new] = abstracts.try_emplace(*id);
    if (!is_new) return;
    AbstractNum& abstract = at->second;
    for (const pugi::xml_node& level : node.children("w:lvl")) {
        const auto index = level_index(level);
        if (index && find_level(abstract.levels, *index) == abstract.levels.end())
            abstract.levels.push_back(read_level(level, *index, limits));
    }
    abstract.is_single = std::string_view(node.child("w:multiLevelType").attribute("w:val").value()) == "singleLevel";
    abstract.linked_style = node.child("w:numStyleLink").attribute("w:val").value();
}

void Numbering::Definitions::read_num(const pugi::xml_node& node, const Limits& limits) {
    const auto id = int_value(node.attribute("w:numId"));
    const auto abstract_id = int_value(node.child("w:abstractNumId").attribute("w:val"));
    if (!id || !abstract_id) return;
    const auto abstract = abstracts.find(*abstract_id);
    if (abstract == abstracts.end()) return;
    const auto [at, is_new] = nums.try_emplace(*id);
    if (!is_new) return;
    Num& num = at->second;
    num.id = *id;
    num.abstract_id = *abstract_id;
    num.abstract = &abstract->second;
    for (const pugi::xml_node& child : node.children("w:lvlOverride")) {
        const auto index = level_index(child);
        if (!index || find_level(num.overrides, *index) != num.overrides.end()) continue;
        LevelOverride& over = num.overrides.emplace_back();
        over.index = *index;
        if (const auto start = child.child("w:startOverride")) over.start = start_value(start);
        if (const auto level = child.child("w:lvl")) over.level = read_level(level, *index, limits);
    }
}

const AbstractNum& Numbering::Definitions::resolve_link(const AbstractNum& abstract, const Styles& styles,
                                                        const Limits& limits) const {
    const AbstractNum* at = &abstract;
    for (int steps = 0; !at->linked_style.empty() && steps < limits.style_chain; ++steps) {
        const auto num_id = styles.numbering_of(at->linked_style);
        const auto num = num_id ? nums.find(*num_id) : nums.end();
        if (num == nums.end()) break;
        at = &abstracts.at(num->second.abstract_id);
    }
    return *at;
}

std::string Numbering::Definitions::label(const Num& num, const Level& level, const Counters& counters) const {
    if (level.format == NumberFormat::bullet) return level.text;
    std::string out;
    for (std::size_t at = 0; at < level.text.size() && out.size() < label_bytes; ++at) {
        const char next = at + 1 < level.text.size() ? level.text[at + 1] : '\0';
        if (level.text[at] != '%' || next < '1' || next > '9') {
            out += level.text[at];
            continue;
        }
        ++at;
        const int index = next - '1';
        if (index > level.index) continue;
        const Level& shown = num.counted_level(index);
        const bool as_decimal = level.is_legal && shown.format != NumberFormat::none;
        out += format_number(counters.numbers[index], as_decimal ? NumberFormat::decimal : shown.format, shown.digits);
    }
    return std::string(trim(truncate_utf8(out, label_bytes)));
}

Numbering::Numbering(const pugi::xml_node& numbering, const Styles& styles, const Limits& limits) {
    auto definitions = std::make_shared<Definitions>();
    definitions->label_bytes = limits.list_label_bytes;
    for (const pugi::xml_node& node : numbering.children("w:abstractNum")) definitions->read_abstract(node, limits);
    for (const pugi::xml_node& node : numbering.children("w:num")) definitions->read_num(node, limits);
    for (auto& [id, num] : definitions->nums) num.abstract = &definitions->resolve_link(*num.abstract, styles, limits);
    definitions_ = std::move(definitions);
}

std::optional<NumberLabel> Numbering::next(const NumberingRef& direct, const ResolvedStyle& style,
                                           std::string_view style_id) {
    const int num_id = direct.num_id.value_or(style.numbering.num_id.value_or(0));
    if (num_id == 0 || !definitions_) return std::nullopt;
    const auto found = definitions_->nums.find(num_id);
    if (found == definitions_->nums.end()) return std::nullopt;
    const Num& num = found->second;
    int index = std::clamp(direct.level ? *direct.level : num.level_of(style, style_id), 0, level_count - 1);
    if (num.abstract->is_single && !num.level(index)) index = 0;
    const Level* level = num.level(index);
    if (!level) return std::nullopt;

    count(num, index);
    const bool ordered = level->format != NumberFormat::bullet && level->format != NumberFormat::none;
    return NumberLabel{index, ordered, definitions_->label(num, *level, counters_[num.abstract_id]), level->tick};
}

void Numbering::count(const Num& num, int level) {
    Counters& counters = counters_[num.abstract_id];
    const auto start = [&counters](int index, int number) {
        counters.numbers[index] = number;
        counters.active[index] = true;
    };
    // A level that was skipped counts as used: after "1.1" without a "1" comes "2".
    for (int above = 0; above < level; ++above)
        if (!counters.active[above]) start(above, num.counted_level(above).start);
    // 17.9.26: a start override makes the list start anew once, where its w:num is first used at a level that has one.
    const std::optional<int> start_at = num.start_override(level);
    const bool is_restart = start_at && restarted_.insert(num.id).second;
    if (is_restart || !counters.active[level])
        start(level, start_at.value_or(num.counted_level(level).start));
    else
        counters.numbers[level] = std::min(counters.numbers[level] + 1, last_number);
    for (int below = level + 1; below < level_count; ++below)
        if (restarts(num.counted_level(below), below, level)) counters.active[below] = false;
}

}  // namespace sop::docx
