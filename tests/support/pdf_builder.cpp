#include "tests/support/pdf_builder.h"

#include <cstdio>

#include "tests/support/zip_builder.h"

namespace sop::test {
namespace {

std::string number(std::size_t value, const char* format) {
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string big_endian(std::size_t value, int bytes) {
    std::string text;
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) text += static_cast<char>(value >> shift & 0xFF);
    return text;
}

}  // namespace

std::string reference(int number) { return std::to_string(number) + " 0 R"; }

std::string stream_body(std::string_view data, const std::string& entries) {
    return "<< /Length " + std::to_string(data.size()) + " " + entries + " >>\nstream\n" + std::string(data) +
           "\nendstream";
}

std::string zlib(std::string_view data, std::size_t times) { return "\x78\x9C" + deflate(data, times); }

int PdfBuilder::add(std::string body) {
    objects_.push_back(std::move(body));
    return static_cast<int>(objects_.size());
}

int PdfBuilder::add_stream(std::string_view data, const std::string& entries) {
    return add(stream_body(data, entries));
}

std::string PdfBuilder::build(int root, const std::string& trailer) const {
    std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", table;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
        table += number(file.size(), "%010zu 00000 n \n");
        file += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects_.size() + 1), start = std::to_string(file.size());
    return file + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " + size + " /Root " +
           reference(root) + " " + trailer + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string PdfBuilder::build_compressed(int root) const {
    const std::size_t container = objects_.size() + 1, table_id = objects_.size() + 2;
    std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", header, inside, table = std::string(6, '\0');
    std::size_t count = 0;
    for (std::size_t i = 0; i < objects_.size(); ++i) {
        if (objects_[i].find("\nstream\n") != std::string::npos) {
            table += '\x01' + big_endian(file.size(), 4) + '\0';
            file += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
        } else {
            table += '\x02' + big_endian(container, 4) + static_cast<char>(count++);
            header += std::to_string(i + 1) + " " + std::to_string(inside.size()) + " ";
            inside += objects_[i] + "\n";
        }
    }
    table += '\x01' + big_endian(file.size(), 4) + '\0';
    file += std::to_string(container) + " 0 obj\n" +
            stream_body(zlib(header + inside), "/Type /ObjStm /Filter /FlateDecode /N " + std::to_string(count) +
                                                   " /First " + std::to_string(header.size())) +
            "\nendobj\n";
    const std::string start = std::to_string(file.size());
    table += '\x01' + big_endian(file.size(), 4) + '\0';
    file += std::to_string(table_id) + " 0 obj\n" +
            stream_body(table,
                        "/Type /XRef /W [1 4 1] /Size " + std::to_string(table_id + 1) + " /Root " + reference(root)) +
            "\nendobj\n";
    return file + "startxref\n" + start + "\n%%EOF\n";
}

std::string pdf(const std::vector<PdfPage>& pages, const std::vector<std::string>& objects,
                const std::string& catalog) {
    PdfBuilder builder;
    builder.add("<< /Type /Catalog /Pages 2 0 R " + catalog + " >>");
    const int tree = builder.reserve();
    builder.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    for (const std::string& object : objects) builder.add(object);
    std::string kids;
    for (const PdfPage& page : pages) {
        const int content = builder.add_stream(page.content);
        kids += reference(builder.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " +
                                      reference(content) + " /Resources << /Font << /F1 3 0 R >> " + page.resources +
                                      " >> " + page.entries + " >>")) +
                " ";
    }
    builder.set(tree, "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
    return builder.build(1);
}

std::string pdf(const std::string& content) { return pdf({PdfPage{content, {}, {}}}); }

}  // namespace sop::test
