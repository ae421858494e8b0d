#include "app/config.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/options.h"

using namespace sop;

namespace {

class ConfigFile {
public:
    explicit ConfigFile(std::string_view text) { std::ofstream(path) << text; }
    ~ConfigFile() { std::filesystem::remove(path); }
    ConfigFile(const ConfigFile&) = delete;
    ConfigFile& operator=(const ConfigFile&) = delete;
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("sopconv-config-test-" + std::to_string(::getpid()) + ".toml");
};

Options parsed(const ConfigFile& file, std::vector<const char*> words) {
    const std::string path = file.path.string();
    words.insert(words.begin(), "sopconv");
    words.push_back("--config");
    words.push_back(path.c_str());
    return parse_options(static_cast<int>(words.size()), words.data());
}

std::string mistake_in(std::string_view text) {
    const ConfigFile file(text);
    try {
        parsed(file, {"import", "in"});
    } catch (const ConfigError& error) {
        std::string what = error.what();
        return what.substr(what.find(".toml") + 5);
    }
    return "";
}

}  // namespace

TEST_CASE("the file gives what the command line does not say") {
    const ConfigFile file(
        "archive = 'a.db'\njobs = 7 # zeven\nby-reference = true\nrequire-sandbox = false\nonce = true\n"
        "log = \"json\"\nout = \"\"\"\nx\"\"\"\n");
    const Options options = parsed(file, {"import", "in", "--archive", "b.db"});
    CHECK(options.archive == "b.db");
    CHECK(options.workers == 7);
    CHECK(options.by_reference);
    CHECK_FALSE(options.requires_sandbox);
    CHECK_FALSE(options.once);  // of another command
    CHECK(options.log == LogFormat::json);
    CHECK(parsed(file, {"archive", "list"}).archive == "a.db");
    CHECK(parsed(file, {"convert", "in"}).output == "x");
}

TEST_CASE("an archive that neither the file nor the command line names is wrong usage") {
    const ConfigFile file("jobs = 2\n");
    CHECK_THROWS_AS(parsed(file, {"import", "in"}), UsageError);
    CHECK_THROWS_AS(parsed(file, {"archive", "list"}), UsageError);
}

TEST_CASE("a mistake in the file is told with its line") {
    CHECK(mistake_in("jobs = 2\n\narchief = 'a.db'\n") == ":3: de sleutel archief is onbekend");
    CHECK(mistake_in("[import]\njobs = 2\n").starts_with(":1: import"));
    CHECK(mistake_in("jobs = 0\n").starts_with(":1: jobs heeft "));
    CHECK(mistake_in("log = 'xml'\n").starts_with(":1: log heeft "));
    CHECK(mistake_in("\nby-reference = 'ja'\n") == ":2: by-reference is true of false");
    CHECK(mistake_in("archive = true\n").starts_with(":1: archive "));
    CHECK(mistake_in("archive = ['a', 'b']\n").starts_with(":1: archive"));
    CHECK(mistake_in("config = 'a'\n").starts_with(":1: "));
    CHECK(mistake_in("help = true\n").starts_with(":1: "));
    CHECK(mistake_in("jobs = 2\njobs = 3\n") == ":2: dit is geen geldige TOML");
    CHECK(mistake_in("jobs = \n") == ":1: dit is geen geldige TOML");
}
