#include "normalize/person_words.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "extract/fold.h"
#include "normalize/text.h"
#include "normalize/word_filter.h"

namespace sop {
namespace {

// The words below are in lower case, without points at the end.

constexpr std::array<std::string_view, 23> titles{
    "dokter", "ds", "heren", "dames", "mw",   "mevr", "mevrouw", "mej", "dhr",      "hr",      "heer",  "drs",
    "dr",     "ir", "ing",   "mr",    "prof", "juf",  "mme",     "bc",  "juffrouw", "meester", "meneer"};
constexpr std::array<std::string_view, 7> degrees{"msc", "msen", "bsc", "med", "m.ed", "mba", "phd"};
constexpr std::array<std::string_view, 5> capital_degrees{"MA", "BA", "RA", "MEM", "MLI"};  // "ma" is a day

constexpr std::array<std::string_view, 25> particles{"van", "de", "der", "den", "ten", "ter", "te", "het", "'t",
                                                     "’t",  "op", "in",  "von", "du",  "el",  "al", "la",  "le",
                                                     "bin", "di", "da",  "do",  "dos", "del", "aan"};
constexpr std::array<std::string_view, 6> short_particles{"v.", "v.d.", "v.d", "vd", "v/d", "v.der"};

// An `ending` may close a compound ("locatiedirecteur"); a `small` one is a surname with a capital behind a name.
enum class As { word, ending, small };
struct FunctionWord {
    std::string_view word;
    As as;
};
constexpr std::array function_words{
    FunctionWord{"directeur", As::ending},
    FunctionWord{"directrice", As::ending},
    FunctionWord{"leider", As::ending},
    FunctionWord{"coordinator", As::ending},
    FunctionWord{"begeleider", As::ending},
    FunctionWord{"begeleidster", As::ending},
    FunctionWord{"specialist", As::ending},
    FunctionWord{"pedagoog", As::ending},
    FunctionWord{"manager", As::ending},
    FunctionWord{"bestuurder", As::ending},
    FunctionWord{"psycholoog", As::ending},
    FunctionWord{"adjunct", As::word},
    FunctionWord{"adj", As::word},
    FunctionWord{"dir", As::word},
    FunctionWord{"interim", As::word},
    FunctionWord{"waarnemend", As::word},
    FunctionWord{"plaatsvervangend", As::word},
    FunctionWord{"wnd", As::word},
    FunctionWord{"plv", As::word},
    FunctionWord{"intern", As::word},
    FunctionWord{"interne", As::word},
    FunctionWord{"ib", As::word},
    FunctionWord{"iber", As::word},
    FunctionWord{"kc", As::word},
    FunctionWord{"rt", As::word},
    FunctionWord{"onderbouw", As::word},
    FunctionWord{"middenbouw", As::word},
    FunctionWord{"bovenbouw", As::word},
    FunctionWord{"kleuterbouw", As::word},
    FunctionWord{"directie", As::ending},
    FunctionWord{"unit", As::small},
    FunctionWord{"groep", As::small},
    FunctionWord{"groepen", As::small},
};

// Of small letters; also the end of compounds.
constexpr std::array<std::string_view, 52> role_endings{"directie",
                                                        "lid",
                                                        "leerkracht",
                                                        "leraar",
                                                        "lerares",
                                                        "docent",
                                                        "docente",
                                                        "logopedist",
                                                        "logopediste",
                                                        "therapeut",
                                                        "therapeute",
                                                        "arts",
                                                        "verpleegkundige",
                                                        "conciërge",
                                                        "concierge",
                                                        "werker",
                                                        "werkster",
                                                        "voorzitter",
                                                        "secretaris",
                                                        "penningmeester",
                                                        "contactpersoon",
                                                        "vertrouwenspersoon",
                                                        "aanspreekpersoon",
                                                        "aanspreekpunt",
                                                        "coach",
                                                        "assistent",
                                                        "assistente",
                                                        "ondersteuner",
                                                        "ondersteunster",
                                                        "stagiair",
                                                        "stagiaire",
                                                        "behandelaar",
                                                        "trainer",
                                                        "geleding",
                                                        "mentor",
                                                        "consulent",
                                                        "consulente",
                                                        "adviseur",
                                                        "deskundige",
                                                        "teacher",
                                                        "auteur",
                                                        "opsteller",
                                                        "medewerker",
                                                        "medewerkster",
                                                        "inspecteur",
                                                        "administrateur",
                                                        "ib'er",
                                                        "ib-er",
                                                        "coördinator",
                                                        "coordinatrice",
                                                        "beheerder",
                                                        "trainster"};

// Of small letters; also the end of compounds.
constexpr std::array<std::string_view, 12> staff_endings{"leerkracht", "conciërge",     "concierge",  "assistent",
                                                         "assistente", "directeur",     "directrice", "schoolleider",
                                                         "teamleider", "locatieleider", "ib'er",      "ib-er"};

// Of small letters; also the end of compounds.
constexpr std::array<std::string_view, 77> body_endings{
    "dagdelen",     "dagdeel",    "weken",        "veilig",   "school",      "scholen",     "onderwijs",
    "zorg",         "groep",      "raad",         "team",     "dienst",      "centrum",     "bureau",
    "stichting",    "plan",       "protocol",     "training", "beleid",      "begeleiding", "ondersteuning",
    "instituut",    "hogeschool", "universiteit", "college",  "hulp",        "verband",     "gemeente",
    "bibliotheek",  "opvang",     "nederland",    "systeem",  "programma",   "methode",     "model",
    "opleiding",    "vereniging", "instelling",   "afdeling", "organisatie", "praktijk",    "commissie",
    "handtekening", "leerlijn",   "opvoeding",    "educatie", "educatief",   "expertise",   "cluster",
    "arrangement",  "kaart",      "map",          "lijst",    "toets",       "toetsen",     "gids",
    "profiel",      "rapport",    "verslag",      "akkoord",  "advies",      "overleg",     "vaardigheden",
    "needs",        "master",     "bachelor",     "office",   "dagen",       "basisschool", "uur",
    "heid",         "atie",       "iteit",        "kunde",    "gedrag",      "techniek",    "coaching"};

constexpr std::array<std::string_view, 24> label_words{
    "tel",      "telefoon", "telnr", "telefoonnummer", "nummer", "nr",
    "mobiel",   "mob",      "mail",  "email",          "e-mail", "e-mailadres",
    "t",        "e",        "m",     "bereikbaar",     "via",    "op",
    "aanwezig", "werkzaam", "naam",  "contactpersoon", "dagen",  "werkdagen"};

constexpr std::array<std::string_view, 33> no_name_words{"team",       "school",      "bestuur",
                                                         "stichting",  "vacature",    "vacant",
                                                         "onbekend",   "website",     "schoolgids",
                                                         "nog",        "zie",         "volgt",
                                                         "locatie",    "diverse",     "geen",
                                                         "ja",         "nee",         "wisselend",
                                                         "extern",     "intern",      "inhuur",
                                                         "aanwezig",   "beschikbaar", "obs",
                                                         "pcb",        "cbs",         "kbs",
                                                         "rkbs",       "ikc",         "basisschool",
                                                         "vereniging", "gemeente",    "samenwerkingsverband"};

constexpr std::array<std::string_view, 5> negations{"niet", "behalve", "afwezig", "uitgezonderd", "vrij"};

template <class Words>
bool has(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view without_points(std::string_view word) {
    while (word.ends_with('.')) word.remove_suffix(1);
    return word;
}

template <const auto& words>
constexpr WordFilter filter{words};

// Whatever the case of `word`, and with points behind it or not.
template <const auto& words>
bool has_small(std::string_view word) {
    word = without_points(word);
    if (!filter<words>.may_have(word)) return false;
    return has(words, small_letters(word));
}

}  // namespace

bool may_be_title(std::string_view word) { return !word.empty() && filter<titles>.may_begin(word.front()); }

bool is_title(std::string_view word) { return has_small<titles>(word) && without_points(word) != "MR"; }

bool is_degree(std::string_view word) { return has(capital_degrees, without_points(word)) || has_small<degrees>(word); }

bool is_capitalised(std::string_view word) {
    if (has_digits(word)) return false;
    if (starts_upper(word)) return true;
    for (const std::string_view apostrophe : {"'", "’"}) {
        const auto at = word.find(apostrophe);
        if (at <= 1 && starts_upper(word.substr(at + apostrophe.size()))) return true;
    }
    return false;
}

bool is_initials(std::string_view word) {
    constexpr std::size_t longest = 12;
    return word.ends_with('.') && word.size() <= longest && starts_upper(word);
}

bool is_particle(std::string_view word) {
    return has(short_particles, word) || (!word.ends_with('.') && has_small<particles>(word));
}

bool is_function(std::string_view word, bool is_behind_name) {
    if (word == "a.i." || word == "a.i") return true;
    const std::string folded = fold(word);  // "IB'er" gives "ib er"
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        const std::string_view part = std::string_view(folded).substr(at, end - at);
        for (const FunctionWord& row : function_words) {
            if (row.as == As::ending ? !part.ends_with(row.word) : part != row.word) continue;
            if (row.as != As::small || !is_behind_name || !starts_upper(word)) return true;
        }
        at = end + 1;
    }
    return false;
}

namespace {

// The last three letters of words, as bits: nearly all words have others.
class LastLetters {
public:
    template <std::size_t... sizes>
    explicit constexpr LastLetters(const std::array<std::string_view, sizes>&... lists) {
        (add(lists), ...);
    }
    bool may_end(std::string_view word) const {
        constexpr std::size_t longest = 48;
        if (word.size() < letters || word.size() > longest) return false;
        const std::size_t key = key_of(word);
        return (bits_[key / width] >> (key % width) & 1U) != 0;
    }

private:
    static constexpr std::size_t letters = 3, width = 32;

