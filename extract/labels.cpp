#include "extract/labels.h"

#include <algorithm>
#include <optional>

#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::size_t longest_remark = 40;  // between parentheses behind a label
constexpr int longest_tail = 5;             // words

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct LabelEnd {
    Separator separator = Separator::none;
    std::size_t value = 0;  // where the value starts
    bool has_tail = false;
};

// Length of a dash at `at` with spaces around it; 0 where there is none.
std::size_t dash_length(std::string_view text, std::size_t at) {
    for (const std::string_view dash : {"- ", "– ", "— "})
        if (text.substr(at).starts_with(dash)) return dash.size();
    return 0;
}

// What follows a label that ends at `end`.
LabelEnd read_end(std::string_view text, std::size_t end) {
    std::size_t at = end;
    const auto skip_spaces = [&] {
        const std::size_t from = at;
        while (at < text.size() && text[at] == ' ') ++at;
        return at - from;
    };
    std::size_t spaces = skip_spaces();
    if (at < text.size() && text[at] == '(') {
        const std::size_t close = text.find(')', at);
        if (close != std::string_view::npos && close - at <= longest_remark) {
            at = close + 1;
            spaces = skip_spaces();
        }
    }
    if (at < text.size() && (text[at] == '?' || text[at] == '*')) {
        ++at;
        spaces = skip_spaces();
    }
    const std::size_t after = std::min(text.size(), at + 1);  // "Tel.:", "Tel." alone
    if (at < text.size() && text[at] == '.' && (after == text.size() || text[after] == ':' || text[after] == '\t'))
        at = after;
    if (at >= text.size()) return {Separator::end, text.size()};
    if (text[at] == ':') return {Separator::colon, at + 1};
    if (text[at] == '\t') return {Separator::space, at + 1};
    if (text[at] == blank_mark) return {Separator::space, at};
    if (spaces >= 2) return {Separator::space, at};
    if (spaces == 1)
        if (const std::size_t dash = dash_length(text, at)) return {Separator::dash, at + dash};
    std::size_t digit = at;
    while (digit < text.size() &&
           (text[digit] == '.' || text[digit] == ' ' || text[digit] == '(' || text[digit] == '+'))
        ++digit;
    if (digit < text.size() && is_digit(text[digit]) && (spaces > 0 || text[at] == '.'))
        return {Separator::digit, text[at] == '.' ? at + 1 : at};
    return {Separator::none, at};
}

class LabelFinder {
public:
    LabelFinder(const MatchedTemplate& form, const Region& region, const std::vector<bool>& is_wanted)
        : form_(form), region_(region), is_wanted_(is_wanted) {}

    std::vector<LabelHit> find() {
        for (std::size_t i = 0; i < region_.lines.size(); ++i) line(i);
        return std::move(hits_);
    }

private:
    void line(std::size_t index) {
        const Line& line = region_.lines[index];
        const std::size_t first_hit = hits_.size();
        for (std::size_t word = 0; word < line.words.size();) {
            const auto hit = label_at(index, word, hits_.size() > first_hit);
            if (!hit) {
                ++word;
                continue;
            }
            if (hits_.size() > first_hit) {
                // A person's own telephone or address belongs to the person.
                const FieldDef& before = form_.rules.fields[hits_.back().field];
                const std::string& field = form_.rules.fields[hit->field].field;
                if (std::count(before.includes.begin(), before.includes.end(), field) > 0) {
                    word += hit_words_;
                    continue;
                }
                hits_.back().value_end = hit->label_begin;
            }
            hits_.push_back(*hit);
            word += hit_words_;
        }
    }

