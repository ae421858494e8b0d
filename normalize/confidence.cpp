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

bool is_outside(const Herkomst& evidence) { return std::ranges::find(outside, evidence.methode) != outside.end(); }

// Of documents that were no profiles and were taken for one, none fitted better; profiles that fit as badly have lost
// half of their form.
constexpr double good_fit = 0.6, badly_fitting_factor = 0.93;

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

void weigh_fit(SopRecord& record, double score) {
    if (score >= good_fit) return;
    for (auto& [pointer, evidence] : record.herkomst)
        if (!is_outside(evidence) && pointer != "/document/soort") evidence.zekerheid *= badly_fitting_factor;
}

void weigh_text_layer(SopRecord& record, TextLayer layer) {
    const double factor = layer_factors[static_cast<std::size_t>(layer)];
    for (auto& [pointer, evidence] : record.herkomst)
        if (!is_outside(evidence)) evidence.zekerheid *= factor;
}

}  // namespace sop
