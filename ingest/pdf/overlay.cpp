#include "ingest/pdf/overlay.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <initializer_list>
#include <map>
#include <string_view>
#include <utility>

#include "ingest/markup.h"
#include "ingest/pdf/png.h"
#include "ingest/pdf/turn.h"

namespace sop::pdf {
namespace {

constexpr double render_dpi = 90;            // text of 8 points can be read
constexpr double longest_side = 1400;        // pixels: larger pages are drawn smaller
constexpr std::size_t most_shapes = 12'000;  // of one kind on one page: browsers stop at some hundred thousand

enum Layer { words, lines, rulings, cells, headings, furniture, footnotes, boxes, tags, widgets, layer_count };

struct LayerLook {
    std::string_view id, name, color;
    bool is_shown;
};
constexpr std::array<LayerLook, layer_count> looks{{
    {"words", "woorden", "#1f77b4", false},
    {"lines", "regels en alinea's", "#2ca02c", true},
    {"rulings", "lijnen", "#ff7f0e", false},
    {"cells", "tabelcellen (rij, kolom)", "#d62728", true},
    {"headings", "koppen (niveau)", "#9467bd", true},
    {"furniture", "kop- en voetregels", "#7f7f7f", true},
    {"footnotes", "voetnoten", "#8c564b", true},
    {"boxes", "keuzevakjes en tekens", "#e377c2", true},
    {"tags", "structuur (tags)", "#17becf", false},
    {"widgets", "invoervelden", "#bcbd22", true},
}};

std::string number(double value) {
    if (!std::isfinite(value)) return "0";
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", std::clamp(value, -1e6, 1e6));
    return text.data();
}

Box around(const Box& a, const Box& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

// What is drawn over one page.
class Drawing {
public:
    explicit Drawing(const Page& page) : page_(&page) {}
    void add(Layer layer, const Box& seen, std::string_view tip, std::string_view label = {}) {
        if (++counts_[layer] > most_shapes) return;
        std::string& out = shapes_[layer];
        const Box box = as_shown(*page_, seen);
        out += "<rect x=\"" + number(box.left) + "\" y=\"" + number(box.top) + "\" width=\"" +
               number(std::max(0.5, box.right - box.left)) + "\" height=\"" +
               number(std::max(0.5, box.bottom - box.top)) + "\"><title>" + escape_markup(tip) + "</title></rect>";
        if (!label.empty())
            out += "<text x=\"" + number(box.left + 1) + "\" y=\"" + number(box.top + 6) + "\">" +
                   escape_markup(label) + "</text>";
    }

    std::string svg(const Box& page) const {
        std::string out = "<svg viewBox=\"0 0 " + number(page.right) + " " + number(page.bottom) + "\">";
        for (std::size_t i = 0; i < layer_count; ++i)
            if (!shapes_[i].empty()) out += "<g class=\"" + std::string(looks[i].id) + "\">" + shapes_[i] + "</g>";
        return out + "</svg>";
    }

private:
    const Page* page_;
    std::array<std::string, layer_count> shapes_;
    std::array<std::size_t, layer_count> counts_{};
};

class Overlay {
public:
    explicit Overlay(const Reading& reading) : reading_(reading) {
        for (std::size_t i = 0; i < std::min(reading.pages.size(), overlay_pages); ++i)
            drawings_.emplace_back(reading.pages[i]);
        for (std::size_t i = 0; i < drawings_.size(); ++i) add_page(reading.pages[i], reading.zones[i], drawings_[i]);
        add_items(reading.items);
        add_tags();
    }

    const std::vector<Drawing>& drawings() const { return drawings_; }

private:
    Drawing* at(int page) {
        const auto index = static_cast<std::size_t>(page);
        return page >= 0 && index < drawings_.size() ? &drawings_[index] : nullptr;
    }

    static void add_words(Drawing& drawing, Layer layer, const Page& page, const std::vector<WordIndex>& which,
                          std::string_view tip) {
        for (const WordIndex word : which)
            if (word < page.words.size()) drawing.add(layer, page.words[word].box, tip);
    }

    static void add_page(const Page& page, const Zones& zones, Drawing& drawing) {
        for (const Word& word : page.words) {
            drawing.add(words, word.box, word.text);
            if (word.text == "☐" || word.text == "☒") drawing.add(boxes, word.box, word.text, word.text);
        }
        for (const Mark& mark : page.marks) {
            constexpr std::array<std::string_view, 4> kinds{"bolletje", "vakje", "aangekruist vakje", "vinkje"};
            drawing.add(boxes, mark.box, kinds[static_cast<std::size_t>(mark.kind)]);
        }
        for (const Ruling& line : page.rulings) {
            const double half = line.width / 2;
            const Box box = line.is_horizontal ? Box{line.from, line.position - half, line.to, line.position + half}
                                               : Box{line.position - half, line.from, line.position + half, line.to};
            drawing.add(rulings, box, "lijn");
        }
        add_words(drawing, furniture, page, zones.header, "kopregel");
        add_words(drawing, furniture, page, zones.footer, "voetregel");
        for (const Footnote& note : zones.footnotes)
            add_words(drawing, footnotes, page, note.words, "voetnoot " + note.label);
        for (const Widget& widget : page.widgets)
            drawing.add(widgets, widget.box, widget.name + ": " + widget.value, widget.name);
    }

    void add_items(const std::vector<Item>& items) {
        for (const Item& item : items) {
            if (const auto* text = std::get_if<TextBlock>(&item.content)) add_text(*text);
            if (const auto* table = std::get_if<TableBlock>(&item.content)) add_table(*table);
        }
    }

    void add_text(const TextBlock& text) {
        std::string tip = text.heading > 0 ? "kop " + std::to_string(text.heading) : text.list ? "lijst" : "alinea";
        if (!text.role.empty()) tip += " (" + text.role + ")";
        bool is_first = true;
        for (const Line& line : text.lines) {
            const std::string label = is_first && text.heading > 0 ? std::to_string(text.heading) : "";
            if (Drawing* const drawing = at(line.page))
                drawing->add(text.heading > 0 ? headings : lines, line.box, tip, label);
            is_first = false;
        }
    }

    void add_table(const TableBlock& table) {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (const TableCell& cell : table.rows[row].cells) {
                const std::string place = std::to_string(row) + "," + std::to_string(cell.column);
                std::string tip = "cel " + place + (cell.is_header ? ", kop" : "");
                if (cell.row_span > 1) tip += ", " + std::to_string(cell.row_span) + " rijen";
                if (cell.column_span > 1) tip += ", " + std::to_string(cell.column_span) + " kolommen";
                if (Drawing* const drawing = at(cell.page)) drawing->add(cells, cell.box, tip, place);
                add_items(cell.items);
            }
        }
    }

    // Where the words of each element's own marked content stand.
    void add_tags() {
        std::vector<std::map<int, Box>> contents(drawings_.size());
        for (std::size_t i = 0; i < contents.size(); ++i) {
            for (const Word& word : reading_.pages[i].words) {
                if (word.mcid == no_mcid) continue;
                const auto [entry, is_new] = contents[i].try_emplace(word.mcid, word.box);
                if (!is_new) entry->second = around(entry->second, word.box);
            }
        }
        for (const Tag& tag : reading_.tags.tags) {
            for (const Tag::Content& content : tag.content) {
                const int index = content.page - 1;
                if (content.mcid == no_mcid || index < 0 || static_cast<std::size_t>(index) >= contents.size())
                    continue;
                const auto& boxes_of_page = contents[static_cast<std::size_t>(index)];
                if (const auto entry = boxes_of_page.find(content.mcid); entry != boxes_of_page.end())
                    drawings_[static_cast<std::size_t>(index)].add(tags, entry->second, tag.role, tag.role);
            }
        }
    }

    const Reading& reading_;
    std::vector<Drawing> drawings_;
};

std::string head() {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
        "'unsafe-inline'\">\n<title>sopconv: wat er gezien is</title>\n<style>\n"
        "body{font:14px sans-serif;background:#ddd;margin:0}\n"
        "nav{position:sticky;top:0;background:#fff;padding:6px;z-index:1}nav label{margin-right:12px}\n"
        "section{position:relative;background:#fff;margin:16px auto;box-shadow:0 0 4px #888}\n"
        "section img,section svg{position:absolute;left:0;top:0;width:100%;height:100%}\n"
        "h2{font-size:14px;text-align:center}p{text-align:center}\n"
        "rect{fill-opacity:.08;stroke-width:.6}text{font:5px sans-serif;stroke:none}\n";
    const auto add = [&out](std::initializer_list<std::string_view> pieces) {
        for (const std::string_view piece : pieces) out += piece;
    };
    for (const LayerLook& look : looks) {
        add({".", look.id, "{fill:", look.color, ";stroke:", look.color, "}label.", look.id, "{color:", look.color,
             "}\n"});
        add({"body:has(#", look.id, ":not(:checked)) g.", look.id, "{display:none}\n"});
    }
    out += "</style></head><body>\n<nav>";
    for (const LayerLook& look : looks) {
        add({"<label class=\"", look.id, "\"><input type=\"checkbox\" id=\"", look.id, "\""});
        add({look.is_shown ? " checked" : "", ">", escape_markup(look.name), "</label>"});
    }
    return out + "</nav>\n";
}

}  // namespace

std::string write_overlay(Reading& reading) {
    const Overlay overlay(reading);
    std::string out = head();
    for (std::size_t i = 0; i < overlay.drawings().size(); ++i) {
        const Page& page = reading.pages[i];
        const Box shown = as_shown(page, {0, 0, page.width, page.height});
        const double side = std::max({shown.right, shown.bottom, 1.0});
        const double dpi = std::min(render_dpi, longest_side * 72 / side);
        out += "<h2>Pagina " + std::to_string(page.number) + (page.is_skipped ? " (overgeslagen)" : "") +
               "</h2>\n<section style=\"width:" + number(shown.right * dpi / 72) +
               "px;height:" + number(shown.bottom * dpi / 72) + "px\">";
        if (const auto picture = reading.poppler ? reading.poppler->render(page, dpi) : std::nullopt)
            out += "<img alt=\"\" src=\"data:image/png;base64," +
                   base64(write_png(picture->rgb, picture->width, picture->height)) + "\">";
        out += overlay.drawings()[i].svg(shown) + "</section>\n";
    }
    if (reading.pages.size() > overlay.drawings().size())
        out += "<p>De overige " + std::to_string(reading.pages.size() - overlay.drawings().size()) +
               " pagina's zijn weggelaten.</p>\n";
    return out + "</body></html>\n";
}

}  // namespace sop::pdf
