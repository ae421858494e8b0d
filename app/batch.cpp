#include "app/batch.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/file.h"
#include "app/run_log.h"
#include "app/stop.h"
#include "ingest/diagnostic.h"
#include "ingest/digest.h"

namespace sop {
namespace {

// A second try is the same as the first. There is no reduced way of reading that could help: what made Poppler crash on
// some files, its list of fonts, is never asked for (see TextReader::read()).
constexpr unsigned attempts = 2;

constexpr std::chrono::milliseconds longest_unsettled(1000), for_ever(-1);

// Whether a fresh reader may do better: another source's work, or want of memory, may have ended this one.
bool is_worth_another(Ending ending) { return ending == Ending::crash || ending == Ending::lost; }

class Run {
public:
    Run(const Inputs& inputs, const std::function<Pool&()>& pool, RecordStore& store, RunLog& log,
        std::size_t file_bytes)
        : inputs_(inputs), start_pool_(pool), store_(store), log_(log), file_bytes_(file_bytes) {
        report_.files.resize(inputs.files.size() + inputs.failed.size());
        for (std::size_t at = 0; at < report_.files.size(); ++at)
            report_.files[at].path = text_of(input_of(at).relative);
    }

    void convert_all() {
        for (std::size_t at = inputs_.files.size(); at < report_.files.size(); ++at) {
            report_.files[at].failure = failure_of(at, std::nullopt, inputs_.failed[at - inputs_.files.size()].error);
            done(at, 0);
        }
        std::size_t next = 0;
        while (finished_.size() < report_.files.size() && stop_signal() == 0) {
            while (next < inputs_.files.size() && !is_full() && stop_signal() == 0) start(next++);
            if (!under_way_.empty()) finish_one();
            if (next == inputs_.files.size() && under_way_.empty())
                for (const std::size_t at : std::exchange(deferred_, {})) start_or_wait(at);
        }
        store_.settle();
        tell();
    }

    RunReport take_report() {
        drop_unfinished();
        // Inputs of one relative path are told apart by their content: the folders they came from are no part of it.
        std::ranges::stable_sort(report_.files, {},
                                 [](const FileReport& file) { return std::tie(file.path, file.id); });
        for (const Skipped& skipped : inputs_.skipped)
            report_.skipped.push_back({text_of(skipped.relative), std::string(skipped.reason)});
        return std::move(report_);
    }

private:
    struct Job {
        BatchSource source;
        unsigned tries = 1;
        double seconds = 0;  // of processor time, of all tries
    };

    const Input& input_of(std::size_t at) const {
        return at < inputs_.files.size() ? inputs_.files[at] : inputs_.failed[at - inputs_.files.size()].input;
    }

    bool is_full() const { return pool_ != nullptr && pool_->is_full(); }

    void start_or_wait(std::size_t at) {
        while (is_full() && stop_signal() == 0) finish_one();
        if (stop_signal() == 0) start(at);
    }

    void start(std::size_t at) {
        const Input& input = inputs_.files[at];
        try {
            Job job{{input, text_of(input.file.filename()), read_input(input, file_bytes_), {}}};
            job.source.id = sha256(job.source.bytes);
            if (ids_under_way_.contains(job.source.id)) return deferred_.push_back(at);
            if (auto known = store_.find_known(job.source)) return note_known(at, std::move(*known));
            if (pool_ == nullptr) pool_ = &start_pool_();
            pool_->start(at, job.source.name, job.source.bytes);
            ids_under_way_.insert(job.source.id);
            under_way_.emplace(at, std::move(job));
        } catch (const ConversionError& error) {
            fail(at, std::nullopt, error);
            done(at, 0);
        }
    }

    void note_known(std::size_t at, FileReport known) {
        known.path = std::move(report_.files[at].path);
        report_.files[at] = std::move(known);
        done(at, 0);
    }

