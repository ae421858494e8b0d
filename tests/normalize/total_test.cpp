// Every value is read from text that a stranger wrote: any bytes give a value or none.
#include <doctest/doctest.h>

#include <ctime>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/address.h"
#include "normalize/codes.h"
#include "normalize/contact.h"
#include "normalize/dates.h"
#include "normalize/days.h"
#include "normalize/dutch.h"
#include "normalize/hours.h"
#include "normalize/language.h"
#include "normalize/marks.h"
#include "normalize/numbers.h"
#include "normalize/personal_data.h"
#include "normalize/persons.h"
#include "normalize/phone.h"
#include "normalize/privacy.h"
#include "normalize/redact.h"
#include "normalize/schools.h"
#include "normalize/taxonomy.h"
#include "normalize/terms.h"
#include "normalize/text.h"
#include "normalize/versions.h"
#include "support.h"

namespace sop {
namespace {

struct Parser {
    std::string_view name;
    std::function<void(std::string_view)> run;
};

const std::vector<Parser>& parsers() {
    static const std::vector<Parser> all{
        {"parse_address", [](std::string_view text) { parse_address(text); }},
        {"parse_postcode", [](std::string_view text) { parse_postcode(text); }},
        {"parse_place", [](std::string_view text) { parse_place(text); }},
        {"parse_brin", [](std::string_view text) { parse_brin(text); }},
        {"parse_file_brin", [](std::string_view text) { parse_file_brin(text); }},
        {"split_brin", [](std::string_view text) { split_brin(text); }},
        {"parse_vestiging", [](std::string_view text) { parse_vestiging(text, "98KC"); }},
        {"parse_board", [](std::string_view text) { parse_board(text); }},
        {"parse_board_number", [](std::string_view text) { parse_board_number(text); }},
        {"parse_partnership of a sector", [](std::string_view text) { parse_partnership(text, "PO"); }},
        {"is_vacancy", [](std::string_view text) { is_vacancy(text); }},
        {"is_reference", [](std::string_view text) { is_reference(text); }},
        {"find_phone_end", [](std::string_view text) { find_phone_end(text, text.size() / 2); }},
        {"parse_partnership", [](std::string_view text) { parse_partnership(text); }},
        {"parse_phone", [](std::string_view text) { parse_phone(text); }},
        {"parse_email", [](std::string_view text) { parse_email(text); }},
        {"parse_website", [](std::string_view text) { parse_website(text); }},
        {"parse_date", [](std::string_view text) { parse_date(text); }},
        {"parse_adoption_date", [](std::string_view text) { parse_adoption_date(text); }},
        {"parse_school_year", [](std::string_view text) { parse_school_year(text); }},
        {"parse_plan_period", [](std::string_view text) { parse_plan_period(text); }},
        {"parse_version_status", [](std::string_view text) { parse_version_status(text); }},
        {"parse_work_days", [](std::string_view text) { parse_work_days(text); }},
        {"parse_persons", [](std::string_view text) { parse_persons(text); }},
        {"parse_amounts", [](std::string_view text) { parse_amounts(text); }},
        {"parse_amount_below", [](std::string_view text) { parse_amount_below(text, text); }},
        {"parse_answer", [](std::string_view text) { parse_answer(text); }},
        {"parse_improvement", [](std::string_view text) { parse_improvement(text); }},
        {"parse_pupil_count", [](std::string_view text) { parse_pupil_count(text); }},
        {"parse_figure", [](std::string_view text) { parse_figure(text); }},
        {"parse_school_type", [](std::string_view text) { parse_school_type(text); }},
        {"parse_denomination", [](std::string_view text) { parse_denomination(text); }},
        {"read_name", [](std::string_view text) { read_name(text); }},
        {"find_needs", [](std::string_view text) { find_needs(default_taxonomy(), text); }},
        {"find_language", [](std::string_view text) { find_language(text); }},
        {"dutch_lines", [](std::string_view text) { dutch_lines(text); }},
        {"dutch_line", [](std::string_view text) { dutch_line(text); }},
        {"differ_in_words", [](std::string_view text) { differ_in_words(text, text.substr(0, text.size() / 2)); }},
        {"is_absent", [](std::string_view text) { is_absent(text); }},
        {"is_ditto", [](std::string_view text) { is_ditto(text); }},
        {"strip_item_mark", [](std::string_view text) { strip_item_mark(text); }},
        {"tidy_lines", [](std::string_view text) { tidy_lines(std::string(text)); }},
        {"find_personal_data", [](std::string_view text) { find_personal_data(text); }},
        {"redact",
         [](std::string_view text) {
             SopRecord record;
             record.contact.directie.push_back({"Jan de Vries", {}, {}, {}, {}});
             record.voorwerk.emplace_back(Alinea{std::string(text), {}});
             redact(record);
         }},
        {"count_personal_data", [](std::string_view text) { count_personal_data({}, text); }},
    };
    return all;
}

TEST_CASE("every parser takes any bytes") {
    constexpr std::string_view pieces[]{
        "1",    "22",  "2015",    "mei",  "-",    "/",     ".",    ",",    "(",    ")",   ":",    " ",   "\n",
        "ma",   "t/m", "en",      "Jan",  "de",   "Vries", "uur",  "per",  "week", "@",   "´",    "‘",   "I",
        "x.nl", "☒",   "☐",       "~~",   "idem", "'",     "½",    "een",  "half", "PO",  "1333", "EC",  "KC",
        "+31",  "036", "5550100", "drs.", "\xE2", "\x80",  "\xFF", "\xC3", "ja",   "nee", "bsn",  "mw.", "\t"};
    std::mt19937 random(5);
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (std::size_t size = random() % 12; size > 0; --size) {
            text += pieces[random() % std::size(pieces)];
            if (random() % 3 == 0) text += ' ';
            if (random() % 40 == 0) text += static_cast<char>(random() % 256);
        }
        CAPTURE(text);
        for (const Parser& parser : parsers()) parser.run(text);
    }
}

TEST_CASE("a value that is read again stays as it is") {
    using Parse = Tekst (*)(std::string_view);
    const std::pair<Parse, std::vector<std::string_view>> parsers_of_text[]{
        {parse_postcode, {"1399ec", "Lindelaan 12 1399 EC"}},
        {parse_place, {"ALMERE", "CAPELLE AAN DEN IJSSEL", "'S-GRAVENHAGE", "te Almere"}},
        {parse_phone, {"036-5550100", "+32 2 555 01 00", "0800-1234", "06 12 34 56 78"}},
        {parse_email, {"mailto:Info@CAFÉ.example", "o'brien@debrug.example"}},
        {parse_website, {"www.DeBrug.example/", "http://café.example/A?b#c"}},
        {parse_school_year, {"schooljaar 1718", "’14/’15", "1-8-2014 - 31-7-2015"}},
        {parse_version_status, {"def.", "vastgestelde versie", "CONCEPT"}},
        {parse_school_type, {"Speciaal basisonderwijs", "vmbo/havo", "PrO"}},
        {parse_denomination, {"RK", "P.C.", "Hindoeistisch", "Samenwerkingsschool"}},
        {parse_board_number, {"Stichting Linde (99114)"}},
        {[](std::string_view text) { return parse_board(text).naam; }, {"99114 - Stichting Linde"}},
        {[](std::string_view text) { return parse_partnership(text).code; }, {"PO 24.01", "VO-25-07"}},
        {[](std::string_view text) { return parse_partnership(text).naam; }, {"Linde (SWV PO2401)"}},
        {[](std::string_view text) { return Tekst(tidy_lines(std::string(text))); }, {" a  b \n\n c "}},
    };
    for (const auto& [parse, inputs] : parsers_of_text)
        for (const std::string_view input : inputs) {
            CAPTURE(input);
            const Tekst once = parse(input);
            REQUIRE(once.has_value());
            CHECK(parse(*once) == once);
        }
    for (const std::string_view input : {"1 okt. 2015", "30 november, 2015", "najaar 2015", "20111010"}) {
        CAPTURE(input);
        const auto once = parse_date(input);
        REQUIRE(once.has_value());
        CHECK(parse_date(once->waarde) == once);
    }
}

TEST_CASE("every parser takes time in proportion to its text") {
    constexpr std::size_t size = 20'000;
    constexpr std::clock_t limit = CLOCKS_PER_SEC;  // of the processor; linear ones take a hundredth, also sanitized
    constexpr std::string_view patterns[]{
        "(",    "1 ",   "1.",        "1-",     "a@", "☒",        "☐ ",   "~~", "ma ", "ma,",      "Jan ", "de ",
        "en ",  "\"",   "\n",        "www.",   "x ", "1 x ",     "een ", "/",  ":",   "mw. ",     "J.",   "0",
        "☒ ja", "per ", "dyslexie ", "eigen ", "-",  "termijn:", "(1",   "A",  "é",   "\xE2\x98", "uur ", "2015-"};
    for (const std::string_view pattern : patterns) {
        std::string text;
        while (text.size() < size) text += pattern;
        CAPTURE(pattern);
        for (const Parser& parser : parsers()) {
            CAPTURE(parser.name);
            const std::clock_t start = std::clock();
            parser.run(text);
            CHECK(std::clock() - start < limit);
        }
    }
}

TEST_CASE("any extraction gives a record") {
    std::mt19937 random(7);
    constexpr std::string_view fields[]{"school.naam",       "school.brin",  "school.vestigingscode",
                                        "directie",          "school.adres", "versie.tekst",
                                        "versie.schooljaar", "onbekend",     "samenwerkingsverband"};
    constexpr std::string_view values[]{"",           "idem",     "n.v.t.",    "98KC00", "Jan Jansen (ma)",
                                        "1 mei 2015", "\xFF\xFE", "2014-2018", "PO2401"};
    constexpr std::string_view tables[]{"arrangementen", "grenzen", "verbeterpunten", "basisondersteuning", "anders"};
    constexpr std::string_view columns[]{"doelgroep", "tekst", "overig", "label", "waarde", "", "termijn"};
    const auto pick = [&](const auto& from) { return std::string(from[random() % std::size(from)]); };
    for (int round = 0; round < 500; ++round) {
        Extraction extraction;
        if (random() % 2) extraction.match = TemplateMatch{};
        for (std::size_t n = random() % 6; n > 0; --n)
            extraction.fields.push_back(test::field(pick(fields), pick(values)));
        for (std::size_t n = random() % 4; n > 0; --n) {
            FoundTable table{pick(tables), {}};
            for (std::size_t r = random() % 4; r > 0; --r) {
                std::vector<FoundCell> cells;
                for (std::size_t c = random() % 5; c > 0; --c)
                    cells.push_back(test::cell(pick(columns), pick(values), pick(values)));
                table.rows.push_back(test::row(std::move(cells), pick(values)));
            }
            extraction.tables.push_back(std::move(table));
        }
        const SopRecord record = test::record_of(extraction, pick(values));
        CHECK(record == test::record_of(extraction, record.document.bestandsnaam));
        std::set<std::string> pointers;
        for (const auto& entry : record.herkomst) {
            CAPTURE(entry.first);
            CHECK(pointers.insert(entry.first).second);
        }
    }
}

}  // namespace
}  // namespace sop
