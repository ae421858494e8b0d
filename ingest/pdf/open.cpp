#include "ingest/pdf/open.h"

#include <new>

#include "ingest/pdf/rebuild.h"

namespace sop::pdf {
namespace {

// Annex H, note 13: readers look for the header in the first kilobyte, and count offsets from there.
std::string_view from_header(std::string_view bytes) {
    constexpr std::size_t searched = 1024;
    const std::size_t at = bytes.substr(0, searched).find("%PDF-");
    return at == std::string_view::npos ? bytes : bytes.substr(at);
}

// The most objects that a table can list without its stream being decoded; each takes memory before it is read.
bool has_too_many_objects(std::string_view bytes, std::size_t limit) {
    constexpr std::size_t shortest_object = 8;  // "1 0 obj\n"; a line of the table takes 20
    if (bytes.size() / shortest_object <= limit) return false;
    std::size_t count = 0;
    for (std::size_t at = bytes.find(" obj"); at != std::string_view::npos && count <= limit;
         at = bytes.find(" obj", at + 4))
        ++count;
    return count > limit;
}

std::unique_ptr<QPDF> open_quietly(std::string_view bytes, const std::string& password, bool with_repair) {
    auto qpdf = std::make_unique<QPDF>();
    qpdf->setSuppressWarnings(true);
    qpdf->setAttemptRecovery(with_repair);
    qpdf->processMemoryFile("", bytes.data(), bytes.size(), password.c_str());
    qpdf->setAttemptRecovery(true);  // of single streams, from here on
    return qpdf;
}

}  // namespace

std::unique_ptr<OpenedFile> open_file(std::string_view bytes, std::string_view password, const PdfLimits& limits) {
    auto file = std::make_unique<OpenedFile>();
    file->bytes = from_header(bytes);
    if (has_too_many_objects(file->bytes, limits.objects)) throw ConversionError(ErrorCode::over_limit, {}, "objecten");
    bool was_opened = false;
    const auto attempt = [&](bool with_repair) {
        try {
            file->tree = {};
            file->qpdf = open_quietly(file->bytes, std::string(password), with_repair);
            was_opened = true;
            file->tree = read_page_tree(get(file->qpdf->getRoot(), "/Pages"), limits);
            return !file->tree.pages.empty();
        } catch (const std::bad_alloc&) {
            throw;
        } catch (const QPDFExc& error) {
            if (error.getErrorCode() == qpdf_e_password)
                throw ConversionError(ErrorCode::encrypted, {}, password.empty() ? "" : "het wachtwoord past niet");
            if (error.getErrorCode() == qpdf_e_unsupported)  // certificates, encryption of a later standard
                throw ConversionError(ErrorCode::encrypted, {}, "met een beveiliging die niet gelezen wordt");
        } catch (const std::exception&) {
        }
        return false;
    };
    if (attempt(false)) return file;
    file->is_damaged = true;
    if (attempt(true)) return file;
    file->rebuilt = rebuild(file->bytes, limits);
    file->bytes = file->rebuilt;
    if (!file->rebuilt.empty() && attempt(true)) return file;
    throw ConversionError(was_opened ? ErrorCode::no_pages : ErrorCode::damaged_package);
}

}  // namespace sop::pdf
