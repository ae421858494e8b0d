#include "normalize/mask.h"

#include <algorithm>
#include <array>
#include <utility>

#include "extract/fold.h"
#include "normalize/blocks.h"
#include "normalize/body_name.h"
#include "normalize/name_scan.h"
#include "normalize/person_cells.h"
#include "normalize/person_words.h"
#include "normalize/personal_data.h"
#include "normalize/text.h"

namespace sop {
namespace {

// In the order of PersonalKind.
constexpr std::array<std::string_view, 7> labels{"[naam]", "[naam]",   "[e-mail]", "[telefoon]",
                                                 "[bsn]",  "[nummer]", "<5"};
constexpr std::size_t name_label = static_cast<std::size_t>(PersonalKind::name);
constexpr std::size_t number_label = static_cast<std::size_t>(PersonalKind::pupil_number);
constexpr std::size_t count_label = static_cast<std::size_t>(PersonalKind::small_count);

struct Cut {
    std::size_t begin = 0, end = 0, label = name_label;
};

std::string_view original(std::string_view text, const Words::Word& word) {
    return text.substr(word.begin, word.end - word.begin);
}

bool stands_at(const Words& words, std::size_t at, const std::vector<std::string>& row) {
    if (at + row.size() > words.size()) return false;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (words[at + i] != row[i]) return false;
    return true;
}

std::vector<std::string> row_of(std::string_view text) {
    const Words words = fold_words(text);
    std::vector<std::string> row;
    for (std::size_t i = 0; i < words.size(); ++i) row.emplace_back(words[i]);
    return row;
}

// "anna bos" is a name too, "bos" and "de bos" are not.
bool has_capital(std::string_view text, const std::vector<std::string>& row) {
    if (row.size() == 1) return starts_upper(text);
    if (!is_particle(row.front())) return true;
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80); });
}

bool is_article(std::string_view word) { return word == "de" || word == "het" || word == "een"; }

// The word at `at` is part of the name of a street, a school or a body: "Stichting Jansen", "wijk Bos en Lommer",
// "Keizer Karelplein".
bool is_in_name_of_place(std::string_view text, const Words& words, std::size_t at) {
    constexpr std::array<std::string_view, 10> before{"stichting", "wijk", "buurt", "gemeente", "vereniging",
                                                      "sint",      "st",   "prins", "prinses",  "koningin"};
    const auto follows = [&](std::size_t next) {
        return words.words[next].begin == words.words[next - 1].end + 1 && text[words.words[next - 1].end] == ' ';
    };
    if (at > 0 && follows(at) && std::ranges::find(before, words[at - 1]) != before.end()) return true;
    if (at + 1 >= words.size() || !follows(at + 1)) return false;
    const std::string_view next = original(text, words.words[at + 1]);
    return starts_upper(next) && ends_as_place(next);
}

// Where the name that has its first known word at `at` begins: initials, and particles between, belong to it
// ("J. de Vries" where Anna de Vries is known).
std::size_t name_begin(std::string_view text, const Words& words, std::size_t at) {
    std::size_t begin = words.words[at].begin;
    for (std::size_t back = at; back-- > 0;) {
        const Words::Word& word = words.words[back];
        const bool is_initial = word.end - word.begin == 1 && starts_upper(original(text, word)) &&
                                word.end < text.size() && text[word.end] == '.';
        if (!is_initial && !is_particle(original(text, word))) break;
        if (is_initial) begin = word.begin;
    }
    return begin;
}

}  // namespace

Mask::Mask(const SopRecord& record) {
    for (const Tekst* name : {&record.school.naam, &record.bestuur.naam, &record.samenwerkingsverband.naam,
                              &record.school.adres.straat, &record.school.adres.plaats})
        protect(*name);
    for (const auto* persons : {&record.contact.directie, &record.contact.interne_begeleiding})
        for (const Persoon& person : *persons) add_person(person.naam);
    collect(text_of(record.voorwerk));
    collect(record.voorwerk);
    for (const Sectie& section : record.secties) {
        collect(section.kop);
        collect(section.tekst);
        collect(section.blokken);
    }
    for (const auto& [pointer, evidence] : record.herkomst) collect(evidence.ruw);
    for (const Tekst* text : {&record.document.titel, &record.versie.tekst})
        if (*text) collect(**text);
}

