#include "ingest/pdf/leaders.h"

namespace sop::pdf {
namespace {

constexpr std::size_t least_dots = 4;
constexpr std::size_t least_blank = 6;  // of dots and underscores that ask for an answer
constexpr std::string_view ellipsis = "\u2026";

// How many dots `text` is; 0 where it is more than dots.
std::size_t dots_of(std::string_view text) {
    std::size_t dots = 0;
    while (!text.empty()) {
        const bool is_three = text.starts_with(ellipsis);
        if (!is_three && text.front() != '.') return 0;
        dots += is_three ? 3 : 1;
        text.remove_prefix(is_three ? ellipsis.size() : 1);
    }
    return dots;
}

struct Blank {
    std::size_t length = 0;  // in dots or underscores
    bool is_all = true;
};

// At the end of `text`.
Blank blank_of(std::string_view text) {
    Blank blank;
    while (!text.empty()) {
        const bool is_three = text.ends_with(ellipsis);
        if (!is_three && text.back() != '.' && text.back() != '_') break;
        blank.length += is_three ? 3 : 1;
        text.remove_suffix(is_three ? ellipsis.size() : 1);
    }
    blank.is_all = text.empty();
    return blank;
}

}  // namespace

bool ends_in_blank(std::string_view word) { return blank_of(word).length >= least_blank; }

bool is_blank(std::string_view word) { return ends_in_blank(word) && blank_of(word).is_all; }

std::optional<Leader> find_leader(const Line& line, const std::vector<Word>& words, std::size_t skipped) {
    std::optional<Leader> found;
    for (std::size_t at = skipped + 1; at < line.words.size();) {
        std::size_t end = at, dots = 0;
        for (; end < line.words.size(); ++end) {
            const std::size_t more = dots_of(words[line.words[end]].text);
            if (more == 0) break;
            dots += more;
        }
        if (dots >= least_dots) {
            if (found || end == line.words.size()) return std::nullopt;
            found = {at, end};
        } else if (found && words[line.words[at]].text.ends_with(':')) {
            return std::nullopt;
        }
        at = end == at ? at + 1 : end;
    }
    if (found && words[line.words[found->end]].text.ends_with(':')) return std::nullopt;
    return found;
}

}  // namespace sop::pdf
