#include "normalize/marks.h"

#include <algorithm>
#include <array>
#include <vector>

#include "ingest/text.h"
#include "normalize/text.h"

namespace sop {
namespace {

// The two signs differ in their last byte only.
constexpr std::string_view ticked = "☒", unticked = "☐", both = ticked.substr(0, 2);
constexpr std::string_view struck_mark = "~~";

// How an answer starts, longest first; no answer where the value is "".
struct Opening {
    std::string_view first, second;  // words; the second may be ""
    std::string_view value;
};
constexpr std::array openings{
    Opening{"niet", "van", ""},  // "niet van toepassing"
    Opening{"nog", "niet", "nee"},
    Opening{"niet", "aanwezig", "nee"},
    Opening{"in", "ontwikkeling", "in_ontwikkeling"},
    Opening{"in", "ontw", "in_ontwikkeling"},
    Opening{"i", "o", "in_ontwikkeling"},
    Opening{"io", "", "in_ontwikkeling"},
    Opening{"ja", "", "ja"},
    Opening{"aanwezig", "", "ja"},
    Opening{"x", "", "ja"},
    Opening{"v", "", "ja"},
    Opening{"nee", "", "nee"},
    Opening{"neen", "", "nee"},
    Opening{"niet", "", "nee"},
};

bool is_tick(const Token& token) {
    constexpr std::array<std::string_view, 6> ticks{"✓", "✔", "√", "☑", "☒", "+"};
    return std::find(ticks.begin(), ticks.end(), token.text) != ticks.end();
}

struct Start {
    std::string_view value;
    std::size_t size = 0;  // tokens
};

Start read_start(const Tokens& tokens, std::size_t at) {
    if (is_tick(tokens[at])) return {"ja", 1};
    // "1x"
    if (tokens[at].text == "1" && tokens[at + 1].is("x") && tokens[at + 1].glued) return {"ja", 2};
    const std::size_t begin = at;
    if (tokens[at].is("nog") && tokens[at + 1].is("in")) ++at;
    for (const Opening& opening : openings) {
        if (!tokens[at].is(opening.first)) continue;
        if (opening.second.empty()) return {opening.value, at - begin + 1};
        const std::size_t second = tokens[at + 1].is('.') ? at + 2 : at + 1;
        if (!tokens[second].is(opening.second)) continue;
        if (opening.value.empty()) return {};
        const bool says_twice = opening.first == "nog" && tokens[second + 1].is("aanwezig");
        return {opening.value, second - begin + 1 + says_twice};
    }
    return {};
}

// Struck options are left out.
std::string without_struck(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const auto open = text.find(struck_mark);
        out += text.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = text.find(struck_mark, open + struck_mark.size());
        if (close == std::string_view::npos) break;
        text.remove_prefix(close + struck_mark.size());
    }
    return out;
}

Answer read_answer(std::string_view text);

// The label of the one box that is ticked.
Answer choose_box(std::string_view text, const TickBoxes& options) {
    const TickBox* chosen = nullptr;
    for (const TickBox& box : options.boxes) {
        if (!box.is_ticked) continue;
        if (chosen) return {std::nullopt, collapse_spaces(text)};
        chosen = &box;
    }
    if (!chosen) return {};
    Answer answer = read_answer(chosen->label);
    // A box of its own is the answer, whatever stands beside it.
    if (options.boxes.size() == 1 && !answer.waarde) answer.waarde = "ja";
    return answer;
}

Answer read_answer(std::string_view text) {
    const Tokens tokens(text);
    const Start start = read_start(tokens, 0);
    if (start.size == 0) return {std::nullopt, collapse_spaces(text)};
    std::size_t next = start.size;
    const bool offers_choice = tokens[next].is('/') || tokens[next].is("of");
    while (next < tokens.size() && tokens[next].kind == Token::Kind::mark && !tokens[next].is('"')) ++next;
    // "ja én nee", "nee, wel in ontwikkeling"
    const bool has_link = tokens[next].is_any({"en", "wel"}) || tokens[next].text == "én";
    const Start second = read_start(tokens, has_link ? next + 1 : next);
    if (offers_choice || (second.size > 0 && second.value != start.value)) return {std::nullopt, collapse_spaces(text)};
    std::string rest;
    if (next < tokens.size()) rest = collapse_spaces(tokens.slice(next, tokens.size() - 1));
    if (rest.ends_with(')') && rest.find('(') == std::string::npos) rest.pop_back();
    return {std::string(start.value), std::move(rest)};
}

}  // namespace

TickBoxes split_boxes(std::string_view text) {
    text = trim(text);
    const auto is_box = [](std::string_view at) { return at.starts_with(ticked) || at.starts_with(unticked); };
    const bool labels_first =
        !is_box(text) && text.size() > ticked.size() && is_box(text.substr(text.size() - ticked.size()));
    TickBoxes out;
    std::size_t from = 0;  // of the text since the last box
    for (std::size_t at = text.find(both);; at = text.find(both, at + 1)) {
        if (at != std::string_view::npos && !is_box(text.substr(at))) continue;
        const std::string_view label = trim(text.substr(from, at == std::string_view::npos ? at : at - from));
        if (!labels_first) (out.boxes.empty() ? out.lead : out.boxes.back().label) = label;
        if (at == std::string_view::npos) return out;
        out.boxes.push_back({text.substr(at).starts_with(ticked), labels_first ? label : std::string_view{}});
        from = at + ticked.size();
    }
}

Answer parse_answer(std::string_view text) {
    const std::string kept = without_struck(text);
    const TickBoxes options = split_boxes(kept);
    return options.boxes.empty() ? read_answer(trim(kept)) : choose_box(kept, options);
}

}  // namespace sop
