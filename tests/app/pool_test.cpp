#include "app/pool.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "app/sandbox.h"

using namespace sop;

namespace {

constexpr std::size_t answer_bytes = 8 << 20;

Finished order(Pool& pool, std::string_view what) {
    pool.start(1, "bron.pdf", what);
    return *pool.wait();
}

struct Attack {
    std::string_view what;
    Ending ending;
    std::string_view answer = "";
};

}  // namespace

TEST_CASE("whatever a reader does ends in a class of its own and leaves its neighbours alone") {
    if (!probe_sandbox().is_complete()) return;
    Pool pool({ATTACKER}, 2, answer_bytes);
    for (const Attack& attack : {
             Attack{"good", Ending::answered, "good"}, Attack{"refuse", Ending::refused, "why"},
                 Attack{"crash", Ending::crash}, Attack{"abort", Ending::crash}, Attack{"stack", Ending::crash},
                 Attack{"exit", Ending::crash}, Attack{"loop", Ending::cpu_limit}, Attack{"sleep", Ending::wall_limit},
#if !defined(__SANITIZE_ADDRESS__)
                 Attack{"small blocks", Ending::memory_limit}, Attack{"large block", Ending::answered, "refused"},
                 Attack{"open /etc/passwd", Ending::answered, "refused"},
                 Attack{"make a file", Ending::answered, "refused"}, Attack{"shorten", Ending::answered, "refused"},
                 Attack{"speak", Ending::answered, "refused"}, Attack{"fork", Ending::answered, "refused"},
                 Attack{"code", Ending::answered, "refused"}, Attack{"files", Ending::answered, "refused"},
                 Attack{"socket", Ending::policy_violation}, Attack{"program", Ending::policy_violation},
                 Attack{"kill", Ending::policy_violation}, Attack{"remove", Ending::policy_violation},
#endif
                 Attack{"answer", Ending::output_limit},
         }) {
        CAPTURE(attack.what);
        const Finished finished = order(pool, attack.what);
        CHECK(static_cast<int>(finished.ending) == static_cast<int>(attack.ending));
        CHECK(finished.answer == attack.answer);
        CHECK(order(pool, "good").answer == "good");
    }
}

TEST_CASE("a reader has no file but its own, also where the call that closes the others is refused") {
    if (!probe_sandbox().is_complete()) return;
    for (const char* const kind : {"new", "old"}) {
        CAPTURE(kind);
        Pool pool({ATTACKER, kind}, 1, answer_bytes);
        CHECK(order(pool, "other files").answer == "refused");
    }
}

TEST_CASE("an answer larger than was asked for is not read") {
    Pool pool({ATTACKER}, 1, 3);
    CHECK(order(pool, "good").ending == Ending::output_limit);
}

TEST_CASE("sources that wait for a reader are read in their turn") {
    Pool pool({ATTACKER}, 20, answer_bytes);
    for (std::uint64_t ticket = 0; ticket < 20; ++ticket) pool.start(ticket, "bron.pdf", "good");
    CHECK(pool.is_full());
    std::set<std::uint64_t> tickets;
    while (!pool.is_idle()) tickets.insert(pool.wait()->ticket);
    CHECK(tickets.size() == 20);
}

TEST_CASE("a program of readers that does not come up says so with its exit code") {
    try {
        const Pool pool({ATTACKER, "fail"}, 1, answer_bytes);
        FAIL("came up");
    } catch (const PoolError& error) {
        CHECK(error.exit_code() == 42);
    }
    CHECK_THROWS(Pool({"/nonexistent/program"}, 1, answer_bytes));
}
