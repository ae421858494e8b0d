#include "ingest/pdf/join.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// Below this ratio a run is a footnote mark, an index or small type beside another, not the same type rounded.
constexpr double other_size = 0.8;
// Poppler's boxes are ascent to descent: 1.2 times the size in most fonts.
constexpr double height_per_size = 1.2;
// How far a character's middle may stand outside its run, in sizes: both sides compute widths by themselves.
constexpr double slack = 0.2;
// Half of the height that a run has at least, in sizes: some fonts claim no ascent.
constexpr double half_height = 0.35;
// The size that a word's height suggests and its run's size differ by less, whatever the font claims of its ascent.
constexpr double size_factor = 2.2;
// Runs looked at for one character. Text that is painted once has one or two under it.
constexpr int candidates = 64;

bool differs(const Page& page, const TextRun& a, const TextRun& b) {
    if (&a == &b) return false;
    if (a.mcid != b.mcid || a.is_artifact != b.is_artifact || a.is_invisible != b.is_invisible) return true;
    if (std::min(a.size, b.size) < other_size * std::max(a.size, b.size)) return true;
    if (a.font == b.font || a.font < 0 || b.font < 0) return a.font != b.font;
    const Font& font = page.fonts[static_cast<std::size_t>(a.font)];
    const Font& other = page.fonts[static_cast<std::size_t>(b.font)];
    return font.bold != other.bold || font.italic != other.italic || font.is_symbol != other.is_symbol;
}

// The runs of one rotation in bands across the text, each band in order of where its runs start.
class RunIndex {
public:
    RunIndex(const Page& page, int rotation) {
        const Box bounds = upright(Box{0, 0, page.width, page.height}, rotation);
        double heights = 0;
        for (const TextRun& run : page.runs) {
            // Poppler may take slanted text for text of the next quarter turn.
            if (run.rotation != rotation && !run.is_slanted) continue;
            const Box box = upright(run.box, rotation);
            // Not for runs outside the page and NaN.
            if (!(box.right >= bounds.left && box.left <= bounds.right && box.bottom >= bounds.top &&
                  box.top <= bounds.bottom && box.left <= box.right && box.top <= box.bottom))
                continue;
            const double middle = (box.top + box.bottom) / 2;
            const double half = std::max((box.bottom - box.top) / 2, half_height * run.size);
            runs_.push_back({box.left, box.right, std::max(middle - half, bounds.top),
                             std::min(middle + half, bounds.bottom), &run});
            heights += runs_.back().bottom - runs_.back().top;
        }
        if (runs_.empty()) return;
        std::stable_sort(runs_.begin(), runs_.end(), [](const Placed& a, const Placed& b) { return a.left < b.left; });
        // With bands as high as the mean run, a run lies in three of them on average however high some runs are.
        top_ = bounds.top;
        height_ = std::max(heights / static_cast<double>(runs_.size()), (bounds.bottom - bounds.top) / max_bands);
        height_ = std::max(height_, 1.0);
        bands_.resize(band_at(bounds.bottom) + 1);
        for (const Placed& run : runs_)
            for (std::size_t band = band_at(run.top); band <= band_at(run.bottom); ++band) {
                const double reach = bands_[band].empty() ? run.right : std::max(run.right, bands_[band].back().reach);
                bands_[band].push_back({&run, reach});
            }
    }

    // What a run must be like to have painted a character. The box of one that is slanted covers much that it did not
    // paint.
    enum class Want { level_of_size, of_size, any };

