#include "app/batch.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/run_log.h"
#include "app/sandbox.h"

using namespace sop;
namespace fs = std::filesystem;

namespace {

// Puts nothing on the disk before it is told to.
class SlowStore : public RecordStore {
public:
    std::optional<FileReport> find_known(const BatchSource&) override { return std::nullopt; }
    std::string keep(const BatchSource&, std::string_view, const RecordFacts&) override { return {}; }
    void refuse(const Input&, const std::optional<std::string>&, const Failure&) override { ++pending; }
    bool is_settled() const override { return pending == 0; }
    void settle() override {
        if (pending > 0) groups.push_back(pending);
        pending = 0;
    }

    int pending = 0;
    std::vector<int> groups;  // that were put there at once
};

}  // namespace

TEST_CASE("what is finished is put on the disk while a slow source is still being read") {
    if (!probe_sandbox().is_complete()) return;
    const fs::path folder = fs::temp_directory_path() / "sopconv-batch-test";
    fs::create_directories(folder);
    Inputs inputs;
    for (const std::string what : {"good", "refuse", "doze"}) {
        std::ofstream(folder / what) << what;
        inputs.files.push_back({folder / what, what, nullptr});
    }
    SlowStore store;
    const Options options;
    RunLog log(options, inputs.files.size());
    Pool pool({ATTACKER}, 3, 1 << 20);
    const RunReport report = run_batch(
        inputs, [&]() -> Pool& { return pool; }, store, log);
    fs::remove_all(folder);
    CHECK(report.unread == 0);
    CHECK(store.groups.size() > 1);
}
