#include "extract/survey.h"

#include <algorithm>
#include <utility>

#include "extract/paragraph_text.h"
#include "ingest/text.h"

namespace sop {
namespace {

// A profile in a school guide of a hundred pages starts well before this.
constexpr int survey_paragraphs = 20'000;
// Longer paragraphs are prose; no heading, label or column heading of a form is as long.
constexpr std::size_t survey_bytes = 200;
// Lines with text among which the document's title stands; a title that rules a document out stands right at the top.
constexpr int title_lines = 12;
constexpr int foreign_title_lines = 3;
// A table's header stands in its first rows.
constexpr std::size_t header_rows = 4;

class Survey {
public:
    explicit Survey(const TemplateSet& templates) : templates_(templates), evidence_(templates.templates().size()) {
        const Vocabulary& vocabulary = default_vocabulary();
        for (Evidence& evidence : evidence_) {
            evidence.sections.resize(vocabulary.sections.size());
            evidence.fields.resize(vocabulary.fields.size());
            for (const TableDef& table : vocabulary.tables) evidence.columns.emplace_back(table.columns.size());
        }
    }

    void document(const Document& document) {
        for (const Story& story : document.stories) {
            if (story.kind == Story::Kind::header) blocks(story.blocks, false);
            if (story.kind == Story::Kind::header || story.kind == Story::Kind::footer) furniture(story.blocks);
        }
        lines_ = 0;
        blocks(document.blocks, false);
        for (const Control& control : document.controls) {
            if (--left_ < 0) break;
            label(control.label);
            label(control.name);
        }
    }

    std::vector<Evidence> take() { return std::move(evidence_); }

private:
    template <class Apply>
    void apply(const Meaning& meaning, Apply apply_to) {
        const double wording = meaning.owner == shared_owner ? shared_wording : own_wording;
        for (std::size_t i = 0; i < evidence_.size(); ++i)
            if (meaning.is_for(static_cast<int>(i))) apply_to(evidence_[i], wording);
    }

    void blocks(const std::vector<Block>& blocks, bool is_inner_cell) {
        for (const Block& block : blocks) {
            if (left_ < 0) return;
            if (const auto* item = std::get_if<Paragraph>(&block.content))
                paragraph(*item, is_inner_cell);
            else
                table(std::get<Table>(block.content));
        }
    }

    void table(const Table& table) {
        for (std::size_t r = 0; r < table.rows.size() && left_ >= 0; ++r) {
            const Row& row = table.rows[r];
            if (r < header_rows && row.cells.size() > 1) header(row);
            for (const Cell& cell : row.cells) blocks(cell.blocks, &cell != &row.cells.front());
        }
    }

    // Counts the row's column headings when at least two of them belong to one table.
    void header(const Row& row) {
        std::vector<Meaning> found;
        for (const Cell& cell : row.cells) {
            std::size_t bytes = 0;
            std::string text;
            for (const Block& block : cell.blocks)
                if (const auto* item = std::get_if<Paragraph>(&block.content)) {
                    bytes += text_bytes(*item);
                    if (bytes <= survey_bytes) text += plain_text(item->inlines, TextOf::value) + ' ';
                }
            if (--left_ < 0) return;
            if (text.empty()) continue;
            const Words words = fold_words(text);
            lexicon().phrases_at(words, 0, [&](const std::vector<Meaning>& meanings, std::size_t taken) {
                for (const Meaning& meaning : meanings)
                    if (meaning.term == Term::column && (taken == words.size() || meaning.flags & Meaning::begins))
                        found.push_back(meaning);
            });
        }
        for (const Meaning& meaning : found) {
            const bool has_company = std::any_of(found.begin(), found.end(), [&](const Meaning& other) {
                return other.item == meaning.item && other.part != meaning.part;
            });
            if (!has_company) continue;
            apply(meaning, [&](Evidence& evidence, double wording) {
                double& value = evidence.columns[meaning.item][meaning.part];
                value = std::max(value, wording);
            });
        }
    }

    void paragraph(const Paragraph& item, bool is_inner_cell) {
        if (--left_ < 0 || item.role == Role::toc) return;
        const std::size_t bytes = text_bytes(item);
        if (bytes == 0 || bytes > survey_bytes) {
            if (bytes > 0) ++lines_;
            return;
        }
        const std::string text = plain_text(item.inlines, TextOf::value);
        // A letter may list the sections of a form.
        const bool is_bullet = item.list && !item.list->ordered && item.heading == 0;
        for_each_line(text, [&](std::string_view line) {
            const std::string_view shown = trim(line);
            if (!shown.empty()) this->line(shown, !is_inner_cell && !is_bullet);
        });
    }

