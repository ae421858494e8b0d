#include "app/clock.h"

#include <array>
#include <ctime>
#include <string_view>

namespace sop {

std::string time_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string today() { return time_now().substr(0, std::string_view("2026-11-26").size()); }

}  // namespace sop
