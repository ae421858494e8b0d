#include "normalize/language.h"

#include <algorithm>
#include <array>

namespace sop {
namespace {

enum Language : std::size_t { nl, en, de, fr, fy, es, tr, pl, pap, language_count };
constexpr std::array<std::string_view, language_count> tags{"nl", "en", "de", "fr", "fy", "es", "tr", "pl", "pap"};

// Words that are frequent in one of the languages, or in two, and rare in the others; "de", "in", "is" and "die" are in
// several. Folded: without accents.
struct StopWord {
    std::string_view word;
    Language language;
};
constexpr std::array stop_words = [] {
    std::array table{
        StopWord{"het", nl},    StopWord{"een", nl},     StopWord{"van", nl},    StopWord{"en", nl},
        StopWord{"voor", nl},   StopWord{"met", nl},     StopWord{"op", nl},     StopWord{"zijn", nl},
        StopWord{"niet", nl},   StopWord{"wordt", nl},   StopWord{"ook", nl},    StopWord{"worden", nl},
        StopWord{"bij", nl},    StopWord{"aan", nl},     StopWord{"dat", nl},    StopWord{"te", nl},
        StopWord{"deze", nl},   StopWord{"wij", nl},     StopWord{"kunnen", nl}, StopWord{"naar", nl},
        StopWord{"the", en},    StopWord{"and", en},     StopWord{"of", en},     StopWord{"to", en},
        StopWord{"with", en},   StopWord{"for", en},     StopWord{"that", en},   StopWord{"are", en},
        StopWord{"this", en},   StopWord{"be", en},      StopWord{"from", en},   StopWord{"by", en},
        StopWord{"on", en},     StopWord{"not", en},     StopWord{"have", en},   StopWord{"der", de},
        StopWord{"und", de},    StopWord{"das", de},     StopWord{"ist", de},    StopWord{"nicht", de},
        StopWord{"mit", de},    StopWord{"den", de},     StopWord{"ein", de},    StopWord{"eine", de},
        StopWord{"fur", de},    StopWord{"auf", de},     StopWord{"von", de},    StopWord{"zu", de},
        StopWord{"werden", de}, StopWord{"sich", de},    StopWord{"les", fr},    StopWord{"des", fr},
        StopWord{"est", fr},    StopWord{"une", fr},     StopWord{"dans", fr},   StopWord{"pour", fr},
        StopWord{"et", fr},     StopWord{"la", fr},      StopWord{"que", fr},    StopWord{"sur", fr},
        StopWord{"du", fr},     StopWord{"avec", fr},    StopWord{"par", fr},    StopWord{"sont", fr},
        StopWord{"aux", fr},    StopWord{"en", fy},      StopWord{"op", fy},     StopWord{"te", fy},
        StopWord{"by", fy},     StopWord{"fan", fy},     StopWord{"yn", fy},     StopWord{"foar", fy},
        StopWord{"mei", fy},    StopWord{"wurdt", fy},   StopWord{"wurde", fy},  StopWord{"hat", fy},
        StopWord{"oan", fy},    StopWord{"troch", fy},   StopWord{"ek", fy},     StopWord{"wy", fy},
        StopWord{"nei", fy},    StopWord{"har", fy},     StopWord{"ut", fy},     StopWord{"skoalle", fy},
        StopWord{"bern", fy},   StopWord{"el", es},      StopWord{"los", es},    StopWord{"las", es},
        StopWord{"una", es},    StopWord{"para", es},    StopWord{"con", es},    StopWord{"por", es},
        StopWord{"del", es},    StopWord{"como", es},    StopWord{"su", es},     StopWord{"la", es},
        StopWord{"que", es},    StopWord{"en", es},      StopWord{"mas", es},    StopWord{"son", es},
        StopWord{"ve", tr},     StopWord{"bir", tr},     StopWord{"bu", tr},     StopWord{"icin", tr},
        StopWord{"ile", tr},    StopWord{"olarak", tr},  StopWord{"da", tr},     StopWord{"cok", tr},
        StopWord{"olan", tr},   StopWord{"gibi", tr},    StopWord{"daha", tr},   StopWord{"okul", tr},
        StopWord{"her", tr},    StopWord{"w", pl},       StopWord{"na", pl},     StopWord{"sie", pl},
        StopWord{"jest", pl},   StopWord{"nie", pl},     StopWord{"do", pl},     StopWord{"oraz", pl},
        StopWord{"dla", pl},    StopWord{"z", pl},       StopWord{"przez", pl},  StopWord{"od", pl},
        StopWord{"ktore", pl},  StopWord{"lub", pl},     StopWord{"ta", pap},    StopWord{"di", pap},
        StopWord{"pa", pap},    StopWord{"ku", pap},     StopWord{"nan", pap},   StopWord{"tin", pap},
        StopWord{"un", pap},    StopWord{"por", pap},    StopWord{"na", pap},    StopWord{"bo", pap},
        StopWord{"su", pap},    StopWord{"mester", pap}, StopWord{"den", pap},
    };
    std::sort(table.begin(), table.end(), [](const StopWord& a, const StopWord& b) { return a.word < b.word; });
    return table;
}();

// The first stop word of each letter.
constexpr auto first_stop_words = [] {
    std::array<std::size_t, 26> first{};
    for (std::size_t row = stop_words.size(); row-- > 0;)
        first[static_cast<std::size_t>(stop_words[row].word[0] - 'a')] = row;
    return first;
}();

// Counts `word` for each language that has it.
void count_word(std::string_view word, std::array<std::size_t, language_count>& hits) {
    if (word.empty() || word[0] < 'a' || word[0] > 'z') return;
    for (std::size_t row = first_stop_words[static_cast<std::size_t>(word[0] - 'a')];
         row < stop_words.size() && stop_words[row].word[0] == word[0]; ++row)
        if (stop_words[row].word == word) ++hits[stop_words[row].language];
}

// Fewer words than these decide nothing; more add nothing.
constexpr std::size_t min_words = 30, max_words = 1000;
// In running text of any of the languages one word in six or more is in its list; forms have fewer.
constexpr std::size_t min_share = 12;  // one word in so many

}  // namespace

Tekst find_language(std::string_view folded) {
    std::array<std::size_t, language_count> hits{};
    std::size_t words = 0;
    for (std::size_t at = 0; at < folded.size() && words < max_words; ++words) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        count_word(folded.substr(at, end - at), hits);
        at = end + 1;
    }
    const auto best = std::max_element(hits.begin(), hits.end());
    const auto others = static_cast<std::size_t>(
        std::count_if(hits.begin(), hits.end(), [&](std::size_t count) { return count * 2 > *best; }));
    if (words < min_words || *best * min_share < words || others != 1) return std::nullopt;
    return std::string(tags[static_cast<std::size_t>(best - hits.begin())]);
}

}  // namespace sop
