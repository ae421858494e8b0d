#include "ingest/pdf/text_layer.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/pdf/repair.h"
#include "ingest/pdf/rows.h"

namespace sop::pdf {
namespace {

// A page with fewer characters and little painted text is a divider, a photograph with a caption or blank.
constexpr std::size_t least_characters = 20;
// Letters from which their frequencies tell a language from noise.
constexpr std::size_t telling_letters = 100;
constexpr std::size_t telling_characters = 200;

// Mean surprise of a letter: 2.8 to 3.0 in profiles, 3.2 in short lists of names; 3.6 and more where letters are not
// what is seen.
constexpr double most_surprise = 3.35;
// Text painted in fonts without Unicode is noise in all test files but those whose codes are ASCII by chance.
constexpr double unnamed_page = 0.5, unnamed_part = 0.1;
// 20 characters.
constexpr double least_shown = 10;
constexpr double mean_width = 0.5;  // of a character, in sizes

// Letters in a thousand, the mean of Dutch, English, German and French.
constexpr std::array<double, 26> letters_in_thousand{74, 15, 25, 47, 158, 14, 23, 34, 70, 6,  12, 41, 25,
                                                     84, 55, 17, 4,  65,  63, 73, 38, 16, 15, 2,  5,  7};

double surprise_of(char32_t letter) {
    static const auto table = [] {
        std::array<double, 26> nats{};
        std::transform(letters_in_thousand.begin(), letters_in_thousand.end(), nats.begin(),
                       [](double share) { return -std::log(share / 1000); });
        return nats;
    }();
    return table[letter - 'a'];
}

bool is_private(char32_t code) { return (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000; }

// Letters of Greek, Cyrillic and of scripts far from Latin do not stand in one word with Latin ones, but for the Greek
// of formulas and units.
bool is_foreign_letter(char32_t code) { return code >= 0x400 && u_isalpha(static_cast<UChar32>(code)); }

bool is_leader(char32_t code) { return code == '.' || code == '_' || code == 0x2026 || code == 0xB7; }

void count_word(const Word& word, TextFigures& figures) {
    std::size_t latin = 0, foreign = 0;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(word.text.data());
    for (std::size_t at = 0; at < word.text.size();) {
        UChar32 next = 0;
        U8_NEXT(bytes, at, word.text.size(), next);
        const auto code = static_cast<char32_t>(next);
        if (is_leader(code)) continue;
        ++figures.characters;
        const char32_t lower = code >= 'A' && code <= 'Z' ? code + 32 : code;
        if (lower >= 'a' && lower <= 'z') {
            ++latin;
            figures.surprise += surprise_of(lower);
        } else if (next < 0 || code == 0xFFFD || is_private(code)) {
            ++figures.unreadable;
        } else if (is_foreign_letter(code)) {
            ++foreign;
        } else if (!u_isalnum(next)) {
            ++figures.punctuation;
        }
    }
    figures.letters += latin;
    if (latin > 0) figures.unreadable += foreign;
}

bool has_language(const TextFigures& page) {
    return page.letters >= telling_letters && page.surprise < most_surprise * static_cast<double>(page.letters);
}

bool is_damaged(const TextFigures& page) {
    if (page.shown > least_shown && page.unnamed > unnamed_page * page.shown && !has_language(page)) return true;
    if (page.characters < least_characters) return false;
    return page.unreadable * 5 > page.characters || (page.letters >= telling_letters && !has_language(page)) ||
           (page.characters >= telling_characters && page.punctuation * 5 > page.characters * 3);
}

struct LayerRemark {
    TextLayer layer;
    std::string_view code;
    Severity severity;
    std::string_view sentence;  // after "Pagina's 1, 3-5: "
};
constexpr std::array layer_remarks{
    LayerRemark{TextLayer::geen, "GEEN_TEKSTLAAG", Severity::warning,
                "een afbeelding zonder tekst (scan); tekstherkenning (OCR) komt in een latere versie."},
    LayerRemark{TextLayer::beschadigd, "TEKSTLAAG_BESCHADIGD", Severity::warning,
                "de tekst in het bestand is niet wat er te lezen staat (lettertypen zonder Unicode); tekstherkenning "
                "(OCR) komt in een latere versie."},
    LayerRemark{TextLayer::gedeeltelijk, "TEKSTLAAG_GEDEELTELIJK", Severity::warning,
                "een deel van de tekst is niet leesbaar (lettertypen zonder Unicode)."},
    LayerRemark{TextLayer::ocr, "TEKSTLAAG_OCR", Severity::info,
                "de tekst is eerder door tekstherkenning (OCR) gemaakt en kan leesfouten hebben."},
};

// "1, 3-5", at most some of them: a message is a line.
std::string ranges_of(const std::vector<int>& numbers) {
    constexpr std::size_t most_ranges = 12;
    std::string text;
    std::size_t ranges = 0;
    for (std::size_t i = 0; i < numbers.size(); ++ranges) {
        if (ranges == most_ranges) return text + ", …";
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        if (!text.empty()) text += ", ";
        text += std::to_string(numbers[i]);
        if (last > i) text += (last == i + 1 ? ", " : "-") + std::to_string(numbers[last]);
        i = last + 1;
    }
    return text;
}

Diagnostic diagnostic_of(const LayerRemark& remark, const std::vector<int>& numbers, bool is_all) {
    std::string message = is_all               ? "Alle pagina's"
                          : numbers.size() > 1 ? "Pagina's " + ranges_of(numbers)
                                               : "Pagina " + std::to_string(numbers[0]);
    message += ": ";
    message += remark.sentence;
    Origin origin;
    origin.page = numbers[0];
    return {std::string(remark.code), remark.severity, std::move(message), origin, 1};
}

}  // namespace

TextFigures text_figures(const Page& page) {
    TextFigures figures{.image_share = image_share(page), .is_ocr = has_ocr_layer(page), .is_skipped = page.is_skipped};
    for (const Word& word : page.words) count_word(word, figures);
    if (page.words.empty()) figures.shown = figures.unnamed = mean_width * static_cast<double>(page.lost_characters);
    for (const TextRun& run : page.runs) {
        if (run.is_invisible || !(run.size > 0)) continue;
        const Box box = upright(run.box, run.rotation);
        const double length = (box.right - box.left) / run.size;
        const auto font = static_cast<std::size_t>(run.font);
        figures.shown += length;
        if (run.font >= 0 && font < page.fonts.size() && !page.fonts[font].has_unicode) figures.unnamed += length;
    }
    return figures;
}

std::optional<TextLayer> text_layer(const TextFigures& page) {
    if (page.is_skipped) return std::nullopt;
    if (is_damaged(page)) return TextLayer::beschadigd;
    if (page.characters < least_characters) {
        if (page.image_share > 0.5) return TextLayer::geen;
        return std::nullopt;
    }
    if (page.is_ocr) return TextLayer::ocr;
    // More than half of it would have been found out above.
    const bool has_unnamed = page.unnamed > unnamed_part * page.shown && page.unnamed <= unnamed_page * page.shown;
    return has_unnamed || page.unreadable * 20 > page.characters ? TextLayer::gedeeltelijk : TextLayer::volledig;
}

TextLayer text_layer(const std::vector<Page>& pages) {
    std::vector<Diagnostic> unused;
    return text_layer(pages, unused);
}

TextLayer text_layer(const std::vector<Page>& pages, std::vector<Diagnostic>& diagnostics) {
    std::array<std::vector<int>, 5> numbers;  // of the pages of each layer
    std::size_t telling = 0, skipped = 0;
    bool has_text = false;
    for (const Page& page : pages) {
        const TextFigures figures = text_figures(page);
        skipped += figures.is_skipped;
        has_text = has_text || figures.characters > 0;
        if (const auto layer = text_layer(figures)) {
            numbers[static_cast<std::size_t>(*layer)].push_back(page.number);
            ++telling;
        }
    }
    const auto count = [&](TextLayer layer) { return numbers[static_cast<std::size_t>(layer)].size(); };
    if (!has_text && count(TextLayer::geen) == 0 && count(TextLayer::beschadigd) == 0 && skipped == 0)
        diagnostics.push_back({"GEEN_TEKSTLAAG", Severity::warning, "Het PDF-bestand heeft geen tekst.", {}, 1});
    for (const LayerRemark& remark : layer_remarks)
        if (const auto& these = numbers[static_cast<std::size_t>(remark.layer)]; !these.empty())
            diagnostics.push_back(diagnostic_of(remark, these, these.size() == pages.size() && pages.size() > 1));
    const std::size_t read = count(TextLayer::volledig) + count(TextLayer::ocr);
    for (const TextLayer layer : {TextLayer::beschadigd, TextLayer::ocr})
        if (telling > 0 && count(layer) * 2 >= telling) return layer;
    if (!has_text || (telling > 0 && count(TextLayer::geen) == telling)) return TextLayer::geen;
    return read < telling || skipped > 0 ? TextLayer::gedeeltelijk : TextLayer::volledig;
}

}  // namespace sop::pdf
