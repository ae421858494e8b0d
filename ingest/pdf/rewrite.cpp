#include "ingest/pdf/rewrite.h"

#include <array>
#include <cstdio>

#include "ingest/pdf/qpdf.h"
#include "ingest/pdf/tokens.h"

namespace sop::pdf {
namespace {

// All that Poppler reads of a catalog when it opens a file or shows a page, and that is safe to read.
constexpr std::array safe_keys{"/Pages", "/OCProperties", "/Version"};

bool is_safe_key(const std::string& key) {
    return key == "/Type" || std::find(safe_keys.begin(), safe_keys.end(), key) != safe_keys.end();
}

// The offset behind the last "startxref" (7.5.5).
std::optional<std::size_t> last_table(std::string_view bytes) {
    constexpr std::string_view keyword = "startxref";
    const std::size_t at = bytes.rfind(keyword);
    if (at == std::string_view::npos) return {};
    Tokens tokens(bytes, at + keyword.size());
    const Token offset = tokens.next();
    if (offset.kind != Token::Kind::number || offset.number < 0) return {};
    const auto place = static_cast<std::size_t>(offset.number);
    if (place >= bytes.size()) return {};
    return place + static_cast<std::size_t>(
                       std::find_if_not(bytes.begin() + static_cast<std::ptrdiff_t>(place), bytes.end(), is_space) -
                       (bytes.begin() + static_cast<std::ptrdiff_t>(place)));
}

// An offset of four bytes, high byte first.
std::string four_bytes(std::size_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xFF);
    return bytes;
}

// The file and a new revision of its catalog. The table that lists it is of the kind that the file has: Poppler takes
// a table of the other kind for damage as soon as an object is missing.
std::string updated(std::string_view bytes, Object catalog, const Object& trailer, std::size_t table) {
    const QPDFObjGen id = catalog.getObjGen();
    std::string text;
    text.reserve(bytes.size() + 1024);
    text = bytes;
    text += '\n';
    const std::size_t place = text.size();
    text += id.unparse(' ') + " obj\n<< /Type /Catalog";
    for (const char* key : safe_keys)
        if (catalog.hasKey(key)) text.append(" ").append(key).append(" ").append(catalog.getKey(key).unparse());
    text += " >>\nendobj\n";

    const std::size_t new_table = text.size();
    const int table_id = std::max(int_of(get(trailer, "/Size"), 0), id.getObj() + 1);
    const std::string entries = " /Root " + id.unparse(' ') + " R /Prev " + std::to_string(table);
    if (bytes.substr(table).starts_with("xref")) {
        std::array<char, 32> entry{};
        std::snprintf(entry.data(), entry.size(), "%010zu %05d n \n", place, id.getGen());
        text += "xref\n" + std::to_string(id.getObj()) + " 1\n" + entry.data() + "trailer\n<< /Size " +
                std::to_string(table_id) + entries + " >>\n";
    } else {  // 7.5.8: type 1, offset, generation
        text += std::to_string(table_id) + " 0 obj\n<< /Type /XRef /Size " + std::to_string(table_id + 1) + entries +
                " /W [1 4 1] /Index [" + std::to_string(id.getObj()) + " 1 " + std::to_string(table_id) +
                " 1] /Length 12 >>\nstream\n\x01" + four_bytes(place) + static_cast<char>(id.getGen()) + '\x01' +
                four_bytes(new_table) + '\0' + "\nendstream\nendobj\n";
    }
    return text + "startxref\n" + std::to_string(new_table) + "\n%%EOF\n";
}

// The pages as one flat list, each with what it inherited.
void flatten(OpenedFile& file) {
    QPDF& qpdf = *file.qpdf;
    Object pages = qpdf.makeIndirectObject(Object::parse("<< /Type /Pages >>"));
    Object kids = Object::newArray();
    for (const PageNode& node : file.tree.pages) {
        Object page = node.object;
        if (!page.isIndirect()) page = qpdf.makeIndirectObject(page);
        const auto set_box = [&](const char* key, const Rectangle& box) {
            page.replaceKey(key,
                            Object::newArray(QPDFObjectHandle::Rectangle(box.left, box.bottom, box.right, box.top)));
        };
        set_box("/MediaBox", node.media_box);
        set_box("/CropBox", node.crop_box);
        page.replaceKey("/Rotate", Object::newInteger(node.rotation * 90));
        if (Object resources = node.resources; !resources.isNull()) page.replaceKey("/Resources", resources);
        page.replaceKey("/Type", Object::newName("/Page"));
        page.replaceKey("/Parent", pages);
        kids.appendItem(page);
    }
    pages.replaceKey("/Kids", kids);
    pages.replaceKey("/Count", Object::newInteger(size_of(kids)));

    Object catalog = qpdf.getRoot();
    for (const std::string& key : catalog.getKeys())
        if (!is_safe_key(key)) catalog.removeKey(key);
    catalog.replaceKey("/Pages", pages);
    Object trailer = qpdf.getTrailer();
    trailer.removeKey("/Info");
}

std::string rewritten(OpenedFile& file) {
    flatten(file);
    QPDFWriter writer(*file.qpdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setPreserveEncryption(false);
    writer.setStaticID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::string for_poppler(OpenedFile& file, bool is_encrypted) {
    Object catalog = file.qpdf->getRoot(), trailer = file.qpdf->getTrailer();
    const auto table = last_table(file.bytes);
    if (is_encrypted || file.is_damaged || !file.tree.is_regular || !table || !catalog.isIndirect())
        return rewritten(file);
    bool is_safe = true;
    for (const std::string& key : catalog.getKeys()) is_safe = is_safe && is_safe_key(key);
    return is_safe ? std::string(file.bytes) : updated(file.bytes, catalog, trailer, *table);
}

}  // namespace sop::pdf
