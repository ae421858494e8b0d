#include "export/metrics.h"

#include <doctest/doctest.h>

#include <string>

using namespace sop;

namespace {

RunReport report_of(int converted, int failed) {
    RunReport report;
    for (int i = 0; i < converted + failed; ++i) {
        report.files.emplace_back().path = "Jan Jansen.docx";
        if (i < failed) report.files.back().failure = Failure{"LEESFOUT", "x", "Jan Jansen.docx", {}};
    }
    return report;
}

bool has(const std::string& text, const std::string& line) {
    return text.find("\n" + line + "\n") != std::string::npos;
}

}  // namespace

TEST_CASE("counters go on from what the file said before") {
    const std::string first = count_run("", report_of(3, 1), {.time = 100, .seconds = 1.5, .documents = 3});
    CHECK(has(first, "sopconv_files_total{result=\"converted\"} 3"));
    CHECK(has(first, "sopconv_files_total{result=\"known\"} 0"));
    CHECK(has(first, "sopconv_failures_total{code=\"LEESFOUT\"} 1"));
    CHECK(has(first, "sopconv_failures_total{code=\"INTERNE_FOUT\"} 0"));
    CHECK(has(first, "sopconv_run_duration_seconds 1.5"));
    CHECK(has(first, "sopconv_archive_documents 3"));
    const std::string second = count_run(first, report_of(2, 0), {.time = 2'000'000'000, .seconds = 1, .documents = 5});
    CHECK(has(second, "sopconv_files_total{result=\"converted\"} 5"));
    CHECK(has(second, "sopconv_files_total{result=\"failed\"} 1"));
    CHECK(has(second, "sopconv_runs_total{result=\"completed\"} 2"));
    CHECK(has(second, "sopconv_last_success_timestamp_seconds 2000000000"));
    CHECK(second.find("Jansen") == std::string::npos);
}

TEST_CASE("a run that broke off is no success") {
    const std::string good = count_run("", report_of(1, 0), {.time = 100, .seconds = 1, .documents = 1});
    const std::string text = count_broken_run(good, 200);
    CHECK(has(text, "sopconv_runs_total{result=\"aborted\"} 1"));
    CHECK(has(text, "sopconv_last_run_timestamp_seconds 200"));
    CHECK(has(text, "sopconv_last_success_timestamp_seconds 100"));
    CHECK(has(text, "sopconv_archive_documents 1"));
}

TEST_CASE("a run that was stopped counts its files and is no success") {
    const std::string good = count_run("", report_of(1, 0), {.time = 100, .seconds = 7, .documents = 1});
    RunReport stopped = report_of(2, 1);
    stopped.unread = 5;
    const std::string text = count_run(good, stopped, {.time = 200, .seconds = 3, .documents = 3});
    CHECK(has(text, "sopconv_files_total{result=\"converted\"} 3"));
    CHECK(has(text, "sopconv_runs_total{result=\"completed\"} 1"));
    CHECK(has(text, "sopconv_runs_total{result=\"aborted\"} 1"));
    CHECK(has(text, "sopconv_last_run_timestamp_seconds 200"));
    CHECK(has(text, "sopconv_last_success_timestamp_seconds 100"));
    CHECK(has(text, "sopconv_run_duration_seconds 7"));
    CHECK(has(text, "sopconv_archive_documents 3"));
}

TEST_CASE("a run with nothing to do leaves the figures of the last that had") {
    const std::string good = count_run("", report_of(1, 0), {.time = 100, .seconds = 7, .documents = 1});
    const std::string text = count_run(good, {}, {.time = 200, .seconds = 0, .documents = {}});
    CHECK(has(text, "sopconv_run_duration_seconds 7"));
    CHECK(has(text, "sopconv_archive_documents 1"));
    CHECK(has(text, "sopconv_last_success_timestamp_seconds 200"));
}

TEST_CASE("what is not ours in the file is left out and stops nothing") {
    for (const char* earlier : {"geen cijfers", "a{b=\"c\"} 1\nsopconv_files_total{result=\"converted\"} x\n",
                                "sopconv_files_total{result=\"converted\"} -5\n", "\n\n \n"}) {
        CAPTURE(earlier);
        const std::string text = count_run(earlier, report_of(1, 0), {.time = 1, .seconds = 1, .documents = {}});
        CHECK(text == count_run("", report_of(1, 0), {.time = 1, .seconds = 1, .documents = {}}));
    }
}
