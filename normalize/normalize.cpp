#include "normalize/normalize.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "extract/coverage.h"
#include "extract/fold.h"
#include "ingest/digest.h"
#include "ingest/text.h"
#include "normalize/blocks.h"
#include "normalize/completeness.h"
#include "normalize/confidence.h"
#include "normalize/dutch.h"
#include "normalize/evidence.h"
#include "normalize/fields.h"
#include "normalize/identity.h"
#include "normalize/language.h"
#include "normalize/privacy.h"
#include "normalize/tables.h"

namespace sop {
namespace {

// In the order of Format.
constexpr std::array<std::string_view, 2> media_types{
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/pdf"};

Tekst as_text(const std::string& text) { return text.empty() ? std::nullopt : Tekst(text); }

// What stood there, where the record has other words.
void add_reworded(std::string pointer, const std::vector<std::string>& texts, const Origin& origin, SopRecord& record) {
    constexpr double rewording_confidence = 0.95;
    if (texts.empty()) return;
    std::string raw;
    for (const std::string& text : texts) {
        if (!raw.empty()) raw += '\n';
        raw += trim(text);
    }
    add_evidence(record, std::move(pointer),
                 {std::move(raw), rewording_confidence, std::string(name_of(Method::derived)), origin});
}

// Of the front at 0, then of each section.
using Reworded = std::vector<std::vector<std::string>>;

Reworded read_sections(const Extraction& extraction, SopRecord& record, LeftOuts& left_out) {
    Reworded reworded;
    record.voorwerk = normalize_blocks(extraction.front, left_out);
    reworded.push_back(std::exchange(left_out.reworded, {}));
    record.secties.reserve(extraction.sections.size());
    for (const Section& section : extraction.sections) {
        Sectie& out = record.secties.emplace_back();
        out.id = section.id;
        out.nummer = as_text(section.number);
        out.kop = dutch_line(section.heading);
        out.niveau = section.level;
        out.blokken = normalize_blocks(section.blocks, left_out);
        out.tekst = text_of(out.blokken);
        reworded.push_back(std::exchange(left_out.reworded, {}));
    }
    return reworded;
}

// A ticked box is a word of the text: without it two answers to one form would be the same text.
void append_folded(std::string& out, std::string_view text) {
    constexpr std::string_view ticked = "☒";
    for (;;) {
        const auto box = text.find(ticked);
        const std::string folded = fold(text.substr(0, box));
        if (!folded.empty()) {
            if (!out.empty()) out += ' ';
            out += folded;
        }
        if (box == std::string_view::npos) return;
        out += out.empty() ? "x" : " x";
        text.remove_prefix(box + ticked.size());
    }
}

// All text of the body in its order, folded: front, and of each section its number, heading and text. The same text has
// the same folding, however a file lays it out.
std::string folded_body(const SopRecord& record, std::string_view front) {
    std::string body;
    append_folded(body, front);
    for (const Sectie& section : record.secties) {
        if (section.nummer) append_folded(body, *section.nummer);
        append_folded(body, section.kop);
        append_folded(body, section.tekst);
    }
    return body;
}

void read_document(const SourceInfo& source, const Extraction& extraction, std::string_view body, SopRecord& record) {
    const Metadata& metadata = extraction.metadata;
    DocumentInfo& document = record.document;
    document.id = source.digest;
    document.bestandsnaam = source.name;
    document.mediatype = media_types[static_cast<std::size_t>(metadata.format)];
    document.omvang = source.size;
    document.tekst_vingerafdruk = sha256(body);
    document.paginas = metadata.pages;
    document.taal = find_language(body);
    document.tekstlaag = name_of(body.empty() ? TextLayer::geen : metadata.text_layer);
    document.titel = as_text(metadata.title);
    document.producent = as_text(metadata.producer);
    document.aangemaakt = as_text(metadata.created);
    document.gewijzigd = as_text(metadata.modified);
    if (!extraction.match) {
        add_diagnostic(record.meldingen, {"GEEN_PROFIEL",
                                          Severity::warning,
                                          "Geen sjabloon past; de tekst is bewaard, er zijn geen waarden uit gelezen.",
                                          {},
                                          1});
        return;
    }
    document.soort = extraction.match->kind;
    document.sjabloon = Sjabloon{extraction.match->id, extraction.match->edition, extraction.match->score};
    add_evidence(record, "/document/soort",
                 {extraction.match->id, extraction.match->score, std::string(name_of(Method::derived)), {}});
}

void add_section_evidence(const Extraction& extraction, const Reworded& reworded, SopRecord& record) {
    add_reworded("/voorwerk", reworded.front(), {}, record);
    for (std::size_t at = 0; at < extraction.sections.size(); ++at) {
        const Section& section = extraction.sections[at];
        std::string heading = section.number;
        if (!heading.empty()) heading += ' ';
        heading += section.heading;
        add_evidence(
            record, item_pointer("/secties", at, "kop"),
            {std::move(heading), confidence_of(section), std::string(name_of(Method::heading)), section.origin});
        add_reworded(item_pointer("/secties", at, "tekst"), reworded[at + 1], section.origin, record);
    }
}

// Whether the form that the document is has such a section at all; a form that names none may have any.
bool has_section(const Extraction& extraction, std::string_view id) {
    const std::vector<std::string>& sections = extraction.match->sections;
    return sections.empty() || std::find(sections.begin(), sections.end(), id) != sections.end();
}

void remark_missing(const Extraction& extraction, SopRecord& record) {
    const auto remark = [&](std::string_view code, std::string_view message) {
        add_diagnostic(record.meldingen, {std::string(code), Severity::warning, std::string(message), {}, 1});
    };
    if (!record.school.naam) remark("VELD_ONTBREEKT", "De naam van de school is niet gevonden.");
    for (const RequiredSection& required : required_sections) {
        const bool is_there = std::any_of(record.secties.begin(), record.secties.end(),
                                          [&](const Sectie& section) { return section.id == required.section; });
        if (!is_there && has_section(extraction, required.section)) remark("SECTIE_ONTBREEKT", required.message);
    }
}

// Sections of which the tables explain words or the form itself.
constexpr std::array<std::string_view, 3> told_sections{"overig", "begrippen", "inleiding"};

bool has_tick(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        return paragraph && std::any_of(paragraph->inlines.begin(), paragraph->inlines.end(), [](const Inline& piece) {
                   const auto* box = std::get_if<Checkbox>(&piece);
                   return box && box->checked;
               });
    });
}

// A table in which somebody filled in something: two filled cells in a row that is not the first.
bool is_filled_in(const Table& table) {
    if (table.columns < 2 || table.rows.size() < 2) return false;
    return std::any_of(table.rows.begin() + 1, table.rows.end(), [](const Row& row) {
        return std::count_if(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
                   return count_characters(cell.blocks) > 0 || has_tick(cell.blocks);
               }) >= 2;
    });
}

