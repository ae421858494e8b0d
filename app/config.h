// The settings file of --config: TOML 1.0, one key for each option.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

struct Setting {
    std::string key;
    std::string value;  // as on the command line; "true" or "false" of a boolean
    bool is_bool = false;
    std::size_t line = 0;  // from 1
};

// A mistake in the file, for the person who wrote it: what() is "sopconv.toml:3: sentence" (Dutch, without full stop).
class ConfigError : public std::runtime_error {
public:
    ConfigError(const std::filesystem::path& file, std::size_t line, std::string_view sentence);
};

// In the order of their lines. Throws ConfigError.
std::vector<Setting> read_config(const std::filesystem::path& file);

}  // namespace sop
