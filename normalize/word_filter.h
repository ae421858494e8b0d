// A quick look whether a word can be one of a list: nearly all words of a text are in none.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sop {

// Knows the first letters of a list's words and the sizes that words with that letter have.
class WordFilter {
public:
    constexpr WordFilter() = default;
    // `words`: std::string_views in small letters.
    template <class Words>
    constexpr explicit WordFilter(const Words& words) {
        for (const std::string_view word : words) add(word);
    }

    constexpr void add(std::string_view word) {
        const auto letter = static_cast<unsigned char>(word.front());
        sizes_[letter] |= std::uint32_t{1} << word.size();
        if (letter >= 'a' && letter <= 'z') sizes_[letter - 'a' + 'A'] |= std::uint32_t{1} << word.size();
    }

    // The first letter in either case.
    constexpr bool may_have(std::string_view word) const {
        constexpr std::size_t bits = 32;
        return !word.empty() && word.size() < bits && (sizes_of(word.front()) >> word.size() & 1U) != 0;
    }
    constexpr bool may_begin(char letter) const { return sizes_of(letter) != 0; }

private:
    constexpr std::uint32_t sizes_of(char letter) const { return sizes_[static_cast<unsigned char>(letter)]; }

    std::array<std::uint32_t, 256> sizes_{};  // bits by size
};

}  // namespace sop
