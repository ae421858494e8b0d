#include "normalize/confidence.h"

#include <doctest/doctest.h>

#include "support.h"

namespace sop {
namespace {

using test::evidence;
using test::field;
using test::profile;
using test::record_of;

double confidence_of(const Extraction& extraction, const char* pointer) {
    const SopRecord record = record_of(extraction, "98ZA SOP.docx");
    const Herkomst* found = evidence(record, pointer);
    REQUIRE(found);
    return found->zekerheid;
}

TEST_CASE("two sources that agree are surer than one, two that do not less sure") {
    const auto with = [](const char* other, double confidence) {
        return confidence_of(
            profile({field("school.telefoon", "036-5550100", 0.9), field("school.telefoon", other, confidence)}),
            "/school/telefoon");
    };
    CHECK(with("036 555 01 00", 0.9) == doctest::Approx(0.95));
    CHECK(with("036-5550199", 0.9) == doctest::Approx(0.63));
    CHECK(with("036-5550199", 0.4) == doctest::Approx(0.9));  // a guess says nothing
    CHECK(with("onbekend", 0.9) == doctest::Approx(0.9));
}

TEST_CASE("what is read from a damaged or recognised text is less sure, what comes from outside is not") {
    Extraction extraction = profile({field("school.naam", "De Brug", 0.9)});
    CHECK(confidence_of(extraction, "/school/naam") == doctest::Approx(0.9));
    extraction.front.emplace_back();
    std::get<Paragraph>(extraction.front.front().content).inlines.emplace_back(Text{"tekst"});
    double before = 1;
    for (const TextLayer layer : {TextLayer::gedeeltelijk, TextLayer::ocr, TextLayer::beschadigd}) {
        extraction.metadata.text_layer = layer;
        const double now = confidence_of(extraction, "/school/naam");
        CHECK(now < before);
        before = now;
        CHECK(confidence_of(extraction, "/school/brin") == doctest::Approx(0.9));
    }
}

TEST_CASE("what is read by a template that fits badly is less sure, what comes from outside is not") {
    Extraction extraction = profile({field("school.naam", "De Brug", 0.96)});
    extraction.match->score = 0.45;
    const SopRecord record = record_of(extraction, "98ZA SOP.docx");
    CHECK(evidence(record, "/school/naam")->zekerheid < 0.9);
    CHECK(evidence(record, "/school/brin")->zekerheid == doctest::Approx(0.9));
    CHECK(evidence(record, "/document/soort")->zekerheid == doctest::Approx(0.45));
    extraction.match->score = 0.7;
    CHECK(confidence_of(extraction, "/school/naam") == doctest::Approx(0.96));
}

}  // namespace
}  // namespace sop
