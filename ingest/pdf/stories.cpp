#include "ingest/pdf/stories.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/pdf/flow.h"
#include "ingest/pdf/rows.h"
#include "ingest/text.h"

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
            paragraph.inlines = inlines_of({line}, 0, false, around_);
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

// Pages, in order, with a raised word in their text that no note at their own foot has for its label.
std::map<std::string_view, std::vector<std::size_t>> open_marks(const std::vector<Page>& pages,
                                                                const std::vector<Zones>& zones,
                                                                const std::vector<NoteIds>& ids) {
    std::map<std::string_view, std::vector<std::size_t>> marks;
    for (std::size_t i = 0; i < zones.size(); ++i)
        for (const WordIndex index : zones[i].body) {
            const Word& word = pages[i].words[index];
            if (!word.is_raised || ids[i].contains(word.text)) continue;
            std::vector<std::size_t>& on = marks[word.text];
            if (on.empty() || on.back() != i) on.push_back(i);
        }
    return marks;
}

std::set<std::string_view> raised_words(const Page& page, const Zones& zones) {
    std::set<std::string_view> raised;
    for (const WordIndex word : zones.body)
        if (page.words[word].is_raised) raised.insert(page.words[word].text);
    return raised;
}

// Browsers print all notes at the end of the document, and Word moves one to the next page that has no room on its
// own: a note whose mark is not on its page belongs to the last one before.
void find_marks_before(const std::vector<Page>& pages, const std::vector<Zones>& zones, std::vector<NoteIds>& ids) {
    const auto marks = open_marks(pages, zones, ids);
    for (std::size_t i = 0; i < zones.size(); ++i) {
        if (ids[i].empty()) continue;
        const NoteIds own = ids[i];
        const std::set<std::string_view> own_marks = raised_words(pages[i], zones[i]);
        for (const auto& [label, id] : own) {
            const auto found = marks.find(label);
            if (found == marks.end() || own_marks.contains(label)) continue;
            const auto after = std::lower_bound(found->second.begin(), found->second.end(), i);
            if (after != found->second.begin()) ids[*std::prev(after)].try_emplace(label, id);
        }
    }
}

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
    find_marks_before(pages, zones, ids);
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

std::vector<Story> hidden_text(const std::vector<Page>& pages) {
    std::vector<Story> stories;
    for (const Page& page : pages) {
        if (page.hidden.empty()) continue;
        Page words;
        words.words = page.hidden;
        Story story;
        story.kind = Story::Kind::hidden;
        story.id = "verborgen " + std::to_string(page.number);
        story.origin.page = page.number;
        for (const Row& row : rows_of(words)) {
            std::string text;
            for (const std::uint32_t index : row) {
                if (!text.empty()) text += ' ';
                text += clean_text(words.words[index].text);
            }
            Paragraph paragraph;
            paragraph.inlines = {Text{std::move(text), hidden, no_control}};
            paragraph.origin.page = page.number;
            paragraph.origin.box = words.words[row.front()].box;
            story.blocks.push_back({std::move(paragraph)});
        }
        stories.push_back(std::move(story));
    }
    return stories;
}

}  // namespace sop::pdf
