#include "extract/fields.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "extract/asides.h"
#include "extract/locate.h"
#include "extract/owners.h"
#include "extract/paragraph_text.h"
#include "extract/patterns.h"
#include "extract/role_lines.h"
#include "extract/school_lines.h"
#include "extract/shapes.h"
#include "extract/statements.h"
#include "ingest/text.h"

namespace sop {
namespace {

// What lowers the confidence of a locator.
constexpr double weak_label_factor = 0.9;     // "Naam", "Datum": may be another's name or date
constexpr double shared_label_factor = 0.99;  // not the template's own wording
constexpr double label_tail_factor = 0.97;    // words between the label and its colon
constexpr double figure_factor = 0.85;        // one of the figures by year, which may be of another day
constexpr double respelled_factor = 0.9;      // a letter away from the label
constexpr double unknown_section_factor = 0.95;
constexpr double told_factor = 0.9;             // in a sentence of the introduction
constexpr double story_factor = 0.8;            // header or footer: often of another year or a sister school
constexpr double loose_statement_factor = 0.9;  // a sentence that does not name the profile
constexpr double failed_check_factor = 0.5;     // not what the template says that this field holds
constexpr double beaten_label_factor = 0.5;     // a weak label's value beside one that its own shape bears out
// The same value in two places is surer than in either, never certain.
constexpr double most_confidence = 0.99;

// Lines of the front in which titles, versions and codes are looked for.
constexpr std::size_t top_lines = 30;
// Where a document is signed when it has no section for that.
constexpr std::size_t closing_lines = 15;
constexpr std::size_t context_bytes = 300;
// Of one field. A document that has more is a list of something else; the first ones say whose it is.
constexpr std::size_t most_candidates = 200;

struct Candidate {
    FoundField found;
    std::size_t region = 0;
    bool has_label = false;
    bool is_weak = false;    // by a weak label
    bool is_shaped = false;  // its first words say what it is: "OBS De Brug"
};

// Whether folded words stand in a folded text.
bool holds(const std::string& text, const std::string& words) {
    return (" " + text + " ").find(" " + words + " ") != std::string::npos;
}

// Whether one of two origins lies in the other: a paragraph and its cell. Unknown places are different ones.
bool is_same_place(const Origin& a, const Origin& b) {
    if (!a.path.empty() && !b.path.empty()) {
        const auto is_in = [](std::string_view outer, std::string_view inner) {
            return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
        };
        return is_in(a.path, b.path) || is_in(b.path, a.path);
    }
    if (a.page != b.page || !a.box || !b.box) return false;
    return a.box->left < b.box->right && b.box->left < a.box->right && a.box->top < b.box->bottom &&
           b.box->top < a.box->bottom;
}

std::string context_of(std::string_view text) {
    std::string clean;
    for (const char c : truncate_utf8(text, context_bytes))
        if (c != blank_mark) clean += c;
    return collapse_spaces(clean);
}

// Words of a control's name: "NaamSchool", "naam_school" as "Naam School".
std::string split_name(std::string_view name) {
    std::string words;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
        const bool is_boundary = i > 0 && is_capital(name[i]) && name[i - 1] >= 'a' && name[i - 1] <= 'z';
        if (is_boundary) words += ' ';
        words += name[i];
    }
    return words;
}

bool holds_value(Control::Kind kind) {
    return kind == Control::Kind::text || kind == Control::Kind::rich_text || kind == Control::Kind::date ||
           kind == Control::Kind::drop_down || kind == Control::Kind::combo_box;
}

class FieldFinder {
public:
    FieldFinder(const MatchedTemplate& form, const Sections& sections, TableMeanings& meanings)
        : form_(form), sections_(sections), meanings_(meanings) {
        candidates_.resize(form.rules.fields.size());
        said_.resize(form.rules.fields.size());
        roles_.resize(form.rules.fields.size());
        for (const FieldDef& field : form.rules.fields) folded_names_.push_back(fold(field.field));
        const auto& list = sections.sections;
        // Under "Algemeen" may be anything; what stands in front is the school's own then too.
        has_school_section_ = std::any_of(list.begin(), list.end(), [](const Section& section) {
            return section.id == school_section && !section.is_guess;
        });
        has_known_section_ =
            std::any_of(list.begin(), list.end(), [](const Section& section) { return section.id != unknown_section; });
    }