// Tables of the document that fields or rows were read from, by ordinal.
std::set<int> read_tables(const Extraction& extraction) {
    std::set<int> read;
    const auto add = [&](const Origin& origin) {
        if (origin.cell) read.insert(origin.cell->table);
    };
    for (const FoundField& field : extraction.fields) add(field.origin);
    for (const FoundTable& table : extraction.tables)
        for (const FoundRow& row : table.rows)
            for (const FoundCell& cell : row.cells) add(cell.origin);
    return read;
}

// Whether the table, or one in its cells, is among those that were read.
bool is_read(const Table& table, const std::set<int>& read) {
    if (read.contains(table.ordinal)) return true;
    for (const Row& row : table.rows)
        for (const Cell& cell : row.cells)
            for (const Block& block : cell.blocks)
                if (const auto* inner = std::get_if<Table>(&block.content); inner && is_read(*inner, read)) return true;
    return false;
}

// Says of each table with something filled in that nothing was read from it; that is odd in a known section, and to be
// expected of much that stands elsewhere.
void remark_unread_tables(const Extraction& extraction, SopRecord& record) {
    const std::set<int> read = read_tables(extraction);
    const auto remark = [&](const std::vector<Block>& blocks, Severity severity, const std::string& place) {
        for (const Block& block : blocks) {
            const auto* table = std::get_if<Table>(&block.content);
            if (!table || !is_filled_in(*table) || is_read(*table, read)) continue;
            add_diagnostic(
                record.meldingen,
                {"TABEL_NIET_GELEZEN", severity,
                 "Uit een tabel in " + place + " zijn geen waarden gelezen; de tekst is bewaard.",
                 table->rows.front().cells.empty() ? Origin{} : table->rows.front().cells.front().origin, 1});
        }
    };
    // All but a chapter of a guide is no profile.
    const bool is_guide = extraction.match->kind == "schoolgids_met_sop";
    if (!is_guide) remark(extraction.front, Severity::info, "het voorwerk");
    for (const Section& section : extraction.sections) {
        const bool is_told = std::find(told_sections.begin(), told_sections.end(), section.id) != told_sections.end();
        if (is_told && is_guide) continue;
        remark(section.blocks, is_told ? Severity::info : Severity::warning, "de sectie " + section.id);
    }
}

