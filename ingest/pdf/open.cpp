#include "ingest/pdf/open.h"

#include <unicode/unistr.h>
#include <unicode/usprep.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <qpdf/QUtil.hh>
#include <utility>
#include <vector>

#include "ingest/pdf/rebuild.h"
#include "ingest/pdf/tokens.h"

namespace sop::pdf {
namespace {

// Annex H, note 13: readers look for the header in the first kilobyte, and count offsets from there. It may come later,
// but before the first object: a PDF may hold another.
std::string_view from_header(std::string_view bytes) {
    constexpr std::size_t searched = 1024;
    std::size_t at = bytes.substr(0, searched).find("%PDF-");
    if (at == std::string_view::npos) at = bytes.substr(0, bytes.find(" obj")).find("%PDF-");
    return at == std::string_view::npos ? bytes : bytes.substr(at);
}

// 7.6.5: whether strings and streams are left as they are, and only embedded files are encrypted (/EFF).
bool is_for_attachments_only(std::string_view encryption) {
    Tokens tokens(encryption);
    if (tokens.next().kind != Token::Kind::dict_open) return false;
    int version = 0;
    for (Token key = tokens.next(); key.kind == Token::Kind::name; key = tokens.next()) {
        Tokens value(tokens.value());
        const Token token = value.next();
        if (key.text == "V") version = static_cast<int>(token.number);
        if ((key.text == "StmF" || key.text == "StrF") && token.text != "Identity") return false;
    }
    return version >= 4;
}

// The value of object "12 0" of "12 0 R"; "" where there is none.
std::string_view object_of(std::string_view bytes, std::string_view reference) {
    if (!reference.ends_with('R')) return reference;
    reference.remove_suffix(1);
    const std::string start = std::string(reference) + "obj";
    for (std::size_t at = bytes.find(start); at != std::string_view::npos; at = bytes.find(start, at + 1))
        if (at > 0 && is_space(bytes[at - 1])) return bytes.substr(at + start.size());
    return {};
}

// The file without its encryption where that concerns embedded files only: anyone may read it. Else "".
std::string without_attachment_encryption(std::string_view bytes) {
    constexpr std::string_view key = "/Encrypt";
    int left = 64;  // a trailer of each revision has one
    std::string text;
    for (std::size_t at = bytes.find(key); at != std::string_view::npos; at = bytes.find(key, at + 1)) {
        if (--left < 0) return {};
        const std::size_t behind = at + key.size();
        if (behind >= bytes.size() || is_regular(bytes[behind])) continue;  // /EncryptMetadata
        Tokens tokens(bytes, behind);
        const std::string_view value = tokens.value();
        if (!is_for_attachments_only(object_of(bytes, value))) return {};
        if (text.empty()) text = bytes;
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(at),
                  text.begin() + static_cast<std::ptrdiff_t>(tokens.position()), ' ');
    }
    return text;
}

std::size_t count(std::string_view bytes, std::string_view word, std::size_t limit) {
    std::size_t found = 0;
    for (std::size_t at = bytes.find(word); at != std::string_view::npos && found <= limit;
         at = bytes.find(word, at + word.size()))
        ++found;
    return found;
}

// The most objects that a table can list without its stream being decoded; each takes memory before it is read.
bool has_too_many_objects(std::string_view bytes, const PdfLimits& limits) {
    constexpr std::size_t shortest_object = 8;  // "1 0 obj\n"; a line of the table takes 20
    return (bytes.size() / shortest_object > limits.objects && count(bytes, " obj", limits.objects) > limits.objects) ||
           count(bytes, "trailer", limits.trailers) > limits.trailers;
}

bool has_too_long_objects(std::string_view bytes, const PdfLimits& limits) {
    if (bytes.size() <= limits.long_objects) return false;
    constexpr std::string_view start = " obj";
    std::size_t length = 0;
    for (std::size_t at = bytes.find(start); at != std::string_view::npos; at = bytes.find(start, at)) {
        at += start.size();
        Tokens tokens(bytes.substr(at, limits.long_objects + 1));
        tokens.value();
        if (tokens.position() > limits.long_object) length += tokens.position();
        if (length > limits.long_objects) return true;
        at += tokens.position();
    }
    return false;
}

std::unique_ptr<QPDF> open_quietly(std::string_view bytes, const std::string& password, bool with_repair) {
    auto qpdf = std::make_unique<QPDF>();
    qpdf->setSuppressWarnings(true);
    qpdf->setAttemptRecovery(with_repair);
    qpdf->processMemoryFile("", bytes.data(), bytes.size(), password.c_str());
    qpdf->setAttemptRecovery(true);  // of single streams, from here on
    return qpdf;
}

// `password` as 7.6.4.3.2 of ISO 32000-2 wants it (RFC 4013); unchanged where it is not allowed there.
std::string prepared(const std::string& password) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UStringPrepProfile, decltype(&usprep_close)> profile(
        usprep_openByType(USPREP_RFC4013_SASLPREP, &status), &usprep_close);
    if (U_FAILURE(status)) return password;
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(password);
    constexpr int growth = 18;  // characters that NFKC makes of one, at most
    icu::UnicodeString result;
    const std::int32_t capacity = growth * text.length() + 1;
    UParseError place;
    const std::int32_t length = usprep_prepare(profile.get(), text.getBuffer(), text.length(),
                                               result.getBuffer(capacity), capacity, USPREP_DEFAULT, &place, &status);
    result.releaseBuffer(U_SUCCESS(status) ? length : 0);
    std::string utf8;
    return U_SUCCESS(status) ? result.toUTF8String(utf8) : password;
}