    void body() {
        const std::vector<int> parents = find_parents(sections_.sections);
        {
            Region region = read_region(form_, meanings_, sections_.front, front_place);
            region.takes_weak = !has_school_section_;
            const std::size_t closing = sections_.sections.empty() ? closing_lines : 0;
            read(region, {front_place}, 1, std::max(closing, std::min(top_lines, region.lines.size())));
            top(region, 1);
        }
        for (std::size_t i = 0; i < sections_.sections.size(); ++i) {
            std::vector<std::string_view> places;
            int root = static_cast<int>(i);
            for (int s = root; s >= 0; s = parents[static_cast<std::size_t>(s)]) {
                places.push_back(sections_.sections[static_cast<std::size_t>(s)].id);
                root = s;
            }
            const auto is_place = [&](std::string_view id) {
                return std::find(places.begin(), places.end(), id) != places.end();
            };
            // Under "Wie zijn wij", the first heading, stands what others write in front.
            const bool is_unknown =
                std::all_of(places.begin(), places.end(), [](std::string_view id) { return id == unknown_section; });
            const bool is_front = (root == 0 || !has_known_section_) && is_unknown && !has_school_section_;
            if (is_front) places.push_back(front_place);
            Region region =
                read_region(form_, meanings_, sections_.sections[i].blocks, places.front(), owner_of(i, parents));
            region.takes_weak = takes_weak(places);
            if (is_front) region.place = front_place;
            if (places.front() == school_section) versions(region);
            if (places.front() == introduction) years_told(region);
            const bool is_closing = is_place("vaststelling") || is_place(school_section) || is_place("inleiding");
            const bool is_last = i + 1 == sections_.sections.size();
            read(region, places, is_front ? unknown_section_factor : 1,
                 is_closing ? std::numeric_limits<std::size_t>::max()
                 : is_last  ? closing_lines
                            : 0);
            if (!has_school_section_ && places.front() != "externe_partners" && !is_front) aside(i, parents);
        }
        unlabelled();
    }

    void story(const Story& story) {
        if (story.kind != Story::Kind::header && story.kind != Story::Kind::footer) return;
        in_story_ = true;  // the last that is read
        const Region region = read_region(form_, meanings_, story.blocks, "");
        read(region, {front_place}, story_factor, 0);
        top(region, story_factor);
    }

    std::vector<FoundField> take() {
        dates_in_versions();
        for (std::size_t f = 0; f < candidates_.size() && partnership_ && !more_partnerships_; ++f)
            if (may_use(f, Locator::partnership))
                add(f, partnership_->text, partnership_->context, Locator::partnership, 1, partnership_->origin);
        bare_addresses();
        std::vector<FoundField> result;
        for (std::size_t f = 0; f < candidates_.size(); ++f) {
            std::vector<Candidate> merged = merge(std::move(candidates_[f]), form_.rules.fields[f].several);
            weigh_weak(merged);
            std::stable_sort(merged.begin(), merged.end(), [](const Candidate& a, const Candidate& b) {
                return a.found.confidence > b.found.confidence;
            });
            for (Candidate& candidate : merged) result.push_back(std::move(candidate.found));
        }
        return result;
    }

private:
    static constexpr std::string_view school_section = "schoolgegevens", unknown_section = "overig",
                                      introduction = "inleiding", signing_section = "vaststelling",
                                      address_field = "school.adres";

    const FieldDef& field(std::size_t index) const { return form_.rules.fields[index]; }

