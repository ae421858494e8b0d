#include "export/archive/postgresql.h"

#include <doctest/doctest.h>

#include "export/archive/ranking.h"

using namespace sop;

TEST_CASE("an address gets bounds on waiting, before its own, which count") {
    struct Row {
        std::string_view address, begin, end;
    };
    for (const Row& row : {
             Row{"postgresql://", "postgresql://?connect_timeout=", "=sopconv"},
             Row{"postgresql://h/a?", "postgresql://h/a?connect_timeout=", "=sopconv"},
             Row{"postgresql:///archief", "postgresql:///archief?connect_timeout=", "=sopconv"},
             Row{"postgresql://u:p?w@h:1,i:2/a?sslmode=require",
                 "postgresql://u:p?w@h:1,i:2/a?connect_timeout=", "=sopconv&sslmode=require"},
             Row{"postgres://h?host=/run/a@b", "postgres://h?connect_timeout=", "=sopconv&host=/run/a@b"},
         }) {
        CAPTURE(row.address);
        const std::string address = with_timeouts(row.address);
        CHECK(address.starts_with(row.begin));
        CHECK(address.ends_with(row.end));
    }
}

TEST_CASE("groups of words match within one text, each with its count") {
    const std::vector<WordGroup> groups{{{"intern", "begel"}, true}, {{"de"}, false}};
    const auto match = match_groups(groups, std::array<std::string_view, 2>{"De intern", "begeleider intern"});
    REQUIRE(!match);
    const auto other =
        match_groups(groups, std::array<std::string_view, 2>{"De", "intern begeléider, Intern Begeleid; de"});
    REQUIRE(other);
    CHECK(other->counts == std::vector<double>{2, 2});
    CHECK(other->words == 6);
    CHECK(other->excerpt == "intern begeléider, Intern Begeleid; de");
}