    void line(std::string_view text, bool may_be_heading) {
        const int place = lines_++;
        const NumberedHeading heading = split_heading(text);
        const Words words = fold_words(heading.title);
        if (place < foreign_title_lines) foreign_title(words);
        if (read(words, heading, place, may_be_heading)) return;
        const Words respelled = lexicon().respell(words);
        if (respelled.size() > 0) read(respelled, heading, place, may_be_heading);
    }

    // Whether the words, as a whole or at their start, are a title, a heading or a label.
    bool read(const Words& words, const NumberedHeading& heading, int place, bool may_be_heading) {
        bool is_known = false;
        lexicon().phrases_at(words, 0, [&](const std::vector<Meaning>& meanings, std::size_t taken) {
            const bool is_whole = taken == words.size();
            for (const Meaning& meaning : meanings) {
                const bool fits = is_whole || (meaning.flags & Meaning::begins);
                is_known = is_known || fits;
                switch (meaning.term) {
                    case Term::title:
                        if (place < title_lines)
                            apply(meaning, [&](Evidence& evidence, double) {
                                evidence.title = own_wording;
                                evidence.is_own_title = evidence.is_own_title || meaning.owner != shared_owner;
                            });
                        break;
                    case Term::heading:
                        if (fits && may_be_heading)
                            apply(meaning, [&](Evidence& evidence, double wording) {
                                double& value = evidence.sections[meaning.item];
                                value = std::max(value, wording);
                            });
                        break;
                    case Term::label:
                        if (is_whole || is_sign(heading.title, words.words[taken - 1].end)) field(meaning);
                        break;
                    default:
                        break;
                }
            }
        });
        return is_known;
    }

    // A title that says that the document is something else: at the start of the line or, in several words, behind the
    // title of a profile: "Schoolondersteuningsprofiel - toelichting op het format".
    void foreign_title(const Words& words) {
        bool has_title = false;
        for (std::size_t at = 0; at < words.size(); ++at)
            lexicon().phrases_at(words, at, [&](const std::vector<Meaning>& meanings, std::size_t taken) {
                for (const Meaning& meaning : meanings) {
                    has_title = has_title || meaning.term == Term::title;
                    if (meaning.term == Term::guide && at == 0 && !has_title)
                        apply(meaning, [](Evidence& evidence, double) { evidence.is_guide = true; });
                    if (meaning.term == Term::foreign && (at == 0 || (has_title && taken > 1)))
                        apply(meaning, [](Evidence& evidence, double) { evidence.is_foreign = true; });
                }
            });
    }

    // Texts of the form in the headers and footers of its pages, wherever in the line.
    void furniture(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            if (const auto* table = std::get_if<Table>(&block.content)) {
                for (const Row& row : table->rows)
                    for (const Cell& cell : row.cells) furniture(cell.blocks);
                continue;
            }
            const auto& item = std::get<Paragraph>(block.content);
            if (--left_ < 0 || text_bytes(item) > survey_bytes) continue;
            const Words words = fold_words(plain_text(item.inlines, TextOf::value));
            for (std::size_t at = 0; at < words.size(); ++at)
                lexicon().phrases_at(words, at, [&](const std::vector<Meaning>& meanings, std::size_t) {
                    for (const Meaning& meaning : meanings)
                        if (meaning.term == Term::furniture)
                            apply(meaning, [](Evidence& evidence, double) { ++evidence.footers; });
                });
        }
    }

    // Whether a colon or tab follows.
    static bool is_sign(std::string_view text, std::size_t at) {
        while (at < text.size() && (text[at] == ' ' || text[at] == ')' || text[at] == '?')) ++at;
        return at < text.size() && (text[at] == ':' || text[at] == '\t');
    }

    void field(const Meaning& meaning) {
        if (meaning.flags & Meaning::weak) return;
        apply(meaning, [&](Evidence& evidence, double wording) {
            double& value = evidence.fields[meaning.item];
            value = std::max(value, wording);
        });
    }

    void label(std::string_view text) {
        if (text.empty() || text.size() > survey_bytes) return;
        if (const auto* meanings = lexicon().find(fold_words(text)))
            for (const Meaning& meaning : *meanings)
                if (meaning.term == Term::label) field(meaning);
    }

    const Lexicon& lexicon() const { return templates_.lexicon(); }

    const TemplateSet& templates_;
    std::vector<Evidence> evidence_;
    int left_ = survey_paragraphs;
    int lines_ = 0;
};

}  // namespace

std::vector<Evidence> survey(const Document& document, const TemplateSet& templates) {
    Survey survey(templates);
    survey.document(document);
    return survey.take();
}

}  // namespace sop
