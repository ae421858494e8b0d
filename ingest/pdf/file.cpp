#include "ingest/pdf/file.h"

#include <algorithm>
#include <new>

#include "ingest/pdf/attachments.h"
#include "ingest/pdf/filters.h"
#include "ingest/pdf/metadata.h"
#include "ingest/pdf/open.h"
#include "ingest/pdf/resources.h"
#include "ingest/pdf/rewrite.h"
#include "ingest/pdf/scan.h"
#include "ingest/pdf/tags.h"

namespace sop::pdf {
namespace {

void warn(std::vector<Diagnostic>& diagnostics, const char* code, const char* message) {
    add_diagnostic(diagnostics, {code, Severity::warning, message, {}, 1});
}

// QPDF's and the standard library's exceptions are errors of the file; ours say what is wrong by themselves.
template <class Work>
auto guarded(Work work) {
    try {
        return work();
    } catch (const ConversionError&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        throw ConversionError(ErrorCode::damaged_package);
    }
}

}  // namespace

struct PdfFile::Source {
    explicit Source(const PdfLimits& pdf_limits) : limits(pdf_limits), opening(pdf_limits) {}

    PdfLimits limits;
    DecodeBudget opening;  // until `shared` is there
    std::unique_ptr<OpenedFile> file;
    Object catalog;
    bool is_encrypted = false;
    Metadata metadata;
    std::vector<EmbeddedFile> embedded;
    std::vector<Attachment> attachments;
    std::unique_ptr<SharedResources> shared;

    void open(std::string_view bytes, std::string_view password, std::vector<Diagnostic>& diagnostics);
    void report(std::vector<Diagnostic>& diagnostics);
};

void PdfFile::Source::open(std::string_view bytes, std::string_view password, std::vector<Diagnostic>& diagnostics) {
    if (bytes.size() > limits.file_bytes) throw ConversionError(ErrorCode::over_limit, {}, "bestand");
    register_filters();
    const BudgetScope scope(opening);
    file = open_file(bytes, password, limits);
    // A copy: what is written for Poppler has another one.
    catalog = file->qpdf->getRoot().shallowCopy();
    is_encrypted = file->qpdf->isEncrypted();
    metadata =
        read_metadata(get(file->qpdf->getTrailer(), "/Info"), catalog, static_cast<int>(file->tree.pages.size()));
    embedded = find_embedded_files(catalog, limits);
    for (const EmbeddedFile& embedded_file : embedded) attachments.push_back({embedded_file.name});
    shared = std::make_unique<SharedResources>(limits, catalog);
    shared->budget.remaining = opening.remaining;
    report(diagnostics);
}

void PdfFile::Source::report(std::vector<Diagnostic>& diagnostics) {
    if (file->is_damaged)
        warn(diagnostics, "BESCHADIGD_PDF", "Het PDF-bestand is beschadigd en is gelezen voor zover dat kan.");
    if (file->tree.is_over_limit)
        warn(diagnostics, "PAGINA_OVERGESLAGEN",
             "Het PDF-bestand heeft meer pagina's dan de grens toelaat; de overige zijn overgeslagen.");
    if (Object xfa = get(get(catalog, "/AcroForm"), "/XFA"); !xfa.isNull())
        warn(diagnostics, "XFA_NIET_ONDERSTEUND",
             "Het PDF-bestand is een XFA-formulier; alleen wat in gewone velden en op de pagina's staat is gelezen.");
    if (!attachments.empty())
        warn(diagnostics, "BIJLAGEN", "Het PDF-bestand bevat bijlagen; die staan niet in dit record.");
}

PdfFile::PdfFile(std::string_view bytes, std::string_view password, const PdfLimits& limits,
                 std::vector<Diagnostic>& diagnostics)
    : source_(std::make_unique<Source>(limits)) {
    guarded([&] { source_->open(bytes, password, diagnostics); });
}

PdfFile::~PdfFile() = default;
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;

int PdfFile::page_count() const { return static_cast<int>(source_->file->tree.pages.size()); }
const Metadata& PdfFile::metadata() const { return source_->metadata; }
bool PdfFile::is_tagged() const { return Object(get(source_->catalog, "/StructTreeRoot")).isDictionary(); }
const std::vector<Attachment>& PdfFile::attachments() const { return source_->attachments; }

Page PdfFile::scan(int index, std::vector<Diagnostic>& diagnostics) {
    const BudgetScope scope(source_->shared->budget);
    Page page = scan_page(source_->file->tree.pages.at(static_cast<std::size_t>(index)), index + 1, *source_->shared,
                          diagnostics);
    source_->file->qpdf->getWarnings();  // lets go of them: a bad page has half a million
    return page;
}

Tags PdfFile::tags(std::vector<Diagnostic>& diagnostics) {
    const BudgetScope scope(source_->shared->budget);
    try {
        return read_tags(*source_->file, source_->catalog, source_->limits, source_->is_encrypted, diagnostics);
    } catch (const ConversionError&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {  // damage that QPDF does not survive: the pages are read without it
        warn(diagnostics, "STRUCTUUR_OVERGESLAGEN",
             "De structuur in het PDF-bestand is beschadigd; het bestand is zonder die structuur gelezen.");
        return {};
    }
}

void PdfFile::widen(int index, double points) {
    PageTree& tree = source_->file->tree;
    PageNode& node = tree.pages.at(static_cast<std::size_t>(index));
    if (node.rotation != 0) return;
    node.crop_box.right += points;
    node.media_box.right = std::max(node.media_box.right, node.crop_box.right);
    tree.is_regular = false;  // written anew
}

std::string PdfFile::poppler_bytes() {
    const BudgetScope scope(source_->shared->budget);
    return guarded([&] { return for_poppler(*source_->file, source_->is_encrypted); });
}

std::optional<std::string> PdfFile::attachment_bytes(std::size_t index) {
    if (index >= source_->embedded.size()) return {};
    DecodeBudget budget(source_->limits);
    const BudgetScope scope(budget);
    Decoded decoded = decode(source_->embedded[index].stream, source_->limits.file_bytes);
    if (decoded.over_limit || !decoded.is_readable) return {};
    return std::move(decoded.bytes);
}

}  // namespace sop::pdf
