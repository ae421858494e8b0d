#include "ingest/diagnostic.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ingest/text.h"

namespace sop {
namespace {

struct ErrorText {
    ErrorCode error;
    std::string_view code;
    std::string_view sentence;  // without the final full stop: place and detail follow
};

constexpr std::array error_table{
    ErrorText{ErrorCode::empty_file, "LEEG_BESTAND", "Het bestand is leeg; vraag het opnieuw op"},
    ErrorText{ErrorCode::unknown_format, "ONBEKEND_FORMAAT",
              "Het bestand is geen Word-document (.docx), geen PDF en ook geen ander formaat dat herkend wordt; "
              "controleer of het "
              "juiste bestand is aangeleverd"},
    ErrorText{ErrorCode::legacy_doc, "OUD_WORD_FORMAAT",
              "Het bestand heeft het oude Word-formaat (.doc); open het in Word en sla het op als .docx"},
    ErrorText{ErrorCode::encrypted, "VERSLEUTELD",
              "Het bestand is met een wachtwoord versleuteld; sla het op zonder wachtwoord, of geef bij een PDF het "
              "wachtwoord met --password"},
    ErrorText{ErrorCode::unsupported_format, "NIET_ONDERSTEUND",
              "Dit bestandsformaat wordt niet gelezen; sla het document op als .docx of als PDF"},
    ErrorText{ErrorCode::damaged_package, "BESCHADIGD_PAKKET",
              "Het bestand is beschadigd of onvolledig; vraag het opnieuw op of sla het opnieuw op in het programma "
              "waarmee het "
              "gemaakt is"},
    ErrorText{ErrorCode::ambiguous_package, "DUBBELZINNIG_PAKKET",
              "Het bestand bevat onderdelen die elkaar tegenspreken, zodat niet vaststaat wat de inhoud is; sla het "
              "document opnieuw op in Word"},
    ErrorText{ErrorCode::no_main_part, "GEEN_HOOFDDEEL",
              "Het bestand is een zip-bestand zonder Word-document; controleer of het juiste bestand is aangeleverd"},
    ErrorText{ErrorCode::damaged_part, "BESCHADIGD_DEEL",
              "Een onderdeel van het document is beschadigd; laat Word het herstellen of vraag het bestand opnieuw op"},
    ErrorText{ErrorCode::invalid_encoding, "ONGELDIGE_CODERING",
              "Een onderdeel van het document heeft een ongeldige tekencodering; sla het document opnieuw op in Word"},
    ErrorText{ErrorCode::doctype, "DOCTYPE_GEWEIGERD",
              "Het document bevat een DOCTYPE; dat hoort niet in een Word-document en wordt om veiligheid geweigerd"},
    ErrorText{ErrorCode::no_pages, "GEEN_PAGINAS",
              "Het PDF-bestand heeft geen pagina's die gelezen kunnen worden; vraag het opnieuw op"},
    ErrorText{ErrorCode::over_limit, "GRENS_OVERSCHREDEN",
              "Het bestand gaat over een grens die de verwerking beschermt; controleer of het een gewoon document is"},
    ErrorText{ErrorCode::read_error, "LEESFOUT",
              "Het bestand kon niet worden gelezen; controleer of het bestaat en of u er rechten op heeft"},
    ErrorText{ErrorCode::write_error, "SCHRIJFFOUT",
              "Het resultaat kon niet worden weggeschreven; controleer de uitvoermap en de vrije schijfruimte"},
    ErrorText{ErrorCode::move_error, "VERPLAATSFOUT",
              "Het bestand kon niet naar een andere map worden verplaatst; geef de gebruiker van dit programma "
              "schrijfrechten op de map waar het in staat"},
    ErrorText{
        ErrorCode::cpu_limit, "REKENTIJD_OP",
        "Het lezen van het bestand kostte te veel rekentijd; sla het document opnieuw op of vraag het opnieuw op"},
    ErrorText{ErrorCode::wall_limit, "WACHTTIJD_OP",
              "Het lezen van het bestand kwam niet tot een einde; sla het document opnieuw op of vraag het opnieuw op"},
    ErrorText{ErrorCode::memory_limit, "GEHEUGEN_OP",
              "Het lezen van het bestand kostte te veel geheugen; controleer of het een gewoon document is"},
    ErrorText{ErrorCode::output_limit, "UITVOER_TE_GROOT",
              "Het bestand geeft meer uitvoer dan een document kan hebben; controleer of het een gewoon document is"},
    ErrorText{ErrorCode::policy_violation, "VERBODEN_HANDELING",
              "Bij het lezen is iets geprobeerd dat geen document nodig heeft; behandel het bestand als een aanval"},
    ErrorText{ErrorCode::crash, "VASTGELOPEN",
              "Het lezen van het bestand liep vast; sla het document opnieuw op, en meld het bestand aan de beheerder"},
    ErrorText{ErrorCode::invalid_result, "ONGELDIG_RESULTAAT",
              "Het lezen van het bestand gaf geen geldig record; behandel het bestand als verdacht"},
    ErrorText{ErrorCode::internal, "INTERNE_FOUT",
              "Er ging iets mis in het programma zelf; meld dit met het bestand aan de beheerder"},
};

constexpr bool is_in_enum_order() {
    for (std::size_t i = 0; i < error_table.size(); ++i)
        if (error_table[i].error != static_cast<ErrorCode>(i)) return false;
    return error_table.back().error == ErrorCode::internal;
}
static_assert(is_in_enum_order());

const ErrorText& text_of(ErrorCode code) { return error_table[static_cast<std::size_t>(code)]; }

std::string sentence(ErrorCode code, std::string_view where, std::string_view detail) {
    std::string text(text_of(code).sentence);
    if (!where.empty() || !detail.empty()) {
        text += " (";
        text += where;
        if (!where.empty() && !detail.empty()) text += ": ";
        text += detail;
        text += ')';
    }
    return text += '.';
}

// Part names come from the file: long enough for every name an application writes, short enough for a message.
constexpr std::size_t max_where = 120;

}  // namespace

void add_diagnostic(std::vector<Diagnostic>& diagnostics, Diagnostic diagnostic) {
    const auto same = std::find_if(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& other) {
        return other.code == diagnostic.code && other.message == diagnostic.message;
    });
    if (same == diagnostics.end())
        diagnostics.push_back(std::move(diagnostic));
    else
        same->count += diagnostic.count;
}

std::string_view code_of(ErrorCode code) { return text_of(code).code; }

std::optional<ErrorCode> find_error(std::string_view code) {
    const auto found = std::ranges::find(error_table, code, &ErrorText::code);
    return found == error_table.end() ? std::nullopt : std::optional(found->error);
}

ConversionError::ConversionError(ErrorCode code, std::string_view where, std::string_view detail)
    : std::runtime_error(sentence(code, truncate_utf8(where, max_where), detail)),
      code_(code),
      where_(truncate_utf8(where, max_where)) {}

}  // namespace sop
