#include "ingest/docx/symbols.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace sop::docx {
namespace {

// Codes 20..FF, sixteen to a row, as the nearest characters that readers' fonts have. ☐ and ☑ ☒ stand for tick boxes, •
// for ornaments and for codes that the font lacks. The fonts' repertoire: Unicode L2/12-368; Adobe's Symbol and Zapf
// Dingbats encodings.
using Codes = std::array<std::string_view, 14>;

constexpr Codes wingdings{
    " ✏✂✁👓🔔📖🕯☎✆✉✉📪📫📬📭",        // 20
    "📁📂🗎🗏🗐🗄⌛⌨🖰🖲💻🖴💾🖬✇✍",  // 30
    "🖎✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚐",        // 40
    "🏱✈☼💧❄✝✞✝✠✡☪☯🕉☸♈♉",           // 50
    "♊♋♌♍♎♏♐♑♒♓&&●❍■☐",                                              // 60
    "☐☐☐⬧⧫◆❖⬥☒⍓⌘❀✿“”•",                                              // 70
    "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹",                                              // 80
    "❺❻❼❽❾❿••••••••·•",                                              // 90
    "▪○○○◉◎❍▪☐★✦★✶✴✹✵",                                              // A0
    "⌖⌖⟡⌑?✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘",                                              // B0
    "🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷•••••",           // C0
    "•••••⌫⌦◀➢▲▼←➲↑↓←",                                              // D0
    "→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦",                                              // E0
    "⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▭✗✓☒☑•",                                              // F0
};

constexpr Codes wingdings_2{
    " 🖊🖋🖌🖍✄✀🕾📞🗅🗆🗇🗈🗉🗊🗋",     // 20
    "🗌🗍📋🗑🗔🖵🖶🖷🖸🖭🖯🖱👍👎☜☞",  // 30
    "☚☛👈👉☚☛☝☟☝☟👆👇☝☟✋✗",                                                // 40
    "✓☒☑☒☒⊗⊗🛇⦸&&&&‽‽‽",                       // 50
    "‽••••••••⓪①②③④⑤⑥",                                                // 60
    "⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿•",                                                // 70
    "☉🌕☽☾⸿✝✝🕜🕝🕞🕟🕠🕡🕢🕣🕤",      // 80
    "🕥🕦🕧••·••●○○○○⊙⦿▪",                                                // 90
    "▪■■☐☐☐☐▣▣▣▣⬩⬩⬩⬥◇",                                                // A0
    "◈◈◈◈⬧⬧⬪⬧◊◊◖◗◓◒■◆",                                                // B0
    "⬟⬟⬣⬢⯃⯄+++++++✕✕✕",                              // C0
    "✕✕✕✕************",                                                // D0
    "*****★★✦✦★★✶✶✴✴✹",                                                // E0
    "✹★✦✯✶✹✧✧※⁂••••••",                                                // F0
};

constexpr Codes wingdings_3{
    " ←→↑↓↖↗↙↘←→↑↓↖↘↑",  // 20
    "↓↔↕←→↑↓↓↓↓↑↑←→←→",  // 30
    "↵↳↵↳←↓↹↕←→↑↓↺↺↺↺",  // 40
    "↻↺⎋⌤⌃⌥␣⍽⇪↑←→←→←→",  // 50
    "←→←→←→←→↑↓↖↗↙↘↔↕",  // 60
    "▲▼△▽◀▶◁▷◣◢◤◥◀▶▲•",  // 70
    "▼▲▼◀▶◀▶▲▼◀▶▲▼◀▶▲",  // 80
    "▼◀▶▲▼◀▶▲▼◀▶▲▼◀▶▲",  // 90
    "▼◀▶▲▼←→←→←→←▭▭▭▭",  // A0
    "→←→←→←→↑↓←→↑↓←→↑",  // B0
    "↓←→↑↓←→↑↓↓↓↑↑←→←",  // C0
    "→←→↑↓↖↗↙↘←→↑↓↖↗↙",  // D0
    "↘←→↑↓↖↗↙↘◀▶▲▼◀▶▲",  // E0
    "▼•••••••••••••••",  // F0
};

constexpr Codes webdings{
    " 🕷🕸🕲🕶🏆🎖🖇🗨🗩🗰🗱🌶🎗🙾/",        // 20
    "🗕🗖🗗◀▶▲▼⏪⏩⏮⏭⏸⏹⏺🗚🗳",             // 30
    "🛠🏗🏘🏙🏚🏜🏭🏛🏠🏖🏝🛣🔍🏔👁👂",  // 40
    "🏞🏕🛤🏟🛳🕬🕫🕨🔈♥🎕🗬\\🗭🗪🗫",     // 50
    "↻✔🚲☐🛡📦🛱■🚑🛈🛩🛰✦🕴●🛥",        // 60
    "🚔🗘✗❓🛲🚇🚍⛳⦸⊖🚭🗮|🗯🗲•",           // 70
    "🚹🚺🛉🛊🚼👽🏋⛷🏂🏌🏊🏄🏍🏎🚘🗠",   // 80
    "🛢💰🏷💳👪🗡🗢🗣✯🖄🖅🖃🖆🖹🖺🖻",   // 90
    "🕵🕰🖽🖾📋🗒🗓📖📚🗞🗟🗃🗂🖼🎭🎜",  // A0
    "🎘🎙🎧💿🎞📷🎟🎬📽📹📾📻🎚🎛📺💻",  // B0
    "🖥🖦🖧🕹🎮🕻🕼📟🖁🖀🖨🖩🖿🖪🗜🔒",  // C0
    "🔓🗝📥📤🕳🌣🌤🌥🌦☁🌨🌧🌩🌪🌬🌫",   // D0
    "🌜🌡🛋🛏🍽🍸🛎🛍Ⓟ♿🛆🖈🎓🗤🗥🗦",    // E0
    "🗧🛪🐿🐦🐟🐕🐈🙬🙮🙭🙯🗺🌍🌏🌎🕊",  // F0
};

constexpr Codes symbol{
    " !∀#∃%&∋()*+,−./",  // 20
    "0123456789:;<=>?",  // 30
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟ",  // 40
    "ΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",  // 50
    "‾αβχδεφγηιϕκλμνο",  // 60
    "πθρστυϖωξψζ{|}~ ",  // 70
    "                ",  // 80
    "                ",  // 90
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓",  // A0
    "°±″≥×∝∂•÷≠≡≈…⏐⎯↵",  // B0
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉",  // C0
    "∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",  // D0
    "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",  // E0
    " ⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ",  // F0
};

constexpr Codes zapf_dingbats{
    " ✁✂✃✄☎✆✇✈✉☛☞✌✍✎✏",  // 20
    "✐✑✒✓✔✕✖✗✘✙✚✛✜✝✞✟",  // 30
    "✠✡✢✣✤✥✦✧★✩✪✫✬✭✮✯",  // 40
    "✰✱✲✳✴✵✶✷✸✹✺✻✼✽✾✿",  // 50
    "❀❁❂❃❄❅❆❇❈❉❊❋●❍■☐",  // 60
    "☐☐☐▲▼◆❖◗❘❙❚❛❜❝❞•",  // 70
    "••••••••••••••••",  // 80
    "••••••••••••••••",  // 90
    "•❡❢❣❤❥❦❧♣♦♥♠①②③④",  // A0
    "⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿",  // B0
    "➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏",  // C0
    "➐➑➒➓➔→↔↕➘➙➚➛➜➝➞➟",  // D0
    "➠➡➢➣➤➥➦➧➨➩➪➫➬➭➮➯",  // E0
    "•➱➲➳➴➵➶➷➸➹➺➻➼➽➾•",  // F0
};

constexpr bool is_lead_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

constexpr bool is_whole(const Codes& codes) {
    return std::all_of(codes.begin(), codes.end(),
                       [](std::string_view row) { return std::count_if(row.begin(), row.end(), is_lead_byte) == 16; });
}
static_assert(is_whole(wingdings) && is_whole(wingdings_2) && is_whole(wingdings_3) && is_whole(webdings) &&
              is_whole(symbol) && is_whole(zapf_dingbats));

// The character of `code`, 20..FF.
std::string_view glyph(const Codes& codes, char32_t code) {
    std::string_view row = codes[(code >> 4) - 2];
    const auto next = [&row] {
        return static_cast<std::size_t>(std::find_if(row.begin() + 1, row.end(), is_lead_byte) - row.begin());
    };
    for (char32_t skip = code & 0xF; skip > 0; --skip) row.remove_prefix(next());
    return row.substr(0, next());
}

// Names as folded by find_codes: letters and digits in lower case, without a style or maker at the end.
struct SymbolFont {
    std::string_view name;
    const Codes* codes;
};
constexpr std::array symbol_fonts{
    SymbolFont{"wingdings", &wingdings},
    SymbolFont{"wingdings2", &wingdings_2},
    SymbolFont{"wingdings3", &wingdings_3},
    SymbolFont{"webdings", &webdings},
    SymbolFont{"symbol", &symbol},
    SymbolFont{"zapfdingbats", &zapf_dingbats},
    SymbolFont{"itczapfdingbats", &zapf_dingbats},
    SymbolFont{"monotypesorts", &zapf_dingbats},
};
constexpr std::array<std::string_view, 4> name_endings{"regular", "itc", "mt", "ps"};

const Codes* find_codes(std::string_view font) {
    // Most runs name a text font: told apart by the first letter, before the rest of the name is looked at.
    constexpr std::string_view first_letters = "WwSsZzIiMm";
    if (font.empty() || first_letters.find(font.front()) == std::string_view::npos) return nullptr;
    std::array<char, 24> folded{};
    std::size_t size = 0;
    for (const char c : font) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        if (!is_upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) continue;
        if (size == folded.size()) return nullptr;
        folded[size++] = is_upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    std::string_view name(folded.data(), size);
    for (const std::string_view ending : name_endings)
        if (name.ends_with(ending)) name.remove_suffix(ending.size());
    const auto* row = std::find_if(symbol_fonts.begin(), symbol_fonts.end(),
                                   [name](const SymbolFont& candidate) { return candidate.name == name; });
    return row == symbol_fonts.end() ? nullptr : row->codes;
}

constexpr bool is_private_code(char32_t code) { return code >= 0xF020 && code <= 0xF0FF; }

Symbol symbol_of(const Codes& codes, char32_t code) {
    const std::string_view text = glyph(codes, code & 0xFF);
    if (text == "☐") return false;
    if (text == "☑" || text == "☒") return true;
    return std::string(text);
}

}  // namespace

