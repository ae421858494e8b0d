#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "app/convert.h"
#include "tests/support/pdf_bombs.h"
#include "tests/support/pdf_builder.h"

using namespace sop;

namespace {

// Sanitizers take several times the time and the memory; what they look for is something else.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool is_measured = false;
#elif defined(__has_feature)
constexpr bool is_measured = !__has_feature(address_sanitizer);
#else
constexpr bool is_measured = true;
#endif

// Two seconds on a quiet machine; a busy one takes several times the processor time for the same work.
constexpr double most_seconds = 6;
constexpr long most_kilobytes = 512 * 1024;

enum Exit { gave_record = 0, gave_error = 1, failed = 2 };

// What a child of its own made of a file, and what that took.
struct Outcome {
    int status = 0;
    double seconds = 0;
    long kilobytes = 0;
};

void limit(__rlimit_resource resource, rlim_t most) {
    const rlimit bound{most, most};
    setrlimit(resource, &bound);
}

[[noreturn]] void convert_and_exit(const std::string& file) {
    // A bomb that gets through ends here; the figures below are what counts.
    if (is_measured) {
        limit(RLIMIT_CPU, 20);
        limit(RLIMIT_AS, rlim_t{3} << 30);
    }
    std::size_t bytes = 0;
    const auto failure = convert({"bom.pdf", file}, {}, {}, [&bytes](std::string_view json) { bytes = json.size(); });
    const bool is_classified = failure && failure->code != code_of(ErrorCode::internal);
    _exit(is_classified ? gave_error : bytes > 0 ? gave_record : failed);
}

Outcome outcome_of(const std::string& file) {
    const pid_t child = fork();
    if (child == 0) convert_and_exit(file);
    Outcome outcome;
    rusage usage{};
    REQUIRE(wait4(child, &outcome.status, 0, &usage) == child);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    outcome.seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    outcome.kilobytes = usage.ru_maxrss;
    return outcome;
}

}  // namespace

TEST_CASE("a bomb of any kind gives a record or an error with a reason, soon and in little memory") {
    // Templates and lists are read once, here, and not by each child.
    convert({"klein.pdf", sop::test::pdf("")}, {}, {}, [](std::string_view) {});
    double slowest = 0;
    for (const auto& [name, file] : sop::test::pdf_bombs()) {
        CAPTURE(name);
        const Outcome outcome = outcome_of(file);
        CAPTURE(outcome.status);
        CAPTURE(outcome.seconds);
        CAPTURE(outcome.kilobytes);
        const bool is_converted = WIFEXITED(outcome.status) && WEXITSTATUS(outcome.status) != failed;
        CHECK(is_converted);
        if (!is_measured) continue;
        CHECK(outcome.seconds < most_seconds);
        CHECK(outcome.kilobytes < most_kilobytes);
        slowest = std::max(slowest, outcome.seconds);
    }
    MESSAGE("the slowest takes " << slowest << " s of processor time");
}
