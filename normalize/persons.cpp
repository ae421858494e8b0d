#include "normalize/persons.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "extract/fold.h"
#include "extract/template.h"
#include "ingest/text.h"
#include "normalize/contact.h"
#include "normalize/days.h"
#include "normalize/dutch.h"
#include "normalize/first_names.h"
#include "normalize/person_words.h"
#include "normalize/phone.h"
#include "normalize/text.h"

namespace sop {
namespace {

// No name has more words.
constexpr std::size_t max_name_words = 7;

// A word up to white space or a separator, or a separator: one of "\n;,/&():|-", 'e' for "en".
struct Chunk {
    std::string_view text;
    char separator = 0;
};

// Words between two days; the first one holds a separator.
bool is_range_word(std::string_view word) {
    return word == "t/m" || word == "T/m" || word == "tm" || word == "tot" || word == "en" || word == "met";
}

std::vector<Chunk> split_chunks(std::string_view text) {
    constexpr std::string_view separators = "\n;,/&():|+", ends = " \t\r\n;,&():|+";
    std::vector<Chunk> chunks;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\t' || text[at] == '\r') {
            ++at;
            continue;
        }
        const bool is_phone = text[at] == '+' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
        if (separators.find(text[at]) != std::string_view::npos && !is_phone) {
            chunks.push_back({text.substr(at, 1), text[at]});
            ++at;
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(ends, at + 1), text.size());
        std::string_view word = text.substr(at, end - at);
        if (const auto slash = word.find('/');
            slash != std::string_view::npos && !is_range_word(word) && !is_particle(word))
            word = word.substr(0, slash);
        if (const auto point = word.find('.') + 1;
            point > 0 && is_title(word.substr(0, point)) && starts_upper(word.substr(point)))  // "Mevr.A. Bos"
            word = word.substr(0, point);
        at += word.size();
        char separator = 0;
        if (word == "-" || word == "–" || word == "—") separator = '-';
        if (word == "en" && !(!chunks.empty() && chunks.back().text == "tot")) separator = 'e';
        chunks.push_back({word, separator});
    }
    return chunks;
}

bool is_de_heer(std::string_view first, std::string_view second) {
    return (first == "de" || first == "De") && (second == "heer" || second == "Heer");
}

bool may_follow_particle(std::string_view word) { return is_capitalised(word) || is_particle(word); }

