// The record of one document: contract/record.md as C++ values. Members bear the names of the JSON keys; the JSON
// Schema in export/sop-record.schema.json is the normative form. Absent is an empty optional or list, never "", 0 or
// "n.v.t.".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ingest/diagnostic.h"

namespace sop {

using Tekst = std::optional<std::string>;

enum class Precisie { dag, maand, jaar };

// `waarde` is as precise as `precisie` says: "2015-05-01", "2015-05", "2015".
struct Datum {
    std::string waarde;
    Precisie precisie = Precisie::dag;
    bool operator==(const Datum&) const = default;
};

struct Sjabloon {
    std::string id, versie;
    double score = 0;
    bool operator==(const Sjabloon&) const = default;
};

struct DocumentInfo {
    std::string id;            // "sha256:…" of the source's bytes
    std::string bestandsnaam;  // without folders
    std::string mediatype;
    std::uint64_t omvang = 0;        // bytes
    std::string tekst_vingerafdruk;  // "sha256:…" of the folded text of the body
    std::optional<int> paginas;
    Tekst taal;                    // "nl"
    std::string soort = "anders";  // sop | schoolgids_met_sop | checklist_basisondersteuning | anders
    std::optional<Sjabloon> sjabloon;
    std::string tekstlaag = "volledig";  // volledig | gedeeltelijk | ocr | geen | beschadigd
    Tekst titel, producent, aangemaakt, gewijzigd;
    bool operator==(const DocumentInfo&) const = default;
};

struct Adres {
    Tekst straat, huisnummer, postcode, plaats;
    bool operator==(const Adres&) const = default;
};

struct School {
    Tekst naam, brin, vestigingscode, brin_bron, schoolsoort, denominatie, onderwijsconcept;
    Adres adres;
    Tekst telefoon, email, website;
    std::optional<int> leerlingaantal;
    bool operator==(const School&) const = default;
};

struct Persoon {
    std::string naam;
    Tekst functie;
    std::vector<std::string> werkdagen;  // "ma".."zo"
    Tekst telefoon, email;
    bool operator==(const Persoon&) const = default;
};

struct Contact {
    std::vector<Persoon> directie, interne_begeleiding;
    bool operator==(const Contact&) const = default;
};

struct Bestuur {
    Tekst naam, nummer;
    bool operator==(const Bestuur&) const = default;
};

struct Samenwerkingsverband {
    Tekst code, naam;
    bool operator==(const Samenwerkingsverband&) const = default;
};

struct Planperiode {
    int van = 0, tot = 0;  // calendar years
    bool operator==(const Planperiode&) const = default;
};

struct Versie {
    Tekst tekst, status;  // concept | definitief | vastgesteld
    std::optional<Datum> datum;
    Tekst schooljaar;  // "2014-2015"
    std::optional<Planperiode> planperiode;
    bool operator==(const Versie&) const = default;
};

struct Vaststelling {
    std::optional<Datum> mr_advies, bestuur;
    bool operator==(const Vaststelling&) const = default;
};

struct Alinea {
    std::string tekst;
    std::optional<int> kop;  // level of a heading inside the section
    bool operator==(const Alinea&) const = default;
};

struct LijstItem {
    int niveau = 0;
    std::string tekst;
    bool operator==(const LijstItem&) const = default;
};

struct Lijst {
    bool geordend = false;
    std::vector<LijstItem> items;
    bool operator==(const Lijst&) const = default;
};

struct Keuze {
    std::string tekst;
    bool aangevinkt = false;
    int niveau = 0;
    bool operator==(const Keuze&) const = default;
};

struct Keuzelijst {
    std::vector<Keuze> items;
    bool operator==(const Keuzelijst&) const = default;
};

struct TabelCel {
    std::string tekst;
    int rijspan = 1, kolomspan = 1;
    bool operator==(const TabelCel&) const = default;
};

struct Tabel {
    int kopregels = 0;
    std::vector<std::vector<TabelCel>> rijen;
    bool operator==(const Tabel&) const = default;
};

using Blok = std::variant<Alinea, Lijst, Keuzelijst, Tabel>;

struct Sectie {
    std::string id;
    Tekst nummer;
    std::string kop;
    int niveau = 1;
    std::string tekst;  // paragraphs joined by a blank line
    std::vector<Blok> blokken;
    bool operator==(const Sectie&) const = default;
};

struct BasisItem {
    std::string label;
    Tekst waarde, toelichting;  // waarde: ja | nee | in_ontwikkeling
    bool operator==(const BasisItem&) const = default;
};

struct Omvang {
    double waarde = 0;
    std::string eenheid;  // uur | dagdeel | dag | fte | minuut
    Tekst per;            // dag | week | maand | jaar | leerling
    std::string ruw;
    bool operator==(const Omvang&) const = default;
};

struct Arrangement {
    Tekst doelgroep;
    std::vector<std::string> categorieen;  // ids of the needs taxonomy, in its order
    Tekst domein;
    Tekst begeleiding, voorzieningen, ondersteuningsroute, externe_expertise;
    std::vector<std::pair<std::string, std::string>> overig;  // heading -> text, in column order
    std::vector<Omvang> omvang;
    bool operator==(const Arrangement&) const = default;
};

struct Deskundigheid {
    std::string label;
    Tekst categorie;
    std::optional<bool> binnen_school, buiten_school;
    bool operator==(const Deskundigheid&) const = default;
};

struct ExternePartner {
    std::string naam;
    Tekst frequentie;
    bool operator==(const ExternePartner&) const = default;
};

struct Kengetal {
    std::string indicator;
    Tekst periode;
    std::optional<double> waarde;
    std::string ruw;
    bool operator==(const Kengetal&) const = default;
};

struct Grenzen {
    Tekst tekst;
    std::vector<std::string> punten;
    bool operator==(const Grenzen&) const = default;
};

struct Verbeterpunt {
    std::string tekst;
    Tekst termijn;
    bool operator==(const Verbeterpunt&) const = default;
};

struct Privacy {
    int persoonsnamen = 0, bsn_mogelijk = 0, kleine_aantallen = 0, emailadressen = 0, telefoonnummers = 0,
        onderwijsnummers = 0, ouders_leerlingen = 0;
    bool operator==(const Privacy&) const = default;
};

// Evidence for one value.
struct Herkomst {
    std::string ruw;
    double zekerheid = 0;  // 0..1, two decimals in JSON
    std::string
        methode;  // label | tabel | invoerveld | kop | patroon | bestandsnaam | manifest | register | ocr | afgeleid
    Origin bron;
    bool operator==(const Herkomst&) const = default;
};

struct SopRecord {
    DocumentInfo document;
    School school;
    Contact contact;
    Bestuur bestuur;
    Samenwerkingsverband samenwerkingsverband;
    Versie versie;
    Vaststelling vaststelling;
    std::vector<Blok> voorwerk;
    std::vector<Sectie> secties;
    std::vector<BasisItem> basisondersteuning;
    std::vector<Arrangement> arrangementen;
    std::vector<Deskundigheid> deskundigheid;
    std::vector<ExternePartner> externe_partners;
    std::vector<Kengetal> kengetallen;
    Grenzen grenzen;
    std::vector<Verbeterpunt> verbeterpunten;
    Privacy privacy;
    std::vector<std::pair<std::string, Herkomst>> herkomst;  // by JSON Pointer, in the order of the record's values
    std::vector<Diagnostic> meldingen;
    bool operator==(const SopRecord&) const = default;
};

}  // namespace sop
