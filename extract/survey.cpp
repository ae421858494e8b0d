#include "extract/survey.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "extract/paragraph_text.h"
#include "extract/titles.h"
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
// The kind of document that all templates of profiles give.
constexpr std::string_view profile_kind = "sop";
// A section that a word of a heading tells, beside shared_wording for its own heading.
constexpr double mentioned = 0.3;
constexpr std::size_t heading_words = 10;

// How a line looks: lines of one look are of one kind.
struct Look {
    int heading = 0;
    bool is_bold = false;
    bool is_title = false;  // the document says so
    bool operator==(const Look&) const = default;
};

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// A title of no more bytes may be taken for another word: "SOP".
constexpr std::size_t short_title = 10;

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
        keep_title();
        lines_ = 0;
        looks_.clear();
        is_front_ = true;
        is_titled_ = false;
        blocks(document.blocks, false);
        keep_title();
        for (const Control& control : document.controls) {
            if (--left_ < 0) break;
            label(control.label);
            label(control.name);
        }
    }

    std::vector<Evidence> take() {
        for (const Meaning& meaning : distinctive_) ++evidence_[static_cast<std::size_t>(meaning.owner)].distinctive;
        for (Evidence& evidence : evidence_)
            evidence.is_clear_title = has_clear_title_ || (has_top_title_ && evidence.has_name);
        return std::move(evidence_);
    }

