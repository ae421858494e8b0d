#include "export/json.h"

#include <cmath>

#include "embedded/sop_record_schema.h"
#include "export/json_writer.h"

namespace sop {

namespace json {

// One function a type of the record, its keys in the order of contract/record.md. Found by the templates of
// json_writer.h through their first argument.

namespace {

double rounded(double value, double steps) { return std::round(value * steps) / steps; }
double hundredths(double value) { return rounded(value, 100); }
double tenths(double value) { return rounded(value, 10); }

std::string_view name_of(Precisie precision) {
    switch (precision) {
        case Precisie::dag:
            return "dag";
        case Precisie::maand:
            return "maand";
        case Precisie::jaar:
            return "jaar";
    }
    return "";
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::info:
            return "info";
        case Severity::warning:
            return "waarschuwing";
        case Severity::error:
            return "fout";
    }
    return "";
}

}  // namespace

void write(Writer& out, const Datum& datum) {
    object(out, "waarde", datum.waarde, "precisie", name_of(datum.precisie));
}

void write(Writer& out, const Sjabloon& sjabloon) {
    object(out, "id", sjabloon.id, "versie", sjabloon.versie, "score", hundredths(sjabloon.score));
}

void write(Writer& out, const DocumentInfo& document) {
    out.open('{');
    members(out, "id", document.id, "bestandsnaam", document.bestandsnaam, "mediatype", document.mediatype);
    out.key("omvang");
    out.integer(static_cast<std::int64_t>(document.omvang));
    members(out, "tekst_vingerafdruk", document.tekst_vingerafdruk, "paginas", document.paginas, "taal", document.taal,
            "soort", document.soort, "sjabloon", document.sjabloon, "tekstlaag", document.tekstlaag, "titel",
            document.titel, "producent", document.producent, "aangemaakt", document.aangemaakt, "gewijzigd",
            document.gewijzigd);
    out.close('}');
}

void write(Writer& out, const Adres& adres) {
    object(out, "straat", adres.straat, "huisnummer", adres.huisnummer, "postcode", adres.postcode, "plaats",
           adres.plaats);
}

void write(Writer& out, const School& school) {
    object(out, "naam", school.naam, "brin", school.brin, "vestigingscode", school.vestigingscode, "brin_bron",
           school.brin_bron, "schoolsoort", school.schoolsoort, "denominatie", school.denominatie, "onderwijsconcept",
           school.onderwijsconcept, "adres", school.adres, "telefoon", school.telefoon, "email", school.email,
           "website", school.website, "leerlingaantal", school.leerlingaantal);
}

void write(Writer& out, const Persoon& persoon) {
    object(out, "naam", persoon.naam, "functie", persoon.functie, "werkdagen", persoon.werkdagen, "telefoon",
           persoon.telefoon, "email", persoon.email);
}

void write(Writer& out, const Contact& contact) {
    object(out, "directie", contact.directie, "interne_begeleiding", contact.interne_begeleiding);
}

void write(Writer& out, const Bestuur& bestuur) { object(out, "naam", bestuur.naam, "nummer", bestuur.nummer); }

void write(Writer& out, const Samenwerkingsverband& verband) {
    object(out, "code", verband.code, "naam", verband.naam);
}

void write(Writer& out, const Planperiode& periode) { object(out, "van", periode.van, "tot", periode.tot); }

void write(Writer& out, const Versie& versie) {
    object(out, "tekst", versie.tekst, "status", versie.status, "datum", versie.datum, "schooljaar", versie.schooljaar,
           "planperiode", versie.planperiode);
}

void write(Writer& out, const Vaststelling& vaststelling) {
    object(out, "mr_advies", vaststelling.mr_advies, "bestuur", vaststelling.bestuur);
}

void write(Writer& out, const LijstItem& item) { object(out, "niveau", item.niveau, "tekst", item.tekst); }

void write(Writer& out, const Keuze& keuze) {
    object(out, "tekst", keuze.tekst, "aangevinkt", keuze.aangevinkt, "niveau", keuze.niveau);
}

void write(Writer& out, const TabelCel& cel) {
    object(out, "tekst", cel.tekst, "rijspan", cel.rijspan, "kolomspan", cel.kolomspan);
}

// `kop` stands only at a heading: a paragraph without one is the rule.
void write(Writer& out, const Alinea& alinea) {
    out.open('{');
    members(out, "soort", "alinea", "tekst", alinea.tekst);
    if (alinea.kop) members(out, "kop", *alinea.kop);
    out.close('}');
}

void write(Writer& out, const Lijst& lijst) {
    object(out, "soort", "lijst", "geordend", lijst.geordend, "items", lijst.items);
}

void write(Writer& out, const Keuzelijst& lijst) { object(out, "soort", "keuzelijst", "items", lijst.items); }

void write(Writer& out, const Tabel& tabel) {
    object(out, "soort", "tabel", "kopregels", tabel.kopregels, "rijen", tabel.rijen);
}

void write(Writer& out, const Blok& blok) {
    std::visit([&out](const auto& content) { write(out, content); }, blok);
}

void write(Writer& out, const Sectie& sectie) {
    object(out, "id", sectie.id, "nummer", sectie.nummer, "kop", sectie.kop, "niveau", sectie.niveau, "tekst",
           sectie.tekst, "blokken", sectie.blokken);
}

void write(Writer& out, const BasisItem& item) {
    object(out, "label", item.label, "waarde", item.waarde, "toelichting", item.toelichting);
}

void write(Writer& out, const Omvang& omvang) {
    object(out, "waarde", omvang.waarde, "eenheid", omvang.eenheid, "per", omvang.per, "ruw", omvang.ruw);
}

void write(Writer& out, const Arrangement& arrangement) {
    out.open('{');
    members(out, "doelgroep", arrangement.doelgroep, "categorieen", arrangement.categorieen, "domein",
            arrangement.domein, "begeleiding", arrangement.begeleiding, "voorzieningen", arrangement.voorzieningen,
            "ondersteuningsroute", arrangement.ondersteuningsroute, "externe_expertise", arrangement.externe_expertise);
    out.key("overig");
    out.open('{');
    for (const auto& [heading, text] : arrangement.overig) members(out, heading, text);
    out.close('}');
    members(out, "omvang", arrangement.omvang);
    out.close('}');
}

void write(Writer& out, const Deskundigheid& item) {
    object(out, "label", item.label, "categorie", item.categorie, "binnen_school", item.binnen_school, "buiten_school",
           item.buiten_school);
}

void write(Writer& out, const ExternePartner& partner) {
    object(out, "naam", partner.naam, "frequentie", partner.frequentie);
}

void write(Writer& out, const Kengetal& kengetal) {
    object(out, "indicator", kengetal.indicator, "periode", kengetal.periode, "waarde", kengetal.waarde, "ruw",
           kengetal.ruw);
}

void write(Writer& out, const Grenzen& grenzen) { object(out, "tekst", grenzen.tekst, "punten", grenzen.punten); }

void write(Writer& out, const Verbeterpunt& punt) { object(out, "tekst", punt.tekst, "termijn", punt.termijn); }

void write(Writer& out, const Privacy& privacy) {
    object(out, "persoonsnamen", privacy.persoonsnamen, "bsn_mogelijk", privacy.bsn_mogelijk, "kleine_aantallen",
           privacy.kleine_aantallen, "emailadressen", privacy.emailadressen, "telefoonnummers", privacy.telefoonnummers,
           "onderwijsnummers", privacy.onderwijsnummers, "ouders_leerlingen", privacy.ouders_leerlingen);
}

// Only what the source's format can say; null where nothing is known.
void write(Writer& out, const Origin& origin) {
    if (origin == Origin{}) return out.null();
    out.open('{');
    if (origin.page > 0) members(out, "pagina", origin.page);
    if (origin.box) {
        const auto& [left, top, right, bottom] = *origin.box;
        members(out, "vak", std::vector<double>{tenths(left), tenths(top), tenths(right), tenths(bottom)});
    }
    if (origin.cell) members(out, "tabel", origin.cell->table, "rij", origin.cell->row, "kolom", origin.cell->column);
    if (!origin.path.empty()) members(out, "pad", origin.path);
    out.close('}');
}

void write(Writer& out, const Herkomst& herkomst) {
    object(out, "ruw", herkomst.ruw, "zekerheid", hundredths(herkomst.zekerheid), "methode", herkomst.methode, "bron",
           herkomst.bron);
}

void write(Writer& out, const Diagnostic& melding) {
    object(out, "code", melding.code, "ernst", name_of(melding.severity), "bericht", melding.message, "bron",
           melding.origin, "aantal", melding.count);
}

void write(Writer& out, const SopRecord& record) {
    out.open('{');
    members(out, "schema_versie", schema_version, "document", record.document, "school", record.school, "contact",
            record.contact, "bestuur", record.bestuur, "samenwerkingsverband", record.samenwerkingsverband, "versie",
            record.versie, "vaststelling", record.vaststelling, "voorwerk", record.voorwerk, "secties", record.secties);
    out.key("basisondersteuning");
    object(out, "items", record.basisondersteuning);
    members(out, "arrangementen", record.arrangementen, "deskundigheid", record.deskundigheid, "externe_partners",
            record.externe_partners, "kengetallen", record.kengetallen, "grenzen", record.grenzen, "verbeterpunten",
            record.verbeterpunten, "privacy", record.privacy);
    out.key("herkomst");
    out.open('{');
    for (const auto& [pointer, herkomst] : record.herkomst) members(out, pointer, herkomst);
    out.close('}');
    members(out, "meldingen", record.meldingen);
    out.close('}');
}

template <typename T>
std::string text_of(const T& value, Layout layout) {
    Writer out(layout);
    write(out, value);
    return out.take();
}

}  // namespace json

std::string write_json(const SopRecord& record) { return json::text_of(record, json::Layout::indented); }

std::string write_ndjson(const SopRecord& record) { return json::text_of(record, json::Layout::one_line); }

std::string_view record_schema() { return embedded::sop_record_schema; }

}  // namespace sop
