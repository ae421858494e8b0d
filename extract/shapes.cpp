#include "extract/shapes.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "extract/paragraph_text.h"
#include "extract/patterns.h"
#include "ingest/text.h"

namespace sop {
namespace {

constexpr std::size_t top_line_bytes = 150;
constexpr std::size_t version_words = 12;
constexpr std::size_t name_words = 8;

// Factors of a name's confidence, by what ties it to the title.
constexpr double name_by_prefix = 1.0;      // "Schoolondersteuningsprofiel OBS De Brug"
constexpr double name_by_connection = 1.0;  // "Schoolondersteuningsprofiel van De Brug"
constexpr double name_by_sign = 0.9;        // "Schoolondersteuningsprofiel - De Brug"
constexpr double name_by_place = 0.7;       // "Schoolondersteuningsprofiel De Brug"
constexpr double name_alone = 0.85;         // "OBS De Brug" on a line of its own
// The day on which a version was adopted; what is called a version comes before it.
constexpr double version_by_adoption = 0.75;
// A month and a year behind a place on the title page.
constexpr double version_by_place = 0.8;
// Another clause is as far from a date as so many words.
constexpr std::size_t clause_words = 4;

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool starts_name(std::string_view text, const Words& words, std::size_t word) {
    const std::uint32_t at = words.words[word].begin;
    const char first = text[at];
    const bool is_apostrophe = at > 0 && (text[at - 1] == '\'' || (text[at - 1] & 0x80) != 0);  // 't, ’t
    return !(first >= 'a' && first <= 'z') || is_apostrophe;
}

// Number of words of the longest school prefix at `word`; 0 where there is none.
std::size_t prefix_words(const Words& words, std::size_t word) {
    std::size_t longest = 0;
    std::string phrase;
    for (std::size_t count = 1; count <= 4 && word + count <= words.size(); ++count) {
        if (count > 1) phrase += ' ';
        phrase += words[word + count - 1];
        if (has(default_vocabulary().school_prefixes, phrase)) longest = count;
    }
    return longest;
}

// Whether a dash with spaces around it parts what stands on its sides: "De Vlieger – Ede", not "Sint-Odulphus".
bool is_dash(std::string_view gap) {
    return gap.starts_with(' ') && gap.ends_with(' ') && (trim(gap) == "-" || trim(gap) == "–");
}

// The name that starts at word `first`, up to a date, a year, a sign or a word that ends it; "" where it is none.
std::string name_at(std::string_view text, const Words& words, std::size_t first) {
    const std::vector<std::string>& excluded = default_vocabulary().no_school_name;
    constexpr std::array<std::string_view, 7> ends{"versie",     "schooljaar", "cursusjaar", "datum",
                                                   "definitief", "concept",    "definitieve"};
    const std::size_t after_prefix = first + prefix_words(words, first);
    std::size_t end = first;
    for (; end < words.size(); ++end) {
        if (std::find(ends.begin(), ends.end(), words[end]) != ends.end()) break;
        if (words[end].size() == 4 && words[end].find_first_not_of("0123456789") == std::string_view::npos) break;
        if (end == first) continue;
        const std::string_view gap =
            text.substr(words.words[end - 1].end, words.words[end].begin - words.words[end - 1].end);
        if (gap.find_first_of("\t(,;|:") != std::string_view::npos || is_dash(gap) ||
            gap.find("  ") != std::string_view::npos) {
            if (gap.find(':') != std::string_view::npos) return "";
            break;
        }
        if (gap.find(". ") != std::string_view::npos && words[end - 1].size() > 3) return "";  // a sentence
    }
    if (end == first || end - first > name_words || end == after_prefix) return "";
    bool is_kind = true;  // "Havo, atheneum en gymnasium"
    for (std::size_t i = after_prefix; i < end; ++i) {
        if (has(excluded, words[i])) return "";
        is_kind = is_kind && has(default_vocabulary().teaching_kinds, words[i]);
    }
    if (is_kind) return "";
    std::size_t begin = words.words[first].begin;
    while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\t') --begin;  // an apostrophe: ’t
    return std::string(text.substr(begin, words.words[end - 1].end - begin));
}

// Whether a line of a few words ends as a school's name: "Beatrixschool", "Vechtlyceum", "Trinitas College". Not with
// the word for any school alone.
bool ends_as_school(const Words& words) {
    constexpr std::size_t most_words = 5;
    if (words.size() == 0 || words.size() > most_words) return false;
    const std::string_view last = words[words.size() - 1];
    if (words.size() > 1 && (last == "college" || last == "lyceum" || last == "gymnasium")) return true;
    if (last == "basisschool" || last == "hogeschool") return false;
    constexpr std::array<std::string_view, 3> endings{"school", "lyceum", "college"};
    return std::ranges::any_of(
        endings, [&](std::string_view end) { return last.size() > end.size() + 2 && last.ends_with(end); });
}

// "98XX De Vlieger", "De Vlieger (98XX)": what stands beside a school's code alone; "" where that is no name.
std::string name_beside_code(const TopLine& line) {
    const auto code = find_brin(line.text, line.words);
    if (!code || line.is_about_other) return "";
    const auto strip = [](std::string_view text) {
        constexpr std::string_view signs = " ()-:,\t", dash = "–";
        for (;;) {
            const std::size_t first = std::min(text.find_first_not_of(signs), text.size());
            text = text.substr(first, text.find_last_not_of(signs) + 1 - first);
            if (text.starts_with(dash))
                text.remove_prefix(dash.size());
            else if (text.ends_with(dash))
                text.remove_suffix(dash.size());
            else
                return text;
        }
    };
    const std::string_view before = strip(line.text.substr(0, code->begin)),
                           behind = strip(line.text.substr(code->end));
    if (before.empty() == behind.empty()) return "";
    const std::string_view rest = before.empty() ? behind : before;
    const Words words = fold_words(rest);
    if (words.size() < 2 || has(default_vocabulary().location_words, words[0]) || !starts_name(rest, words, 0))
        return "";
    return name_at(rest, words, 0);
}

std::optional<ShapedValue> find_school_name(const MatchedTemplate& form, const TopLine& line) {
    const Words& words = line.words;
    std::size_t title = 0;
    for (const Term term : {Term::title, Term::guide})
        form.meanings_at(words, 0, term, [&](const Meaning&, std::size_t taken) { title = std::max(title, taken); });
    std::size_t first = title;
    if (title == 0) {
        if (line.has_label || line.text.ends_with('.')) return std::nullopt;
        if (line.is_below_title && ends_as_school(words) && starts_name(line.text, words, 0)) {
            std::string name = name_at(line.text, words, 0);
            if (!name.empty()) return ShapedValue{std::move(name), name_alone};
        }
        if (line.is_below_title && (words[0] == "van" || words[0] == "voor")) first = 1;
        const std::size_t prefix = prefix_words(words, first);
        std::string name;
        if (prefix > 0 && first + prefix < words.size() && starts_name(line.text, words, first + prefix))
            name = name_at(line.text, words, first);
        else if (line.is_below_title)
            name = name_beside_code(line);
        if (name.empty()) return std::nullopt;
        return ShapedValue{std::move(name), name_alone};
    }
    bool is_connected = false;
    while (first < words.size()) {
        const std::string_view word = words[first];
        const bool is_connection = word == "van" || word == "voor";
        const bool is_year = word.find_first_not_of("0123456789") == std::string_view::npos;
        if (!is_connection && !is_year && word != "sop") break;
        is_connected = is_connected || is_connection;
        ++first;
    }
    // "van de Willem-Alexanderschool"
    const auto is_article = [&](std::size_t word) { return words[word] == "de" || words[word] == "het"; };
    if (is_connected && first + 1 < words.size() && is_article(first) && !starts_name(line.text, words, first) &&
        starts_name(line.text, words, first + 1))
        ++first;
    if (first >= words.size()) return std::nullopt;
    std::string name = name_at(line.text, words, first);
    if (name.empty()) return std::nullopt;
    if (prefix_words(words, first) > 0) return ShapedValue{std::move(name), name_by_prefix};
    if (!starts_name(line.text, words, first)) return std::nullopt;
    if (is_connected) return ShapedValue{std::move(name), name_by_connection};
    const std::size_t gap = words.words[first - 1].end;
    if (line.text.substr(gap, words.words[first].begin - gap).find_first_of(":-|\t") != std::string_view::npos)
        return ShapedValue{std::move(name), name_by_sign};
    // Behind "… Primair Onderwijs" stands a region.
    constexpr std::array<std::string_view, 4> ends{"schoolondersteuningsprofiel", "ondersteuningsprofiel", "sop",
                                                   "schoolgids"};
    if (std::find(ends.begin(), ends.end(), words[title - 1]) == ends.end()) return std::nullopt;
    return ShapedValue{std::move(name), name_by_place};
}

bool is_status(std::string_view word) {
    return word == "concept" || word == "conceptversie" || word == "definitief" || word == "definitieve" ||
           word == "voorlopige" || word == "vastgesteld";
}

// What was done to a text on the date behind it.
bool is_revision(std::string_view word) {
    return word == "geactualiseerd" || word == "bijgewerkt" || word == "bijgesteld" || word == "herzien";
}

// "CONCEPT, versie 3, 12 september 2024. Vervangt …": a second sentence is about another version.
std::string_view first_sentence(std::string_view text) {
    constexpr std::size_t shortest_word = 3;  // shorter ones are abbreviations
    for (auto stop = text.find(". "); stop != std::string_view::npos; stop = text.find(". ", stop + 1)) {
        const auto word = text.find_last_of(" .", stop == 0 ? 0 : stop - 1);
        const bool is_long = stop - (word == std::string_view::npos ? 0 : word + 1) >= shortest_word;
        const char next = stop + 2 < text.size() ? text[stop + 2] : ' ';
        if (is_long && next >= 'A' && next <= 'Z') return text.substr(0, stop);
    }
    return text;
}

// "Plein013, april 2015" on a title page: who made it, and when.
std::optional<ShapedValue> find_place_and_date(std::string_view text, const Words& words, const Spot& date) {
    constexpr std::size_t most_words = 3;  // of the place
    if (date.first_word == 0 || date.first_word > most_words || date.end != text.size()) return std::nullopt;
    const std::size_t end = words.words[date.first_word - 1].end;
    if (trim(text.substr(end, date.begin - end)) != "," || !starts_name(text, words, 0)) return std::nullopt;
    return ShapedValue{std::string(text.substr(date.begin)), version_by_place};
}

std::optional<ShapedValue> find_version(const MatchedTemplate&, const TopLine& line) {
    const std::string_view text = first_sentence(line.text);
    const Words words = fold_words(text);
    if (words.size() == 0 || words.size() > version_words) return std::nullopt;
    const std::vector<Spot> dates = find_dates(text, words);
    std::size_t first = words.size();
    bool has_version = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_version = words[i] == "versie" || words[i].ends_with("versie");
        has_version = has_version || is_version;
        if (is_version || is_status(words[i]) || (is_revision(words[i]) && !dates.empty())) first = std::min(first, i);
    }
    if (first == words.size())
        return line.has_label || dates.size() != 1 ? std::nullopt : find_place_and_date(text, words, dates[0]);
    // Behind another label only what says when: "Schooljaar 2013/2014 - definitieve versie april 2014".
    const bool is_behind_label = line.has_label && !is_status(words[0]);
    if (is_behind_label && (first == 0 || dates.empty() || dates[0].first_word < first)) return std::nullopt;
    for (const std::string_view former : {"vorige", "oude", "eerdere"})
        if (words[0] == former) return std::nullopt;
    const bool is_alone = words.size() == 1;
    if (!(is_alone || !dates.empty() || (has_version && has_digit(text)))) return std::nullopt;
    if (words[first] == "vastgesteld" && dates.empty()) return std::nullopt;
    const bool is_adoption = words[first] == "vastgesteld" && !has_version;
    for (const Spot& date : dates) first = std::min(first, date.first_word);
    return ShapedValue{std::string(trim(text.substr(words.words[first].begin))), is_adoption ? version_by_adoption : 1};
}

bool is_sentence(const TopLine& line) {
    constexpr std::size_t sentence_words = 6;
    return line.words.size() >= sentence_words && (line.text.ends_with('.') || line.text.ends_with('!'));
}

// Whether the words name another plan of the school, and not its profile: "Schoolplan 2023-2027".
bool is_of_other_plan(const Words& words) {
    if (is_about_profile(words)) return false;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].ends_with("plan")) return true;
    return false;
}

