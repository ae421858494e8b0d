#include "export/json_writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "ingest/text.h"

namespace sop::json {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

// What stands for a byte inside a string (RFC 8259, 7): 0: the byte itself; 'u': its hexadecimal code; else the letter
// after a backslash.
constexpr std::array<char, 256> escapes = [] {
    std::array<char, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = 'u';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    table['"'] = '"';
    table['\\'] = '\\';
    return table;
}();

// Bytes from `at` on that stand for themselves, eight at a time: nearly all text is that.
std::size_t skip_plain(std::string_view text, std::size_t at) {
    constexpr std::uint64_t ones = 0x0101010101010101U, highs = 0x8080808080808080U;
    // The high bit of each byte that is below `limit`, or of one beside such a byte; exact where the result is 0.
    const auto below = [](std::uint64_t word, std::uint64_t limit) { return (word - ones * limit) & ~word & highs; };
    for (; text.size() - at >= 8; at += 8) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + at, 8);
        if ((below(word, 0x20) | below(word ^ (ones * '"'), 1) | below(word ^ (ones * '\\'), 1)) != 0) break;
    }
    while (at < text.size() && escapes[static_cast<unsigned char>(text[at])] == 0) ++at;
    return at;
}

}  // namespace

void Writer::new_line() {
    if (layout_ == Layout::one_line) return;
    text_ += '\n';
    text_.append(2 * static_cast<std::size_t>(depth_), ' ');
}

void Writer::open(char bracket) {
    text_ += bracket;
    ++depth_;
    first_ = true;
}

void Writer::close(char bracket) {
    --depth_;
    if (!first_) new_line();
    text_ += bracket;
    first_ = false;
}

void Writer::item() {
    if (!first_) text_ += ',';
    first_ = false;
    new_line();
}

void Writer::key(std::string_view name) {
    item();
    string(name);
    text_ += layout_ == Layout::one_line ? ":" : ": ";
}

void Writer::integer(std::int64_t value) {
    std::array<char, 24> digits{};
    text_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void Writer::number(double value) {
    if (!std::isfinite(value)) return null();
    std::array<char, 32> digits{};
    text_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void Writer::string(std::string_view value) {
    if (!is_utf8(value)) throw std::invalid_argument("text of a record is not UTF-8");
    text_ += '"';
    std::size_t done = 0;
    for (std::size_t at = skip_plain(value, 0); at < value.size(); at = skip_plain(value, done)) {
        const auto byte = static_cast<unsigned char>(value[at]);
        text_.append(value, done, at - done);
        done = at + 1;
        text_ += '\\';
        text_ += escapes[byte];
        if (escapes[byte] == 'u') {
            text_ += "00";
            text_ += hex_digits[byte >> 4];
            text_ += hex_digits[byte & 15];
        }
    }
    text_.append(value, done);
    text_ += '"';
}

std::string Writer::take() {
    text_ += '\n';
    return std::exchange(text_, {});
}

}  // namespace sop::json
