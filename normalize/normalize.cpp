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

// Each heading is there as it stands: what is in doubt is only whether it is one.
void add_section_evidence(const Extraction& extraction, const Reworded& reworded, SopRecord& record) {
    constexpr double heading_confidence = 0.95;
    add_reworded("/voorwerk", reworded.front(), {}, record);
    for (std::size_t at = 0; at < extraction.sections.size(); ++at) {
        const Section& section = extraction.sections[at];
        std::string heading = section.number;
        if (!heading.empty()) heading += ' ';
        heading += section.heading;
        add_evidence(record, item_pointer("/secties", at, "kop"),
                     {std::move(heading), heading_confidence, std::string(name_of(Method::heading)), section.origin});
        add_reworded(item_pointer("/secties", at, "tekst"), reworded[at + 1], section.origin, record);
    }
}

void remark_missing(SopRecord& record) {
    const auto remark = [&](std::string_view code, std::string_view message) {
        add_diagnostic(record.meldingen, {std::string(code), Severity::warning, std::string(message), {}, 1});
    };
    if (!record.school.naam) remark("VELD_ONTBREEKT", "De naam van de school is niet gevonden.");
    for (const RequiredSection& required : required_sections) {
        const bool is_there = std::any_of(record.secties.begin(), record.secties.end(),
                                          [&](const Sectie& section) { return section.id == required.section; });
        if (!is_there) remark("SECTIE_ONTBREEKT", required.message);
    }
}

// A table in which somebody filled in something: two filled cells in a row that is not the first.
bool is_filled_in(const Blok& block) {
    const auto* table = std::get_if<Tabel>(&block);
    if (!table || table->rijen.empty()) return false;
    return std::any_of(table->rijen.begin() + 1, table->rijen.end(), [](const std::vector<TabelCel>& row) {
        return std::count_if(row.begin(), row.end(), [](const TabelCel& cell) { return !cell.tekst.empty(); }) >= 2;
    });
}

// A section that should have given rows, has a table, and gave none.
void remark_unread(const Extraction& extraction, SopRecord& record) {
    const std::pair<std::string_view, bool> expected[] = {
        {"arrangementen", record.arrangementen.empty()},
        {"basisondersteuning", record.basisondersteuning.empty()},
        {"verbeterpunten", record.verbeterpunten.empty()},
    };
    for (std::size_t at = 0; at < record.secties.size(); ++at) {
        const Sectie& section = record.secties[at];
        const bool gave_none = std::any_of(std::begin(expected), std::end(expected), [&](const auto& table) {
            return table.first == section.id && table.second;
        });
        if (!gave_none || std::none_of(section.blokken.begin(), section.blokken.end(), is_filled_in)) continue;
        add_diagnostic(record.meldingen, {"TABEL_NIET_GELEZEN", Severity::warning,
                                          "Een tabel in de sectie " + section.id +
                                              " heeft geen herkenbare kolommen; de tekst is bewaard.",
                                          extraction.sections[at].origin, 1});
    }
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
    weigh_text_layer(record, extraction.metadata.text_layer);
    record.privacy = count_personal_data(record, front);
    if (record.document.soort == complete_kind) {
        remark_missing(record);
        remark_unread(extraction, record);
    }
    remark_language(record);
    remark_left_out(left_out, record);
    remark_coverage(extraction, record);
    sort_remarks(record.meldingen);
    return record;
}

}  // namespace sop
