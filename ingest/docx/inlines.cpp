#include "ingest/docx/inlines.h"

#include <unicode/utf8.h>
#include <algorithm>
#include <bitset>
#include <cstdint>
#include <utility>

#include "ingest/docx/symbols.h"
#include "ingest/text.h"

namespace sop::docx {
namespace {

// Lead bytes of every character that symbols.h may resolve without a symbol font: U+2xxx (E2) and U+Fxxx (EF).
bool may_hold_symbols(std::string_view raw) {
    return std::any_of(raw.begin(), raw.end(), [](char c) { return c == '\xE2' || c == '\xEF' || c == '\xF0'; });
}

// A word in a symbol font is text that got the font by accident (a bullet's format that ran on): symbols of a form
// stand alone or repeated ("lllll" in Wingdings is five dots).
bool is_word(std::string_view raw) {
    constexpr std::size_t letters_of_a_word = 4;
    constexpr int different = 3;
    std::size_t letters = 0;
    std::bitset<128> seen;
    for (const char c : raw) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_letter) ++letters, seen.set(static_cast<std::size_t>(c));
    }
    return letters >= letters_of_a_word && static_cast<int>(seen.count()) >= different;
}

}  // namespace

void InlineBuilder::text(std::string_view raw, std::uint16_t style, ControlIndex control, std::string_view font,
                         bool absorb_ticks) {
    if (raw.empty()) return;
    const bool in_symbol_font = is_symbol_font(font) && !is_word(raw);
    if (!in_symbol_font && !may_hold_symbols(raw)) {
        if (style != style_ || control != control_) flush();
        style_ = style;
        control_ = control;
        pending_ += raw;
        return;
    }
    std::size_t plain_from = 0;
    const auto add_plain = [&](std::size_t to) {
        if (to > plain_from) {
            if (style != style_ || control != control_) flush();
            style_ = style;
            control_ = control;
            pending_ += raw.substr(plain_from, to - plain_from);
        }
    };
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(raw.data());
    const auto size = static_cast<std::int32_t>(raw.size());  // Limits::part_bytes is far below 2 GB
    for (std::int32_t next = 0; next < size;) {
        const auto start = static_cast<std::size_t>(next);
        UChar32 c = 0;
        U8_NEXT(bytes, next, size, c);
        const auto at = static_cast<std::size_t>(next);
        if (c < 0) continue;  // cannot be: the part was checked to be UTF-8
        const auto code = static_cast<char32_t>(c);
        const bool private_use = code >= 0xF020 && code <= 0xF0FF;
        if (in_symbol_font ? code > 0x20 : private_use || unicode_tick(code).has_value()) {
            add_plain(start);
            symbol(code, in_symbol_font ? font : std::string_view(), style, control, absorb_ticks);
            plain_from = at;
        }
    }
    add_plain(raw.size());
}

void InlineBuilder::symbol(char32_t code, std::string_view font, std::uint16_t style, ControlIndex control,
                           bool absorb_ticks) {
    const Symbol symbol = resolve_symbol(font, code);
    if (const bool* tick = std::get_if<bool>(&symbol)) {
        if (!absorb_ticks) add(Checkbox{*tick, style, control});
        return;
    }
    if (style != style_ || control != control_) flush();
    style_ = style;
    control_ = control;
    pending_ += std::get<std::string>(symbol);
}

void InlineBuilder::add(Inline content) {
    flush();
    inlines_.push_back(std::move(content));
}

void InlineBuilder::flush() {
    if (pending_.empty()) return;
    std::string clean = clean_text(pending_);
    pending_.clear();
    if (!clean.empty()) inlines_.push_back(Text{std::move(clean), style_, control_});
}

std::vector<Inline> InlineBuilder::take() {
    flush();
    return std::exchange(inlines_, {});
}

void trim_inlines(std::vector<Inline>& inlines) {
    const auto is_blank = [](const Inline& content) {
        if (const auto* text = std::get_if<Text>(&content)) return trim(text->text).empty();
        return std::holds_alternative<LineBreak>(content);
    };
    while (!inlines.empty() && is_blank(inlines.back())) inlines.pop_back();
    inlines.erase(inlines.begin(), std::find_if_not(inlines.begin(), inlines.end(), is_blank));
    if (inlines.empty()) return;
    if (auto* text = std::get_if<Text>(&inlines.back())) {
        const std::string_view all = text->text;
        text->text.resize(static_cast<std::size_t>(trim(all).end() - all.begin()));
    }
    if (auto* text = std::get_if<Text>(&inlines.front())) {
        const std::string_view all = text->text;
        text->text.erase(0, static_cast<std::size_t>(trim(all).begin() - all.begin()));
    }
}

}  // namespace sop::docx
