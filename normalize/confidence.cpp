#include "normalize/confidence.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sop {
namespace {

// Two places that say the same leave half of the doubt; two that do not, one of which is wrong, seven in ten.
constexpr double doubt_when_agreed = 0.5, share_when_contradicted = 0.7;

// In the order of TextLayer. A page that is a picture may hold what contradicts the others; recognised text has a wrong
// letter in every few values; a damaged mapping has one in every word.
constexpr std::array layer_factors{1.0, 0.95, 0.8, 0.5, 0.5};

constexpr std::array<std::string_view, 3> outside{"bestandsnaam", "manifest", "register"};

}  // namespace

double confidence_of(const Section& section) { return section.is_guess ? 0.7 : 0.95; }

double weigh(double confidence, Agreement agreement) {
    switch (agreement) {
        case Agreement::agreed:
            return 1 - (1 - confidence) * doubt_when_agreed;
        case Agreement::contradicted:
            return confidence * share_when_contradicted;
        case Agreement::alone:
            break;
    }
    return confidence;
}

void weigh_text_layer(SopRecord& record, TextLayer layer) {
    const double factor = layer_factors[static_cast<std::size_t>(layer)];
    for (auto& [pointer, evidence] : record.herkomst)
        if (std::ranges::find(outside, evidence.methode) == outside.end()) evidence.zekerheid *= factor;
}

}  // namespace sop
