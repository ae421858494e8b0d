#include "ingest/printable.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sop {
namespace {

// What printable() does not show, as ranges of UTF-8: sequences of one length compare like their characters.
struct Unseen {
    std::string_view first, last;
};
constexpr std::array unseen{
    Unseen{{"\x00", 1}, "\x1f"}, Unseen{"\x7f", "\x7f"},
    Unseen{"\u0080", "\u009f"},  // C1, among them CSI, which opens a terminal's sequences like ESC [
    Unseen{"\u061c", "\u061c"},  Unseen{"\u200e", "\u200f"},  // direction marks
    Unseen{"\u2028", "\u202e"},  // separators of lines and paragraphs, directional embeddings
    Unseen{"\u2066", "\u2069"},  // directional isolates
};

// Bytes of the one that `text` begins with; 0: none.
std::size_t unseen_size(std::string_view text) {
    for (const Unseen& range : unseen) {
        const std::string_view begin = text.substr(0, range.first.size());
        if (begin.size() == range.first.size() && begin >= range.first && begin <= range.last) return begin.size();
    }
    return 0;
}

}  // namespace

std::string printable(std::string_view text, char instead) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t size = unseen_size(text);
        result += size > 0 ? instead : text.front();
        text.remove_prefix(std::max<std::size_t>(1, size));
    }
    return result;
}

}  // namespace sop