    void done(std::size_t at, double seconds) {
        finished_.push_back({at, seconds});
        log_.show(finished_.size());
        if (store_.is_settled()) tell();
    }

    // What has not been told yet: nobody hears of a record that a power cut may still take.
    void tell() {
        for (; told_ < finished_.size(); ++told_) {
            const auto [at, seconds] = finished_[told_];
            log_.note({input_of(at), report_.files[at], seconds});
        }
    }

    void drop_unfinished() {
        report_.unread = report_.files.size() - finished_.size();
        if (report_.unread == 0) return;
        std::vector<FileReport> files;
        for (const auto& [at, seconds] : finished_) files.push_back(std::move(report_.files[at]));
        report_.files = std::move(files);
    }

    void finish_one() {
        // What is kept is not to wait, in an open transaction, until a slow source has come to its end.
        if (const auto finished = pool_->wait(store_.is_settled() ? for_ever : longest_unsettled))
            return finish(*finished);
        store_.settle();
        tell();
    }

    void finish(const Finished& finished) {
        const std::size_t at = finished.ticket;
        Job& job = under_way_.at(at);
        job.seconds += finished.cpu_seconds;
        if (is_worth_another(finished.ending) && job.tries++ < attempts)
            return pool_->start(at, job.source.name, job.source.bytes);
        const std::string id = job.source.id;
        if (finished.ending == Ending::answered)
            accept(at, job.source, finished.answer);
        else if (auto failure = finished.ending == Ending::refused ? check_failure(finished.answer) : std::nullopt)
            fail(at, id, ConversionError(*find_error(failure->code)));  // a reader's own words are not passed on
        else
            fail(at, id,
                 ConversionError(finished.ending == Ending::refused ? ErrorCode::invalid_result
                                                                    : error_of(finished.ending)));
        done(at, job.seconds);
        ids_under_way_.erase(id);
        under_way_.erase(at);
    }

    void accept(std::size_t at, const BatchSource& source, std::string_view json) {
        const auto record = check_record(json);
        if (!record || record->facts.id != source.id || record->facts.bestandsnaam != source.name ||
            record->facts.omvang != static_cast<std::int64_t>(source.bytes.size()))
            return fail(at, source.id, ConversionError(ErrorCode::invalid_result));
        FileReport& report = report_.files[at];
        try {
            report.record = store_.keep(source, json, record->facts);
            report.id = source.id;
            report.outline = record->outline;
        } catch (const ConversionError& error) {
            fail(at, source.id, error);
        }
    }

    void fail(std::size_t at, std::optional<std::string> id, const ConversionError& error) {
        fail(at, failure_of(at, std::move(id), error));
    }

    Failure failure_of(std::size_t at, std::optional<std::string> id, const ConversionError& error) const {
        return {std::string(code_of(error.code())), error.what(), text_of(input_of(at).file.filename()), std::move(id)};
    }

    void fail(std::size_t at, Failure failure) {
        store_.refuse(inputs_.files[at], failure.id, failure);
        report_.files[at].id = failure.id;
        report_.files[at].failure = std::move(failure);
    }

    const Inputs& inputs_;
    const std::function<Pool&()>& start_pool_;
    RecordStore& store_;
    RunLog& log_;
    std::size_t file_bytes_;
    Pool* pool_ = nullptr;
    RunReport report_;
    std::vector<std::pair<std::size_t, double>> finished_;  // inputs, and the processor time of reading them
    std::size_t told_ = 0;                                  // of these
    std::unordered_map<std::size_t, Job> under_way_;
    std::set<std::string> ids_under_way_;
    std::vector<std::size_t> deferred_;  // inputs whose bytes were under way already
};

}  // namespace

RunReport run_batch(const Inputs& inputs, const std::function<Pool&()>& pool, RecordStore& store, RunLog& log,
                    std::size_t file_bytes) {
    Run run(inputs, pool, store, log, file_bytes);
    run.convert_all();
    return run.take_report();
}

}  // namespace sop