bool is_symbol_font(std::string_view font) { return find_codes(font) != nullptr; }

Symbol resolve_symbol(std::string_view font, char32_t code) {
    if (const Codes* codes = find_codes(font)) {
        if (code == 0xA0) return std::string(" ");  // a no-break space in text, which Word leaves blank in any font
        if ((code >= 0x20 && code <= 0xFF) || is_private_code(code)) return symbol_of(*codes, code);
    }
    if (const auto tick = unicode_tick(code)) return *tick;
    if (auto private_use = resolve_private_use(code)) return *std::move(private_use);
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::size_t size = 0;
    UBool is_invalid = false;
    U8_APPEND(bytes, size, bytes.size(), static_cast<UChar32>(code), is_invalid);
    return is_invalid ? std::string("\uFFFD") : std::string(bytes.data(), size);
}

std::optional<Symbol> resolve_private_use(char32_t character) {
    if (!is_private_code(character)) return std::nullopt;
    if (character == 0xF0B7 || character == 0xF02D) return symbol_of(symbol, character);
    return symbol_of(wingdings, character);
}

std::optional<bool> unicode_tick(char32_t character) {
    switch (character) {
        case U'☐':
        case U'□':
        case U'▢':
        case U'◻':
        case U'⬜':
        case U'❏':
        case U'❐':
        case U'❑':
        case U'❒':
        case U'🞎':
        case U'🞏':
        case U'🞐':
        case U'🞑':
        case U'🞒':
        case U'🞓':
            return false;
        case U'☑':
        case U'☒':
        case U'⊠':
        case U'⌧':
        case U'⮽':
        case U'🗵':
        case U'🗷':
        case U'🗹':
        case U'✅':
            return true;
        default:
            return std::nullopt;
    }
}

}  // namespace sop::docx
