#include "normalize/first_names.h"

#include <algorithm>
#include <unordered_set>

#include "embedded/voornamen.h"

namespace sop {
namespace {

// The words of normalize/voornamen.txt, whose lines with "#" are comments.
std::unordered_set<std::string_view> read_names(std::string_view text) {
    std::unordered_set<std::string_view> names;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.starts_with('#')) continue;
        while (!line.empty()) {
            const auto stop = std::min(line.find(' '), line.size());
            names.insert(line.substr(0, stop));
            line.remove_prefix(std::min(stop + 1, line.size()));
        }
    }
    return names;
}

}  // namespace

bool is_first_name(std::string_view word) {
    static const std::unordered_set<std::string_view> names = read_names(embedded::voornamen);
    constexpr std::size_t shortest = 2, longest = 12;
    return word.size() >= shortest && word.size() <= longest && names.contains(word);
}

}  // namespace sop