    // The run over (x, y) that starts nearest before x, for type of about `size`; null where there is none. Where two
    // start at one place, the later one in the content stream.
    const TextRun* find(double x, double y, double size, Want want) const {
        if (bands_.empty()) return nullptr;
        const std::vector<Entry>& band = bands_[std::min(band_at(y), bands_.size() - 1)];
        auto entry = std::upper_bound(band.begin(), band.end(), x,
                                      [](double value, const Entry& other) { return value < other.run->left; });
        for (int tries = candidates; entry != band.begin() && tries > 0; --tries) {
            --entry;
            if (entry->reach < x) return nullptr;
            const Placed& run = *entry->run;
            if (run.right < x || run.top > y || run.bottom < y) continue;
            const bool is_of_size = size < size_factor * run.run->size && run.run->size < size_factor * size;
            if (want == Want::any || (is_of_size && (want == Want::of_size || !run.run->is_slanted))) return run.run;
        }
        return nullptr;
    }

private:
    static constexpr double max_bands = 4096;
    struct Placed {
        double left, right, top, bottom;  // upright, inside the page across the text
        const TextRun* run;
    };
    struct Entry {
        const Placed* run;
        double reach;  // largest right of this entry and those before it
    };

    std::size_t band_at(double y) const { return static_cast<std::size_t>(std::max((y - top_) / height_, 0.0)); }

    std::vector<Placed> runs_;
    std::vector<std::vector<Entry>> bands_;
    double top_ = 0, height_ = 1;
};

// The run under a character of a word, or next to it.
const TextRun* find_near(const RunIndex& runs, double x, double y, double size) {
    for (const RunIndex::Want want : {RunIndex::Want::level_of_size, RunIndex::Want::of_size, RunIndex::Want::any})
        for (const double aside : {0.0, -slack, slack})
            if (const TextRun* run = runs.find(x + aside * size, y, size, want)) return run;
    return nullptr;
}

void take_looks(Word& word, const TextRun& run) {
    word.size = run.size;
    word.font = run.font;
    word.mcid = run.mcid;
    word.color = run.color;
    word.is_artifact = run.is_artifact || run.is_slanted;
    word.is_invisible = run.is_invisible;
    word.seen = run.seen;
}

// Looks for the words of one page.
class Joiner {
public:
    explicit Joiner(Page& page) : page_(page) {}

    void join(std::size_t index) {
        const Word& word = page_.words[index];
        const Box box = upright(word);
        page_.words[index].size = (box.bottom - box.top) / height_per_size;
        const std::size_t characters = word.edges.empty() ? 0 : word.edges.size() - 1;
        const TextRun* first = find(word, 0);
        const TextRun* last = characters < 2 ? first : find(word, characters - 1);
        if (first != last && (!first || !last || differs(page_, *first, *last)))
            join_characters(index, first ? first : last);
        else if (first)
            take_looks(page_.words[index], *first);
    }

private:
    const RunIndex& runs(int rotation) {
        std::optional<RunIndex>& index = indexes_[static_cast<std::size_t>(rotation)];
        if (!index) index.emplace(page_, rotation);
        return *index;
    }

    const TextRun* find(const Word& word, std::size_t character) {
        const Box box = upright(word);
        const double x = character + 1 < word.edges.size()
                             ? upright_edge((word.edges[character] + word.edges[character + 1]) / 2, word.rotation)
                             : (box.left + box.right) / 2;
        return find_near(runs(word.rotation), x, (box.top + box.bottom) / 2, word.size);
    }

    // The word stands over several runs: each character in its turn. A character over no run goes with the one before.
    void join_characters(std::size_t index, const TextRun* run) {
        std::vector<std::size_t> cuts;
        std::vector<const TextRun*> looks{run};
        for (std::size_t character = 1; character + 1 < page_.words[index].edges.size(); ++character) {
            const TextRun* next = find(page_.words[index], character);
            if (!next || !differs(page_, *looks.back(), *next)) continue;
            cuts.push_back(character);
            looks.push_back(next);
        }
        const std::size_t end = page_.words.size();
        cut_word(page_, index, cuts);
        take_looks(page_.words[index], *looks.front());
        for (std::size_t i = 1; i < looks.size(); ++i) take_looks(page_.words[end + i - 1], *looks[i]);
    }

    Page& page_;
    std::array<std::optional<RunIndex>, 4> indexes_;
};

}  // namespace

void join_runs(Page& page) {
    Joiner joiner(page);
    const std::size_t words = page.words.size();  // cut words are joined as they are cut
    for (std::size_t index = 0; index < words; ++index) joiner.join(index);
}

}  // namespace sop::pdf
