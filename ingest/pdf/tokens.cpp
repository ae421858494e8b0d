#include "ingest/pdf/tokens.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace sop::pdf {
namespace {

// 7.2.2: white space and delimiters; all else is regular.
enum Class : std::uint8_t { regular, space, delimiter };

constexpr std::array<Class, 256> classes = [] {
    std::array<Class, 256> table{};
    for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) table[static_cast<unsigned char>(c)] = space;
    for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
        table[static_cast<unsigned char>(c)] = delimiter;
    return table;
}();

Class class_of(char c) { return classes[static_cast<unsigned char>(c)]; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Beyond this a number is nonsense, and sums of them would overflow.
constexpr double largest_number = 1e9;

constexpr std::array<double, 16> tenths = [] {
    std::array<double, 16> table{};
    double value = 1;
    for (double& entry : table) {
        entry = value;
        value /= 10;
    }
    return table;
}();

}  // namespace

bool is_space(char c) { return class_of(c) == space; }
bool is_regular(char c) { return class_of(c) == regular; }

Token Tokens::next() {
    for (;;) {
        while (at_ < text_.size() && class_of(text_[at_]) == space) ++at_;
        if (at_ >= text_.size()) return {};
        if (text_[at_] != '%') break;
        while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    }
    const std::size_t start = at_;
    const char c = text_[at_];
    if (is_digit(c) || c == '-' || c == '.' || c == '+') return number();
    const auto take = [&](Token::Kind kind, std::size_t size) {
        at_ = std::min(start + size, text_.size());
        return Token{kind, 0, text_.substr(start, at_ - start)};
    };
    const bool twice = start + 1 < text_.size() && text_[start + 1] == c;
    switch (c) {
        case '(':
            return string();
        case '[':
            return take(Token::Kind::array_open, 1);
        case ']':
            return take(Token::Kind::array_close, 1);
        case '>':
            return twice ? take(Token::Kind::dict_close, 2) : take(Token::Kind::keyword, 1);
        case '<': {
            if (twice) return take(Token::Kind::dict_open, 2);
            const std::size_t end = std::min(text_.find('>', start), text_.size());
            at_ = std::min(end + 1, text_.size());
            return {Token::Kind::hex_string, 0, text_.substr(start + 1, end - start - 1)};
        }
        case ')':
        case '{':
        case '}':
            return take(Token::Kind::keyword, 1);
        default:
            break;
    }
    ++at_;
    while (at_ < text_.size() && class_of(text_[at_]) == regular) ++at_;
    if (c == '/') return {Token::Kind::name, 0, text_.substr(start + 1, at_ - start - 1)};
    return {Token::Kind::keyword, 0, text_.substr(start, at_ - start)};
}

// Readers differ on "--5" and "1.2.3"; here signs add nothing after the first and a second point ends the number.
Token Tokens::number() {
    const std::size_t start = at_;
    bool is_negative = false;
    while (at_ < text_.size() && (text_[at_] == '-' || text_[at_] == '+'))
        is_negative = text_[at_++] == '-' || is_negative;
    double value = 0;
    const std::size_t digits = at_;
    while (at_ < text_.size() && is_digit(text_[at_])) value = value * 10 + (text_[at_++] - '0');
    std::size_t read = at_ - digits;
    if (at_ < text_.size() && text_[at_] == '.') {
        const std::size_t point = at_++;
        double fraction = 0;
        std::size_t places = 0;
        for (; at_ < text_.size() && is_digit(text_[at_]); ++at_)
            if (places + 1 < tenths.size()) fraction = fraction * 10 + (text_[at_] - '0'), ++places;
        value += fraction * tenths[places];
        read += at_ - point;
    }
    // A sign alone ("-") is what some writers make of zero; a sign before letters is no number.
    if (read == 0 && at_ < text_.size() && class_of(text_[at_]) == regular) {
        while (at_ < text_.size() && class_of(text_[at_]) == regular) ++at_;
        return {Token::Kind::keyword, 0, text_.substr(start, at_ - start)};
    }
    value = std::min(value, largest_number);
    return {Token::Kind::number, is_negative ? -value : value, text_.substr(start, at_ - start)};
}

Token Tokens::string() {
    const std::size_t start = ++at_;
    for (int depth = 1; at_ < text_.size(); ++at_) {
        const char c = text_[at_];
        if (c == '\\') {
            ++at_;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            const Token token{Token::Kind::string, 0, text_.substr(start, at_ - start)};
            ++at_;
            return token;
        }
    }
    at_ = text_.size();
    return {Token::Kind::string, 0, text_.substr(std::min(start, at_))};
}

std::string_view Tokens::skip_nested() {
    const std::size_t start = at_;
    for (std::size_t depth = 1;;) {
        const std::size_t before = at_;
        const Token::Kind kind = next().kind;
        if (kind == Token::Kind::end) return text_.substr(std::min(start, at_));
        if (kind == Token::Kind::array_open || kind == Token::Kind::dict_open) ++depth;
        if ((kind == Token::Kind::array_close || kind == Token::Kind::dict_close) && --depth == 0)
            return text_.substr(start, before - start);
    }
}

std::string_view Tokens::value() {
    while (at_ < text_.size() && class_of(text_[at_]) == space) ++at_;
    const std::size_t start = at_;
    const Token::Kind kind = next().kind;
    if (kind == Token::Kind::array_open || kind == Token::Kind::dict_open) {
        skip_nested();
    } else if (kind == Token::Kind::number) {
        const std::size_t after = at_;
        if (next().kind != Token::Kind::number || next().text != "R") at_ = after;
    }
    return text_.substr(start, at_ - start);
}

std::string_view string_bytes(const Token& token, std::string& buffer) {
    const std::string_view text = token.text;
    if (token.kind == Token::Kind::string && text.find_first_of("\\\r") == std::string_view::npos) return text;
    buffer.clear();
    if (token.kind == Token::Kind::hex_string) {
        int high = -1;
        for (const char c : text) {
            const int value = hex_value(c);
            if (value < 0) continue;
            if (high < 0) {
                high = value;
            } else {
                buffer += static_cast<char>(high * 16 + value);
                high = -1;
            }
        }
        if (high >= 0) buffer += static_cast<char>(high * 16);
        return buffer;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '\r') {  // 7.3.4.2: an end of line in a string is one line feed
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
            buffer += '\n';
            continue;
        }
        if (c != '\\' || i + 1 == text.size()) {
            buffer += c;
            continue;
        }
        c = text[++i];
        if (c >= '0' && c <= '7') {
            int code = c - '0';
            for (int n = 0; n < 2 && i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '7'; ++n)
                code = code * 8 + (text[++i] - '0');
            buffer += static_cast<char>(code);
            continue;
        }
        constexpr std::string_view letters = "nrtbf", codes = "\n\r\t\b\f";
        if (const auto at = letters.find(c); at != std::string_view::npos) {
            buffer += codes[at];
        } else if (c == '\r') {
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        } else if (c != '\n') {
            buffer += c;
        }
    }
    return buffer;
}

std::string name_text(std::string_view name) {
    std::string text;
    text.reserve(name.size());
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '#' && i + 2 < name.size() && hex_value(name[i + 1]) >= 0 && hex_value(name[i + 2]) >= 0) {
            text += static_cast<char>(hex_value(name[i + 1]) * 16 + hex_value(name[i + 2]));
            i += 2;
        } else {
            text += name[i];
        }
    }
    return text;
}

}  // namespace sop::pdf
