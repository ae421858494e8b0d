#include "ingest/pdf/damaged_letters.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/ingest/pdf/page_builder.h"

using namespace sop;
using namespace sop::pdf;
using namespace sop::pdf::test;

namespace {

// Ordinary sentences of a profile, with names and abbreviations in them, some 2500 letters.
constexpr std::string_view dutch =
    "De school heeft een visie op passend onderwijs en werkt samen met het "
    "samenwerkingsverband. De intern begeleider "
    "bespreekt de resultaten van de leerlingen drie keer per jaar met de "
    "leerkrachten en stelt met hen de groepsplannen "
    "op. Een leerling met een specifieke onderwijsbehoefte krijgt een "
    "arrangement, dat in overleg met de ouders wordt "
    "vastgesteld en na een periode van tien weken wordt geëvalueerd. In de "
    "onderbouw observeren wij de taalontwikkeling "
    "en de sociale vaardigheden. Leerlingen met dyslexie gebruiken extra "
    "hulpmiddelen, zoals een daisyspeler of een "
    "vergrote tekst. De kwaliteit van de instructie is goed: de leraren geven "
    "effectief en actief les, zij differentiëren "
    "in tempo en in de verwerking van de stof. Het profiel van de school is te "
    "vinden op de website. Voor leerlingen die "
    "meer kunnen, heeft de school een verrijkingsgroep, waarin zij complexe "
    "opdrachten maken. De directie heeft contact "
    "met de jeugdverpleegkundige, de schoolmaatschappelijk werker en de "
    "orthopedagoog van Stichting De Zilverreiger. "
    "Wij zetten in op preventie; de registratie van incidenten en de "
    "communicatie met ouders zijn vastgelegd in het "
    "veiligheidsplan. De motivatie van kinderen staat voorop, want wie met "
    "plezier leert, komt verder. Sinds de "
    "verbouwing is het gebouw rolstoelvriendelijk en beschikt het over een "
    "lift en een invalidentoilet. De school is "
    "trots op haar muziekonderwijs, haar moestuin en haar technieklokaal, "
    "waarin groep zeven en acht elke week werken. "
    "Mevrouw Halsema, de heer Brandwijk en juf Sandra nemen deel aan het "
    "ondersteuningsteam, net als de GGD en het CJG. "
    "Een exacte omschrijving van de taken staat in de bijlage; externe experts "
    "kijken tijdens een visitatie mee. De financiële gevolgen zijn definitief; de officiële brief volgt. ";

std::string times(std::string_view text, int count) {
    std::string out;
    for (; count > 0; --count) out += text;
    return out;
}

std::string with(std::string text, std::initializer_list<std::pair<std::string_view, std::string_view>> changes) {
    for (const auto& [from, to] : changes)
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    return text;
}

struct Repaired {
    std::string text;
    TextLayer layer = TextLayer::volledig;
    std::vector<std::string> codes;
};
Repaired repair(const std::string& text, bool uses_word_list = true) {
    std::vector<Page> pages{make_page(make_line(text))};
    std::vector<Diagnostic> diagnostics;
    Repaired out;
    out.layer = repair_letters(pages, uses_word_list, diagnostics);
    out.text = text_of(pages[0].words);
    for (const Diagnostic& diagnostic : diagnostics) out.codes.push_back(diagnostic.code);
    return out;
}

// Of the words of `expected`, those that stand in their place in `text`, in thousandths.
std::size_t equal_words(const std::string& text, const std::string& expected) {
    const std::vector<Word> a = make_line(text), b = make_line(expected);
    REQUIRE(a.size() == b.size());
    std::size_t equal = 0;
    for (std::size_t i = 0; i < a.size(); ++i) equal += a[i].text == b[i].text;
    return equal * 1000 / a.size();
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "a ligature that stands as another character is read where one "
    "replacement explains all words") {
    const std::string good = text_of(make_line(dutch));
    const std::pair<std::string_view, std::string_view> signs[]{
        {"ti", "\u019F"}, {"ti", "\uE001"}, {"st", "#"}, {"ij", "\uFFFD"}, {"ij", "\u00FF"}};
    for (const auto& [letters, sign] : signs) {
        CAPTURE(letters);
        CAPTURE(sign);
        const Repaired repaired = repair(with(good, {{letters, sign}}));
        CHECK(repaired.text == good);
        CHECK(repaired.layer == TextLayer::volledig);
        CHECK(repaired.codes == Codes{"TEKST_HERSTELD"});
        CHECK(repair(with(good, {{letters, sign}}), false).codes.empty());
    }
    const Repaired both = repair(with(good, {{"ti", "\u019F"}, {"st", "\u01A9"}}));
    CHECK(both.text == good);
}

TEST_CASE("ligatures that stand as the last byte of their character are read where the word list knows the words") {
    const Repaired repaired = repair("De eûecten zijn üjn en ýexibel, de oûiciële heer Müller is geüxeerd.");
    CHECK(repaired.text == "De effecten zijn fijn en flexibel, de officiële heer Müller is gefixeerd.");
    CHECK(repaired.layer == TextLayer::volledig);
    CHECK(repaired.codes == Codes{"TEKST_HERSTELD"});
    for (const std::string_view kept : {"De heer Müller at een crème brûlée.", "De heer Müller is üjn."})
        CHECK(repair(std::string(kept)).text == kept);
}

TEST_CASE("one character for two ligatures stays, nothing tells them apart") {
    const std::string damaged = with(std::string(dutch), {{"ti", "\u019F"}, {"st", "\u019F"}});
    CHECK(repair(damaged).text == text_of(make_line(damaged)));
}

TEST_CASE(
    "a ligature that is nowhere comes back where the word list knows one "
    "word") {
    const std::string good = text_of(make_line(times(dutch, 8)));
    for (const std::string_view letters : {"ti", "fi", "x"}) {
        CAPTURE(letters);
        const Repaired repaired = repair(with(good, {{letters, ""}}));
        CHECK(repaired.codes == Codes{"TEKST_HERSTELD"});
        CHECK(repaired.layer == TextLayer::gedeeltelijk);
        CHECK(equal_words(repaired.text, good) >= 990);
    }
}

TEST_CASE("a frequent letter that is nowhere leaves a text that nobody can tell") {
    const std::string good = text_of(make_line(times(dutch, 2)));
    for (const std::string_view letter : {"o", "e", "n", "r", "t"}) {
        CAPTURE(letter);
        const std::string damaged = with(good, {{letter, ""}});
        const Repaired repaired = repair(damaged);
        CHECK(repaired.codes == Codes{"TEKSTLAAG_BESCHADIGD"});
        CHECK(repaired.layer == TextLayer::beschadigd);
        CHECK(repaired.text == damaged);
    }
}

TEST_CASE("any bytes in words are looked at, and what is repaired is repaired once") {
    constexpr std::string_view pieces[]{"a",      "e",      "o", "n",    "school", "ac", "ef", "\u019F",
                                        "\uE001", "\uFFFD", "#", "\xC3", "\xFF",   "ë",  "X",  "."};
    std::mt19937 random(13);
    for (int round = 0; round < 40; ++round) {
        std::vector<Word> words;
        for (int i = 0; i < 300; ++i) {
            std::string text;
            for (std::size_t size = 1 + random() % 4; size > 0; --size) text += pieces[random() % std::size(pieces)];
            words.push_back(make_word(text, 50, 100));
        }
        std::vector<Page> pages{make_page(words)};
        std::vector<Diagnostic> diagnostics;
        repair_letters(pages, true, diagnostics);
        CHECK(pages[0].words.size() == words.size());
    }
    const std::string damaged = with(times(dutch, 2), {{"ti", "\u019F"}});
    const Repaired once = repair(damaged);
    CHECK(repair(once.text).text == once.text);
    CHECK(repair(once.text).codes.empty());
}

TEST_CASE("a text with all its letters is no damaged one, in whatever language") {
    constexpr std::string_view texts[]{
        dutch,
        "The school has a vision of inclusive education and works together with "
        "parents and other schools. Every pupil "
        "is seen, heard and challenged; teachers adapt their lessons to what a "
        "child needs and talk about it each term. ",
        "L'école a une vision de l'éducation inclusive et travaille avec les "
        "parents et les autres écoles. Chaque élève "
        "est vu et entendu; les enseignants adaptent leurs cours aux besoins de "
        "l'enfant et en parlent souvent. ",
        "Die Schule hat ein Konzept für den Unterricht und arbeitet mit den "
        "Eltern zusammen. Jedes Kind wird gesehen und "
        "gefördert; die Lehrkräfte passen ihren Unterricht an und sprechen "
        "regelmäßig mit dem Team. ",
        "Yılmaz Çağlar Şahin Öztürk Doğan Güneş Ćosić Łukasz Wiśniewski Ștefan "
        "Żółty Ýmir Đorđe ",
        "C# en C++ zijn talen; prijs €5 per kind, 50% korting, a@b.nl, x_y en "
        "H2O, foto's@thuis, #samen #school #leren ",
        "ouder* leraar* programma* foto* ☐lezen ☐taal ☐spelling ja☐nee ouder→school leraar→team "};
    for (const std::string_view text : texts) {
        const std::string whole = text_of(make_line(times(text, 24)));
        CAPTURE(text);
        const Repaired repaired = repair(whole);
        CHECK(repaired.codes.empty());
        CHECK(repaired.layer == TextLayer::volledig);
        CHECK(repaired.text == whole);
    }
}
