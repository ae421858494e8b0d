#include "app/config.h"

#include <toml++/toml.h>
#include <algorithm>
#include <optional>

#include "app/file.h"
#include "ingest/diagnostic.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = std::size_t{1} << 20;  // a file of settings has a page of text

std::string read_text(const fs::path& file) {
    try {
        return read_file(file, most_bytes);
    } catch (const ConversionError& error) {
        throw ConfigError(file, 0, error.what());
    }
}

std::optional<Setting> setting_of(const toml::node& node) {
    if (const auto text = node.value_exact<std::string>()) return Setting{{}, *text, false, node.source().begin.line};
    if (const auto number = node.value_exact<std::int64_t>())
        return Setting{{}, std::to_string(*number), false, node.source().begin.line};
    if (const auto flag = node.value_exact<bool>())
        return Setting{{}, *flag ? "true" : "false", true, node.source().begin.line};
    return std::nullopt;
}

}  // namespace

ConfigError::ConfigError(const fs::path& file, std::size_t line, std::string_view sentence)
    : std::runtime_error(text_of(file.filename()) + (line > 0 ? ":" + std::to_string(line) : "") + ": " +
                         std::string(sentence)) {}

std::vector<Setting> read_config(const fs::path& file) {
    const std::string text = read_text(file);
    std::vector<Setting> settings;
    try {
        const toml::table table = toml::parse(text);
        for (const auto& [key, node] : table) {
            auto setting = setting_of(node);
            if (!setting)
                throw ConfigError(file, key.source().begin.line,
                                  std::string(key.str()) + ": geef een tekst, een getal, true of false");
            setting->key = key.str();
            settings.push_back(std::move(*setting));
        }
    } catch (const toml::parse_error& error) {
        throw ConfigError(file, error.source().begin.line, "dit is geen geldige TOML");
    }
    std::ranges::sort(settings, {}, &Setting::line);
    return settings;
}

}  // namespace sop
