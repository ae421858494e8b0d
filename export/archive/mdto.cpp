#include "export/archive/mdto.h"

#include <optional>
#include <utility>

#include "export/rapid_json.h"

namespace sop {
namespace {

constexpr std::string_view source_of_ids = "sopconv";
constexpr std::string_view digest_prefix = "sha256:";

// Elements in the order of the schema are the caller's duty.
class Xml {
public:
    explicit Xml(std::string_view kind) : kind_(kind) {
        text_ =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<MDTO xmlns=\"https://www.nationaalarchief.nl/mdto\" "
            "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
            "xsi:schemaLocation=\"https://www.nationaalarchief.nl/mdto "
            "https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd\">\n";
        open(kind);
    }

    std::string take() {
        close(kind_);
        return std::move(text_) + "</MDTO>\n";
    }

    void text(std::string_view name, std::string_view value) {
        indent();
        text_ += '<';
        text_ += name;
        text_ += '>';
        for (const char c : value) {
            switch (c) {
                case '&':
                    text_ += "&amp;";
                    break;
                case '<':
                    text_ += "&lt;";
                    break;
                case '>':
                    text_ += "&gt;";
                    break;
                default:
                    text_ += c;
            }
        }
        end(name);
    }

    template <typename Content>
    void group(std::string_view name, const Content& content) {
        open(name);
        content();
        close(name);
    }

    void id(std::string_view name, std::string_view value) {
        group(name, [&] {
            text("identificatieKenmerk", value);
            text("identificatieBron", source_of_ids);
        });
    }

    void reference(std::string_view name, std::string_view to, std::optional<std::string_view> value = {}) {
        group(name, [&] {
            text("verwijzingNaam", to);
            if (value) id("verwijzingIdentificatie", *value);
        });
    }

    void term(std::string_view name, std::string_view label, std::string_view list, std::string_view code = {}) {
        group(name, [&] {
            text("begripLabel", label);
            if (!code.empty()) text("begripCode", code);
            reference("begripBegrippenlijst", list);
        });
    }

private:
    void indent() { text_.append(2 * depth_, ' '); }
    void open(std::string_view name) {
        indent();
        text_ += '<';
        text_ += name;
        text_ += ">\n";
        ++depth_;
    }
    void close(std::string_view name) {
        --depth_;
        indent();
        end(name);
    }
    void end(std::string_view name) {
        text_ += "</";
        text_ += name;
        text_ += ">\n";
    }

    std::string_view kind_;
    std::string text_;
    std::size_t depth_ = 1;
};

std::string name_of(const ArchivedDocument& document) {
    if (document.soort != "sop" || !document.naam) return document.bestandsnaam;
    return "Schoolondersteuningsprofiel " + *document.naam +
           (document.schooljaar ? " " + *document.schooljaar : std::string());
}

std::string id_of(const MdtoObject& object, const MdtoFile& file) { return object.document.id + "/" + file.role; }

// A school year runs from 1 August to 31 July (Wet op het primair onderwijs, article 1).
void add_school_year(Xml& xml, std::string_view years) {
    xml.group("dekkingInTijd", [&] {
        xml.term("dekkingInTijdType", "Schooljaar", "Soorten dekking in tijd van sopconv");
        xml.text("dekkingInTijdBegindatum", std::string(years.substr(0, 4)) + "-08-01");
        xml.text("dekkingInTijdEinddatum", std::string(years.substr(5, 4)) + "-07-31");
    });
}

bool names_persons(const rapidjson::Document& record) {
    const auto &privacy = record["privacy"], &contact = record["contact"];
    return privacy["persoonsnamen"].GetInt64() > 0 || privacy["bsn_mogelijk"].GetInt64() > 0 ||
           !contact["directie"].Empty() || !contact["interne_begeleiding"].Empty();
}

void add_restriction(Xml& xml, bool is_personal) {
    xml.group("beperkingGebruik", [&] {
        xml.term("beperkingGebruikType", is_personal ? "Overig" : "Nader te bepalen",
                 "Begrippenlijst BeperkingGebruikTypeLijst MDTO");
        if (is_personal) xml.text("beperkingGebruikNadereBeschrijving", "Bevat persoonsgegevens (AVG)");
    });
}

}  // namespace

std::string mdto_of_object(const MdtoObject& object) {
    rapidjson::Document record;
    record.Parse<rapidjson::kParseIterativeFlag>(object.record.data(), object.record.size());
    const ArchivedDocument& document = object.document;
    Xml xml("informatieobject");
    xml.id("identificatie", document.id);
    xml.text("naam", name_of(document));
    xml.term("aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO");
    if (document.schooljaar) add_school_year(xml, *document.schooljaar);
    if (const auto& language = record["document"]["taal"]; language.IsString())
        xml.text("taal", {language.GetString(), language.GetStringLength()});
    xml.group("event", [&] {
        xml.term("eventType", "Conversie", "Begrippenlijst EventTypeLijst MDTO");
        xml.text("eventTijd", document.converted);
        xml.text("eventResultaat", "Record in JSON, versie " + std::string(record["schema_versie"].GetString()) +
                                       ", door sopconv " + document.converter);
    });
    xml.term("waardering", "Nader te bepalen", "Begrippenlijst Waarderingen MDTO", "N");
    for (const MdtoFile* file : {&object.original, &object.json})
        xml.reference("heeftRepresentatie", file->name, id_of(object, *file));
    if (document.vervangt)
        xml.group("gerelateerdInformatieobject", [&] {
            xml.reference("gerelateerdInformatieobjectVerwijzing", "Eerdere editie", *document.vervangt);
            xml.term("gerelateerdInformatieobjectTypeRelatie", "Vervangt",
                     "Begrippenlijst Relatietypen (informatieobject) MDTO");
        });
    xml.reference("archiefvormer", object.archiefvormer);
    add_restriction(xml, names_persons(record));
    return xml.take();
}

std::string mdto_of_file(const MdtoObject& object, const MdtoFile& file) {
    Xml xml("bestand");
    xml.id("identificatie", id_of(object, file));
    xml.text("naam", file.name);
    xml.text("omvang", std::to_string(file.size));
    xml.term("bestandsformaat", file.mediatype, "IANA Media Types");
    xml.group("checksum", [&] {
        xml.term("checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO");
        xml.text("checksumWaarde", std::string_view(file.digest).substr(digest_prefix.size()));
        xml.text("checksumDatum", object.document.converted);
    });
    xml.reference("isRepresentatieVan", name_of(object.document), object.document.id);
    return xml.take();
}

}  // namespace sop
