#include "app/progress.h"

#include <doctest/doctest.h>

using namespace sop;
using std::chrono::minutes;
using std::chrono::seconds;

TEST_CASE("the bar tells rate and remaining time once it has seen enough") {
    Progress progress(1000);
    const Progress::Time start;
    CHECK(progress.line(0, start) == "[........................] 0 van 1000");
    CHECK(progress.line(5, start + std::chrono::milliseconds(500)) == "[........................] 5 van 1000");
    CHECK(progress.line(20, start + seconds(2)) == "[........................] 20 van 1000, 10 per seconde, nog 2 min");
    CHECK(progress.line(1000, start + seconds(10)) ==
          "[########################] 1000 van 1000, 100 per seconde, nog 0 s");
}

TEST_CASE("files that were known at once do not make those that are read look fast") {
    Progress progress(2000);
    const Progress::Time start;
    progress.line(1900, start);
    for (int second = 1; second <= 20; ++second)
        progress.line(1900 + static_cast<std::size_t>(second), start + seconds(second));
    CHECK(progress.line(1921, start + seconds(21)).find("1 per seconde, nog 1 min") != std::string::npos);
}

TEST_CASE("slow runs are told in minutes and hours") {
    Progress progress(300);
    const Progress::Time start;
    progress.line(0, start);
    CHECK(progress.line(1, start + minutes(1)).ends_with("1 per minuut, nog 4 u 59 min"));
}