// "ASG"
bool is_abbreviation(std::string_view word) {
    constexpr std::size_t longest = 4;
    return word.size() <= longest && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class PersonReader {
public:
    explicit PersonReader(std::string_view text)
        : text_(truncate_utf8(text, longest_value)), chunks_(split_chunks(text_)) {
        for (const Chunk& chunk : chunks_) has_negation_ = has_negation_ || is_negation(chunk.text);
    }

    Persons read() {
        for (std::size_t at = 0; at < chunks_.size();) {
            if (const std::size_t end = phone_end(at)) {
                take_phone(at, end);
                at = end;
            } else if (const char separator = chunks_[at].separator) {
                pass(separator);
                ++at;
            } else if (chunks_[at].text.find('@') != std::string_view::npos) {
                take_email(chunks_[at++].text);
            } else if (const std::size_t days_end = find_days_end(at)) {
                take_days(at, days_end);
                at = days_end;
            } else {
                at = take_words(at);
            }
        }
        return std::move(out_);
    }

private:
    const Chunk& chunk(std::size_t at) const {
        static constexpr Chunk none{"", '\n'};
        return at < chunks_.size() ? chunks_[at] : none;
    }
    std::size_t offset(std::size_t at) const {
        return static_cast<std::size_t>(chunks_[at].text.data() - text_.data());
    }
    // The text from chunk `first` up to and including chunk `last`.
    std::string slice(std::size_t first, std::size_t last) const {
        const std::size_t begin = offset(first);
        return dutch_line(text_.substr(begin, offset(last) + chunks_[last].text.size() - begin));
    }

    void pass(char separator) {
        if (separator == '(') is_inside_ = true;
        if (separator == ')' || separator == '\n') is_inside_ = false;
        separator_ = separator;
    }

    // Whom something belongs to that ends before chunk `next`: the next person where a colon follows.
    Persoon& owner(std::size_t next) {
        return out_.list.empty() || chunk(next).separator == ':' ? pending_ : out_.list.back();
    }

    // Chunk behind a telephone number that starts at `at`; 0: none.
    std::size_t phone_end(std::size_t at) const {
        const char first = chunks_[at].text.empty() ? ' ' : chunks_[at].text.front();
        if (first != '0' && first != '+' && first != '(') return 0;  // "groep 1 t/m 4 - 06-12345678"
        const std::size_t end = find_phone_end(text_, offset(at));
        std::size_t next = at;
        while (next < chunks_.size() && offset(next) < end) ++next;
        return next == at ? 0 : next;
    }

    void take_phone(std::size_t first, std::size_t end) {
        Tekst phone = parse_phone(slice(first, end - 1));
        Persoon& person = owner(end);
        if (phone && !person.telefoon)
            person.telefoon = std::move(phone);
        else
            out_.is_complete = false;
        was_name_ = false;
    }

    void take_email(std::string_view word) {
        Tekst email = parse_email(word);
        Persoon& person = owner(chunks_.size());
        if (email && !person.email)
            person.email = std::move(email);
        else
            out_.is_complete = false;
        was_name_ = false;
    }

    bool is_day(std::size_t at) const {
        return chunk(at).separator == 0 && !has_digits(chunk(at).text) && parse_work_days(chunk(at).text).has_value();
    }

    // "ma ochtend": still days at the chunk `at`.
    bool goes_on(std::size_t first, std::size_t at) const {
        return at < chunks_.size() && chunks_[at].separator == 0 && parse_work_days(slice(first, at)).has_value();
    }

    // The next chunk behind `at` that is a day, over commas, "t/m" and "ochtend"; 0: none.
    std::size_t next_day(std::size_t at) const {
        for (std::size_t next = at + 1; next < chunks_.size() && next <= at + 4; ++next) {
            if (is_day(next)) return next;
            const Chunk& between = chunks_[next];
            const bool connects = between.separator != 0
                                      ? std::string_view(",/&-e+").find(between.separator) != std::string_view::npos
                                      : is_range_word(between.text) || goes_on(at, next);
            if (!connects) return 0;
        }
        return 0;
    }

    // Chunk behind the working days that start at `at`; 0: none. A short name with a capital, or before a capital, is
    // more likely part of a person's name ("Maria di Lorenzo", "Don Jansen").
    std::size_t find_days_end(std::size_t at) const {
        if (!is_day(at)) return 0;
        const std::string_view word = chunks_[at].text;
        const bool is_short = word.size() <= 3;
        const bool is_alone = next_day(at) == 0;
        const bool before_name = chunk(at + 1).separator == 0 && is_capitalised(chunk(at + 1).text) && !is_day(at + 1);
        if (is_short && (before_name || (is_alone && is_degree(word)))) return 0;
        if (is_short && is_alone && starts_upper(word) && at > 0 && chunks_[at - 1].separator == 0) return 0;
        std::size_t last = at;
        while (const std::size_t next = next_day(last)) last = next;
        return goes_on(last, last + 1) ? last + 2 : last + 1;
    }

    void take_days(std::size_t first, std::size_t end) {
        auto days = parse_work_days(slice(first, end - 1));
        Persoon& person = owner(end);
        if (days && person.werkdagen.empty() && !has_negation_)
            person.werkdagen = std::move(*days);
        else
            out_.is_complete = false;
        was_name_ = false;
    }

    void take_function(std::size_t first, std::size_t end) {
        // Functions on lines of their own stand all before their persons or all behind them.
        Persoon& person = functions_first_ && separator_ == '\n' ? pending_ : owner(end);
        std::string function = slice(first, end - 1);
        if (person.functie)
            *person.functie += ", " + function;
        else
            person.functie = std::move(function);
        was_name_ = false;
    }

    // The closing one of parentheses at `at` with a first name in them, "Jan Willem", before the rest of a name; 0:
    // none.
    std::size_t nickname_end(std::size_t at) const {
        constexpr std::size_t most_words = 2;
        if (chunk(at).separator != '(') return 0;
        std::size_t close = at + 1;
        while (close <= at + most_words && chunk(close).separator == 0 && is_capitalised(chunk(close).text) &&
               !is_function(chunk(close).text, false) && !is_day(close))
            ++close;
        const bool is_closed = close > at + 1 && chunk(close).separator == ')';
        return is_closed && chunk(close + 1).separator == 0 && may_follow_particle(chunk(close + 1).text) ? close : 0;
    }

    // Chunk behind the words that start at `at`, up to a separator or something of another kind. "J. (Anna) Bakker" is
    // one row of words.
    std::size_t words_end(std::size_t at) const {
        for (++at; at < chunks_.size(); ++at) {
            if (const std::size_t close = nickname_end(at)) {
                at = close;
                continue;
            }
            if (chunks_[at].separator != 0 || chunks_[at].text.find('@') != std::string_view::npos || phone_end(at) ||
                find_days_end(at))
                break;
        }
        return at;
    }

    bool is_name_word(std::size_t at, std::size_t end) const {
        const std::string_view word = chunks_[at].text;
        if (chunks_[at].separator != 0) return true;                        // the parentheses of a nickname
        const bool is_label_here = word.size() > 2 && is_label_word(word);  // "E." is an initial
        if (is_capitalised(word))
            return !is_label_here && !is_no_name(word) && !is_function(word, true) && !is_degree(word);
        return is_particle(word) && at + 1 < end && may_follow_particle(chunks_[at + 1].text);
    }

    // One piece: titles and functions, a name, degrees, and what is left.
    std::size_t take_words(std::size_t begin) {
        const std::size_t end = words_end(begin);
        std::size_t first = begin, function = end, function_end = end;
        for (; first < end; ++first) {
            const std::string_view word = chunks_[first].text;
            if (is_function(word, first > begin && function == end)) {
                function = std::min(function, first);
                function_end = first + 1;
            } else if (!is_title(word) && !(first + 1 < end && is_de_heer(word, chunks_[first + 1].text))) {
                break;
            }
        }
        std::size_t name_end = first;
        while (name_end < end && is_name_word(name_end, end)) ++name_end;
        std::size_t rest = name_end;
        while (rest < end && is_degree(chunks_[rest].text)) ++rest;

        const bool has_title = first > begin && function == end;
        const bool has_function_behind = rest < end && is_function(chunks_[rest].text, true);
        // "Wordt nog ingevuld" and "Contact:" start like a name.
        const bool is_more = (rest < end && !has_function_behind) || chunk(end).separator == ':';
        const bool is_doubtful = is_more && name_end == first + 1 && !has_title;
        const bool only_degrees = name_end == first && rest > first && rest == end;
        if (function < end && name_end > first && !is_doubtful) pending_.functie = slice(function, function_end - 1);
        if (name_end > first && !is_doubtful && take_name(first, name_end, has_title)) {
            if (has_function_behind)
                take_function(rest, end);
            else if (!is_label(rest, end))
                out_.is_complete = false;
            return end;
        }
        if (function == begin)
            take_function(begin, end);
        else if (!is_label(begin, end) && !only_degrees)
            out_.is_complete = false;
        was_name_ = false;
        return end;
    }

    bool is_label(std::size_t begin, std::size_t end) const {
        for (; begin < end; ++begin)
            if (!is_label_word(chunks_[begin].text)) return false;
        return true;
    }

    bool take_name(std::size_t first, std::size_t end, bool has_title) {
        std::size_t words = 0;
        bool only_initials = true;
        for (std::size_t at = first; at < end; ++at) {
            const std::string_view word = chunks_[at].text;
            if (chunks_[at].separator != 0 || !is_capitalised(word) || is_particle(word)) continue;
            ++words;
            only_initials = only_initials && is_initials(word);
        }
        std::string name = slice(first, end - 1);
        const bool is_only_word = words == 1 && end == first + 1;
        if (words == 0 || end - first > max_name_words || is_inside_) return false;
        if (only_initials) {
            // "Jansen, P."
            if (separator_ != ',' || !was_name_ || name_words_ != 1) return false;
            out_.list.back().naam = name + ' ' + out_.list.back().naam;
            was_name_ = false;
            return true;
        }
        if (separator_ == ',' && was_name_ && is_only_word && !has_title && name_words_ == 1 && is_first_name(name) &&
            !is_first_name(out_.list.back().naam) && (chunk(end).separator == '\n' || chunk(end).separator == ';')) {
            // "Jansen, Piet"
            out_.list.back().naam = name + ' ' + out_.list.back().naam;
            was_name_ = false;
            return true;
        }
        if (separator_ == '-' && was_name_ && words == 1 && !has_title) {
            // "Anna de Vries - Bakker"
            out_.list.back().naam = slice(name_first_, end - 1);
            was_name_ = false;
            return true;
        }
        // "ASG" is no person, "J. Jansen." has a full stop.
        if (words == 1 && !has_title && is_abbreviation(name)) return false;
        if (name.ends_with('.') && chunks_[end - 1].text.size() > 3) name.pop_back();
        pending_.naam = std::move(name);
        functions_first_ = functions_first_ || (pending_.functie && out_.list.empty());
        out_.list.push_back(std::exchange(pending_, {}));
        was_name_ = true;
        name_words_ = words;
        name_first_ = first;
        return true;
    }

    std::string_view text_;
    std::vector<Chunk> chunks_;
    Persons out_;
    Persoon pending_;  // what stands before the name it belongs to
    bool has_negation_ = false;
    bool functions_first_ = false;
    bool is_inside_ = false;      // of parentheses
    char separator_ = '\n';       // the last one
    bool was_name_ = false;       // the last piece was a name
    std::size_t name_words_ = 0;  // of the last name, particles left out
    std::size_t name_first_ = 0;  // its first chunk
};

}  // namespace

Persons parse_persons(std::string_view text) { return PersonReader(text).read(); }

bool is_person_with_role(std::string_view text) {
    const Persons persons = parse_persons(text);
    if (!persons.is_complete || persons.list.size() != 1 || !persons.list[0].functie) return false;
    const Words words = fold_words(text);
    const std::vector<std::string>& prefixes = default_vocabulary().school_prefixes;
    if (words.size() == 0 || std::find(prefixes.begin(), prefixes.end(), words[0]) != prefixes.end()) return false;
    const Words role = fold_words(*persons.list[0].functie);
    for (std::size_t i = 0; i < role.size(); ++i)
        if (!is_function(role[i], false) || role[i].ends_with("bouw")) return false;
    return true;
}

bool is_vacancy(std::string_view text) {
    const Tokens tokens(text);
    return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
        return token.is_any({"vacature", "vacant"});
    });
}

}  // namespace sop
