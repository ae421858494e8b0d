#include "app/inbox.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h>  // mkdtemp

#include <array>
#include <fstream>
#include <iterator>
#include <optional>

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
    CHECK(inbox.is_waiting(start));
    CHECK(claimed(inbox, start + seconds(4)).empty());
    folder.write("a.docx", "PK\5\6 more");
    CHECK(claimed(inbox, start + seconds(6)).empty());
    CHECK(claimed(inbox, start + seconds(10)).empty());
    CHECK(claimed(inbox, start + seconds(11)) == std::vector<fs::path>{"a.docx"});
    CHECK(!inbox.is_waiting(start + seconds(11)));
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
    CHECK(!inbox.is_waiting(start + hours(1)));
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

TEST_CASE("a file that has changed since it was read is not put away but read again") {
    const Folder folder;
    Inbox inbox(folder.path());
    std::array<std::ofstream, 2> writers;
    for (std::size_t i = 0; i < 2; ++i) {
        writers[i].open(folder / (i == 0 ? "a.docx" : "b.docx"), std::ios::binary);
        writers[i] << "PK\5\6" << std::flush;
    }
    claimed(inbox, start);
    REQUIRE(claimed(inbox, start + seconds(5)).size() == 2);
    const Inputs first = inbox.claimed(start + seconds(5));
    for (std::ofstream& writer : writers) writer << " and more" << std::flush;
    inbox.put_away(first.files[0]);
    inbox.quarantine(first.files[1], failure);
    CHECK(fs::is_empty(folder / "verwerkt"));
    CHECK(fs::is_empty(folder / "quarantaine"));
    const Inputs second = inbox.claimed(start + seconds(6));
    CHECK(second.files == first.files);
    inbox.put_away(second.files[0]);
    inbox.quarantine(second.files[1], failure);
    CHECK(fs::exists(folder / "verwerkt/a.docx"));
    CHECK(fs::exists(folder / "quarantaine/b.docx.reden.json"));
}

