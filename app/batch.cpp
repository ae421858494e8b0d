#include "app/batch.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/file.h"
#include "export/record_check.h"
#include "ingest/diagnostic.h"
#include "ingest/digest.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digest_digits = 16;  // 64 bits: nobody finds a second source with the same ones
constexpr unsigned attempts = 2;

// Where each input's record goes.
class RecordNames {
public:
    explicit RecordNames(const std::vector<Input>& inputs) {
        ++uses_[fs::path(report_name)];
        for (const Input& input : inputs) ++uses_[plain(input)];
    }

    // `id` is the source's digest; without one, an input whose name is shared has no record name.
    std::optional<fs::path> of(const Input& input, const std::optional<std::string>& id) const {
        if (uses_.at(plain(input)) == 1) return plain(input);
        if (!id) return std::nullopt;
        const std::string digits = id->substr(id->find(':') + 1, digest_digits);
        return fs::path(input.relative).concat("." + digits + ".json");
    }

private:
    static fs::path plain(const Input& input) { return fs::path(input.relative).concat(".json"); }

    std::map<fs::path, int> uses_;
};

// Whether a fresh reader may do better: another source's work, or want of memory, may have ended this one.
bool is_worth_another(Ending ending) { return ending == Ending::crash || ending == Ending::lost; }

class Run {
public:
    Run(const Batch& batch, Pool& pool) : batch_(batch), pool_(pool), names_(batch.inputs.files) {
        prepare_folder(batch.output);
        remove_file(batch.output / report_name);
        report_.files.resize(batch.inputs.files.size());
        for (std::size_t at = 0; at < report_.files.size(); ++at)
            report_.files[at].path = text_of(batch.inputs.files[at].relative);
    }

    void convert_all(const std::function<void(std::size_t)>& on_progress) {
        std::size_t next = 0, done = 0;
        while (done < report_.files.size()) {
            while (next < report_.files.size() && !pool_.is_full()) done += start(next++) ? 0 : 1;
            if (!pool_.is_idle()) done += finish(pool_.wait()) ? 1 : 0;
            on_progress(done);
        }
    }

    RunReport take_report() {
        // Inputs of one relative path are told apart by their content: the folders they came from are no part of it.
        std::ranges::stable_sort(report_.files, {},
                                 [](const FileReport& file) { return std::tie(file.path, file.id); });
        for (const Skipped& skipped : batch_.inputs.skipped)
            report_.skipped.push_back({text_of(skipped.relative), std::string(skipped.reason)});
        return std::move(report_);
    }

private:
    struct UnderWay {
        std::string name, bytes, id;
        unsigned attempt = 0;
    };

    // False where the input cannot be read: its report is done then.
    bool start(std::size_t at) {
        const Input& input = batch_.inputs.files[at];
        try {
            UnderWay job{text_of(input.file.filename()), read_file(input.file, batch_.file_bytes), {}, 0};
            job.id = sha256(job.bytes);
            pool_.start(at, job.name, job.bytes, job.attempt);
            under_way_.emplace(at, std::move(job));
            return true;
        } catch (const ConversionError& error) {
            fail(at, std::nullopt, error);
            return false;
        }
    }

    // False where the source is given to another reader.
    bool finish(const Finished& finished) {
        const std::size_t at = finished.ticket;
        UnderWay& job = under_way_.at(at);
        if (is_worth_another(finished.ending) && ++job.attempt < attempts) {
            pool_.start(at, job.name, job.bytes, job.attempt);
            return false;
        }
        if (finished.ending == Ending::answered)
            accept(at, job, finished.answer);
        else if (auto failure = finished.ending == Ending::refused ? check_failure(finished.answer) : std::nullopt)
            fail(at, job.id, std::move(*failure));
        else
            fail(at, job.id,
                 ConversionError(finished.ending == Ending::refused ? ErrorCode::invalid_result
                                                                    : error_of(finished.ending)));
        under_way_.erase(at);
        return true;
    }

    void accept(std::size_t at, const UnderWay& job, std::string_view json) {
        const auto record = check_record(json);
        if (!record || record->id != job.id || record->file_name != job.name)
            return fail(at, job.id, ConversionError(ErrorCode::invalid_result));
        FileReport& report = report_.files[at];
        try {
            const fs::path name = *names_.of(batch_.inputs.files[at], job.id);
            write_file(batch_.output / name, json);
            report.id = job.id;
            report.record = text_of(name);
            report.soort = record->soort;
            report.diagnostics = record->diagnostics;
            report.has_remarks = record->has_remarks;
        } catch (const ConversionError& error) {
            fail(at, job.id, error);
        }
    }

    void fail(std::size_t at, std::optional<std::string> id, const ConversionError& error) {
        fail(at, std::move(id), Failure{std::string(code_of(error.code())), error.what(), {}, {}});
    }

    void fail(std::size_t at, std::optional<std::string> id, Failure failure) {
        const Input& input = batch_.inputs.files[at];
        if (const auto name = names_.of(input, id)) remove_file(batch_.output / *name);
        failure.file_name = text_of(input.file.filename());
        failure.id = id;
        report_.files[at].id = std::move(id);
        report_.files[at].failure = std::move(failure);
    }

    const Batch& batch_;
    Pool& pool_;
    RecordNames names_;
    RunReport report_;
    std::unordered_map<std::size_t, UnderWay> under_way_;
};

}  // namespace

RunReport run_batch(const Batch& batch, Pool& pool, const std::function<void(std::size_t)>& on_progress) {
    Run run(batch, pool);
    run.convert_all(on_progress);
    return run.take_report();
}

}  // namespace sop
