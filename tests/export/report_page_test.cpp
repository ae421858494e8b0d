#include "export/report_page.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "export/advice.h"
#include "ingest/diagnostic.h"

using namespace sop;

namespace {

FileReport converted(std::string path, RecordOutline outline) {
    FileReport file;
    file.path = std::move(path);
    file.id = "sha256:" + file.path;
    file.record = file.path + ".json";
    file.outline = std::move(outline);
    return file;
}

FileReport failed(std::string path, ErrorCode code) {
    FileReport file;
    file.path = std::move(path);
    file.id = "sha256:" + file.path;
    file.failure = Failure{std::string(code_of(code)), ConversionError(code).what(), file.path, file.id};
    return file;
}

RecordOutline outline(std::string brin, std::string versie) {
    return {.soort = "sop",
            .sjabloon = "almere-po",
            .naam = "OBS De Proef",
            .brin = std::move(brin),
            .vestigingscode = {},
            .versie = std::move(versie),
            .tekstlaag = "volledig",
            .missing = {},
            .remarks = {},
            .diagnostics = 1};
}

// One of everything that the page tells of.
RunReport full_report() {
    RunReport report;
    report.day = "2026-11-26";
    RecordOutline letter;
    letter.soort = "anders";
    letter.tekstlaag = "volledig";
    report.files.push_back(converted("goed.docx", outline("99AA", "2024-2025")));
    report.files.push_back(converted("oud.docx", outline("99AB", "2014-2015")));
    report.files.push_back(converted("vervangen.docx", outline("99AA", "2018-03-14")));
    report.files.back().is_replaced = true;
    report.files.front().replaces = "vervangen.docx";
    report.files.push_back(converted("zonder school.docx", outline("", "2025-01")));
    report.files.back().outline->brin = std::nullopt;
    report.files.back().outline->naam = "<script>alert(1)</script>";
    report.files.push_back(converted("onvolledig.docx", outline("99AC", "2026")));
    report.files.back().outline->missing = {"visie", "grenzen"};
    report.files.back().outline->remarks = {"SECTIE_ONTBREEKT", "WAARDE_ONLEESBAAR"};
    report.files.push_back(converted("scan.pdf", outline("99AD", "2025-2026")));
    report.files.back().outline->tekstlaag = "geen";
    report.files.push_back(converted("brief.docx", letter));
    report.files.push_back(converted("kopie/goed.docx", outline("99AA", "2024-2025")));
    report.files.back().id = report.files.front().id;
    report.files.back().is_known = true;
    report.files.push_back(converted("tweeling.docx", outline("99AE", "2024-2025")));
    report.files.back().same_text = "goed.docx";
    report.files.push_back(failed("\"><img src=x onerror=alert(1)>.docx", ErrorCode::damaged_package));
    report.files.push_back(failed("aanval.pdf", ErrorCode::policy_violation));
    report.skipped.push_back({"~$oud.docx", "vergrendelingsbestand"});
    return report;
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t number = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++number;
    return number;
}

}  // namespace

TEST_CASE("the page of a run that has one of everything is report.html") {
    const std::string page = write_report_page(full_report());
    const std::string golden = SOP_TEST_FOLDER "/report.html";
    // NOLINTNEXTLINE(concurrency-mt-unsafe)
    if (std::getenv("SOP_UPDATE_GOLDEN")) std::ofstream(golden, std::ios::binary) << page;
    std::ifstream file(golden, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    CHECK(page == text.str());
}

TEST_CASE("no name becomes markup, and the page has no script and nothing from outside") {
    const std::string page = write_report_page(full_report());
    for (const std::string_view part : {"<script", "<img", "http:", "https:", "src=", "<link", "@import", "url("}) {
        CAPTURE(part);
        CHECK(page.find(part) == (part == "src=" ? page.find("&lt;img src=") + 8 : std::string::npos));
    }
    CHECK(page.find("default-src 'none'") != std::string::npos);
}

TEST_CASE("the file that asks for most attention stands first") {
    const std::string page = write_report_page(full_report());
    const auto list = page.substr(page.find("id=\"eerst\""));
    std::size_t last = 0;
    for (const std::string_view name : {"aanval.pdf", "onerror", "scan.pdf", "zonder school.docx", "oud.docx"}) {
        CAPTURE(name);
        CHECK(list.find(name) > last);
        last = list.find(name);
    }
    CHECK(list.substr(0, list.find("</table>")).find(">goed.docx<") == std::string::npos);
}

TEST_CASE("what goes wrong often does not hide what goes wrong once") {
    RunReport report;
    report.day = "2026-11-26";
    for (int i = 0; i < 50; ++i) report.files.push_back(failed("oud " + std::to_string(i), ErrorCode::legacy_doc));
    report.files.push_back(failed("stuk", ErrorCode::damaged_package));
    report.files.push_back(converted("zonder school", outline("", "2025")));
    report.files.back().outline->brin = std::nullopt;
    const std::string page = write_report_page(report);
    const auto list = page.substr(page.find("id=\"eerst\""));
    const auto place = [&](std::string_view name) { return list.find("<bdi>" + std::string(name) + "</bdi>"); };
    CHECK(place("oud 2") < place("stuk"));
    CHECK(place("stuk") < place("zonder school"));
    CHECK(place("zonder school") < place("oud 3"));
}

TEST_CASE("a long list is folded after a page of it") {
    RunReport report;
    report.day = "2026-11-26";
    for (int i = 0; i < 2000; ++i) report.files.push_back(converted(std::to_string(i), outline("99AA", "2014-2015")));
    const std::string page = write_report_page(report);
    const auto open = page.substr(0, page.find("<details>"));
    CHECK(count(open, "<tr>") < 60);
    CHECK(count(page, "<bdi>") == 3 * 2000);
    CHECK(count(page, "<details>") == count(page, "</details>"));
}

TEST_CASE("an empty run gives a page too") {
    CHECK(write_report_page({.day = "2026-11-26", .files = {}, .skipped = {}}).find("0 bestanden") !=
          std::string::npos);
}

TEST_CASE("every error has an advice of its own and unknown codes have none") {
    for (int i = 0; i <= static_cast<int>(ErrorCode::internal); ++i) {
        const std::string_view advice = advice_of(code_of(static_cast<ErrorCode>(i)));
        CAPTURE(advice);
        CHECK(advice.ends_with('.'));
    }
    CHECK(advice_of("ZOMAAR").empty());
}
