// What a font dictionary tells about the place and look of text (ISO 32000-1, 9.6 to 9.8). What the text says is
// Poppler's work.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/pdf/limits.h"
#include "ingest/pdf/objects.h"
#include "ingest/pdf/page.h"

namespace sop::pdf {

// One character of a shown string.
struct CharacterCode {
    std::uint32_t code = 0;
    int bytes = 1;
};

struct LoadedFont {
    Font style;
    // How strings are cut into codes (9.7.6.2); mixed: one byte below 81h and half-width katakana, else two.
    enum class Codes { one_byte, two_bytes, mixed };
    Codes codes = Codes::one_byte;
    bool is_vertical = false;
    // Code 32 of a simple font paints nothing; false in a subset that numbers its glyphs and has a letter there.
    bool has_space = true;
    std::vector<float> widths;  // in em, by code of a simple font, by CID of a composite one
    float missing_width = 0.5F;
    float ascent = 0.9F, descent = -0.25F;  // in em
    // Of a Type 3 font: how long a thousand of its units are in text space, and how much larger its glyphs are than
    // the size they are set in.
    double em = 1;
    double size_factor = 1;

    struct CidRange {
        std::uint32_t first = 0, last = 0, cid = 0;
    };
    std::vector<CidRange> cids;  // of an embedded CMap, in order; empty: a code is its CID

    // What Poppler would have to inflate for this font is over a limit.
    bool is_over_limit = false;

    CharacterCode next_code(std::string_view text, std::size_t at) const;
    // In em.
    float width(std::uint32_t code) const;
};

// Bytes of font programs and ToUnicode maps of this document so far: those counted, and the most that small ones that
// were not looked into may have.
struct Inflated {
    std::size_t counted = 0, presumed = 0;
};

LoadedFont load_font(const Object& dictionary, const PdfLimits& limits, Inflated& inflated);

}  // namespace sop::pdf