    // Whose data a section gives, by its heading or the ones it stands under.
    Owner owner_of(std::size_t section, const std::vector<int>& parents) const {
        for (int s = static_cast<int>(section); s >= 0; s = parents[static_cast<std::size_t>(s)]) {
            const Section& of = sections_.sections[static_cast<std::size_t>(s)];
            if (of.id != unknown_section && of.id != school_section) break;
            if (const auto named = owner_named(of.heading)) return *named;
        }
        return Owner::school;
    }

    // Weak labels count in the school's own data, not in the parts of it that are about something else: the staff, the
    // vision.
    static bool takes_weak(const std::vector<std::string_view>& places) {
        const auto known =
            std::find_if(places.begin(), places.end(), [](std::string_view id) { return id != unknown_section; });
        return known != places.end() && *known == school_section;
    }

    void add(std::size_t index, std::string_view raw, std::string_view context, Locator locator, double factor,
             const Origin& origin, bool is_weak = false) {
        const LocatorInfo& info = info_of(locator);
        Candidate candidate;
        candidate.found = {field(index).field,       tidy(raw), context_of(context), info.method,
                           info.confidence * factor, origin};
        candidate.region = region_;
        candidate.has_label = info.method == Method::label;
        candidate.is_weak = is_weak;
        candidate.is_shaped = may_use(index, Locator::title_line) && starts_as_school(raw);
        if (!passes_check(field(index), candidate.found.raw)) candidate.found.confidence *= failed_check_factor;
        if (candidate.found.raw.empty() || candidates_[index].size() >= most_candidates) return;
        // A header repeats what the text says, and is left out of some prints.
        const bool is_repeated =
            in_story_ &&
            std::ranges::any_of(candidates_[index], [&, folded = fold(candidate.found.raw)](const auto& other) {
                return fold(other.found.raw) == folded;
            });
        if (!is_repeated) candidates_[index].push_back(std::move(candidate));
    }

    // A value without the signs that separate it from its own label and the next.
    static std::string tidy(std::string_view raw) {
        raw = trim(raw);
        while (raw.starts_with(':') || raw.starts_with('=')) raw = trim(raw.substr(1));
        while (!raw.empty() && (raw.back() == ',' || raw.back() == ';' || raw.back() == '|' || raw.back() == '(' ||
                                raw.back() == ' ' || raw.back() == '\t'))
            raw.remove_suffix(1);
        // Of a label between parentheses: "(instemming MR: 20-04-2015)".
        if (raw.ends_with(')') && raw.find('(') == std::string_view::npos) raw.remove_suffix(1);
        // The full stop of a sentence, not of an abbreviation.
        constexpr std::size_t shortest_word = 4;
        const std::size_t word = raw.find_last_of(" .", raw.size() < 2 ? 0 : raw.size() - 2);
        const bool is_sentence = raw.ends_with('.') && raw.find('.') + 1 == raw.size() &&
                                 word != std::string_view::npos && raw.size() - word > shortest_word + 1;
        if (is_sentence) raw.remove_suffix(1);
        return std::string(raw);
    }

    // An address without what stands before it on its line where a print has lost what parts them: the school's name, a
    // label.
    std::string_view bare_address(std::string_view text) const {
        constexpr std::string_view name_field = "school.naam";
        for (std::size_t f = 0; f < candidates_.size(); ++f)
            for (const Candidate& name : candidates_[f])
                if (field(f).field == name_field && text.starts_with(name.found.raw + ' ') &&
                    !has_digit(text.substr(name.found.raw.size() + 1, 1)))  // a street may have the name too
                    return trim(text.substr(name.found.raw.size()));
        const Words words = fold_words(text);
        std::size_t behind = 0;
        form_.meanings_at(words, 0, Term::label, [&](const Meaning& meaning, std::size_t taken) {
            if (field(meaning.item).field == address_field && taken < words.size()) behind = words.words[taken].begin;
        });
        return text.substr(behind);
    }
    void bare_addresses() {
        for (std::size_t f = 0; f < candidates_.size(); ++f)
            for (Candidate& candidate : candidates_[f])
                if (field(f).field == address_field && candidate.found.method == Method::pattern)
                    candidate.found.raw = std::string(bare_address(candidate.found.raw));
    }