void Mask::collect(std::string_view text) {
    for (const PersonalSpan& span : find_personal_data(text)) {
        const std::string_view name = text.substr(span.begin, span.end - span.begin);
        if (span.kind == PersonalKind::bsn || span.kind == PersonalKind::pupil_number) add_name(row_of(name));
        if (span.kind == PersonalKind::email) collect_address(name, text);
        if (span.kind != PersonalKind::name && span.kind != PersonalKind::family) continue;
        const std::string folded = fold(name);
        const bool is_body = std::any_of(protected_.begin(), protected_.end(), [&](const Row& row) {
            std::string phrase;
            for (const std::string& word : row) phrase += (phrase.empty() ? "" : " ") + word;
            return contains_words(phrase, folded);
        });
        if (!is_body) add_person(name);
    }
}

void Mask::collect(const std::vector<Blok>& blocks) {
    for (const Blok& block : blocks)
        if (const auto* table = std::get_if<Tabel>(&block))
            for_each_person_cell(*table, [this](std::string_view name) { add_person(name); });
}

// "anna.bos@debrug.example" names Anna Bos, "a.bos@" a Bos whose name begins so where the text has one.
void Mask::collect_address(std::string_view address, std::string_view text) {
    const std::string_view local = address.substr(0, address.find('@'));
    const Words parts = fold_words(local);
    constexpr std::size_t shortest = 4;
    if (parts.size() < 2 || has_digits(local) || parts[parts.size() - 1].size() < shortest) return;
    const std::string_view surname = parts[parts.size() - 1];
    const Words words = fold_words(text);
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (words[at] != surname) continue;
        std::size_t first = at - 1;
        while (first > 0 && is_particle(original(text, words.words[first]))) --first;
        const std::string_view name = original(text, words.words[first]);
        if (!starts_upper(name) || !words[first].starts_with(parts[0])) continue;
        add_person(text.substr(words.words[first].begin, words.words[at].end - words.words[first].begin));
    }
}

void Mask::add_person(std::string_view name) {
    // "Jo" is too many words' beginning, but for somebody who is called so.
    constexpr std::size_t shortest = 3, shortest_first = 2;
    const Words words = fold_words(name);
    Row whole;
    for (std::size_t i = 0; i < words.size(); ++i) {
        whole.emplace_back(words[i]);
        const std::string_view word = original(name, words.words[i]);
        if (i > 0 && (words[i - 1] == "de" || words[i - 1] == "het")) articled_.insert(whole.back());
        const bool is_first = i == 0 && words.size() > 1 && word.size() == 2 && word[1] >= 'a' && word[1] <= 'z';
        if (words[i].size() >= (is_first ? shortest_first : shortest) && starts_upper(word) && !is_particle(word) &&
            !is_title(word) && !is_no_name(word) && !is_function(word, true))
            add_name({whole.back()});
    }
    if (whole.size() > 1) add_name(std::move(whole));
}

void Mask::add_name(Row words) {
    if (words.empty()) return;
    std::vector<Row>& rows = names_[words.front()];
    if (std::find(rows.begin(), rows.end(), words) == rows.end()) rows.push_back(std::move(words));
}

void Mask::protect(const Tekst& name) {
    if (!name) return;
    Row words = row_of(body_name(*name));
    constexpr std::size_t with_kind = 3;  // "OBS De Brug" is "De Brug" too
    if (words.size() >= with_kind) protected_.emplace_back(words.begin() + 1, words.end());
    if (!words.empty()) protected_.push_back(std::move(words));
}

// The names that begin with the word at `at`; of "Tims" those of "Tim" alone.
Mask::Names::const_iterator Mask::find_rows(std::string_view text, const Words& words, std::size_t at) const {
    constexpr std::size_t shortest = 4;
    const std::string_view word = words[at];
    const auto rows = names_.find(std::string(word));
    if (rows != names_.end() || word.size() < shortest || !word.ends_with('s') ||
        !starts_upper(original(text, words.words[at])))
        return rows;
    const auto owner = names_.find(std::string(word.substr(0, word.size() - 1)));
    return owner != names_.end() && std::ranges::any_of(owner->second, [](const Row& row) { return row.size() == 1; })
               ? owner
               : names_.end();
}

