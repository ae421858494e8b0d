#include "normalize/marks.h"

#include <doctest/doctest.h>

#include <string_view>

namespace sop {
namespace {

TEST_CASE("an answer is read from marks and words") {
    struct Row {
        std::string_view input, value, rest;
    };
    const Row rows[]{
        {"x", "ja", ""},
        {"X", "ja", ""},
        {"1x", "ja", ""},
        {"✓", "ja", ""},
        {"√", "ja", ""},
        {"☒", "ja", ""},
        {"ja", "ja", ""},
        {"Ja", "ja", ""},
        {"Ja.", "ja", ""},
        {"ja, zie protocol", "ja", "zie protocol"},
        {"Ja (zie protocol)", "ja", "zie protocol"},
        {"ja: in groep 3", "ja", "in groep 3"},
        {"ja dagelijks", "ja", "dagelijks"},
        {"aanwezig", "ja", ""},
        {"nee", "nee", ""},
        {"Neen", "nee", ""},
        {"niet", "nee", ""},
        {"niet aanwezig", "nee", ""},
        {"nog niet", "nee", ""},
        {"nog niet aanwezig", "nee", ""},
        {"niet van toepassing", "", "niet van toepassing"},
        {"in ontw.", "in_ontwikkeling", ""},
        {"nee, wel in het gebouw hiernaast", "nee", "wel in het gebouw hiernaast"},
        {"in ontwikkeling", "in_ontwikkeling", ""},
        {"In ontwikkeling", "in_ontwikkeling", ""},
        {"nog in ontwikkeling", "in_ontwikkeling", ""},
        {"i.o.", "in_ontwikkeling", ""},
        {"in ontwikkeling (gereed in 2017)", "in_ontwikkeling", "gereed in 2017"},
        {"☒ ja ☐ nee ☐ in ontwikkeling", "ja", ""},
        {"☐ ja ☒ nee", "nee", ""},
        {"☐ ja\n☐ nee\n☒ in ontwikkeling", "in_ontwikkeling", ""},
        {"ja ☐ nee ☒", "nee", ""},
        {"☒ protocol aanwezig", "ja", "protocol aanwezig"},
        {"ja / ~~nee~~", "", "ja /"},
        {"~~ja~~ nee", "nee", ""},
        {"ja/nee", "", "ja/nee"},
        {"ja of nee", "", "ja of nee"},
        {"ja én nee", "", "ja én nee"},
        {"ja en nee", "", "ja en nee"},
        {"ja en in alle groepen", "ja", "en in alle groepen"},
        {"nee, wel in ontwikkeling", "", "nee, wel in ontwikkeling"},
        {"ja, in ontwikkeling", "", "ja, in ontwikkeling"},
        {"☒ ja ☒ nee", "", "☒ ja ☒ nee"},
        {"☐ ja ☐ nee", "", ""},
        {"☐", "", ""},
        {"deels", "", "deels"},
        {"janken", "", "janken"},
        {"", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.input);
        const Answer answer = parse_answer(row.input);
        CHECK(answer.waarde.value_or("") == row.value);
        CHECK(answer.rest == row.rest);
    }
}

TEST_CASE("tick boxes have their labels behind them, or before them") {
    const TickBoxes behind = split_boxes("Dyslexie: ☒ ja ☐ nee");
    CHECK(behind.lead == "Dyslexie:");
    CHECK(behind.boxes == std::vector<TickBox>{{true, "ja"}, {false, "nee"}});

    const TickBoxes before = split_boxes("ja ☐ nee ☒");
    CHECK(before.lead == "");
    CHECK(before.boxes == std::vector<TickBox>{{false, "ja"}, {true, "nee"}});

    CHECK(split_boxes("☒").boxes == std::vector<TickBox>{{true, ""}});
    CHECK(split_boxes("geen vakje ☑").boxes.empty());
    CHECK(split_boxes("").boxes.empty());
}

}  // namespace
}  // namespace sop