std::optional<ShapedValue> find_years(const TopLine& line, bool is_school_year) {
    if (line.has_label || is_of_other_plan(line.words)) return std::nullopt;
    for (const YearSpan& span : find_year_spans(line.text, line.words))
        if ((span.to - span.from == 1) == is_school_year)
            return ShapedValue{std::string(line.text.substr(span.begin, span.end - span.begin))};
    return std::nullopt;
}
std::optional<ShapedValue> find_school_year(const MatchedTemplate&, const TopLine& line) {
    return find_years(line, true);
}
std::optional<ShapedValue> find_plan_period(const MatchedTemplate&, const TopLine& line) {
    // A sentence may tell of any years: "In de periode 2019-2023 groeide de school."
    if (is_sentence(line) && !is_about_profile(line.words)) return std::nullopt;
    return find_years(line, false);
}

std::optional<ShapedValue> find_brin_code(const MatchedTemplate&, const TopLine& line) {
    const auto spot = find_brin(line.text, line.words);
    // A sentence may name another school with its code: "in samenwerking met OBS De Buur (99XX)."
    if (!spot || is_sentence(line) || line.is_about_other) return std::nullopt;
    return ShapedValue{std::string(line.text.substr(spot->begin, spot->end - spot->begin))};
}

using ShapeFunction = std::optional<ShapedValue> (*)(const MatchedTemplate&, const TopLine&);
struct ShapeRow {
    Locator locator;
    ShapeFunction find;
};
constexpr std::array shape_functions{
    ShapeRow{Locator::title_line, find_school_name},  ShapeRow{Locator::version, find_version},
    ShapeRow{Locator::school_year, find_school_year}, ShapeRow{Locator::plan_period, find_plan_period},
    ShapeRow{Locator::brin, find_brin_code},
};