// `password`, UTF-8, in all forms that a program may have encrypted with: Unicode, PDFDocEncoding (ISO 32000-1,
// 7.6.3.3) and what its system used.
std::vector<std::string> forms_of(std::string_view password) {
    std::vector<std::string> forms;
    const std::string typed(password);
    for (const std::string& text : {prepared(typed), typed})
        for (std::string& form : QUtil::possible_repaired_encodings(text))
            if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
    return forms;
}

std::unique_ptr<QPDF> open_with_any(std::string_view bytes, const std::vector<std::string>& passwords,
                                    bool with_repair) {
    for (auto password = passwords.begin(); password + 1 != passwords.end(); ++password) {
        try {
            return open_quietly(bytes, *password, with_repair);
        } catch (const QPDFExc& error) {
            if (error.getErrorCode() != qpdf_e_password) throw;
        }
    }
    return open_quietly(bytes, passwords.back(), with_repair);
}

// Whether the file was cut off in a stream: what is there of it is not found without an end.
bool ends_in_stream(std::string_view bytes) {
    constexpr std::string_view keyword = "stream";
    const std::size_t at = bytes.rfind(keyword);
    if (at == std::string_view::npos) return false;
    std::string_view before = bytes.substr(0, at);
    while (!before.empty() && is_space(before.back())) before.remove_suffix(1);
    return before.ends_with(">>");
}

// Opens file.bytes by all means.
void open(OpenedFile& file, std::string_view password, const PdfLimits& limits) {
    if (has_too_many_objects(file.bytes, limits) || has_too_long_objects(file.bytes, limits))
        throw ConversionError(ErrorCode::over_limit, {}, "objecten");
    bool was_opened = false;
    const std::vector<std::string> passwords = forms_of(password);
    const auto attempt = [&](bool with_repair) {
        try {
            file.tree = {};
            file.qpdf = open_with_any(file.bytes, passwords, with_repair);
            was_opened = true;
            file.tree = read_page_tree(get(file.qpdf->getRoot(), "/Pages"), limits);
            return !file.tree.pages.empty();
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
    if (attempt(false)) return;
    file.is_damaged = true;
    if (ends_in_stream(file.bytes)) {
        file.rebuilt.assign(file.bytes).append("\nendstream\nendobj\n");
        file.bytes = file.rebuilt;
    }
    if (attempt(true)) return;
    file.rebuilt = rebuild(file.bytes, limits);
    file.bytes = file.rebuilt;
    if (!file.rebuilt.empty() && attempt(true)) return;
    throw ConversionError(was_opened ? ErrorCode::no_pages : ErrorCode::damaged_package);
}

}  // namespace

std::unique_ptr<OpenedFile> open_file(std::string_view bytes, std::string_view password, const PdfLimits& limits) {
    auto file = std::make_unique<OpenedFile>();
    file->bytes = from_header(bytes);
    try {
        open(*file, password, limits);
    } catch (const ConversionError& error) {
        if (error.code() != ErrorCode::encrypted) throw;
        std::string readable = without_attachment_encryption(file->bytes);
        if (readable.empty()) throw;
        file = std::make_unique<OpenedFile>();
        file->rebuilt = std::move(readable);
        file->bytes = file->rebuilt;
        open(*file, {}, limits);
    }
    return file;
}

}  // namespace sop::pdf
