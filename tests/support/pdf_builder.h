// Builds PDFs in memory, honest ones and ones that lie, so that a test shows content and what comes of it on one page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sop::test {

// Objects by number, from 1; written with a cross-reference table.
class PdfBuilder {
public:
    // Bodies are what stands between "obj" and "endobj".
    int add(std::string body);
    // `entries` are those of the stream's dictionary but /Length.
    int add_stream(std::string_view data, const std::string& entries = {});
    // A number for an object that refers to later ones.
    int reserve() { return add("null"); }
    void set(int number, std::string body) { objects_[static_cast<std::size_t>(number) - 1] = std::move(body); }

    // `trailer` is added to the trailer's entries.
    std::string build(int root, const std::string& trailer = {}) const;
    // The same with all objects that are no streams in an object stream (ISO 32000-1, 7.5.7).
    std::string build_compressed(int root) const;

private:
    std::vector<std::string> objects_;
};

std::string reference(int number);  // "12 0 R"

// What a page is made of; all but the content may stay empty.
struct PdfPage {
    std::string content;
    std::string entries;    // more entries of the page
    std::string resources;  // more entries of its resources; /F1 is Helvetica
};

// Pages of 595 x 842 points. Objects from `first_free` on are `objects`, for the entries to refer to; `catalog` is
// added to the catalog.
inline constexpr int first_free = 4;
std::string pdf(const std::vector<PdfPage>& pages, const std::vector<std::string>& objects = {},
                const std::string& catalog = {});
std::string pdf(const std::string& content);

// The body of a stream object.
std::string stream_body(std::string_view data, const std::string& entries = {});

// A zlib stream of `data` repeated; small and quick however often.
std::string zlib(std::string_view data, std::size_t times = 1);

}  // namespace sop::test