    // What no label says.
    void unlabelled() {
        constexpr std::array<std::string_view, 6> parts{"school.adres",    "school.straat", "school.huisnummer",
                                                        "school.postcode", "school.plaats", "school.postcode_plaats"};
        const bool has_address = std::any_of(candidates_.begin(), candidates_.end(), [&](const auto& candidates) {
            return !candidates.empty() &&
                   std::find(parts.begin(), parts.end(), candidates.front().found.field) != parts.end();
        });
        for (std::size_t f = 0; f < candidates_.size(); ++f) {
            if (address_ && !has_address && field(f).field == parts[0] && may_use(f, Locator::address))
                add(f, address_->text, address_->context, Locator::address, 1, address_->origin);
            if (candidates_[f].empty() && may_use(f, Locator::address))
                for (const ContactLine& contact : contacts_)
                    if (contact.field == field(f).field)
                        add(f, contact.text, contact.context, Locator::address, 1, contact.origin);
            if (name_ && candidates_[f].empty() && may_use(f, Locator::introduced))
                add(f, name_->text, name_->context, Locator::introduced, 1, name_->origin);
            if (roles_[f] && candidates_[f].empty())
                add(f, roles_[f]->text, roles_[f]->context, Locator::role, 1, roles_[f]->origin);
            if (const auto& said = said_[f]; said && candidates_[f].empty())
                add(f, said->text, said->context, Locator::phrase, 1, said->origin);
        }
    }

    // What a side bar says of the school beside the text of a section.
    void aside(std::size_t section, const std::vector<int>& parents) {
        const std::vector<Block> blocks =
            find_aside(form_, meanings_, sections_.sections[section].blocks, school_section);
        if (blocks.empty()) return;
        Region region = read_region(form_, meanings_, blocks, school_section, owner_of(section, parents));
        region.takes_weak = true;
        read(region, {school_section}, unknown_section_factor, 0);
    }

    void read(const Region& region, const std::vector<std::string_view>& places, double factor, std::size_t closing) {
        ++region_;
        std::vector<bool> is_wanted(form_.rules.fields.size());
        for (std::size_t f = 0; f < is_wanted.size(); ++f)
            for (const std::string& place : field(f).places)
                if (place == any_place || std::find(places.begin(), places.end(), place) != places.end())
                    is_wanted[f] = true;
        labels(region, is_wanted, factor);
        for (const FoundContact& contact : region.contacts)
            if (is_wanted[contact.field])
                add(contact.field, contact.raw, contact.context, Locator::cell_right, factor * shared_label_factor,
                    contact.origin);
        for (const ControlIndex index : region.controls) control(region, form_.controls[index], is_wanted, factor);
        version_tables(region, is_wanted, factor);
        partnerships(region);
        find_phrases(region, form_.rules.fields, is_wanted, [&](std::size_t f, SchoolLine said) {
            if (!said_[f] && may_use(f, Locator::phrase)) said_[f] = std::move(said);
        });
        roles(region, is_wanted);
        find_statements(form_, region, closing, [&](const Statement& statement) {
            add(statement.stated.field, statement.stated.date, statement.context, Locator::sentence,
                factor * (statement.is_sure ? 1 : loose_statement_factor), statement.origin);
        });
    }

    // Keeps who is said to be what behind a name, where nothing else says who is.
    void roles(const Region& region, const std::vector<bool>& is_wanted) {
        const bool is_signed = region.place == signing_section, is_other = region.place == unknown_section;
        const auto see = [&](std::size_t f, SchoolLine found) {
            if (!(is_wanted[f] || is_signed || is_other) || !may_use(f, Locator::role)) return;
            if (!roles_[f])
                roles_[f] = std::move(found);
            else if (roles_[f]->text.find(found.text) == std::string::npos)
                roles_[f]->text += '\n' + found.text;
        };
        find_role_lines(form_, region, is_other, see);
        if (is_signed) find_role_cells(form_, region, see);
    }