std::size_t count_paragraphs(const std::vector<Block>& blocks) {
    return static_cast<std::size_t>(std::count_if(blocks.begin(), blocks.end(), [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        return paragraph && !trim(plain_text(paragraph->inlines)).empty();
    }));
}

// Things side by side in a section: items of a list, headings within it, lines with a label.
std::size_t count_items(const std::vector<Block>& blocks) {
    constexpr std::size_t label_bytes = 40;
    return static_cast<std::size_t>(std::count_if(blocks.begin(), blocks.end(), [&](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.content);
        if (!paragraph) return false;
        const std::string text = plain_text(paragraph->inlines);
        const std::size_t colon = text.find(": ");
        return paragraph->list || (paragraph->heading > 0 && !trim(text).empty()) ||
               (colon != std::string::npos && colon > 0 && colon <= label_bytes);
    }));
}

// Says of a section that should have given rows and gave none that it has a list: what an item is for is not told.
void remark_unread_lists(const Extraction& extraction, SopRecord& record) {
    const std::pair<std::string_view, bool> expected[] = {
        {"arrangementen", record.arrangementen.empty()},
        {"deskundigheid", record.deskundigheid.empty()},
        {"externe_partners", record.externe_partners.empty()},
    };
    constexpr std::size_t fewest_items = 2;
    for (std::size_t at = 0; at < record.secties.size(); ++at) {
        const Sectie& section = record.secties[at];
        const bool gave_none = std::any_of(std::begin(expected), std::end(expected),
                                           [&](const auto& list) { return list.first == section.id && list.second; });
        // What stands under the heading of arrangements is about them, whatever its shape.
        const std::vector<Block>& blocks = extraction.sections[at].blocks;
        const std::size_t items = section.id == "arrangementen" ? count_paragraphs(blocks) : count_items(blocks);
        if (gave_none && items >= fewest_items)
            add_diagnostic(record.meldingen,
                           {"LIJST_NIET_GELEZEN", Severity::info,
                            "Tekst in de sectie " + section.id + " is niet als rijen gelezen en wel bewaard.",
                            extraction.sections[at].origin, 1});
    }
}

// Answers of which one may be ticked.
constexpr std::array<std::array<std::string_view, 4>, 5> scales{{{"laag", "gemiddeld", "hoog", ""},
                                                                 {"klein", "gemiddeld", "groot", ""},
                                                                 {"weinig", "gemiddeld", "veel", ""},
                                                                 {"nooit", "soms", "regelmatig", "vaak"},
                                                                 {"onvoldoende", "matig", "voldoende", "goed"}}};

// Calls see(ticks) for each run of items that are the answers of one scale.
template <class See>
void for_each_scale(const Keuzelijst& list, See see) {
    const auto& items = list.items;
    const auto steps_of = [](const std::string& label) {
        std::set<std::size_t> found;
        for (std::size_t s = 0; s < scales.size(); ++s)
            if (!label.empty() && std::find(scales[s].begin(), scales[s].end(), label) != scales[s].end())
                found.insert(s);
        return found;
    };
    for (std::size_t from = 0; from < items.size();) {
        std::set<std::string> labels;
        std::set<std::size_t> common;
        int ticks = 0;
        std::size_t end = from;
        for (; end < items.size(); ++end) {
            std::string label = fold(items[end].tekst);
            const std::set<std::size_t> steps = steps_of(label);
            std::set<std::size_t> left;
            for (const std::size_t s : steps)
                if (labels.empty() || common.contains(s)) left.insert(s);
            if (left.empty() || !labels.insert(std::move(label)).second) break;
            common = std::move(left);
            ticks += items[end].aangevinkt ? 1 : 0;
        }
        if (labels.size() >= 2) see(ticks);
        from = std::max(end, from + 1);
    }
}

// A scale has one answer: two ticks are a mistake of who filled it in, to be seen and not to be mended.
void remark_doubled_scales(const Extraction& extraction, SopRecord& record) {
    for (std::size_t at = 0; at < record.secties.size(); ++at)
        for (const Blok& block : record.secties[at].blokken)
            if (const auto* list = std::get_if<Keuzelijst>(&block))
                for_each_scale(*list, [&](int ticks) {
                    if (ticks > 1)
                        add_diagnostic(record.meldingen,
                                       {"KEUZE_DUBBEL", Severity::warning, "Er is meer dan één antwoord aangekruist.",
                                        extraction.sections[at].origin, 1});
                });
}

