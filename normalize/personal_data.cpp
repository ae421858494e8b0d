#include "normalize/personal_data.h"

#include <algorithm>
#include <array>
#include <optional>

#include "extract/fold.h"
#include "normalize/contact.h"
#include "normalize/dates.h"
#include "normalize/family_words.h"
#include "normalize/first_names.h"
#include "normalize/id_numbers.h"
#include "normalize/name_context.h"
#include "normalize/name_scan.h"
#include "normalize/person_words.h"
#include "normalize/phone.h"
#include "normalize/small_counts.h"
#include "normalize/text.h"

namespace sop {
namespace {

// "J.P.M.A."; longer ones abbreviate something else.
constexpr std::size_t most_initials = 5;

// Of an e-mail address, as contact.h reads them.
constexpr std::array<std::string_view, 5> address_signs{"@", "(at)", "[at]", "(AT)", "[AT]"};

// A letter stands behind these: "groep B. Daarna".
constexpr std::array<std::string_view, 14> lettered_words{"groep",   "klas",  "cluster", "bijlage",  "niveau",
                                                          "type",    "deel",  "lokaal",  "fase",     "domein",
                                                          "variant", "kolom", "optie",   "categorie"};
// Initials that are a kind of school or a council.
constexpr std::array<std::string_view, 16> no_initials{"OBS", "CBS", "PCB", "KBS", "RKBS", "RK",  "PC", "BS",
                                                       "SBO", "SO",  "VSO", "MR",  "GMR",  "IKC", "NB", "PS"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }

template <class Words>
bool has_one(std::string_view text, const Words& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool has_word(std::string_view text, std::string_view word) {
    const auto is_letter = [&](std::size_t at) {
        return at < text.size() && ((text[at] | 0x20) >= 'a' || (text[at] & 0x80));
    };
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        if (!(at > 0 && is_letter(at - 1)) && !is_letter(at + word.size())) return true;
    return false;
}

class TextScan {
public:
    explicit TextScan(std::string_view text) : text_(text), has_sign_(has_one(text, address_signs)) {}

    std::vector<PersonalSpan> scan() {
        for (std::size_t at = 0; at < text_.size();) {
            if (text_[at] == '(') add_name_with_age(at);
            if (is_text_space(text_[at]) || text_[at] == '(' || text_[at] == '"') {
                ++at;
                continue;
            }
            const std::size_t end = word_end(text_, at);
            const std::string_view word = text_.substr(at, end - at);
            if (is_digit(word.front()) || (word.front() == '+' && word.size() > 1))
                at = std::max(end, scan_number(at));
            else
                at = scan_word(at, word);
            before_last_ = last_;
            last_ = word;
        }
        return std::move(spans_);
    }

private:
    void add(PersonalKind kind, std::size_t begin, std::size_t end) {
        if (begin < end && (spans_.empty() || begin >= spans_.back().end)) spans_.push_back({kind, begin, end});
    }

    std::size_t scan_word(std::size_t begin, std::string_view word) {
        const std::size_t end = begin + word.size();
        if (has_sign_)
            if (const std::size_t address_end = scan_email(begin, end)) return address_end;
        const bool has_colon = word.ends_with(':');
        if (has_colon || word.ends_with(',')) word.remove_suffix(1);
        if (word.empty()) return end;
        if (may_be_title(word) && is_title(word)) {
            const bool is_plural = is_plural_title(word);
            return take_all(find_name(text_, end, {.least_words = 1}), PersonalKind::name, is_plural ? 1 : 2,
                            is_plural);
        }
        if (const std::size_t name = behind_glued_title(word)) return scan_glued(begin + name, end);
        if (is_family_name(word)) return take(find_name(text_, end, {.least_words = 1}), PersonalKind::name);
        if (may_be_role(word)) {
            const std::string_view bare = bare_word(word);
            if (is_role(bare) || is_function(bare, false)) return scan_role(begin, end);
        }
        if (is_salutation(word)) return scan_salutation(end);
        if (is_opener(word) || (word == "met" && is_meeting(last_)) || (has_colon && is_label_of_person(word)))
            return scan_behind(end);
        if (is_dotted(word)) return scan_initials(begin, end, word);
        if (starts_upper(word)) {
            const std::string_view bare = bare_word(word);
            if (is_first_name(bare)) return scan_full_name(begin, end);
            if (is_possessive(bare, end)) {
                const auto from = static_cast<std::size_t>(bare.data() - text_.data());
                add(PersonalKind::name, from, from + bare.size());
            }
        }
        if (word.ends_with(')')) word.remove_suffix(1);
        if (const FamilyWord* family = find_family(word)) {
            add_name_of_pupil(begin);
            if (begin > 0 && text_[begin - 1] == '(' && is_relative(*family)) add_name_before_bracket(begin);
            return scan_family(end, *family, has_colon);
        }
        scan_count(begin, begin + word.size());
        return end;
    }

    // Where the name begins in "dhr.Bos"; 0: nowhere.
    static std::size_t behind_glued_title(std::string_view word) {
        if (!may_be_title(word)) return 0;
        const auto point = word.find('.') + 1;
        const bool has_title =
            point > 2 && point < word.size() && starts_upper(word.substr(point)) && is_title(word.substr(0, point));
        return has_title ? point : 0;
    }
    std::size_t scan_glued(std::size_t begin, std::size_t end) {
        const FoundName full = find_surname(text_, begin, end);
        if (full.end > full.begin) return take(full, PersonalKind::name);
        add(PersonalKind::name, begin, begin + bare_word(text_.substr(begin, end - begin)).size());
        return end;
    }
    // "T.J.": capitals with a point behind each.
    static bool is_dotted(std::string_view word) {
        if (word.size() < 2 || word.size() % 2 != 0 || word.size() > 2 * most_initials) return false;
        for (std::size_t at = 0; at < word.size(); at += 2)
            if (!is_ascii_upper(word[at]) || word[at + 1] != '.') return false;
        return true;
    }
    // "de heren Bos en Vis"
    static bool is_plural_title(std::string_view word) {
        return small_letters(word) == "heren" || small_letters(word) == "dames";
    }
    // Whoever did something, or is to be asked, stands behind these: "opgesteld door Anna Bos".
    static bool is_opener(std::string_view word) {
        constexpr std::size_t shortest = 3, longest = 7;
        if (word.size() < shortest || word.size() > longest) return false;
        if (std::string_view("dDnNtbBmMg").find(word.front()) == std::string_view::npos) return false;
        constexpr std::array<std::string_view, 11> openers{"groet",  "groeten", "door", "Door", "namens", "Namens",
                                                           "t.a.v.", "bel",     "Bel",  "mail", "Mail"};
        return std::find(openers.begin(), openers.end(), word) != openers.end();
    }
    // "in gesprek met Anna Bos"
    static bool is_meeting(std::string_view word) {
        const std::string folded = small_letters(bare_word(word));
        return folded == "gesprek" || folded == "overleg" || folded == "contact" || folded == "afspraak" ||
               folded == "kennismaking";
    }
    static bool is_salutation(std::string_view word) { return word == "Beste" || word == "Geachte" || word == "Lieve"; }
    // "Beste Anne-Marie,"; a lone word is a name before the comma only.
    std::size_t scan_salutation(std::size_t end) {
        const FoundName name = find_name(text_, end, {.least_words = 1, .is_behind_role = true});
        const bool is_greeted = name.end > name.begin && text_.substr(name.end).starts_with(',');
        constexpr std::array<std::string_view, 7> many{"Ouders", "Ouder", "Collega", "Collega's",
                                                       "Lezer",  "Allen", "Leden"};
        const std::string_view called = text_.substr(name.begin, name.end - name.begin);
        return is_greeted && std::ranges::find(many, called) == many.end() ? take(name, PersonalKind::name) : end;
    }
    // Before a colon: "IB: Anna Bos", "Naam: Anna Bos".
    static bool is_label_of_person(std::string_view word) {
        const std::string label = small_letters(bare_word(word));
        for (const std::string_view plural : {"en", "s"})  // "Intern begeleiders: Anna Bos en Bea Vos"
            if (label.ends_with(plural)) {
                const std::string one = label.substr(0, label.size() - plural.size());
                if (is_role(one) || is_function(one, false)) return true;
            }
        return is_function(word, false) || label.ends_with("team") || label.ends_with("leden") || label == "naam" ||
               label == "getekend" || label == "ondertekend" || label == "contact";
    }
    static bool is_family_name(std::string_view word) {
        constexpr std::array<std::string_view, 7> families{"fam.",    "Fam.",    "FAM.", "familie",
                                                           "Familie", "FAMILIE", "gezin"};  // not "Jeugd en Gezin"
        return std::ranges::find(families, word) != families.end();
    }
    // "directeur Anna Bos", "leerkracht groep 3: Anna Bos", "Anna Bos (logopedist)".
    std::size_t scan_role(std::size_t begin, std::size_t end) {
        const FoundName before = find_name_before(text_, begin);
        add(PersonalKind::name, before.begin, before.end);
        const std::size_t next = scan_behind(end);
        const std::string_view role = text_.substr(begin, end - begin);
        const bool is_intern = small_letters(last_).starts_with("intern") && role.starts_with("begeleid");
        const bool is_label = role.ends_with("persoon:");
        return next > end || !(is_intern || is_label || is_staff_role(role)) ? next : scan_lone(end, is_label);
    }

    // "Onderwijsassistent Xaviera helpt.", "Contactpersoon: Xaviera": one word that goes on as a sentence does, or
    // behind a label ends the line, and that the text never has with a small letter.
    std::size_t scan_lone(std::size_t space, bool is_label) {
        if (space >= text_.size() || text_[space] != ' ') return space;
        const std::size_t end = word_end(text_, space + 1);
        const std::string_view word = bare_word(text_.substr(space + 1, end - space - 1));
        const bool ends_line = end == text_.size() || text_[end] == '\n';
        const bool goes_on = std::string_view(".,;").find(text_[end - 1]) != std::string_view::npos ||
                             (end + 1 < text_.size() && text_[end] == ' ');
        if (!(is_label ? ends_line : goes_on) || !may_be_called(text_, word, space) ||
            has_word(text_, small_letters(word)))
            return space;
        const auto begin = static_cast<std::size_t>(word.data() - text_.data());
        add(PersonalKind::name, begin, begin + word.size());
        return end;
    }

    std::size_t scan_behind(std::size_t end) {
        constexpr NameRule rule{.least_words = 2, .is_behind_role = true};
        std::size_t at = end;
        FoundName name = find_name(text_, at, rule);
        if (name.end == name.begin) {
            const auto link = skip_to_name(text_, end);
            if (!link || *link <= end) return end;
            at = *link;
            name = find_name(text_, at - (text_[at - 1] == '('), rule);
            if (name.end == name.begin) name = find_called(at);
        }
        return name.end > name.begin ? take_all(name, PersonalKind::name, 2, text_[at - 1] == ':') : end;
    }

    // A lone name that ends the sentence: "Onze conciërge is Xelle."
    FoundName find_called(std::size_t at) const {
        const FoundName none{at, at, at};
        if (!text_.substr(0, at).ends_with(" is") && !text_.substr(0, at).ends_with(" heet")) return none;
        const FoundName name = find_name(text_, at, {.least_words = 1, .is_behind_role = true});
        const std::string_view word = text_.substr(name.begin, name.end - name.begin);
        return is_called(word) && text_.substr(name.end).starts_with('.') ? name : none;
    }

    // The name, and those that follow it: "Anna Bos en Bea Vos"; with commas in a list of persons.
    std::size_t take_all(const FoundName& name, PersonalKind kind, int least_words, bool is_list) {
        std::size_t next = take(name, kind);
        for (FoundName last = name; last.end > last.begin;) {
            const std::size_t behind = behind_bracket(last.end);
            const std::string_view rest = text_.substr(behind);
            std::size_t link = 0;
            for (const std::string_view joint : {" en ", " EN ", " & "})
                if (rest.starts_with(joint)) link = joint.size();
            if (is_list && rest.starts_with(", ")) link = 2;
            if (link == 0) break;
            last = find_name(text_, behind + link - 1, {.least_words = least_words, .is_behind_role = true});
            if (last.end > last.begin) next = take(last, kind);
        }
        return next;
    }

    // Behind "(ouder)", which tells of the name before `at`; `at` where there is none.
    std::size_t behind_bracket(std::size_t at) const {
        constexpr std::size_t longest = 40;
        if (!text_.substr(at).starts_with(" (")) return at;
        const std::size_t close = text_.find(')', at);
        return close < at + longest ? close + 1 : at;
    }

    // The address that begins with the word from `begin` to `end`: "info@debrug.nl", "info [at] debrug.nl". The end of
    // it or of what only looks like one; 0: none.
    std::size_t scan_email(std::size_t begin, std::size_t end) {
        bool has_sign = has_one(text_.substr(begin, end - begin), address_signs);
        for (const std::string_view sign : address_signs) {
            const std::string_view rest = text_.substr(end);
            if (has_sign || !rest.starts_with(' ') || !rest.substr(1).starts_with(sign) ||
                !rest.substr(1 + sign.size()).starts_with(' '))
                continue;
            end = word_end(text_, end + sign.size() + 2);
            has_sign = true;
        }
        if (!has_sign) return 0;
        const std::string_view address = bare_word(text_.substr(begin, end - begin));
        if (!address.empty() && parse_email(address)) {
            const auto from = static_cast<std::size_t>(address.data() - text_.data());
            add(PersonalKind::email, from, from + address.size());
        }
        return end;
    }

    // "moeder van Sem", "leerling: Sanne", "ouders van Sanne de Boer".
    std::size_t scan_family(std::size_t at, const FamilyWord& family, bool has_colon) {
        std::size_t from = at;
        for (const std::string_view link : {" van ", " VAN ", " genaamd ", " heet "})
            if (text_.substr(at).starts_with(link)) from = at + link.size() - 1;
        if (from >= text_.size() || text_[from] != ' ') return at;
        const std::string_view word = bare_word(text_.substr(from + 1, word_end(text_, from + 1) - from - 1));
        const bool is_abbreviation =
            std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        const bool is_shouted = text_[at - 1] >= 'A' && text_[at - 1] <= 'Z';  // "MOEDER VAN SEM"
        const bool is_name = is_first_name(word) ||
                             (from == at && is_one_pupil(family) && may_be_called(text_, word, from)) ||
                             ((family.is_kin || has_colon) && starts_upper(word) && (!is_abbreviation || is_shouted) &&
                              !is_no_name(word) && !is_title(word) && !is_function(word, false));
        if (!is_name && is_relative(family) && from == at) {  // "ouder Xelle Bos"
            const FoundName name = find_name(text_, at, {.least_words = 2, .is_behind_role = true});
            if (name.end > name.begin) return take(name, PersonalKind::family);
        }
        if (!is_name) return at;
        return take_all(find_name(text_, from, {.least_words = 1}), PersonalKind::family, family.is_kin ? 1 : 2, false);
    }

    // "Wies (8 jaar)": the word before the bracket.
    void add_name_with_age(std::size_t bracket) {
        std::size_t at = bracket + 1;
        while (at < text_.size() && is_digit(text_[at])) ++at;
        const std::size_t digits = at - bracket - 1;
        if (digits == 0 || digits > 2 || !text_.substr(at).starts_with(" jaar")) return;
        add_word_before(bracket);
    }
    // A word with a capital that stands before the space before `at`.
    void add_word_before(std::size_t at) {
        if (last_.empty() || at < 2 || text_[at - 1] != ' ') return;
        const auto begin = static_cast<std::size_t>(last_.data() - text_.data());
        if (begin + last_.size() + 1 == at && is_called(last_)) add(PersonalKind::family, begin, at - 1);
    }
    // "Xilian B. (ouder)", "Xilian (moeder van Sem)"
    void add_name_before_bracket(std::size_t begin) {
        const FoundName name = find_name_before(text_, begin);
        if (name.end > name.begin)
            add(PersonalKind::family, name.begin, name.end);
        else
            add_word_before(begin - 1);
    }
    // "Xilian is een jongen"
    void add_name_of_pupil(std::size_t begin) {
        constexpr std::string_view link = " is een ";
        if (begin < link.size() || text_.substr(begin - link.size(), link.size()) != link) return;
        const std::size_t end = begin - link.size();
        std::size_t from = end;
        while (from > 0 && !is_text_space(text_[from - 1])) --from;
        if (is_called(text_.substr(from, end - from))) add(PersonalKind::family, from, end);
    }

    // "Sanne de Boer". Neither saints, royalty nor schools that are called after somebody.
    std::size_t scan_full_name(std::size_t begin, std::size_t end) {
        const std::string_view before = bare_word(last_);
        for (const std::string_view word : {"Sint", "St", "Prins", "Prinses", "Koning", "Koningin", "Stichting"})
            if (before == word) return end;
        const std::string_view word = text_.substr(begin, end - begin);
        const std::string_view name = bare_word(word);
        const auto from = static_cast<std::size_t>(name.data() - text_.data());
        const bool ends_here = word.ends_with('.') || word.ends_with(',') || word.ends_with(')') || word.ends_with(';');
        if (!ends_here)
            if (const FoundName full = find_surname(text_, from, end); full.end > full.begin)
                return take(full, PersonalKind::name);
        if (!stands_alone(name, from + name.size())) return end;
        add(PersonalKind::name, from, from + name.size());
        // "Tim en Jayden"
        for (const std::string_view joint : {" en ", " & "}) {
            if (from + name.size() != end || !text_.substr(end).starts_with(joint)) continue;
            const std::size_t next = end + joint.size(), stop = word_end(text_, next);
            const std::string_view other = bare_word(text_.substr(next, stop - next));
            if (text_.substr(next).starts_with(other) && may_be_called(text_, other, next - 1))
                add(PersonalKind::name, next, next + other.size());
        }
        return end;
    }

    // "Tims ouders"
    bool is_possessive(std::string_view word, std::size_t end) const {
        constexpr std::size_t shortest = 4;  // "Bos" is no Bo's
        if (word.size() < shortest || !word.ends_with('s') || !is_first_name(word.substr(0, word.size() - 1)))
            return false;
        return end + 1 < text_.size() && text_[end] == ' ' && text_[end + 1] >= 'a' && text_[end + 1] <= 'z';
    }

    // "Vraag naar Pieternel": a first name that no other name follows, and that is no verb or article's noun.
    bool stands_alone(std::string_view name, std::size_t end) const {
        const std::string before = small_letters(bare_word(last_));
        constexpr std::array<std::string_view, 4> words{"Ben", "Daisy", "Ernst", "Toon"};  // "Toon begrip"
        if (std::ranges::find(words, name) != words.end() || before == "de" || before == "het") return false;
        if (is_first_name(bare_word(last_)) && !last_.ends_with(',')) return false;  // "Anne Frank"
        if (end < text_.size() && (text_[end] == '-' || text_[end] == '\'')) return false;
        while (end < text_.size() && text_[end] == ' ') ++end;
        return end == text_.size() || !starts_upper(text_.substr(end));
    }

    // "K. de Boer", "T.J. Oosterhof". One letter at a line's start numbers it: "A. Visie".
    std::size_t scan_initials(std::size_t begin, std::size_t end, std::string_view word) {
        std::string letters;
        for (const char c : word)
            if (c != '.') letters += c;
        if (std::ranges::find(no_initials, letters) != no_initials.end()) return end;
        const bool starts_line = begin == 0 || text_[begin - 1] == '\n' || text_[begin - 1] == '\t';
        if (letters.size() == 1 &&
            (starts_line || std::ranges::find(lettered_words, small_letters(bare_word(last_))) != lettered_words.end()))
            return end;
        return take(find_surname(text_, begin, end), PersonalKind::name);
    }

    std::size_t take(const FoundName& name, PersonalKind kind) {
        add(kind, name.begin, name.end);
        return name.next;
    }

    std::size_t scan_number(std::size_t begin) {
        if (text_[begin] == '0' || text_[begin] == '+') {
            const std::size_t end = find_phone_end(text_, begin);
            const std::string_view run = text_.substr(begin, end - begin);
            if (is_phone(run)) {
                const bool is_opened = begin > 0 && text_[begin - 1] == '(' && run.find(')') != std::string_view::npos;
                add(PersonalKind::phone, is_opened ? begin - 1 : begin, end);
                return end;
            }
        }
        if (const auto number = find_id_number(text_, begin)) {
            add(number->kind, number->begin, number->end);
            return number->end;
        }
        std::size_t stop = begin;
        while (stop < text_.size() && is_digit(text_[stop])) ++stop;
        scan_count(begin, stop);
        return begin;  // the rest of the word says nothing
    }

    static bool is_phone(std::string_view run) {
        constexpr std::ptrdiff_t digits = 10;  // of a mobile number, given out or not
        const bool is_mobile = run.starts_with("06") && std::ranges::count_if(run, is_digit) == digits;
        if (!is_mobile && !parse_phone(run)) return false;
        const Tokens tokens(run);
        const auto dates = find_dates(tokens);
        return dates.empty() || dates.front().first != 0;
    }

    void scan_count(std::size_t begin, std::size_t end) {
        if (is_small_number(text_.substr(begin, end - begin)) &&
            counts_few_pupils(text_, begin, end, last_, before_last_))
            add(PersonalKind::small_count, begin, end);
    }

    std::string_view text_;
    bool has_sign_;  // somewhere
    std::vector<PersonalSpan> spans_;
    std::string_view last_, before_last_;  // words before
};

}  // namespace

std::vector<PersonalSpan> find_personal_data(std::string_view text) { return TextScan(text).scan(); }

}  // namespace sop