    // Keeps the code of a partnership that the text is about, while it is the only one.
    void partnerships(const Region& region) {
        for (const Line& line : region.lines) {
            const auto spot = find_partnership(line.text);
            if (!spot) continue;
            std::string code;  // without its signs
            std::copy_if(line.text.begin() + static_cast<std::ptrdiff_t>(spot->begin),
                         line.text.begin() + static_cast<std::ptrdiff_t>(spot->end), std::back_inserter(code),
                         [](char c) { return (c >= '0' && c <= '9') || c == 'P' || c == 'V'; });
            if (!partnership_) {
                partnership_ = SchoolLine{partnership_at(line.text, *spot), line.text, line.paragraph->origin};
                partnership_code_ = code;
            }
            more_partnerships_ = more_partnerships_ || code != partnership_code_;
        }
    }

    void labels(const Region& region, const std::vector<bool>& is_wanted, double factor) {
        const LabelledRegion labelled(form_, region, is_wanted);
        const bool is_front = region.place == front_place;
        const bool is_about_school = is_front || region.place == school_section || region.place == "typering";
        if (!address_ && is_about_school) {
            address_ = find_address(region, labelled.hits());
            if (address_) contacts_ = find_contact_lines(region, labelled.hits(), form_.rules.fields, *address_);
        }
        if (!name_ && is_about_school) name_ = find_introduced_name(region);
        for (std::size_t i = 0; i < labelled.hits().size(); ++i) {
            const LabelHit& hit = labelled.hits()[i];
            const auto value = labelled.find_value(i);
            if (!value) continue;
            double sure = factor;
            if (hit.is_weak) sure *= weak_label_factor;
            if (!hit.is_own) sure *= shared_label_factor;
            if (hit.has_tail) sure *= label_tail_factor;
            if (hit.is_respelled) sure *= respelled_factor;
            if (value->is_figure) sure *= figure_factor;
            const std::string& line = region.lines[hit.line].text;
            std::string context = line.substr(hit.label_begin, hit.value_end - hit.label_begin);
            if (context.find(value->text) == std::string::npos) context += ' ' + value->text;
            add(hit.field, value->text, context, value->locator, sure, value->origin, hit.is_weak);
        }
    }

    void control(const Region& region, const Control& control, const std::vector<bool>& is_wanted, double factor) {
        if (control.is_empty || !holds_value(control.kind) || is_empty_value(form_, control.value)) return;
        for (const std::string* name : {&control.label, &control.name}) {
            if (name->empty() || name->size() > label_line_bytes) continue;
            const Words words = fold_words(split_name(*name));
            for (std::size_t f = 0; f < is_wanted.size(); ++f)
                if (is_wanted[f] && may_use(f, Locator::control) && folded_names_[f] == words.folded) {
                    add(f, control.value, *name + ": " + control.value, Locator::control, factor, control.origin);
                    return;
                }
            const auto* meanings = form_.lexicon.find(words);
            if (!meanings) continue;
            for (const Meaning& meaning : *meanings) {
                const bool is_weak = (meaning.flags & Meaning::weak) != 0;
                if (meaning.term != Term::label || !meaning.is_for(form_.owner) || !is_wanted[meaning.item]) continue;
                if ((is_weak && !region.takes_weak) || !may_use(meaning.item, Locator::control)) continue;
                add(meaning.item, control.value, *name + ": " + control.value, Locator::control,
                    factor * (is_weak ? weak_label_factor : 1), control.origin, is_weak);
                return;
            }
        }
    }

    bool may_use(std::size_t index, Locator locator) const {
        const std::vector<Locator>& locators = field(index).locators;
        return std::find(locators.begin(), locators.end(), locator) != locators.end();
    }

