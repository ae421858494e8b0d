#include "normalize/contact.h"

#include <unicode/uidna.h>

#include <algorithm>
#include <array>
#include <memory>

#include "ingest/text.h"
#include "normalize/text.h"

namespace sop {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80); }

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

// `text` with "@" for what stands for it against spam, and without the spaces around it: "info [at] debrug.nl",
// "info @ debrug.nl".
std::string with_signs(std::string_view text) {
    constexpr std::array<std::string_view, 7> signs{"@", "(at)", "[at]", "(AT)", "[AT]", "(@)", "[@]"};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const auto sign = std::ranges::find_if(signs, [&](std::string_view known) { return rest.starts_with(known); });
        if (sign == signs.end()) {
            out += text[at++];
            continue;
        }
        const bool is_apart = out.ends_with(' ') && rest.substr(sign->size()).starts_with(' ');
        if (is_apart) out.pop_back();
        out += '@';
        at += sign->size() + (is_apart ? 1 : 0);
    }
    return out;
}

// A host as the domain name system knows it: "café.nl" as "xn--caf-dma.nl" (UTS 46); absent where it can be none.
Tekst to_ascii_host(std::string_view host) {
    std::string small = small_letters(host);
    if (std::none_of(host.begin(), host.end(), [](char c) { return c & 0x80; })) return small;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UIDNA, decltype(&uidna_close)> idna(uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII, &status),
                                                              uidna_close);
    if (U_FAILURE(status)) return std::nullopt;
    constexpr std::int32_t longest_host = 256;
    std::array<char, longest_host> ascii{};
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto given = static_cast<std::int32_t>(std::min<std::size_t>(host.size(), longest_host));
    const std::int32_t size =
        uidna_nameToASCII_UTF8(idna.get(), host.data(), given, ascii.data(), longest_host, &info, &status);
    if (U_FAILURE(status) || info.errors != 0 || size <= 0 || size > longest_host) return std::nullopt;
    return std::string(ascii.data(), static_cast<std::size_t>(size));
}

// "schoolgids.pdf" is written like a host.
bool is_file_name(std::string_view host) {
    constexpr std::array<std::string_view, 12> endings{"pdf", "doc", "docx", "xls",  "xlsx", "ppt",
                                                       "txt", "jpg", "png",  "pptx", "zip",  "html"};
    const std::string ending = small_letters(host.substr(host.rfind('.') + 1));
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

// "ouders.De" and "bijv.de": a sentence goes on behind its point. `is_followed`: a word stands behind.
bool is_glued_sentence(std::string_view host, bool is_followed) {
    if (small_letters(host.substr(0, 4)) == "www.") return false;
    const std::string_view top = host.substr(host.rfind('.') + 1);
    if (top[0] >= 'A' && top[0] <= 'Z' && small_letters(top.substr(1)) == top.substr(1)) return true;
    constexpr std::array<std::string_view, 5> small_words{"de", "het", "een", "en", "in"};
    return is_followed && std::ranges::find(small_words, top) != small_words.end();
}

// "www.obs" of "www.obs de brug.nl"
bool is_cut(std::string_view word) {
    constexpr std::string_view start = "www.";
    return word.size() > start.size() && small_letters(word.substr(0, start.size())) == start &&
           word.find('.', start.size()) == std::string_view::npos;
}

Tekst read_website(std::string_view word, bool is_followed) {
    std::string_view scheme;
    const std::string small = small_letters(word.substr(0, 8));
    for (const std::string_view given : {"https://", "http://"}) {
        if (!small.starts_with(given)) continue;
        scheme = given;
        word.remove_prefix(given.size());
        break;
    }
    const auto path = std::min(word.find_first_of("/?#"), word.size());
    const std::string_view host = word.substr(0, path);
    if (!is_host(host) || (scheme.empty() && (is_file_name(host) || is_glued_sentence(host, is_followed))))
        return std::nullopt;
    const Tekst ascii = to_ascii_host(host);
    if (!ascii) return std::nullopt;
    return std::string(scheme.empty() ? "https://" : scheme) + *ascii + std::string(word.substr(path));
}

}  // namespace

Tekst parse_email(std::string_view given) {
    const std::string text = with_signs(given);
    for (std::size_t at = 0; at < text.size();) {
        std::string_view word = next_word(text, at);
        if (small_letters(word.substr(0, 7)) == "mailto:") word.remove_prefix(7);
        for (std::size_t part = 0; part <= word.size();) {  // "a@school.nl/b@school.nl", "e-mail:a@school.nl"
            const auto end = std::min(word.find_first_of("/:", part), word.size());
            const std::string_view address = word.substr(part, end - part);
            const auto sign = address.find('@');
            const Tekst host = is_email(address) ? to_ascii_host(address.substr(sign + 1)) : std::nullopt;
            if (host) return small_letters(address.substr(0, sign + 1)) + *host;
            part = end + 1;
        }
    }
    return std::nullopt;
}

Tekst parse_website(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view word = next_word(text, at);
        if (word.find('@') != std::string_view::npos) continue;
        if (is_cut(word)) return std::nullopt;
        const bool is_followed = at < text.size() && text[at] == ' ';
        if (auto address = read_website(word, is_followed)) return address;
    }
    return std::nullopt;
}

}  // namespace sop
