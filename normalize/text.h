// What the parse_ functions share: words, numbers and marks of a value, and the ways of saying that there is none.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

// A run of digits, a run of letters, or one other character. Views live as long as the text that was read.
struct Token {
    enum class Kind { number, word, mark, end };
    Kind kind = Kind::end;
    std::string_view text;
    char mark = 0;  // of a mark: the ASCII character; '-' for every dash, '\'' and '"' for every quote, '?' for others
    bool glued = false;  // no white space before it

    bool is(char character) const { return kind == Kind::mark && mark == character; }
    // Equal to a lower-case ASCII word, whatever the case.
    bool is(std::string_view word) const;
    bool is_any(std::initializer_list<std::string_view> words) const;
    // A number of so many digits at least and at most (no more than 9).
    std::optional<int> number(std::size_t min_digits, std::size_t max_digits) const;
    bool operator==(const Token&) const = default;
};

// Values are short: what is read of a text to find one. A token takes 48 bytes.
inline constexpr std::size_t longest_value = std::size_t{64} << 10;

// Tokens of the first `longest_value` bytes of a text. Beyond either end stand tokens of kind `end`, so that a rule can
// look around it freely.
class Tokens {
public:
    explicit Tokens(std::string_view text);
    const Token& operator[](std::size_t index) const { return index < tokens_.size() ? tokens_[index] : end_; }
    std::size_t size() const { return tokens_.size(); }
    auto begin() const { return tokens_.begin(); }
    auto end() const { return tokens_.end(); }
    // The text from the first token up to and including the last.
    std::string_view slice(std::size_t first, std::size_t last) const;

private:
    std::vector<Token> tokens_;
    Token end_;
};

// Lines trimmed, each run of white space in a line one space, empty lines dropped.
std::string tidy_lines(std::string text);

// Nothing is filled in, or that there is nothing: empty, "-", "…", "n.v.t.", "niet van toepassing", "geen", "leeg".
bool is_absent(std::string_view text);

// As in the cell above: "idem", "zie boven", a ditto mark.
bool is_ditto(std::string_view text);

// Says where to look or that something has yet to come, and nothing else: "zie boven", "zie de schoolgids", "volgt",
// "n.t.b.". Also what is_ditto() takes.
bool is_reference(std::string_view text);

// `text` without a bullet or number that was typed before it: "• ", "- ", "3. ", "b) ".
std::string_view strip_item_mark(std::string_view text);

// True where the words of folded `text` contain those of folded `words` as a row: "pcb de linde" contains "de linde".
bool contains_words(std::string_view text, std::string_view words);

// `text` with small letters for the capitals of ASCII.
std::string small_letters(std::string_view text);

// A text starts with a capital letter of any script.
bool starts_upper(std::string_view text);

}  // namespace sop