// Words of a statement that has not come true, or not for this date.
constexpr std::array<std::string_view, 15> open_words{"niet",   "geen",     "nog",      "zal",        "zullen",
                                                      "worden", "wordt",    "gepland",  "volgt",      "gevraagd",
                                                      "vraagt", "verzocht", "verzoekt", "voorgelegd", "agenda"};

// First word of each phrase of `group` in the text.
std::vector<std::size_t> places_of(const std::vector<std::string>& group, const Words& words) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (std::ranges::any_of(group, [&](const std::string& phrase) { return phrase_at(words, i, phrase) > 0; }))
            places.push_back(i);
    return places;
}

// Words from the word at `place` to a date.
std::size_t distance(std::size_t place, const Spot& date) {
    return place < date.first_word ? date.first_word - place : place + 1 - date.end_word;
}

// Whether a phrase of any of `groups` stands right before a date: "instemming MR: 17 september 2024".
bool is_announced(const std::vector<std::vector<std::string>>& groups, const Words& words, const Spot& date) {
    return std::ranges::any_of(groups, [&](const std::vector<std::string>& group) {
        return std::ranges::any_of(group, [&](const std::string& phrase) {
            const auto count = static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
            return count <= date.first_word && phrase_at(words, date.first_word - count, phrase) == count;
        });
    });
}

