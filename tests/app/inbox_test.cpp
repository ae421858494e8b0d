#include "app/inbox.h"

#include <doctest/doctest.h>
#include <stdlib.h>  // mkdtemp

#include <fstream>

using namespace sop;

namespace {

namespace fs = std::filesystem;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr Inbox::Time start{hours(1)};

class Folder {
public:
    Folder() { REQUIRE(::mkdtemp(name_) != nullptr); }
    ~Folder() { fs::remove_all(name_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    fs::path operator/(const fs::path& path) const { return name_ / path; }
    fs::path path() const { return name_; }

    void write(const fs::path& path, std::string_view content) const {
        fs::create_directories((*this / path).parent_path());
        std::ofstream(*this / path, std::ios::binary) << content;
    }

private:
    char name_[32] = "/tmp/sopconv-inbox-XXXXXX";
};

std::vector<fs::path> claimed(Inbox& inbox, Inbox::Time now) {
    inbox.claim(now);
    std::vector<fs::path> names;
    for (const Input& input : inbox.claimed(now).files) names.push_back(input.relative);
    return names;
}

const Failure failure{"LEESFOUT", "Het bestand kan niet worden gelezen.", "a.docx", {}};

}  // namespace

TEST_CASE("a file is claimed when it has not changed for five seconds, and not before") {
    const Folder folder;
    Inbox inbox(folder.path());
    folder.write("a.docx", "PK\5\6");
    CHECK(claimed(inbox, start).empty());
    CHECK(inbox.is_waiting());
    CHECK(claimed(inbox, start + seconds(4)).empty());
    folder.write("a.docx", "PK\5\6 more");
    CHECK(claimed(inbox, start + seconds(6)).empty());
    CHECK(claimed(inbox, start + seconds(10)).empty());
    CHECK(claimed(inbox, start + seconds(11)) == std::vector<fs::path>{"a.docx"});
    CHECK(!inbox.is_waiting());
    CHECK(!fs::exists(folder / "a.docx"));
}

TEST_CASE("a file without its end is given a quarter of an hour") {
    const Folder folder;
    Inbox inbox(folder.path());
    folder.write("a.docx", "PK\3\4 half");
    folder.write("b.PDF", "%PDF-1.4 half");
    folder.write("c.pdf", "%PDF-1.4 %%EOF\n");
    folder.write("d.doc", "no end that we know");
    folder.write("e.docx", "");
    CHECK(claimed(inbox, start).empty());
    CHECK(claimed(inbox, start + minutes(1)) == std::vector<fs::path>{"c.pdf", "d.doc"});
    CHECK(claimed(inbox, start + minutes(15)).size() == 5);
}

TEST_CASE("what is still being copied, hidden or no document stays where it is") {
    const Folder folder;
    Inbox inbox(folder.path());
    for (const char* name : {"a.docx.part", "b.tmp", "~$c.docx", ".d.docx", "Thumbs.db", ".stfolder/e.docx"})
        folder.write(name, "PK\5\6");
    CHECK(claimed(inbox, start).empty());
    CHECK(claimed(inbox, start + hours(1)).empty());
    CHECK(!inbox.is_waiting());
    CHECK(fs::exists(folder / "a.docx.part"));
}

TEST_CASE("files go to verwerkt or to quarantaine with a reason, and none replaces another") {
    const Folder folder;
    Inbox inbox(folder.path());
    for (int round = 0; round < 2; ++round) {
        const auto now = start + minutes(round);
        folder.write("map/a.docx", "PK\5\6 good");
        folder.write("b.docx", "PK\5\6 bad");
        claimed(inbox, now);
        REQUIRE(claimed(inbox, now + seconds(5)) == std::vector<fs::path>{"b.docx", "map/a.docx"});
        const Inputs inputs = inbox.claimed(now + seconds(5));
        inbox.quarantine(inputs.files[0], failure);
        inbox.put_away(inputs.files[1]);
        CHECK(fs::is_empty(folder / ".sopconv"));
    }
    for (const char* name :
         {"verwerkt/map/a.docx", "verwerkt/map/a (2).docx", "quarantaine/b.docx", "quarantaine/b.docx.reden.json",
          "quarantaine/b (2).docx", "quarantaine/b (2).docx.reden.json"}) {
        CAPTURE(name);
        CHECK(fs::exists(folder / name));
    }
    CHECK(claimed(inbox, start + hours(1)).empty());  // what was put away is not looked at
}

TEST_CASE("a fault of the machine is tried again later and later, for a day") {
    const Folder folder;
    Inbox inbox(folder.path());
    folder.write("a.docx", "PK\5\6");
    claimed(inbox, start - seconds(5));
    REQUIRE(claimed(inbox, start).size() == 1);
    auto now = start;
    std::vector<std::chrono::steady_clock::duration> pauses;
    while (fs::exists(folder / ".sopconv/a.docx")) {
        const auto names = claimed(inbox, now);
        if (!names.empty()) inbox.postpone(inbox.claimed(now).files[0], failure, now);
        if (!names.empty() && inbox.has_postponed()) pauses.push_back(now - start);
        now += minutes(1);
        REQUIRE(now < start + hours(48));
    }
    CHECK(pauses == decltype(pauses){minutes(0), minutes(1), minutes(6), minutes(36), minutes(156), minutes(516),
                                     minutes(876), minutes(1236)});
    CHECK(fs::exists(folder / "quarantaine/a.docx.reden.json"));
}

TEST_CASE("what a run that broke off had claimed is taken up by the next") {
    const Folder folder;
    folder.write(".sopconv/map/a.docx", "PK\5\6");
    Inbox inbox(folder.path());
    CHECK(claimed(inbox, start) == std::vector<fs::path>{"map/a.docx"});
}
