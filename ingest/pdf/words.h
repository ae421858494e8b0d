// Words of a page by Poppler.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// A page as a picture: rows from the top, three bytes a pixel.
struct Picture {
    std::uint32_t width = 0, height = 0;
    std::string rgb;
};

// One document at Poppler, for one thread; several readers in several threads are fine.
class TextReader {
public:
    // `bytes` as PdfFile::poppler_bytes() gives them. Throws ConversionError where Poppler cannot open them: encrypted
    // with another password, or damaged.
    explicit TextReader(std::string bytes, std::string_view password = {});
    ~TextReader();
    TextReader(TextReader&&) noexcept;
    TextReader& operator=(TextReader&&) noexcept;

    // Fills page.words with what stands inside the page as shown, or runs off it (overhang.h), in no order that means
    // anything: text, box, edges, rotation, space_after; the rest is join_runs' work. A skipped page stays without
    // words, and so does one that Poppler does not have: false.
    //
    // Poppler's time grows with the square of the words (20,000: 2 s; 40,000: 11 s): the scan skips pages over
    // PdfLimits::page_words before this is called.
    bool read(Page& page);

    // The page as shown, without its form fields. Absent for a skipped page and where Poppler gives up.
    std::optional<Picture> render(const Page& page, double dpi);

    // What Poppler complained about so far, opening included: a sign of damage, never shown.
    std::size_t complaints() const;

private:
    struct Source;
    std::unique_ptr<Source> source_;
};

}  // namespace sop::pdf