// Whether a comma or semicolon parts a word from a date: "MR besproken 7-6-2016, bestuur vastgesteld 1 juli 2016".
bool are_apart(std::string_view text, const Words& words, std::size_t word, const Spot& date) {
    const std::size_t begin = std::min<std::size_t>(words.words[word].end, date.end);
    const std::size_t end = std::max<std::size_t>(words.words[word].begin, date.begin);
    return begin < end && text.substr(begin, end - begin).find_first_of(",;") != std::string_view::npos;
}

// Whether a phrase of `group` stands in a folded text.
bool stands_in(const std::vector<std::string>& group, std::string_view folded) {
    for (const std::string& phrase : group)
        for (std::size_t at = folded.find(phrase); at != std::string_view::npos; at = folded.find(phrase, at + 1)) {
            const std::size_t end = at + phrase.size();
            if ((at == 0 || folded[at - 1] == ' ') && (end == folded.size() || folded[end] == ' ')) return true;
        }
    return false;
}

}  // namespace

std::optional<ShapedValue> find_shape(const MatchedTemplate& form, Locator locator, const TopLine& line) {
    if (line.text.size() > top_line_bytes || line.words.size() == 0) return std::nullopt;
    for (const ShapeRow& row : shape_functions)
        if (row.locator == locator) return row.find(form, line);
    return std::nullopt;
}

