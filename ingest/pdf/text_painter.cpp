#include "ingest/pdf/text_painter.h"

#include <algorithm>

namespace sop::pdf {
namespace {

constexpr double word_gap = 0.1;     // em; below it two runs are one word
constexpr double least_slant = 0.1;  // scanned pages that were set upright again are off by less
constexpr double vertical_em = 1;    // 9.7.4.3: a vertical glyph moves one em down unless W2 says else
constexpr std::uint32_t space = 32;  // 9.3.3: only this single-byte code is a space for Tw
// A composite font's space has any code; in most fonts that keep TrueType's glyph order it is the fourth glyph, which
// is "A" in some.
constexpr std::uint32_t space_glyph = 3;
constexpr double widest_space = 0.4;  // em

int quarter_turns(double x, double y) {
    if (std::abs(x) >= std::abs(y)) return x >= 0 ? 0 : 2;
    return y > 0 ? 1 : 3;
}

}  // namespace

int TextPainter::font_index(const LoadedFont& font, bool is_emboldened) {
    for (const UsedFont& used : fonts_)
        if (used.font == &font && used.is_emboldened == is_emboldened) return used.index;
    Font style = font.style;
    style.bold = style.bold || is_emboldened;
    const auto same = std::find(page_.fonts.begin(), page_.fonts.end(), style);
    const int index = static_cast<int>(same - page_.fonts.begin());
    if (same == page_.fonts.end()) page_.fonts.push_back(std::move(style));
    fonts_.push_back({&font, is_emboldened, index});
    return index;
}

void TextPainter::show(std::string_view bytes, const GraphicsState& state) {
    const TextState& text = state.text;
    if (!text.font) {
        page_.lost_characters += bytes.size();
        return;
    }
    const LoadedFont& font = *text.font;
    const bool is_spaced = std::abs(text.character_space) > word_gap * std::abs(text.size);
    const bool is_simple = font.codes == LoadedFont::Codes::one_byte && font.cids.empty();
    // 9.4.4; in vertical writing the scale does not count.
    const double scale = font.is_vertical ? 1 : text.scale;
    for (std::size_t i = 0; i < bytes.size();) {
        const CharacterCode character =
            is_simple ? CharacterCode{static_cast<unsigned char>(bytes[i]), 1} : font.next_code(bytes, i);
        i += static_cast<std::size_t>(character.bytes);
        ++characters_;
        const double width = font.width(character.code);
        const bool is_space = character.bytes == 1 ? character.code == space && font.has_space
                                                   : character.code == space_glyph && width < widest_space;
        const double glyph = (font.is_vertical ? -vertical_em : width) * text.size;
        if (is_space || is_spaced) ++words_;
        if (!is_space) {
            if (!is_seen_) seen_from_ = at_;
            is_seen_ = true;
            seen_to_ = at_ + glyph * scale;
        }
        const double extra =
            text.character_space + (character.bytes == 1 && character.code == space ? text.word_space : 0);
        at_ += (font.is_vertical ? glyph - extra : glyph + extra) * scale;
    }
}

void TextPainter::shift(double amount, const GraphicsState& state) {
    const bool is_vertical = state.text.font && state.text.font->is_vertical;
    at_ -= amount / 1000 * state.text.size * (is_vertical ? 1 : state.text.scale);
    if (std::abs(amount) > word_gap * 1000) ++words_;
}

void TextPainter::end_run(const GraphicsState& state, const RunContext& context) {
    const TextState& text = state.text;
    const double length = at_;
    const bool is_vertical = text.font && text.font->is_vertical;
    const Matrix to_page = matrix_ * state.matrix;
    matrix_ = Matrix{1, 0, 0, 1, is_vertical ? 0 : length, is_vertical ? length : 0} * matrix_;
    at_ = 0;
    if (!is_seen_ || !text.font) return;
    is_seen_ = false;

    const LoadedFont& font = *text.font;
    Rectangle rectangle;
    if (is_vertical)
        rectangle = {-text.size / 2, seen_to_, text.size / 2, seen_from_};
    else
        rectangle = {seen_from_, text.rise + font.descent * text.size, seen_to_, text.rise + font.ascent * text.size};

    TextRun run;
    run.box = bounds(rectangle, to_page);
    run.size = std::abs(text.size) * std::hypot(to_page.c, to_page.d) * font.size_factor;
    const double sign = text.size * text.scale < 0 ? -1 : 1;
    run.rotation =
        is_vertical ? quarter_turns(to_page.a, to_page.b) : quarter_turns(sign * to_page.a, sign * to_page.b);

    const double x = std::abs(is_vertical ? to_page.c : to_page.a), y = std::abs(is_vertical ? to_page.d : to_page.b);
    run.is_slanted = std::min(x, y) > least_slant * std::max(x, y);

    const Point start = to_page.apply({seen_from_, 0});
    if (std::hypot(start.x - last_end_.x, start.y - last_end_.y) > word_gap * run.size) ++words_;
    last_end_ = to_page.apply({seen_to_, 0});

    const Box page{0, 0, page_.width, page_.height};
    if (!touches(run.box, page, 0)) return;
    const bool is_stroked = text.mode == 1 || text.mode == 5;
    constexpr double clip_tolerance = 2;  // points; boxes are those of the font, not of the glyphs
    // Mode 7 only clips (9.3.6): what is painted next is seen through the letters.
    run.is_invisible = text.mode == 3 || context.is_hidden ||
                       (is_stroked ? state.stroke_alpha : state.fill_alpha) <= 0 ||
                       !touches(run.box, state.clip, clip_tolerance);
    if (run.rotation == 0 && !run.is_slanted && height_of(run.box) > 0)
        run.seen = std::clamp(height_of(intersection(run.box, state.clip)) / height_of(run.box), 0.0, 1.0);
    run.color = is_stroked ? state.stroke_color : state.fill_color;
    run.font = font_index(font, text.mode == 2 && state.stroke_color == state.fill_color);
    run.mcid = context.mcid;
    run.is_artifact = context.is_artifact;
    page_.runs.push_back(run);

    if (state.is_clip_rectangle && !run.is_invisible && (page_.clips.empty() || page_.clips.back() != state.clip))
        page_.clips.push_back(state.clip);
}

}  // namespace sop::pdf
