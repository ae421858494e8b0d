// A page's content streams, run as far as place and look of what they paint goes (ISO 32000-1, 8 and 9). The tokenizer
// is ours: QPDF's costs as much as all of pdftotext.
#pragma once

#include <memory>
#include <string_view>

#include "ingest/pdf/page.h"
#include "ingest/pdf/resources.h"
#include "ingest/pdf/shapes.h"

namespace sop::pdf {

// What is taken from a stream.
enum class Take { all, text_only, nothing };

// Paints onto one page. Throws PageOverLimit; what is wrong in a stream is passed over.
class ContentReader {
public:
    // `to_page` leads from the page's own coordinates to the page as shown. All references stay.
    ContentReader(SharedResources& shared, const Matrix& to_page, Page& page, Shapes& shapes);
    ~ContentReader();
    ContentReader(const ContentReader&) = delete;
    ContentReader& operator=(const ContentReader&) = delete;

    void read(std::string_view content, Resources& resources);
    // A form painted on top of the page, moved by `matrix` first: the appearance of an annotation (12.5.5).
    void read_form(const Form& form, const Matrix& matrix, Resources& resources, Take take);

private:
    class Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace sop::pdf
