#include "ingest/pdf/inline_image.h"

#include <algorithm>

#include "ingest/pdf/tokens.h"

namespace sop::pdf {
namespace {

// Bytes behind EI that must be text: of image data, one in 10^7 places would have it so.
constexpr std::size_t text_after = 12;

bool is_text(char c) { return is_space(c) ? c != '\0' : c > ' ' && c < 0x7F; }

}  // namespace

std::size_t end_of_inline_image(std::string_view content, std::size_t at) {
    Tokens tokens(content, at);
    for (Token token = tokens.next(); token.kind != Token::Kind::end; token = tokens.next())
        if (token.kind == Token::Kind::keyword && token.text == "ID") break;
    for (std::size_t from = tokens.position();;) {
        const std::size_t found = content.find("EI", from);
        if (found == std::string_view::npos) return content.size();
        const std::size_t after = found + 2;
        const std::string_view behind = content.substr(after, text_after);
        const bool stands_alone = is_space(content[found - 1]) && (behind.empty() || !is_regular(behind[0]));
        if (stands_alone && std::all_of(behind.begin(), behind.end(), is_text)) return after;
        from = after;
    }
}

}  // namespace sop::pdf
