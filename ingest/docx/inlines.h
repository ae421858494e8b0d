// Collects the inlines of one paragraph: joins runs that look alike, cleans their text, resolves symbols.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/document.h"

namespace sop::docx {

class InlineBuilder {
public:
    // Adds text as the file has it. `font` ("" for none) decides what its characters mean (see symbols.h): a tick box
    // becomes a Checkbox, a symbol its Unicode text. In a tick box control (`absorb_ticks`) tick glyphs say nothing new
    // and are dropped.
    void text(std::string_view raw, std::uint16_t style, ControlIndex control, std::string_view font,
              bool absorb_ticks);
    // Adds one character of a symbol font (w:sym).
    void symbol(char32_t code, std::string_view font, std::uint16_t style, ControlIndex control, bool absorb_ticks);
    void add(Inline content);

    // Everything added so far, in order; empties the builder.
    std::vector<Inline> take();

private:
    void flush();

    std::vector<Inline> inlines_;
    std::string pending_;  // raw text of the run that is being joined
    std::uint16_t style_ = plain;
    ControlIndex control_ = no_control;
};

// Cuts white space and line breaks at both ends; empty where nothing else was there.
void trim_inlines(std::vector<Inline>& inlines);

}  // namespace sop::docx