    // Whether a line, or the first cell of its row, names a school that this one comes from: "Voorganger: De Lichtboei
    // (99XX)".
    static bool is_about_other(const Region& region, const Line& line) {
        constexpr std::array<std::string_view, 6> words{"voorganger", "voorheen",  "voormalig",
                                                        "voormalige", "gefuseerd", "fusie"};
        const auto names_other = [&](const Words& text) {
            for (std::size_t i = 0; i < text.size(); ++i)
                if (std::find(words.begin(), words.end(), text[i]) != words.end()) return true;
            return false;
        };
        if (names_other(line.words) || line.cell < 0) return names_other(line.words);
        const RegionRow& row =
            region.rows[static_cast<std::size_t>(region.cells[static_cast<std::size_t>(line.cell)].row)];
        const RegionCell& leading = region.cells[static_cast<std::size_t>(row.cells.front())];
        return leading.first_line < leading.end_line &&
               names_other(region.lines[static_cast<std::size_t>(leading.first_line)].words);
    }

    // Lines among the school's data that are called a version: "Definitieve versie 1 mei 2015".
    void versions(const Region& region) {
        for (const Line& line : region.lines) {
            const auto is_version = [&](std::size_t word) { return line.words[word].ends_with("versie"); };
            std::size_t first = 0;
            while (first < line.words.size() && !is_version(first)) ++first;
            constexpr std::size_t words_before = 2;
            if (line.cell >= 0 || first == line.words.size() || first >= words_before) continue;
            bool has_label = false;
            form_.meanings_at(line.words, 0, Term::label, [&](const Meaning&, std::size_t) { has_label = true; });
            if (has_label) continue;
            const TopLine shown{trim(line.text), line.words, false, false, false};
            const auto value = find_shape(form_, Locator::version, shown);
            for (std::size_t f = 0; value && f < form_.rules.fields.size(); ++f)
                if (may_use(f, Locator::version))
                    add(f, value->text, shown.text, Locator::version, value->factor, line.paragraph->origin);
        }
    }

    // The years that a sentence of the introduction tells of the profile: "Dit profiel geldt voor 2014-2018."
    void years_told(const Region& region) {
        for (const Line& line : region.lines) {
            if (line.cell >= 0) continue;
            for_each_sentence(line.text, [&](std::string_view sentence) {
                const Words words = fold_words(sentence);
                if (!is_about_profile(words) || is_about_former(words)) return;
                const TopLine told{trim(sentence), words, false, false, false};
                for (std::size_t f = 0; f < form_.rules.fields.size(); ++f)
                    for (const Locator locator : {Locator::school_year, Locator::plan_period})
                        if (const auto value = may_use(f, locator) ? find_shape(form_, locator, told) : std::nullopt)
                            add(f, value->text, told.text, locator, told_factor * value->factor,
                                line.paragraph->origin);
            });
        }
    }

    // Shapes in the first lines.
    void top(const Region& region, double factor) {
        const std::vector<bool> every_field(form_.rules.fields.size(), true);
        const std::vector<LabelHit> hits = find_labels(form_, region, every_field);
        constexpr std::size_t lines_below_title = 3;
        std::size_t seen = 0, title = 0;
        for (std::size_t i = 0; i < region.lines.size() && seen < top_lines; ++i) {
            const Line& line = region.lines[i];
            const std::string_view text = trim(line.text);
            if (text.empty()) continue;
            ++seen;
            const Words words = fold_words(text.size() <= label_line_bytes ? text : std::string_view());
            const bool has_label =
                std::any_of(hits.begin(), hits.end(), [&](const LabelHit& hit) { return hit.line == i; });
            const bool is_below_title = title > 0 && seen - title <= lines_below_title;
            form_.meanings_at(words, 0, Term::title, [&](const Meaning&, std::size_t) { title = seen; });
            const TopLine top_line{text, words, has_label, is_below_title, is_about_other(region, line)};
            for (std::size_t f = 0; f < form_.rules.fields.size(); ++f)
                for (const Locator locator : field(f).locators)
                    if (const auto value = find_shape(form_, locator, top_line))
                        add(f, value->text, text, locator, factor * value->factor, line.paragraph->origin);
        }
    }

