#include "extract/locators.h"

#include <algorithm>
#include <array>

namespace sop {
namespace {

// The form's own controls and separators leave little doubt; a cell below or a next paragraph may belong to something
// else; what carries no label is read from its shape alone.
constexpr std::array locator_table{
    LocatorInfo{Locator::control, "invoerveld", Method::control, 0.98},
    LocatorInfo{Locator::after_sign, "achter_teken", Method::label, 0.97},
    LocatorInfo{Locator::after_tab, "achter_tab", Method::label, 0.95},
    LocatorInfo{Locator::after_label, "achter_label", Method::label, 0.85},
    LocatorInfo{Locator::next_line, "volgende_regel", Method::label, 0.93},
    LocatorInfo{Locator::cell_right, "cel_rechts", Method::label, 0.96},
    LocatorInfo{Locator::cell_below, "cel_onder", Method::label, 0.88},
    LocatorInfo{Locator::next_paragraph, "volgende_alinea", Method::label, 0.85},
    LocatorInfo{Locator::title_line, "titelregel", Method::heading, 0.80},
    LocatorInfo{Locator::version, "versieregel", Method::pattern, 0.85},
    LocatorInfo{Locator::version_date, "datum_in_versie", Method::pattern, 0.85},
    LocatorInfo{Locator::school_year, "schooljaar", Method::pattern, 0.80},
    LocatorInfo{Locator::plan_period, "planperiode", Method::pattern, 0.80},
    LocatorInfo{Locator::brin, "brincode", Method::pattern, 0.75},
    LocatorInfo{Locator::address, "adresblok", Method::pattern, 0.75},
    LocatorInfo{Locator::introduced, "naam_in_zin", Method::pattern, 0.70},
    LocatorInfo{Locator::sentence, "zin", Method::pattern, 0.85},
    LocatorInfo{Locator::partnership, "swvcode", Method::pattern, 0.80},
    LocatorInfo{Locator::phrase, "zinsdeel", Method::pattern, 0.75},
    LocatorInfo{Locator::role, "rol_erachter", Method::pattern, 0.75},
};

constexpr bool is_in_enum_order() {
    for (std::size_t i = 0; i < locator_table.size(); ++i)
        if (locator_table[i].locator != static_cast<Locator>(i)) return false;
    return true;
}
static_assert(is_in_enum_order());

}  // namespace

const LocatorInfo& info_of(Locator locator) { return locator_table[static_cast<std::size_t>(locator)]; }

std::optional<Locator> find_locator(std::string_view name) {
    const auto row = std::find_if(locator_table.begin(), locator_table.end(),
                                  [&](const LocatorInfo& info) { return info.name == name; });
    if (row == locator_table.end()) return std::nullopt;
    return row->locator;
}

const std::vector<Locator>& usual_locators() {
    static const std::vector<Locator> usual{Locator::control,       Locator::after_sign, Locator::after_tab,
                                            Locator::next_line,     Locator::cell_right, Locator::cell_below,
                                            Locator::next_paragraph};
    return usual;
}

}  // namespace sop
