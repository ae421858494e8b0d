// What a profile has to have to be complete. One table, for the remarks in a record and for the report of a run.
#pragma once

#include <array>
#include <string_view>

namespace sop {

// The kind of document that has a core to be complete by, and the sections of that core.
inline constexpr std::string_view complete_kind = "sop";
struct RequiredSection {
    std::string_view section, message;
};
inline constexpr std::array required_sections{
    RequiredSection{"visie", "Het profiel heeft geen sectie over de visie."},
    RequiredSection{"basisondersteuning", "Het profiel heeft geen sectie over de basisondersteuning."},
    RequiredSection{"arrangementen", "Het profiel heeft geen sectie over de arrangementen."},
    RequiredSection{"grenzen", "Het profiel heeft geen sectie over de grenzen van de ondersteuning."},
    RequiredSection{"verbeterpunten", "Het profiel heeft geen sectie over de verbeterpunten."},
};

}  // namespace sop
