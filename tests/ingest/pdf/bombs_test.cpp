#include <doctest/doctest.h>
#include <sys/resource.h>

#include <ctime>

#include "ingest/pdf/pdf.h"
#include "tests/support/pdf_bombs.h"

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

void read_all(const std::string& file) {
    try {
        to_text(read_pdf(file, {}));
    } catch (const ConversionError&) {
    }
}

}  // namespace

TEST_CASE("bombs of every kind end soon and in little memory") {
    for (const auto& [name, file] : sop::test::pdf_bombs()) {
        CAPTURE(name);
        const std::clock_t start = std::clock();
        read_all(file);
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        if (!is_measured) continue;
        CHECK(seconds < 2.0);
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        CHECK(usage.ru_maxrss < 512 * 1024);
    }
}
