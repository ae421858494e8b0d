#include "normalize/contact.h"

#include <algorithm>

#include "ingest/text.h"

namespace sop {
namespace {

// Digits of a Dutch number without its leading 0, and of the shortest run worth reading as one.
constexpr std::size_t national_digits = 9, least_digits = 8;
// Bytes of a number with all the separators anybody writes.
constexpr std::size_t longest_number = 48;
// Separators between two groups of digits: ") - ".
constexpr std::size_t max_separators = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80); }

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// Size of a character that separates groups of digits; 0: none.
std::size_t separator_size(std::string_view text) {
    for (const std::string_view separator : {" ", "-", ".", "(", ")", "/", "\u2013", "\u2010", "\u2011", "\u00A0"})
        if (text.starts_with(separator)) return separator.size();
    return 0;
}

Tekst read_number(std::string_view run) {
    std::string digits;
    for (const char c : run)
        if (is_digit(c)) digits += c;
    const bool is_international = run.find('+') != std::string_view::npos || digits.starts_with("00");
    if (is_international) {
        if (digits.starts_with("00")) digits.erase(0, 2);
        if (!digits.starts_with("31")) return std::nullopt;
        digits.erase(0, 2);
        if (digits.starts_with('0')) digits.erase(0, 1);  // +31 (0)36
    } else {
        if (!digits.starts_with('0')) return std::nullopt;
        digits.erase(0, 1);
    }
    if (digits.size() != national_digits || digits.front() == '0') return std::nullopt;
    return "+31" + digits;
}

// A run of characters that is an address: up to white space or a mark that never stands in one.
std::string_view next_word(std::string_view text, std::size_t& at) {
    constexpr std::string_view ends = " \t\n,;<>()[]{}\"|";
    at = text.find_first_not_of(ends, at);
    if (at == std::string_view::npos) return {};
    const auto end = std::min(text.find_first_of(ends, at), text.size());
    std::string_view word = text.substr(at, end - at);
    at = end;
    while (!word.empty() && (word.back() == '.' || word.back() == ':' || word.back() == '/' || word.back() == '\''))
        word.remove_suffix(1);
    return word;
}

// Labels of letters, digits and inner hyphens, at least two, the last one of letters (RFC 1123, 2.1).
bool is_host(std::string_view host) {
    bool has_dot = false;
    std::size_t label = 0;
    for (std::size_t at = 0; at <= host.size(); ++at) {
        if (at < host.size() && host[at] != '.') {
            if (!is_letter(host[at]) && !is_digit(host[at]) && host[at] != '-') return false;
            continue;
        }
        if (at == label || host[label] == '-' || host[at - 1] == '-') return false;
        if (at == host.size()) break;
        has_dot = true;
        label = at + 1;
    }
    const std::string_view top = host.substr(label);
    return has_dot && top.size() >= 2 && std::all_of(top.begin(), top.end(), is_letter);
}

bool is_email(std::string_view word) {
    const auto sign = word.find('@');
    if (sign == std::string_view::npos || sign == 0 || !is_host(word.substr(sign + 1))) return false;
    const std::string_view local = word.substr(0, sign);
    return local.front() != '.' && local.back() != '.' && std::all_of(local.begin(), local.end(), [](char c) {
               return is_letter(c) || is_digit(c) || std::string_view(".-_+'&").find(c) != std::string_view::npos;
           });
}

Tekst read_website(std::string_view word) {
    std::string_view scheme = "https://";
    const std::string small = lower(word.substr(0, 8));
    for (const std::string_view given : {"https://", "http://"}) {
        if (!small.starts_with(given)) continue;
        scheme = given;
        word.remove_prefix(given.size());
        break;
    }
    const auto path = std::min(word.find_first_of("/?#"), word.size());
    const std::string_view host = word.substr(0, path);
    if (!is_host(host)) return std::nullopt;
    return std::string(scheme) + lower(host) + std::string(word.substr(path));
}

}  // namespace

std::size_t find_phone_end(std::string_view text, std::size_t begin) {
    text = text.substr(0, begin + longest_number);
    std::size_t at = begin, end = begin, digits = 0, separators = 0;
    while (at < text.size()) {
        if (is_digit(text[at]) || (text[at] == '+' && digits == 0)) {
            digits += is_digit(text[at]);
            separators = 0;
            end = ++at;
            continue;
        }
        const std::size_t size = separator_size(text.substr(at));
        if (size == 0 || ++separators > max_separators) break;
        at += size;
    }
    return digits >= least_digits ? end : begin;
}

Tekst parse_phone(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end =
            is_digit(text[at]) || text[at] == '+' || text[at] == '(' ? find_phone_end(text, at) : at;
        if (end == at) {
            ++at;
            continue;
        }
        const std::string_view run = text.substr(at, end - at);
        if (auto number = read_number(run)) return number;
        // Two numbers with a slash between them; the first one decides.
        return read_number(run.substr(0, run.find('/')));
    }
    return std::nullopt;
}

Tekst parse_email(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::string_view word = next_word(text, at);
        if (lower(word.substr(0, 7)) == "mailto:") word.remove_prefix(7);
        for (std::size_t part = 0; part <= word.size();) {  // "a@school.nl/b@school.nl", "e-mail:a@school.nl"
            const auto end = std::min(word.find_first_of("/:", part), word.size());
            if (is_email(word.substr(part, end - part))) return lower(word.substr(part, end - part));
            part = end + 1;
        }
    }
    return std::nullopt;
}

Tekst parse_website(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view word = next_word(text, at);
        if (word.find('@') != std::string_view::npos) continue;
        if (auto address = read_website(word)) return address;
    }
    return std::nullopt;
}

}  // namespace sop