// "in de Maas", "het Rode Maas" where Anna Maas is known: the article is of no name.
bool Mask::is_behind_article(std::string_view text, const Words& words, std::size_t at) const {
    const auto is_of_another = [&](std::string_view article) {
        return is_article(article) && !articled_.contains(std::string(words[at]));
    };
    if (at > 0 && is_of_another(original(text, words.words[at - 1]))) return true;
    if (at < 2 || !starts_upper(original(text, words.words[at - 1]))) return false;
    return is_of_another(words[at - 2]) && text[words.words[at - 1].end] == ' ' &&
           !names_.contains(std::string(words[at - 1]));
}

// "Wil je helpen?", where Wil Mos is known; "Groot feest", where Anna de Groot is.
bool Mask::opens_sentence(std::string_view text, const Words& words, std::size_t at) const {
    const std::size_t begin = words.words[at].begin, end = words.words[at].end;
    const bool is_first = begin == 0 || text[begin - 1] == '\n' ||
                          (begin > 1 && text[begin - 1] == ' ' &&
                           std::string_view(".!?:").find(text[begin - 2]) != std::string_view::npos);
    if (!is_first || at + 1 == words.size() || text[end] != ' ' || words.words[at + 1].begin != end + 1) return false;
    constexpr std::array<std::string_view, 7> pronouns{"je", "jij", "u", "we", "wij", "ik", "jullie"};
    const std::string_view next = original(text, words.words[at + 1]);
    return std::ranges::find(pronouns, next) != pronouns.end() ||
           (articled_.contains(std::string(words[at])) && next.front() >= 'a' && next.front() <= 'z');
}

std::string Mask::operator()(std::string_view text) {
    const Words words = fold_words(text);
    std::vector<bool> is_protected(words.size());
    for (std::size_t at = 0; at < words.size(); ++at)
        for (const Row& row : protected_)
            if (stands_at(words, at, row))
                std::fill_n(is_protected.begin() + static_cast<std::ptrdiff_t>(at), row.size(), true);
    const auto stays = [&](std::size_t begin, std::size_t end) {
        const auto first = std::ranges::upper_bound(words.words, begin, {}, &Words::Word::end) - words.words.begin();
        auto at = static_cast<std::size_t>(first);
        if (at == words.size() || words.words[at].begin >= end) return false;
        for (; at < words.size() && words.words[at].begin < end; ++at)
            if (!is_protected[at]) return false;
        return true;
    };

    std::vector<Cut> cuts;
    for (const PersonalSpan& span : find_personal_data(text)) {
        const bool is_name = span.kind == PersonalKind::name || span.kind == PersonalKind::family;
        if (is_name && stays(span.begin, span.end)) continue;
        cuts.push_back({span.begin, span.end, static_cast<std::size_t>(span.kind)});
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto rows = find_rows(text, words, at);
        if (rows == names_.end()) continue;
        for (const Row& row : rows->second) {
            const bool is_alone = row.size() == 1;
            if (!is_alone && !stands_at(words, at, row)) continue;
            if (is_alone && (is_in_name_of_place(text, words, at) || is_behind_article(text, words, at) ||
                             opens_sentence(text, words, at)))
                continue;
            const std::size_t begin = words.words[at].begin, end = words.words[at + row.size() - 1].end;
            const bool is_number = has_digits(row.front());
            if (is_number) {
                cuts.push_back({begin, end, number_label});
            } else if (has_capital(text.substr(begin, end - begin), row) && !stays(begin, end)) {
                cuts.push_back({name_begin(text, words, at), end, name_label});
            }
        }
    }
    std::sort(cuts.begin(), cuts.end(),
              [](const Cut& a, const Cut& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });

    std::string out;
    std::size_t done = 0;
    for (std::size_t i = 0; i < cuts.size();) {
        Cut cut = cuts[i];
        for (++i; i < cuts.size() && cuts[i].begin < cut.end; ++i) cut.end = std::max(cut.end, cuts[i].end);
        out += text.substr(done, cut.begin - done);
        out += labels[cut.label];
        done = cut.end;
        ++count_;
        if (cut.label != count_label) masked_.emplace(text.substr(cut.begin, cut.end - cut.begin));
    }
    out += text.substr(done);
    return out;
}

}  // namespace sop
