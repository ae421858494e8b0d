#include "ingest/pdf/words.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <limits>
#include <utility>
#include <vector>

#include "ingest/diagnostic.h"
#include "ingest/pdf/overhang.h"

namespace sop::pdf {
namespace {

// Of the first letter so much must be on the page, in points.
constexpr double seen_start = 2;

// Poppler has one error function for the process and calls it on the thread that reads.
thread_local std::size_t complaints_of_thread = 0;

// One page, one letter: enough to build Poppler's tables.
constexpr std::string_view tiny_document =
    "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    "4 0 obj<</Length 24>>stream\nBT /F 9 Tf 1 1 Td(a)Tj ET\nendstream endobj\n"
    "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
    "trailer<</Root 1 0 R>>\n";

std::unique_ptr<poppler::document> open(std::string_view bytes, const std::string& password) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return nullptr;
    return std::unique_ptr<poppler::document>(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size()), password, password));
}

// Poppler builds its global tables (1 to 4 ms) when a first document opens and drops them when the last one closes: one
// stays open as long as the process lives. Reading it also sets up statics that Poppler would otherwise set up in
// several threads at once.
void keep_poppler_warm() {
    // "used": a pointer that nobody reads is optimised away, and its document then counts as leaked.
    [[gnu::used]] static const poppler::document* const kept = [] {
        poppler::set_debug_error_function([](const std::string&, void*) { ++complaints_of_thread; }, nullptr);
        auto document = open(tiny_document, {});
        if (document) {
            const std::unique_ptr<poppler::page> page(document->create_page(0));
            if (page) page->text_list(0);
        }
        return document.release();
    }();
}

void append_utf8(std::string& out, char32_t code) {
    const auto add = [&out](char32_t byte) { out += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0 | code >> 6);
        add(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        add(0xE0 | code >> 12);
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    } else {
        add(0xF0 | code >> 18);
        add(0x80 | (code >> 12 & 0x3F));
        add(0x80 | (code >> 6 & 0x3F));
        add(0x80 | (code & 0x3F));
    }
}

// UTF-16 to UTF-8, a lone surrogate as U+FFFD; gives the number of characters. Poppler's own to_utf8() opens a
// converter of the C library for every word.
std::size_t append_utf16(std::string& out, const poppler::ustring& text) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i, ++characters) {
        char32_t code = text[i];
        if (code >= 0xD800 && code < 0xE000) {
            const bool is_pair = code < 0xDC00 && i + 1 < text.size() && (text[i + 1] & 0xFC00) == 0xDC00;
            code = is_pair ? 0x10000 + ((code & 0x3FF) << 10) + (text[++i] & 0x3FFu) : 0xFFFD;
        }
        append_utf8(out, code);
    }
    return characters;
}

// Where each character starts, in reading direction, and where the last one ends.
void read_edges(Word& word, const poppler::text_box& box, std::size_t characters) {
    word.edges.reserve(characters + 1);
    double end = 0;
    for (std::size_t i = 0; i < characters; ++i) {
        const poppler::rectf character = box.char_bbox(i);
        const double edges[4][2] = {{character.left(), character.right()},
                                    {character.top(), character.bottom()},
                                    {character.right(), character.left()},
                                    {character.bottom(), character.top()}};
        word.edges.push_back(edges[word.rotation][0]);
        end = edges[word.rotation][1];
    }
    word.edges.push_back(end);
}

// Its middle is seen, or where it starts: a line that runs off the page.
bool is_inside(const Page& page, const Word& word) {
    const Box& box = word.box;
    const auto is_seen = [&page](double x, double y) {
        return x >= 0 && x <= page.width && y >= 0 && y <= page.height;
    };
    const double x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
    const double start[4][2] = {{box.left + seen_start, y},
                                {x, box.top + seen_start},
                                {box.right - seen_start, y},
                                {x, box.bottom - seen_start}};
    return is_seen(x, y) || is_seen(start[word.rotation][0], start[word.rotation][1]);  // false for NaN
}

}  // namespace

struct TextReader::Source {
    std::string bytes;  // Poppler reads from them as long as the document lives
    std::unique_ptr<poppler::document> document;
    std::size_t complaints = 0;
};

TextReader::TextReader(std::string bytes, std::string_view password) : source_(std::make_unique<Source>()) {
    keep_poppler_warm();
    source_->bytes = std::move(bytes);
    const std::size_t before = complaints_of_thread;
    source_->document = open(source_->bytes, std::string(password));
    source_->complaints = complaints_of_thread - before;
    if (!source_->document) throw ConversionError(ErrorCode::damaged_package, {}, "de tekst kan niet worden gelezen");
    if (source_->document->is_locked()) throw ConversionError(ErrorCode::encrypted);
}

TextReader::~TextReader() = default;
TextReader::TextReader(TextReader&&) noexcept = default;
TextReader& TextReader::operator=(TextReader&&) noexcept = default;

bool TextReader::read(Page& page) {
    page.words.clear();
    if (page.is_skipped) return true;
    if (page.number < 1 || page.number > source_->document->pages()) return false;
    const std::size_t before = complaints_of_thread;
    const std::unique_ptr<poppler::page> source_page(source_->document->create_page(page.number - 1));
    if (source_page) {
        // Never with text_list_include_font: Poppler 22.12 follows a null pointer where text has no valid font.
        const std::vector<poppler::text_box> boxes = source_page->text_list(0);
        page.words.reserve(boxes.size());
        for (const poppler::text_box& box : boxes) {
            const poppler::rectf bounds = box.bbox();
            Word word;
            word.box = {bounds.left(), bounds.top(), bounds.right(), bounds.bottom()};
            word.rotation = box.rotation() & 3;
            if (!is_inside(page, word) && !is_overhanging(page, word.box)) continue;
            word.space_after = box.has_space_after();
            const std::size_t characters = append_utf16(word.text, box.text());
            if (characters == 0) continue;
            read_edges(word, box, characters);
            page.words.push_back(std::move(word));
        }
    }
    source_->complaints += complaints_of_thread - before;
    return source_page != nullptr;
}

std::optional<Picture> TextReader::render(const Page& page, double dpi) {
    if (page.is_skipped || page.number < 1 || page.number > source_->document->pages()) return {};
    const std::unique_ptr<poppler::page> source_page(source_->document->create_page(page.number - 1));
    if (!source_page) return {};
    poppler::page_renderer renderer;
    renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_rgb24);
    const poppler::image image = renderer.render_page(source_page.get(), dpi, dpi);
    if (!image.is_valid() || image.format() != poppler::image::format_rgb24) return {};
    Picture picture{static_cast<std::uint32_t>(image.width()), static_cast<std::uint32_t>(image.height()), {}};
    const std::size_t row = std::size_t{picture.width} * 3;
    picture.rgb.reserve(row * picture.height);
    for (int y = 0; y < image.height(); ++y)
        picture.rgb.append(image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row(), row);
    return picture;
}

std::size_t TextReader::complaints() const { return source_->complaints; }

}  // namespace sop::pdf
