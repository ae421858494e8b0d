#include "ingest/pdf/addresses.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>

#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// ".nl"; the end of a domain is letters.
constexpr std::size_t least_end = 2;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; }

// Behind "@" or what a web address starts with, up to its path; "" in what is no address.
std::string_view domain_of(std::string_view address) {
    for (const std::string_view start : {"://", "www.", "@"}) {
        const std::size_t at = address.find(start);
        if (at == std::string_view::npos || (start == "@" && at == 0)) continue;
        std::string_view domain = address.substr(at + start.size());
        if (domain.starts_with("www.")) domain.remove_prefix(4);
        return domain.substr(0, domain.find('/'));
    }
    return {};
}

bool has_path(std::string_view address) {
    const std::size_t scheme = address.find("://");
    return address.find('/', scheme == std::string_view::npos ? 0 : scheme + 3) != std::string_view::npos;
}

// "school", "school.n": no name and end yet.
bool is_unfinished(std::string_view domain) {
    const std::size_t dot = domain.rfind('.');
    return is_name(domain) && (dot == std::string_view::npos || domain.size() - dot - 1 < least_end);
}

// "e.nl", "linde.nl/ouders", "o/contact": a full stop or a slash in the middle of it.
bool looks_like_more(std::string_view text) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if ((text[i] == '.' || text[i] == '/') && is_name_character(text[i - 1]) && is_name_character(text[i + 1]))
            return true;
    return false;
}

}  // namespace

bool is_name(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_name_character(c) || c == '.'; });
}

bool is_mail_address(std::string_view word) {
    const std::size_t at = word.find('@');
    return at != std::string_view::npos && is_name(word.substr(0, at)) && at + 1 < word.size() &&
           is_name_character(word[at + 1]);
}

bool is_address(std::string_view word) {
    return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
           word.find('@') != std::string_view::npos;
}

double least_width_of(const Word& word) {
    const Box box = upright(word);
    const std::size_t hyphen = is_mail_address(word.text) ? word.text.find('-') : std::string::npos;
    if (hyphen == std::string::npos || hyphen == 0 || word.edges.size() != word.text.size() + 1)
        return box.right - box.left;
    return std::abs(word.edges[hyphen + 1] - word.edges.front());
}

bool is_cut_address(std::string_view left, std::string_view right, AddressBreak place) {
    if (left.empty() || right.empty() || !is_name_character(left.back()) || !is_name_character(right.front()))
        return false;
    if (const std::string_view domain = domain_of(left); !domain.empty()) {
        if (is_unfinished(domain) && !has_path(left)) return !(right.front() >= 'A' && right.front() <= 'Z');
        return place.is_full && looks_like_more(right);
    }
    // The name before "@" was cut; another word may stand there too.
    const std::size_t at = right.find('@');
    return at != std::string_view::npos && place.is_full && place.is_alone &&
           left.find('.') != std::string_view::npos && is_name(left) && is_name(right.substr(0, at));
}

}  // namespace sop::pdf