    std::string text_of(const Region& region, int cell) const {
        const RegionCell& of = region.cells[static_cast<std::size_t>(cell)];
        std::string text;
        for (int i = of.first_line; i < of.end_line; ++i) text += region.lines[static_cast<std::size_t>(i)].text + ' ';
        return std::string(trim(text));
    }

    // The last version with a date of a table of them: "Versie | Datum | Auteur".
    void version_tables(const Region& region, const std::vector<bool>& is_wanted, double factor) {
        for (const RegionRow& header : region.rows) {
            if (header.index != 0) continue;
            std::map<int, std::size_t> fields;  // by column
            std::set<std::size_t> found;
            for (const int cell : header.cells) {
                const Words words = fold_words(text_of(region, cell));
                form_.meanings_at(words, 0, Term::label, [&](const Meaning& meaning, std::size_t taken) {
                    if (taken < words.size() || !is_wanted[meaning.item]) return;
                    if (!may_use(meaning.item, Locator::version) && !may_use(meaning.item, Locator::version_date))
                        return;
                    if (found.insert(meaning.item).second)
                        fields[region.cells[static_cast<std::size_t>(cell)].cell->column] = meaning.item;
                });
            }
            const auto is_value = [&](int cell) { return has_digit(text_of(region, cell)); };
            if (fields.size() < 2 || std::any_of(header.cells.begin(), header.cells.end(), is_value)) continue;
            const RegionRow* last = nullptr;
            for (int r = header.below; r >= 0; r = region.rows[static_cast<std::size_t>(r)].below) {
                const RegionRow& row = region.rows[static_cast<std::size_t>(r)];
                const auto has_date = [&](int cell) {
                    const std::string text = text_of(region, cell);
                    return fields.contains(region.cells[static_cast<std::size_t>(cell)].cell->column) &&
                           !find_dates(text, fold_words(text)).empty();
                };
                if (std::any_of(row.cells.begin(), row.cells.end(), has_date)) last = &row;
            }
            for (std::size_t c = 0; last && c < last->cells.size(); ++c) {
                const Cell& cell = *region.cells[static_cast<std::size_t>(last->cells[c])].cell;
                const auto field = fields.find(cell.column);
                if (field == fields.end() || !is_value(last->cells[c])) continue;
                const std::string text = text_of(region, last->cells[c]);
                add(field->second, text, text, Locator::cell_below, factor * shared_label_factor, cell.origin);
            }
        }
    }

    // The date of a version that was found.
    void dates_in_versions() {
        for (std::size_t f = 0; f < form_.rules.fields.size(); ++f) {
            if (!may_use(f, Locator::version_date)) continue;
            for (std::size_t other = 0; other < form_.rules.fields.size(); ++other) {
                if (!may_use(other, Locator::version)) continue;
                for (const Candidate& version : candidates_[other]) {
                    const std::string& text = version.found.raw;
                    const std::vector<Spot> dates = find_dates(text, fold_words(text));
                    if (dates.empty()) continue;
                    Candidate date = version;
                    date.found.field = field(f).field;
                    date.found.raw = text.substr(dates[0].begin, dates[0].end - dates[0].begin);
                    date.found.method = info_of(Locator::version_date).method;
                    date.found.confidence *= info_of(Locator::version_date).confidence;
                    date.has_label = false;
                    candidates_[f].push_back(std::move(date));
                }
            }
        }
    }