TEST_CASE("a fault of the machine is tried again later and later, for a day") {
    const Folder folder;
    Inbox inbox(folder.path());
    folder.write("a.docx", "PK\5\6");
    claimed(inbox, start - seconds(5));
    REQUIRE(claimed(inbox, start).size() == 1);
    auto now = start;
    std::vector<Inbox::Time::duration> pauses;
    while (fs::exists(folder / ".sopconv/a.docx")) {
        const auto names = claimed(inbox, now);
        if (!names.empty()) inbox.postpone(inbox.claimed(now).files[0], failure, now);
        if (!names.empty() && fs::exists(folder / ".sopconv/a.docx")) pauses.push_back(now - start);
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

TEST_CASE("a fault of the machine is counted from the first time, whichever process saw it") {
    const Folder folder;
    folder.write(".sopconv/map\n1/a.docx", "PK\5\6");
    auto now = start;
    int nights = 0;
    for (; fs::exists(folder / ".sopconv/map\n1/a.docx"); now += hours(12), ++nights) {
        REQUIRE(nights < 10);
        Inbox inbox(folder.path());
        const Inputs inputs = inbox.claimed(now);
        REQUIRE(inputs.files.size() == 1);
        inbox.postpone(inputs.files[0], failure, now);
        if (nights < 2) CHECK(inbox.claimed(now).files.empty());
        if (nights < 2) CHECK(inbox.claimed(now + hours(7)).files.size() == 1);
    }
    CHECK(nights == 3);
    CHECK(fs::exists(folder / "quarantaine/map\n1/a.docx.reden.json"));
    CHECK(!fs::exists(folder / ".sopconv/.pogingen"));
}

TEST_CASE("a name as long as a file system takes leaves room for a number and for a reason") {
    const Folder folder;
    Inbox inbox(folder.path());
    const std::string name = std::string(250, 'n') + ".docx";
    for (int round = 0; round < 3; ++round) {
        const auto now = start + minutes(round);
        folder.write(name, "PK\5\6");
        claimed(inbox, now);
        REQUIRE(claimed(inbox, now + seconds(5)) == std::vector<fs::path>{name});
        const Input input = inbox.claimed(now + seconds(5)).files[0];
        if (round < 2)
            inbox.put_away(input);
        else
            inbox.quarantine(input, failure);
    }
    CHECK(fs::exists(folder / "verwerkt" / name));
    CHECK(fs::exists(folder / "verwerkt" / (std::string(246, 'n') + " (2).docx")));
    CHECK(fs::exists(folder / "quarantaine" / (std::string(239, 'n') + ".docx.reden.json")));
}

TEST_CASE("a path longer than the system takes is claimed and put away like any other") {
    const Folder folder;
    Inbox inbox(folder.path());
    fs::path deep;
    for (int level = 0; level < 20; ++level) deep /= std::string(250, 'm');
    const Descriptor top(::open(folder.path().c_str(), O_PATH | O_DIRECTORY));
    const Descriptor bottom = make_folders_beneath(top.number(), deep);
    REQUIRE(bottom.is_open());
    {
        const Descriptor file(::openat(bottom.number(), "a.docx", O_WRONLY | O_CREAT, 0600));
        REQUIRE(write_all(file.number(), "PK\5\6"));
    }
    claimed(inbox, start);
    REQUIRE(claimed(inbox, start + seconds(5)) == std::vector<fs::path>{deep / "a.docx"});
    const Input input = inbox.claimed(start + seconds(5)).files[0];
    CHECK(read_input(input, 100) == "PK\5\6");
    inbox.put_away(input);
    CHECK(open_beneath(top.number(), "verwerkt" / deep / "a.docx", O_PATH).is_open());
    CHECK(fs::is_empty(folder / ".sopconv"));
}

TEST_CASE("a file that cannot be claimed is told of once and keeps no other") {
    const Folder folder;
    folder.write(".sopconv/a.docx/b.docx", "PK\5\6 earlier");
    Inbox inbox(folder.path());
    folder.write("a.docx", "PK\5\6");
    folder.write("c.docx", "PK\5\6");
    CHECK(inbox.claim(start).empty());
    const auto failed = inbox.claim(start + seconds(5));
    REQUIRE(failed.size() == 1);
    CHECK(failed[0].input.relative == "a.docx");
    CHECK(failed[0].error.code() == ErrorCode::move_error);
    CHECK(claimed(inbox, start + seconds(5)).size() == 2);
    for (int second = 6; second < 100; ++second) CHECK(inbox.claim(start + seconds(second)).empty());
    CHECK(!inbox.is_waiting(start + seconds(99)));
    inbox.put_away(inbox.claimed(start).files[0]);
    CHECK(inbox.claim(start + seconds(105)).empty());  // now it can
    CHECK(!fs::exists(folder / "a.docx"));
}

TEST_CASE("what an uploader puts in the place of the inbox's own folders leads nowhere") {
    const Folder folder, elsewhere;
    elsewhere.write("private.docx", "PK\5\6");
    for (const char* name : {".sopconv", "verwerkt", "quarantaine"}) {
        CAPTURE(name);
        std::optional<Inbox> inbox(folder.path());
        for (const bool meanwhile : {false, true}) {
            CAPTURE(meanwhile);
            if (!meanwhile) inbox.reset();
            fs::remove_all(folder / name);
            fs::create_directory_symlink(elsewhere.path(), folder / name);
            if (!meanwhile) inbox.emplace(folder.path());
            for (const int second : {0, 5}) CHECK(claimed(*inbox, start + seconds(second)).empty());
            folder.write("a.docx", "PK\5\6");
            CHECK(claimed(*inbox, start + seconds(6)).empty());
            REQUIRE(claimed(*inbox, start + seconds(11)) == std::vector<fs::path>{"a.docx"});
            inbox->put_away(inbox->claimed(start + seconds(11)).files[0]);
            CHECK(fs::is_directory(fs::symlink_status(folder / name)));
            CHECK(std::distance(fs::directory_iterator(elsewhere.path()), {}) == 1);
        }
    }
}

TEST_CASE("a folder that an uploader exchanged for ours is read like any other, and ours again") {
    const Folder folder;
    Inbox inbox(folder.path());
    folder.write(".sopconv/a.docx", "PK\5\6");
    fs::rename(folder / ".sopconv", folder / "weg");
    CHECK(claimed(inbox, start).empty());
    CHECK(claimed(inbox, start + seconds(5)) == std::vector<fs::path>{"weg/a.docx"});
}

TEST_CASE("a file that never lies still does not keep a run that ends when all is done") {
    const Folder folder;
    Inbox inbox(folder.path());
    for (int minute = 0; minute <= 16; ++minute) {
        folder.write("a.docx", std::string(static_cast<std::size_t>(minute), 'a'));
        CHECK(claimed(inbox, start + minutes(minute)).empty());
        CHECK(inbox.is_waiting(start + minutes(minute)) == (minute <= 15));
    }
}

TEST_CASE("what comes in the place of a file or a folder after the look at it is not followed") {
    const Folder folder, elsewhere;
    elsewhere.write("b.docx", "private");
    folder.write("a.docx", "a");
    folder.write("map/b.docx", "b");
    const Inputs inputs = collect_inputs(std::array{folder.path()}, {});
    REQUIRE(inputs.files.size() == 2);
    for (const Input& input : inputs.files) CHECK(read_input(input, 100).size() == 1);
    fs::remove(folder / "a.docx");
    fs::create_symlink(elsewhere / "b.docx", folder / "a.docx");
    fs::remove_all(folder / "map");
    fs::create_directory_symlink(elsewhere.path(), folder / "map");
    for (const Input& input : inputs.files) CHECK_THROWS_AS(read_input(input, 100), ConversionError);
    // A link that is named itself is meant.
    CHECK(read_input(collect_inputs(std::array{folder / "a.docx"}, {}).files.at(0), 100) == "private");
}
