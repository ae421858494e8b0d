#include "ingest/pdf/rewrite.h"

#include <array>
#include <cstdio>
#include <qpdf/QPDFWriter.hh>

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
    return place < bytes.size() ? std::optional(place) : std::nullopt;
}

std::string updated(std::string_view bytes, Object catalog, Object trailer, std::size_t table) {
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
    std::array<char, 32> entry{};
    std::snprintf(entry.data(), entry.size(), "%010zu %05d n \n", place, id.getGen());
    const int size = std::max(int_of(get(trailer, "/Size"), 0), id.getObj() + 1);
    text += "xref\n" + std::to_string(id.getObj()) + " 1\n" + entry.data();
    text +=
        "trailer\n<< /Size " + std::to_string(size) + " /Root " + id.unparse(' ') + " R /Prev " + std::to_string(table);
    return text + " >>\nstartxref\n" + std::to_string(new_table) + "\n%%EOF\n";
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
