#include "extract/sites.h"

#include <algorithm>
#include <set>
#include <string>

#include "extract/grid.h"
#include "extract/paragraph_text.h"
#include "extract/template.h"
#include "ingest/text.h"

namespace sop {
namespace {

// A longer line is no title.
constexpr std::size_t title_bytes = 60;

class SiteFinder {
public:
    explicit SiteFinder(std::vector<Diagnostic>& diagnostics) : diagnostics_(diagnostics) {}

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            const auto* paragraph = std::get_if<Paragraph>(&block.content);
            if (!paragraph)
                table(std::get<Table>(block.content));
            else if (paragraph->heading > 0 || is_all(*paragraph, bold))
                title(plain_text(paragraph->inlines, TextOf::value), paragraph->origin);
        }
    }

    // A word for a location and its name, or one that tells it from the others by itself: "Nevenvestiging".
    void title(std::string_view text, const Origin& origin) {
        text = trim(text);
        if (text.empty() || text.size() > title_bytes || text.find(':') != std::string_view::npos) return;
        const Words words = fold_words(text);
        const std::vector<std::string>& known = default_vocabulary().location_words;
        if (words.size() == 0 || std::find(known.begin(), known.end(), words[0]) == known.end()) return;
        const bool tells_itself = words[0].starts_with("hoofd") || words[0].starts_with("neven");
        const char second = words.size() > 1 ? text[words.words[1].begin] : ' ';
        const bool is_name = (second >= 'A' && second <= 'Z') || (second >= '0' && second <= '9');
        if (!(tells_itself && words.size() == 1) && !is_name) return;
        if (names_.insert(words.folded).second && names_.size() == 2)
            add_diagnostic(diagnostics_,
                           {"MEER_VESTIGINGEN", Severity::warning,
                            "Het document gaat over meer dan één vestiging; alles staat in één record.", origin});
    }

private:
    void table(const Table& table) {
        for (std::size_t r = 0; r < table.rows.size(); ++r)
            for (const Cell& cell : table.rows[r].cells)
                if (r == 0 || cell.column == 0) title(cell_text(cell), cell.origin);
    }

    std::vector<Diagnostic>& diagnostics_;
    std::set<std::string> names_;
};

}  // namespace

void remark_sites(const Sections& sections, std::vector<Diagnostic>& diagnostics) {
    SiteFinder finder(diagnostics);
    finder.blocks(sections.front);
    for (const Section& section : sections.sections) {
        finder.title(section.heading, section.origin);
        finder.blocks(section.blocks);
    }
}

}  // namespace sop