    // The candidates of one field as its values: lines of a field of several under more than one label joined, equal
    // values one.
    static std::vector<Candidate> merge(std::vector<Candidate> candidates, bool is_several) {
        std::vector<Candidate> merged;
        for (Candidate& candidate : candidates) {
            const std::string folded = fold(candidate.found.raw);
            const auto same = std::find_if(merged.begin(), merged.end(), [&](const Candidate& other) {
                const std::string known = fold(other.found.raw);
                return known == folded || (is_several && holds(known, folded));
            });
            if (same != merged.end()) {
                agree(*same, std::move(candidate));
                continue;
            }
            const auto joined = std::find_if(merged.begin(), merged.end(), [&](const Candidate& other) {
                return is_several && candidate.has_label && other.has_label && other.region == candidate.region;
            });
            if (joined != merged.end()) {
                joined->found.raw += '\n' + candidate.found.raw;
                joined->found.context = context_of(joined->found.context + " " + candidate.found.context);
                joined->found.confidence = std::min(joined->found.confidence, candidate.found.confidence);
                continue;
            }
            merged.push_back(std::move(candidate));
        }
        return merged;
    }

    // "Naam" may be anybody's; what starts as a school's name is one.
    static void weigh_weak(std::vector<Candidate>& candidates) {
        const auto is_beaten = [&](const std::string& name) {
            bool any = false, has_name = false;
            for (const Candidate& other : candidates) {
                any = any || other.is_shaped;
                has_name = has_name || (other.is_shaped && holds(fold(other.found.raw), name));
            }
            return any && !has_name;
        };
        for (Candidate& candidate : candidates)
            if (candidate.is_weak && !candidate.is_shaped && is_beaten(fold(candidate.found.raw)))
                candidate.found.confidence *= beaten_label_factor;
    }

    static void agree(Candidate& known, Candidate other) {
        const bool is_one_place = is_same_place(known.found.origin, other.found.origin);
        const double both = is_one_place ? 0 : 1 - (1 - known.found.confidence) * (1 - other.found.confidence);
        const bool is_whole = fold(known.found.raw) == fold(other.found.raw);
        if (is_whole && other.found.confidence > known.found.confidence) std::swap(known, other);
        known.found.confidence = std::max(known.found.confidence, std::min(most_confidence, both));
    }

    const MatchedTemplate& form_;
    const Sections& sections_;
    TableMeanings& meanings_;
    std::vector<std::string> folded_names_;  // by field
    bool has_school_section_ = false, has_known_section_ = false;
    std::size_t region_ = 0;
    std::optional<SchoolLine> address_, name_;      // without a label
    std::vector<ContactLine> contacts_;             // beside the address
    std::vector<std::optional<SchoolLine>> said_;   // by field, in a phrase; the first
    std::vector<std::optional<SchoolLine>> roles_;  // by field, behind their names
    bool in_story_ = false;                         // a header or footer is read
    std::optional<SchoolLine> partnership_;         // its code and name, in running text
    std::string partnership_code_;
    bool more_partnerships_ = false;                  // another code stands somewhere too
    std::vector<std::vector<Candidate>> candidates_;  // by field
};

// `text` with every number as "#": page numbers go on.
std::string without_figures(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool is_digit = c >= '0' && c <= '9';
        if (is_digit && out.ends_with('#')) continue;
        out += is_digit ? '#' : c;
    }
    return out;
}

}  // namespace

bool passes_check(const FieldDef& field, std::string_view value) {
    if (!field.allowed.empty() &&
        std::find(field.allowed.begin(), field.allowed.end(), fold(value)) == field.allowed.end())
        return false;
    const auto fits = [](char shape, char c) {
        const bool is_digit = c >= '0' && c <= '9';
        const bool is_letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return shape == '9' ? is_digit : shape == 'A' ? is_letter : shape == c;
    };
    return field.mask.empty() || std::equal(field.mask.begin(), field.mask.end(), value.begin(), value.end(), fits);
}

std::vector<FoundField> find_fields(const MatchedTemplate& form, const Sections& sections,
                                    const std::vector<Story>& stories, TableMeanings& meanings) {
    FieldFinder finder(form, sections, meanings);
    finder.body();
    // A page's footer is no second witness of what the page before it says.
    std::set<std::string> seen;
    for (const Story& story : stories)
        if (seen.insert(without_figures(plain_text(story.blocks))).second) finder.story(story);
    return finder.take();
}

}  // namespace sop