bool starts_as_school(std::string_view text) {
    if (text.size() > top_line_bytes) return false;
    const Words words = fold_words(text);
    const std::size_t prefix = prefix_words(words, 0);
    return prefix > 0 && prefix < words.size();
}

bool names_subject(const Definitions& rules, const Words& words) {
    return std::any_of(rules.fields.begin(), rules.fields.end(), [&](const FieldDef& field) {
        return !field.sentence.empty() && !places_of(field.sentence[0], words).empty();
    });
}

std::vector<StatedDate> find_stated_dates(const Definitions& rules, std::string_view text, const Words& words,
                                          std::string_view around) {
    const std::vector<Spot> dates = find_dates(text, words);
    if (dates.empty()) return {};
    for (std::size_t i = 0; i < words.size(); ++i)
        if (std::find(open_words.begin(), open_words.end(), words[i]) != open_words.end()) return {};

    constexpr std::size_t far = std::numeric_limits<std::size_t>::max();
    struct Nearest {
        std::size_t field = 0, distance = far;
    };
    std::vector<Nearest> nearest(dates.size());
    std::vector<bool> is_complete(rules.fields.size());
    for (std::size_t f = 0; f < rules.fields.size(); ++f) {
        const auto& groups = rules.fields[f].sentence;
        if (groups.empty()) continue;
        is_complete[f] = std::all_of(groups.begin() + 1, groups.end(), [&](const std::vector<std::string>& group) {
            return !places_of(group, words).empty() || stands_in(group, around);
        });
        for (const std::size_t subject : places_of(groups[0], words))
            for (std::size_t d = 0; d < dates.size(); ++d) {
                const std::size_t words_between =
                    distance(subject, dates[d]) + (are_apart(text, words, subject, dates[d]) ? clause_words : 0);
                if (words_between < nearest[d].distance) nearest[d] = {f, words_between};
            }
    }
    // Of more dates of one field, the one that is announced, or else stands nearest to what was done: "heeft op 4 april
    // kennisgenomen van en op 9 mei positief geadviseerd over".
    const auto to_act = [&](std::size_t f, std::size_t d) {
        std::size_t least = far;
        for (std::size_t group = 1; group < rules.fields[f].sentence.size(); ++group)
            for (const std::size_t act : places_of(rules.fields[f].sentence[group], words))
                least = std::min(least, distance(act, dates[d]));
        return std::tuple(!is_announced(rules.fields[f].sentence, words, dates[d]), least, nearest[d].distance);
    };
    std::vector<StatedDate> stated;
    for (std::size_t f = 0; f < rules.fields.size(); ++f) {
        std::size_t best = dates.size();
        for (std::size_t d = 0; d < dates.size(); ++d)
            if (nearest[d].distance != far && nearest[d].field == f && is_complete[f] &&
                (best == dates.size() || to_act(f, d) < to_act(f, best)))
                best = d;
        if (best < dates.size())
            stated.push_back({f, std::string(text.substr(dates[best].begin, dates[best].end - dates[best].begin))});
    }
    return stated;
}

}  // namespace sop
