#include "normalize/phone.h"

#include <array>
#include <string>

namespace sop {
namespace {

// Digits of a Dutch number without its leading 0, and of the shortest run worth reading as one.
constexpr std::size_t national_digits = 9, least_digits = 8;
// Bytes of a number with all the separators anybody writes.
constexpr std::size_t longest_number = 48;
// Separators between two groups of digits: ") - ".
constexpr std::size_t max_separators = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Size of a character that separates groups of digits; 0: none.
std::size_t separator_size(std::string_view text) {
    for (const std::string_view separator : {" ", "-", ".", "(", ")", "/", "\u2013", "\u2010", "\u2011", "\u00A0"})
        if (text.starts_with(separator)) return separator.size();
    return 0;
}

// How the numbers of the Dutch plan (ITU-T E.164 national plan of +31) begin: two digits, and the digits that may
// follow.
struct Range {
    std::string_view begin, next;
};
constexpr std::string_view any = "0123456789";
constexpr std::array dutch_ranges{
    Range{"10", any},
    Range{"11", "134578"},
    Range{"13", any},
    Range{"15", any},
    Range{"16", "1245678"},
    Range{"17", "24"},
    Range{"18", "0123467"},
    Range{"20", any},
    Range{"22", "2346789"},
    Range{"23", any},
    Range{"24", any},
    Range{"25", "125"},
    Range{"26", any},
    Range{"29", "479"},
    Range{"30", any},
    Range{"31", "345678"},
    Range{"32", "01"},
    Range{"33", any},
    Range{"34", "12345678"},
    Range{"35", any},
    Range{"36", any},
    Range{"38", any},
    Range{"40", any},
    Range{"41", "12368"},
    Range{"43", any},
    Range{"45", any},
    Range{"46", any},
    Range{"47", "58"},
    Range{"48", "15678"},
    Range{"49", "23579"},
    Range{"50", any},
    Range{"51", "123456789"},
    Range{"52",
          "1234578"
          "9"},
    Range{"53", any},
    Range{"54", "1345678"},
    Range{"55", any},
    Range{"56", "126"},
    Range{"57", "0123578"},
    Range{"58", any},
    Range{"59", "123456789"},
    Range{"61", any},
    Range{"62", any},
    Range{"63", any},
    Range{"64", any},
    Range{"65", any},
    Range{"68", any},
    Range{"70", any},
    Range{"71", any},
    Range{"72", any},
    Range{"73", any},
    Range{"74", any},
    Range{"75", any},
    Range{"76", any},
    Range{"77", any},
    Range{"78", any},
    Range{"79", any},
    Range{"84", any},
    Range{"85", any},
    Range{"87", any},
    Range{"88", any},
    Range{"91", any},
};
// Services: their numbers have four or seven digits more.
constexpr std::array<std::string_view, 4> services{"800", "900", "906", "909"};
// The country codes of Europe's west, with as many digits behind them as numbers there have.
struct Country {
    std::string_view code;
    std::size_t least, most;
};
constexpr std::array countries{Country{"32", 8, 9}, Country{"33", 9, 9},  Country{"44", 9, 10},
                               Country{"45", 8, 8}, Country{"49", 6, 11}, Country{"352", 6, 9}};

// `digits`: without the leading 0.
Tekst read_dutch(std::string_view digits) {
    for (const std::string_view service : services) {
        if (!digits.starts_with(service)) continue;
        const std::size_t more = digits.size() - service.size();
        return more == 4 || more == 7 ? Tekst("+31" + std::string(digits)) : std::nullopt;
    }
    if (digits.size() != national_digits) return std::nullopt;
    for (const Range& range : dutch_ranges)
        if (digits.starts_with(range.begin) && range.next.find(digits[2]) != std::string_view::npos)
            return "+31" + std::string(digits);
    return std::nullopt;
}

Tekst read_number(std::string_view run) {
    std::string digits;
    for (const char c : run)
        if (is_digit(c)) digits += c;
    const bool is_international = run.find('+') != std::string_view::npos || digits.starts_with("00");
    if (!is_international)
        return digits.starts_with('0') ? read_dutch(std::string_view(digits).substr(1)) : std::nullopt;
    if (digits.starts_with("00")) digits.erase(0, 2);
    const auto without_trunk = [&](std::size_t code) {  // +31 (0)36
        return std::string_view(digits).substr(digits.size() > code && digits[code] == '0' ? code + 1 : code);
    };
    if (digits.starts_with("31")) return read_dutch(without_trunk(2));
    for (const Country& country : countries) {
        if (!digits.starts_with(country.code)) continue;
        const std::string_view rest = without_trunk(country.code.size());
        if (rest.size() < country.least || rest.size() > country.most) return std::nullopt;
        return '+' + std::string(country.code) + std::string(rest);
    }
    return std::nullopt;
}

// The first of several numbers in one run: up to a slash, or up to a group that starts another number.
Tekst read_first_number(std::string_view run) {
    for (std::size_t at = 1; at < run.size(); ++at) {
        const bool starts_number = run[at] == '0' || run[at] == '+';
        if (run[at] != '/' && !(starts_number && !is_digit(run[at - 1]))) continue;
        if (auto number = read_number(run.substr(0, at))) return number;
    }
    return std::nullopt;
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
        auto number = read_number(run);
        return number ? number : read_first_number(run);
    }
    return std::nullopt;
}

}  // namespace sop