private:
    template <class Apply>
    void apply(const Meaning& meaning, Apply apply_to) {
        const double wording = meaning.owner == shared_owner ? shared_wording : own_wording;
        for (std::size_t i = 0; i < evidence_.size(); ++i)
            if (meaning.is_for(static_cast<int>(i))) apply_to(evidence_[i], wording);
    }

    // Notes an item that was found in a template's own words, where the vocabulary has no such words for it.
    void note_distinctive(const Meaning& meaning, const std::vector<Meaning>& all) {
        if (meaning.owner == shared_owner) return;
        const auto is_item = [&](const Meaning& other) {
            return other.term == meaning.term && other.item == meaning.item && other.part == meaning.part;
        };
        const bool is_common = std::any_of(all.begin(), all.end(), [&](const Meaning& other) {
            return other.owner == shared_owner && is_item(other);
        });
        const bool is_noted = std::any_of(distinctive_.begin(), distinctive_.end(), [&](const Meaning& other) {
            return other.owner == meaning.owner && is_item(other);
        });
        if (!is_common && !is_noted) distinctive_.push_back(meaning);
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
            const std::size_t leading = leading_cell(row);
            for (std::size_t c = 0; c < row.cells.size(); ++c) blocks(row.cells[c].blocks, c > leading);
        }
    }

    // The row's first cell, or the second beside a number.
    static std::size_t leading_cell(const Row& row) {
        constexpr std::size_t number_bytes = 6;
        if (row.cells.size() < 2) return 0;
        std::size_t bytes = 0;
        for (const Block& block : row.cells.front().blocks) {
            const auto* item = std::get_if<Paragraph>(&block.content);
            if (!item || (bytes += text_bytes(*item)) > number_bytes) return 0;
        }
        const std::string text = collapse_spaces(plain_text(row.cells.front().blocks, TextOf::value));
        if (text.empty()) return 0;
        const NumberedHeading number = split_heading(text + " X");
        return number.title == "X" && !number.number.empty() ? 1 : 0;
    }

    // Counts the row's column headings when at least two of them belong to one table.
    void header(const Row& row) {
        struct Found {
            Meaning meaning;
            const std::vector<Meaning>* all;  // of the same words
        };
        std::vector<Found> found;
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
                    if (meaning.term == Term::column && !(meaning.flags & Meaning::weak) &&
                        (taken == words.size() || meaning.flags & Meaning::begins))
                        found.push_back({meaning, &meanings});
            });
        }
        for (const Found& column : found) {
            const Meaning& meaning = column.meaning;
            bool has_company = false;
            for (const Found& other : found)
                has_company = has_company || (other.meaning.item == meaning.item && other.meaning.part != meaning.part);
            if (!has_company) continue;
            note_distinctive(meaning, *column.all);
            apply(meaning, [&](Evidence& evidence, double wording) {
                double& value = evidence.columns[meaning.item][meaning.part];
                value = std::max(value, wording);
            });
        }
    }

    void paragraph(const Paragraph& item, bool is_inner_cell) {
        if (--left_ < 0 || item.role == Role::toc) return;
        const std::size_t bytes = text_bytes(item);
        if (bytes == 0) return;
        if (bytes > survey_bytes) {
            ++lines_;
            begin_prose();
            return;
        }
        const std::string text = plain_text(item.inlines, TextOf::value);
        // A letter may list the sections of a form.
        const bool is_bullet = item.list && !item.list->ordered && item.heading == 0;
        const Look look{item.heading, is_all(item, bold), item.role == Role::title};
        for_each_line(text, [&](std::string_view line) {
            const std::string_view shown = trim(line);
            if (!shown.empty()) this->line(shown, look, !is_inner_cell && !is_bullet);
        });
    }

    void line(std::string_view text, const Look& look, bool may_be_heading) {
        const int place = lines_++;
        const NumberedHeading heading = split_heading(text);
        const Words words = fold_words(heading.title);
        if (pending_ && pending_->place + 1 == place) go_on(heading.title);
        // Right behind a title a short sentence is text too: "Ons profiel is vernieuwd."
        if (is_sentence(text, words, pending_ ? sentence_words / 2 : sentence_words))
            begin_prose();
        else
            keep_title();
        if (place < foreign_title_lines) foreign_title(words);
        if (!read(words, heading, place, may_be_heading)) {
            const Words respelled = lexicon().respell(words);
            if (respelled.size() > 0) read(respelled, heading, place, may_be_heading);
        }
        if (place < title_lines && is_front_ && !(pending_ && pending_->place == place))
            title_behind(words, heading.title, place);
        if (pending_ && pending_->place == place) pending_->may_be_item = may_be_item(look);
        const bool is_heading = look.heading > 0 || look.is_bold || text.ends_with('?');
        if (may_be_heading && is_heading && words.size() <= heading_words) mentions(words);
        if (place >= title_lines) return;
        if (words.size() > 1 && has(default_vocabulary().school_prefixes, words[0]))
            for (Evidence& evidence : evidence_) evidence.has_name = true;
        else
            looks_.push_back(look);
    }

    // Whether a title that a line begins with stands right at the top.
    static bool is_on_top(const Words& words, const Meaning& meaning, int place) {
        return !(meaning.flags & Meaning::weak) && place < (words[0].size() > short_title ? foreign_title_lines : 1);
    }

    // Whether a school or a year stands behind a title.
    static bool names_school_or_year(const Words& words, std::size_t from) {
        for (std::size_t at = from; at < words.size(); ++at)
            if (is_year(words[at]) || has(default_vocabulary().school_prefixes, words[at])) return true;
        return false;
    }

    // A title behind words that may stand before it.
    void title_behind(const Words& words, const std::string& text, int place) {
        if (is_sentence(text, words, sentence_words)) return;
        for (std::size_t at = 1; at < words.size(); ++at)
            lexicon().phrases_at(words, at, [&](const std::vector<Meaning>& meanings, std::size_t taken) {
                for (const Meaning& meaning : meanings) {
                    if (meaning.term != Term::title || !ends_as_title(text, words, at + taken, place == 0, lexicon()))
                        continue;
                    if (!may_precede_title(text, words, at, words[at].size() > short_title, lexicon())) continue;
                    if (!pending_) pending_ = Pending{place, text, {}};
                    if (pending_->place == place) pending_->meanings.push_back(meaning);
                }
            });
    }

    // Words that tell a section in a heading that is not known: "Waar liggen onze grenzen?"
    void mentions(const Words& words) {
        for (std::size_t at = 0; at < words.size(); ++at)
            lexicon().phrases_at(words, at, [&](const std::vector<Meaning>& meanings, std::size_t) {
                for (const Meaning& meaning : meanings)
                    if (meaning.term == Term::mention)
                        apply(meaning, [&](Evidence& evidence, double) {
                            double& value = evidence.sections[meaning.item];
                            value = std::max(value, mentioned);
                        });
            });
    }

    // A title that goes on in the next line: "Schoolondersteuningsprofiel", "Primair Onderwijs Almere".
    void go_on(std::string_view text) {
        const std::string joined = pending_->text + ' ' + std::string(text);
        const Words words = fold_words(joined);
        const std::size_t first_line = fold_words(pending_->text).size();
        lexicon().phrases_at(words, 0, [&](const std::vector<Meaning>& meanings, std::size_t taken) {
            if (taken <= first_line || !ends_as_title(joined, words, taken, pending_->place == 0, lexicon())) return;
            for (const Meaning& meaning : meanings)
                if (meaning.term == Term::title) pending_->meanings.push_back(meaning);
        });
    }

    // Text has begun: what follows is no title of the document, and a title right before it that looks like a line
    // further up is the heading of an item.
    void begin_prose() {
        if (pending_ && pending_->may_be_item) pending_.reset();
        keep_title();
        is_front_ = false;
    }

    bool may_be_item(const Look& look) const {
        return !look.is_title && (look.heading > 0 || look.is_bold) &&
               std::find(looks_.begin(), looks_.end(), look) != looks_.end();
    }

    // Takes the title that was held back until the line behind it was seen.
    void keep_title() {
        if (!pending_) return;
        for (const Meaning& meaning : pending_->meanings) title(meaning);
        has_top_title_ = has_top_title_ || pending_->is_on_top;
        has_clear_title_ = has_clear_title_ || (pending_->is_on_top && pending_->is_clear);
        is_titled_ = true;
        pending_.reset();
    }

    // One profile's own title says that the document is a profile to all others too.
    void title(const Meaning& meaning) {
        const std::vector<Template>& forms = templates_.templates();
        const bool is_shared = meaning.owner == shared_owner;
        if (!is_shared) {
            Evidence& own = evidence_[static_cast<std::size_t>(meaning.owner)];
            own.title = own_wording;
            own.is_own_title = true;
        }
        if (!is_shared && forms[static_cast<std::size_t>(meaning.owner)].kind != profile_kind) return;
        for (std::size_t i = 0; i < evidence_.size(); ++i) {
            if (!is_shared && forms[i].kind != profile_kind) continue;
            const bool is_first = evidence_[i].title == 0;
            const bool is_weak = (meaning.flags & Meaning::weak) != 0;
            evidence_[i].is_shared_title = is_weak && (is_first || evidence_[i].is_shared_title);
            evidence_[i].title = std::max(evidence_[i].title, shared_wording);
        }
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
                        if (place < title_lines && is_front_ &&
                            ends_as_title(heading.title, words, taken, place == 0, lexicon())) {
                            if (!pending_) pending_ = Pending{place, heading.title, {}};
                            pending_->meanings.push_back(meaning);
                            pending_->is_on_top = pending_->is_on_top || is_on_top(words, meaning, place);
                            pending_->is_clear = pending_->is_clear || names_school_or_year(words, taken);
                        }
                        break;
                    case Term::heading:
                        if (!fits || !may_be_heading) break;
                        note_distinctive(meaning, meanings);
                        apply(meaning, [&](Evidence& evidence, double wording) {
                            double& value = evidence.sections[meaning.item];
                            value = std::max(value, wording);
                        });
                        break;
                    case Term::label:
                        if (!is_whole && !is_sign(heading.title, words.words[taken - 1].end)) break;
                        note_distinctive(meaning, meanings);
                        field(meaning);
                        break;
                    case Term::boilerplate:
                        if (fits) note_distinctive(meaning, meanings);
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
                    const bool is_below_title = taken == 1 && (pending_ || is_titled_);
                    if (meaning.term == Term::foreign && (at == 0 ? !is_below_title : has_title && taken > 1))
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

    // A title, until the line behind it is seen.
    struct Pending {
        int place = 0;  // of its line
        std::string text;
        std::vector<Meaning> meanings;
        bool may_be_item = false, is_on_top = false, is_clear = false;
    };

    const TemplateSet& templates_;
    std::vector<Evidence> evidence_;
    std::vector<Meaning> distinctive_;  // one for each template and item
    int left_ = survey_paragraphs;
    int lines_ = 0;
    bool is_front_ = true;    // no text has begun
    bool is_titled_ = false;  // a title of a profile was found
    bool has_top_title_ = false, has_clear_title_ = false;
    std::vector<Look> looks_;  // of the lines that a title may stand among
    std::optional<Pending> pending_;
};

}  // namespace

std::vector<Evidence> survey(const Document& document, const TemplateSet& templates) {
    Survey survey(templates);
    survey.document(document);
    return survey.take();
}

}  // namespace sop
