#include "export/advice.h"

#include <array>

#include "ingest/diagnostic.h"

namespace sop {
namespace {

struct Advice {
    ErrorCode error;
    std::string_view sentence;
};

constexpr std::array advice_table{
    Advice{ErrorCode::empty_file, "Vraag de school het bestand opnieuw te sturen; bij het kopiëren ging iets mis."},
    Advice{ErrorCode::unknown_format,
           "Kijk wat het is: vaak is een ander bestand aangeleverd, of is de naam veranderd. Vraag om het Word-bestand "
           "of de PDF."},
    Advice{ErrorCode::legacy_doc, "Open het in Word, kies Opslaan als en bewaar het als .docx."},
    Advice{ErrorCode::encrypted,
           "Vraag de school om het bestand zonder wachtwoord; van een PDF kan het wachtwoord met --password worden "
           "gegeven."},
    Advice{ErrorCode::unsupported_format,
           "Open het in het programma waarmee het gemaakt is en bewaar het als .docx of als PDF."},
    Advice{ErrorCode::damaged_package,
           "Vraag de school het bestand opnieuw te sturen, of open het en bewaar het opnieuw. Is het bestand bij de "
           "school ook stuk, dan helpt alleen een eerdere versie."},
    Advice{ErrorCode::ambiguous_package,
           "Open het in Word en bewaar het opnieuw. Kwam het niet uit Word, vraag dan hoe het gemaakt is."},
    Advice{ErrorCode::no_main_part, "Kijk wat er in het zip-bestand zit; vraag om het Word-bestand of de PDF zelf."},
    Advice{
        ErrorCode::damaged_part,
        "Open het in Word, laat Word het herstellen en bewaar het opnieuw; lukt dat niet, vraag het dan opnieuw op."},
    Advice{ErrorCode::invalid_encoding, "Open het in Word en bewaar het opnieuw."},
    Advice{ErrorCode::doctype,
           "Word schrijft dit niet. Vraag hoe het bestand gemaakt is, en om een bestand dat uit Word is opgeslagen."},
    Advice{ErrorCode::no_pages, "Vraag de school de PDF opnieuw te maken, of vraag om het Word-bestand."},
    Advice{ErrorCode::over_limit,
           "Kijk of het een gewoon profiel is. Zo ja, maak het kleiner, bijvoorbeeld door foto's eruit te halen; zo "
           "nee, open het niet en vraag waar het vandaan komt."},
    Advice{ErrorCode::read_error,
           "Kijk of het bestand er nog staat en of de gebruiker van dit programma het mag lezen; het wordt bij de "
           "volgende keer weer geprobeerd."},
    Advice{
        ErrorCode::write_error,
        "Kijk of de schijf vol is en of de gebruiker van dit programma in de uitvoermap mag schrijven; het wordt bij "
        "de volgende keer weer geprobeerd."},
    Advice{ErrorCode::move_error,
           "Kijk wie de map gemaakt heeft waar het bestand in staat, en geef de gebruiker van dit programma daar "
           "schrijfrechten; het wordt bij de volgende keer weer geprobeerd."},
    Advice{ErrorCode::cpu_limit,
           "Open het in het programma waarmee het gemaakt is en bewaar het opnieuw als .docx of als PDF."},
    Advice{
        ErrorCode::wall_limit,
        "Probeer het nog eens als de machine minder te doen heeft; gaat het weer mis, bewaar het bestand dan opnieuw."},
    Advice{
        ErrorCode::memory_limit,
        "Kijk of het een gewoon profiel is. Zo ja, bewaar het opnieuw, zonder grote beelden; zo nee, open het niet."},
    Advice{ErrorCode::output_limit, "Zo veel tekst heeft geen profiel. Kijk of het juiste bestand is aangeleverd."},
    Advice{ErrorCode::policy_violation,
           "Open het bestand niet. Zet het apart, vraag waar het vandaan komt en laat een beveiliger ernaar kijken."},
    Advice{ErrorCode::crash,
           "Bewaar het bestand opnieuw in het programma waarmee het gemaakt is. Gaat het weer mis, meld het dan aan de "
           "makers van sopconv."},
    Advice{ErrorCode::invalid_result, "Open het bestand niet. Zet het apart en meld het aan de makers van sopconv."},
    Advice{ErrorCode::internal, "Meld het met het bestand aan de makers van sopconv."},
};

constexpr bool is_in_enum_order() {
    for (std::size_t i = 0; i < advice_table.size(); ++i)
        if (advice_table[i].error != static_cast<ErrorCode>(i)) return false;
    return advice_table.back().error == ErrorCode::internal;
}
static_assert(is_in_enum_order());

}  // namespace

std::string_view advice_of(std::string_view code) {
    const auto error = find_error(code);
    return error ? advice_table[static_cast<std::size_t>(*error)].sentence : std::string_view();
}

}  // namespace sop
