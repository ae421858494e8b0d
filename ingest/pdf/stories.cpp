#include "ingest/pdf/stories.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/pdf/flow.h"

namespace sop::pdf {
namespace {

class Furniture {
public:
    Furniture(Story::Kind kind, std::string_view id, const Surroundings& around)
        : kind_(kind), id_(id), around_(around) {}

    void add(std::size_t page_index, const std::vector<WordIndex>& words) {
        if (words.empty()) return;
        const Page& page = around_.pages[page_index];
        Story story;
        story.kind = kind_;
        story.origin.page = page.number;
        for (const Line& line : lines_of(page, static_cast<int>(page_index), words, std::nullopt)) {
            Paragraph paragraph;
            paragraph.inlines = inlines_of({line}, 0, around_);
            paragraph.origin.page = page.number;
            paragraph.origin.box = line.box;
            if (!paragraph.inlines.empty()) story.blocks.push_back({std::move(paragraph)});
        }
        story.id = id_ + ' ' + std::to_string(page.number);
        stories_.push_back(std::move(story));
    }

    std::vector<Story> take() { return std::move(stories_); }

private:
    Story::Kind kind_;
    std::string id_;
    const Surroundings& around_;
    std::vector<Story> stories_;
};

}  // namespace

std::vector<NoteIds> note_ids(const std::vector<Page>& pages, const std::vector<Zones>& zones) {
    std::vector<NoteIds> ids(pages.size());
    std::set<std::string> taken;
    for (std::size_t i = 0; i < zones.size(); ++i)
        for (const Footnote& note : zones[i].footnotes) {
            std::string id = "footnote " + note.label;
            if (!taken.insert(id).second) id += '@' + std::to_string(pages[i].number);
            taken.insert(id);
            ids[i].try_emplace(note.label, std::move(id));
        }
    return ids;
}

std::vector<Story> furniture(const std::vector<Zones>& zones, const Surroundings& around) {
    Furniture headers(Story::Kind::header, "kop", around), footers(Story::Kind::footer, "voet", around);
    for (std::size_t i = 0; i < zones.size(); ++i) {
        headers.add(i, zones[i].header);
        footers.add(i, zones[i].footer);
    }
    std::vector<Story> stories = headers.take();
    for (Story& story : footers.take()) stories.push_back(std::move(story));
    return stories;
}

}  // namespace sop::pdf