    static constexpr std::size_t key_of(std::string_view word) {
        std::size_t key = 0;
        for (const char c : word.substr(word.size() - letters))
            key = key * width + (static_cast<unsigned char>(c) % width);
        return key;
    }
    template <std::size_t size>
    constexpr void add(const std::array<std::string_view, size>& list) {
        for (const std::string_view word : list)
            bits_[key_of(word) / width] |= std::uint32_t{1} << (key_of(word) % width);
    }

    std::array<std::uint32_t, width * width> bits_{};
};

template <std::size_t size>
bool ends_with_one(const std::array<std::string_view, size>& endings, const LastLetters& last, std::string_view word) {
    if (!last.may_end(word)) return false;
    const std::string small = small_letters(word);
    const char letter = small.back();  // most endings have another one
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return ending.back() == letter && std::string_view(small).ends_with(ending);
    });
}

// How words of is_function() end that stand before a name.
constexpr std::array<std::string_view, 11> function_ends{"eur", "ice", "der", "tor", "ter", "ist",
                                                         "oog", "ger", "'er", "-er", "ber"};

}  // namespace

bool may_be_role(std::string_view word) {
    static constexpr LastLetters last(role_endings, function_ends);
    const auto is_mark = [](char c) {
        return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')';
    };
    while (!word.empty() && is_mark(word.back())) word.remove_suffix(1);
    return last.may_end(word);
}

bool is_role(std::string_view word) {
    static constexpr LastLetters last(role_endings);
    return ends_with_one(role_endings, last, word);
}

bool is_staff_role(std::string_view word) {
    static constexpr LastLetters last(staff_endings);
    return ends_with_one(staff_endings, last, word);
}

bool is_body_word(std::string_view word) {
    static constexpr LastLetters last(body_endings);
    return ends_with_one(body_endings, last, word);
}

bool is_body(std::string_view word) { return has_small<body_endings>(word); }

bool is_no_name(std::string_view word) { return has_small<no_name_words>(word); }

bool is_label_word(std::string_view word) { return has_small<label_words>(word); }

bool is_negation(std::string_view word) { return has_small<negations>(word); }

bool has_digits(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

}  // namespace sop
