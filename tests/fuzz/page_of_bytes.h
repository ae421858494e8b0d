// Any bytes as a page: words, lines, fills, clips, images and marks where no program would have put them. What the
// layout works on is always like this: the readers before it keep to the ranges, not to sense.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ingest/pdf/page.h"

namespace sop::fuzz {

// Seven bytes an item: kind, left, top, width, height, look, character. Coordinates in steps of 4 points over A4, so
// that edges meet often.
inline pdf::Page page_of_bytes(const std::uint8_t* data, std::size_t size, int number = 1) {
    constexpr std::size_t item_bytes = 7, most_items = 4'000;
    constexpr double step = 4, fine = 0.5;
    pdf::Page page;
    page.number = number;
    page.width = 595;
    page.height = 842;
    page.fonts = {{.name = "Arial"}, {.name = "Arial-Bold", .bold = true}, {.name = "Wingdings", .is_symbol = true}};
    for (std::size_t at = 0, items = 0; at + item_bytes <= size && items < most_items; at += item_bytes, ++items) {
        const std::uint8_t* b = data + at;
        const double left = b[1] * step, top = b[2] * step;
        const Box box{left, top, left + b[3] * fine, top + b[4] * fine};
        const int mcid = b[5] % 16 == 0 ? pdf::no_mcid : b[5] % 16;
        switch (b[0] % 8) {
            case 0:
                page.rulings.push_back({.is_horizontal = b[5] % 2 == 0,
                                        .position = b[5] % 2 == 0 ? top : left,
                                        .from = b[5] % 2 == 0 ? left : top,
                                        .to = (b[5] % 2 == 0 ? left : top) + b[3] * step,
                                        .width = b[4] * 0.05,
                                        .color = b[6] * 0x10101u,
                                        .source = static_cast<pdf::Ruling::Source>(b[5] / 2 % 5)});
                break;
            case 1:
                page.fills.push_back({{left, top, left + b[3] * step, top + b[4] * step}, b[6] * 0x10101u});
                break;
            case 2:
                page.clips.push_back({left, top, left + b[3] * step, top + b[4] * step});
                break;
            case 3:
                page.images.push_back({box, mcid, b[5] >= 128});
                break;
            case 4:
                page.marks.push_back({static_cast<pdf::Mark::Kind>(b[5] % 3), box});
                break;
            default: {
                static const char* const texts[] = {"woord", "•",     "1.",    "☐",  "☒",     "-", "Pagina", "2",
                                                    "a)",    "afge-", "Naam:", "12", ".....", "*", "\u00AD", "é"};
                pdf::Word word;
                word.text = texts[b[6] % 16];
                word.box = box;
                word.size = b[4] * fine / 1.2;
                word.font = b[5] % 4 - 1;
                word.rotation = b[0] / 8 % 16 == 0 ? b[6] / 16 % 4 : 0;
                word.mcid = mcid;
                word.is_artifact = b[5] >= 240;
                word.space_after = b[6] >= 128;
                word.is_raised = b[0] >= 250;
                page.words.push_back(word);
            }
        }
    }
    return page;
}

}  // namespace sop::fuzz