    // The longest label at `word` that the text around it bears out.
    std::optional<LabelHit> label_at(std::size_t index, std::size_t word, bool follows_label) {
        const Line& line = region_.lines[index];
        const std::string_view text = line.text;
        const std::size_t begin = line.words.words[word].begin;
        const bool is_leading = word == 0;
        const bool is_apart = is_leading || is_set_apart(text, begin);
        std::optional<LabelHit> best;
        form_.meanings_at(line.words, word, Term::label, [&](const Meaning& meaning, std::size_t taken) {
            if (!is_wanted_[meaning.item]) return;
            const bool is_weak = (meaning.flags & Meaning::weak) != 0;
            if (is_weak && !region_.takes_weak) return;
            LabelEnd end = read_end(text, line.words.words[word + taken - 1].end);
            if (end.separator == Separator::none || end.separator == Separator::digit)
                end = read_tail(line, word + taken, end);
            const FieldDef& field = form_.rules.fields[meaning.item];
            if (!fits(field, end.separator, is_leading, is_apart, follows_label)) return;
            if (best && meaning.owner == shared_owner && taken == hit_words_) return;
            best = LabelHit{
                index,   meaning.item, begin,     end.value, text.size(), end.separator, meaning.owner != shared_owner,
                is_weak, end.has_tail, is_leading};
            hit_words_ = taken;
        });
        return best;
    }

    // Words between a label and its colon or the end of the line that add nothing: "Aantal leerlingen op 1 oktober
    // 2017:".
    LabelEnd read_tail(const Line& line, std::size_t word, LabelEnd otherwise) const {
        bool is_date = false;  // at the end of a line it is the value: "Versie 7 juli 2016"
        for (int taken = 0; taken < longest_tail && word < line.words.size(); ++taken, ++word) {
            const std::string_view folded = line.words[word];
            const bool adds_nothing = form_.lexicon.is_stop_word(folded) || is_digit(folded[0]) ||
                                      month_of(folded) > 0 || folded == "per" || folded == "peildatum" ||
                                      folded == "teldatum" || folded == "d";
            if (!adds_nothing) break;
            const LabelEnd end = read_end(line.text, line.words.words[word].end);
            is_date = is_date || is_digit(folded[0]) || month_of(folded) > 0;
            if (end.separator == Separator::colon || (end.separator == Separator::end && !is_date))
                return {end.separator, end.value, true};
        }
        return otherwise;
    }

    // Whether a tab, several spaces or a sign stand before `begin`.
    static bool is_set_apart(std::string_view text, std::size_t begin) {
        if (begin == 0) return true;
        const char before = text[begin - 1];
        if (before == '\t' || before == '|' || before == ';' || before == blank_mark) return true;
        return begin >= 2 && before == ' ' &&
               (text[begin - 2] == ' ' || text[begin - 2] == '|' || text[begin - 2] == ';' || text[begin - 2] == '\t');
    }

    // A label within a line needs a sign before or behind it. What follows at once is a value only at the start of a
    // line, and of a field that says so; "IB 2 dagen" gives no person.
    static bool fits(const FieldDef& field, Separator separator, bool is_leading, bool is_apart, bool follows_label) {
        if (separator == Separator::none || (separator == Separator::digit && field.several))
            return is_leading && std::count(field.locators.begin(), field.locators.end(), Locator::after_label) > 0;
        return is_apart || (follows_label && separator == Separator::colon);
    }

    const MatchedTemplate& form_;
    const Region& region_;
    const std::vector<bool>& is_wanted_;
    std::vector<LabelHit> hits_;
    std::size_t hit_words_ = 0;  // words of the last label found
};

}  // namespace

std::vector<LabelHit> find_labels(const MatchedTemplate& form, const Region& region,
                                  const std::vector<bool>& is_wanted) {
    return LabelFinder(form, region, is_wanted).find();
}

bool looks_labelled(std::string_view line) {
    constexpr std::size_t longest_label = 40;
    constexpr int most_words = 5;
    line = trim(line);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > longest_label) return false;
    if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
    const std::string_view label = line.substr(0, colon);
    return std::none_of(label.begin(), label.end(), is_digit) &&
           std::count(label.begin(), label.end(), ' ') < most_words;
}

}  // namespace sop
