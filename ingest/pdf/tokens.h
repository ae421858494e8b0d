// Tokens of PDF syntax (ISO 32000-1, 7.2 and 7.3), as views into the text they stand in. For content streams and for
// objects that are read in bulk; never fails: what makes no sense is a keyword.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sop::pdf {

struct Token {
    enum class Kind { end, number, name, string, hex_string, array_open, array_close, dict_open, dict_close, keyword };
    Kind kind = Kind::end;
    double number = 0;
    std::string_view text;  // of a name without the slash, of a string without its brackets, escapes as they stand
};

class Tokens {
public:
    explicit Tokens(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    Token next();
    std::string_view text() const { return text_; }
    std::size_t position() const { return at_; }
    void move_to(std::size_t at) { at_ = at; }
    // From behind a "[" or "<<" to behind its partner, or the end; the text between them.
    std::string_view skip_nested();
    // The whole of the next value: a token, an array, a dictionary or a reference ("12 0 R"). "" at the end.
    std::string_view value();

private:
    Token number();
    Token string();

    std::string_view text_;
    std::size_t at_;
};

bool is_space(char c);
bool is_regular(char c);

// The bytes that a string token stands for (7.3.4). The view is into the token or into `buffer`.
std::string_view string_bytes(const Token& token, std::string& buffer);

// A name with its #xx resolved (7.3.5).
std::string name_text(std::string_view name);

}  // namespace sop::pdf