// Labels and headings are looked for in Dutch.
void remark_language(SopRecord& record) {
    if (!record.document.taal || *record.document.taal == "nl") return;
    add_diagnostic(record.meldingen, {"TAAL_NIET_NEDERLANDS",
                                      Severity::warning,
                                      "De tekst is niet in het Nederlands (" + *record.document.taal +
                                          "); velden en secties worden er meestal niet in herkend.",
                                      {},
                                      1});
}

void remark_left_out(const LeftOuts& left_out, SopRecord& record) {
    const auto remark = [&](const LeftOut& what, std::string_view code, std::string_view message) {
        if (what.count == 0) return;
        add_diagnostic(record.meldingen,
                       {std::string(code), Severity::info, std::string(message), what.first, what.count});
    };
    remark(left_out.pictures, "NIET_TEKSTUEEL", "Afbeeldingen, grafieken of tekeningen: hun inhoud is niet gelezen.");
    remark(left_out.hidden_texts, "VERBORGEN_TEKST", "Verborgen tekst is niet overgenomen.");
    remark(left_out.prompts, "INVOERVELD_LEEG", "Een invoerveld is niet ingevuld; de aanwijzing is weggelaten.");
}

// Characters of the texts that fields and tables were read from, each place counted once.
std::size_t count_read(const Extraction& extraction) {
    std::set<std::tuple<std::string_view, int, double, double, std::string_view>> places;
    std::size_t count = 0;
    const auto add = [&](const Origin& origin, std::string_view raw) {
        const Box box = origin.box.value_or(Box{});
        if (places.emplace(origin.path, origin.page, box.top, box.left, raw).second) count += count_characters(raw);
    };
    for (const FoundField& field : extraction.fields) add(field.origin, field.raw);
    for (const FoundTable& table : extraction.tables)
        for (const FoundRow& row : table.rows)
            for (const FoundCell& cell : row.cells) add(cell.origin, cell.raw);
    return count;
}

// Where the document's text went. What is in no section and not before the first was left out on purpose.
void remark_coverage(const Extraction& extraction, SopRecord& record) {
    const std::size_t front = count_characters(extraction.front);
    std::size_t sections = 0;
    for (const Section& section : extraction.sections)
        sections += count_characters(section.heading) + count_characters(section.blocks);
    const std::size_t all = extraction.text_size.body, kept = front + sections;
    const auto number = [](std::size_t count) { return std::to_string(count); };
    add_diagnostic(record.meldingen, {"TEKSTDEKKING",
                                      Severity::info,
                                      "Tekens van de tekst, zonder spaties: " + number(all) +
                                          ". In secties: " + number(sections) + ". In het voorwerk: " + number(front) +
                                          ". Weggelaten (inhoudsopgave, kopnummers, zinnen van het formulier): " +
                                          number(all > kept ? all - kept : 0) +
                                          ". Kop- en voetteksten: " + number(extraction.text_size.furniture) +
                                          ". Gelezen als veld of tabel: " + number(count_read(extraction)) + ".",
                                      {},
                                      1});
}

// Most serious first, then by code; those of one code stay in the order of the document.
void sort_remarks(std::vector<Diagnostic>& remarks) {
    std::stable_sort(remarks.begin(), remarks.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return a.severity != b.severity ? a.severity > b.severity : a.code < b.code;
    });
}

}  // namespace

SopRecord normalize(const SourceInfo& source, const Extraction& extraction, const Taxonomy& taxonomy) {
    return normalize(source, extraction, taxonomy, {});
}

SopRecord normalize(const SourceInfo& source, const Extraction& extraction, const Taxonomy& taxonomy,
                    const SchoolLists& lists) {
    SopRecord record;
    for (const Diagnostic& diagnostic : extraction.diagnostics) add_diagnostic(record.meldingen, diagnostic);
    LeftOuts left_out;
    const Reworded reworded = read_sections(extraction, record, left_out);
    const std::string front = text_of(record.voorwerk);
    read_document(source, extraction, folded_body(record, front), record);
    normalize_fields(source, extraction, record);
    identify(source, lists, record);
    add_section_evidence(extraction, reworded, record);
    normalize_tables(extraction, taxonomy, record);
    if (extraction.match) weigh_fit(record, extraction.match->score);
    weigh_text_layer(record, extraction.metadata.text_layer);
    record.privacy = count_personal_data(record, front);
    if (record.document.soort == complete_kind) {
        remark_missing(extraction, record);
        remark_unread_lists(extraction, record);
    }
    if (extraction.match) {
        remark_unread_tables(extraction, record);
        remark_doubled_scales(extraction, record);
    }
    remark_language(record);
    remark_left_out(left_out, record);
    remark_coverage(extraction, record);
    sort_remarks(record.meldingen);
    return record;
}

}  // namespace sop
