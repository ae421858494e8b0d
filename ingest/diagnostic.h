// What went wrong and where: errors that end a conversion, diagnostics that do not.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

// Points from the top left of the page as shown.
struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
    bool operator==(const Box&) const = default;
};

// A cell's place in a table: the table's ordinal from 1, row and column of the grid from 0.
struct CellPlace {
    int table = 0, row = 0, column = 0;
    bool operator==(const CellPlace&) const = default;
};

// Where in the source something stood. What a format cannot say is empty.
struct Origin {
    int page = 0;                   // PDF, from 1; 0: no page known
    std::optional<Box> box;         // PDF
    std::optional<CellPlace> cell;  // innermost table cell
    std::string path;               // DOCX: "body/tbl[2]/tr[2]/tc[2]/p[1]", "header1/p[1]"
    bool operator==(const Origin&) const = default;
};

enum class Severity { info, warning, error };

// Something odd that did not stop the conversion. `code` is stable, `message` a Dutch sentence that quotes no content.
struct Diagnostic {
    std::string code;
    Severity severity = Severity::warning;
    std::string message;
    Origin origin;  // of the first occurrence
    int count = 1;
    bool operator==(const Diagnostic&) const = default;
};

// Adds `diagnostic`, or raises the count of the one that has the same code and message already.
void add_diagnostic(std::vector<Diagnostic>& diagnostics, Diagnostic diagnostic);

// Why a source cannot be converted. The closed list of codes with their Dutch sentences is `error_table` in
// diagnostic.cpp.
enum class ErrorCode {
    empty_file,          // LEEG_BESTAND
    unknown_format,      // ONBEKEND_FORMAAT: neither a zip package nor another signature we read
    legacy_doc,          // OUD_WORD_FORMAAT: CFB with a WordDocument stream
    encrypted,           // VERSLEUTELD: CFB with EncryptedPackage, encrypted zip entries, PDF with a password
    unsupported_format,  // NIET_ONDERSTEUND: a format we know and do not read (ODT, XLSX, RTF)
    damaged_package,     // BESCHADIGD_PAKKET: truncated, inconsistent, CRC error
    ambiguous_package,   // DUBBELZINNIG_PAKKET: duplicate or colliding names of a part that is used, overlapping data
    no_main_part,        // GEEN_HOOFDDEEL: a package without a Word main part
    damaged_part,        // BESCHADIGD_DEEL: XML that is not well formed
    invalid_encoding,    // ONGELDIGE_CODERING: bytes that are not the encoding they claim
    doctype,             // DOCTYPE_GEWEIGERD
    no_pages,            // GEEN_PAGINAS: a PDF in which no page can be found
    over_limit,          // GRENS_OVERSCHREDEN: a limit of limits.h
    read_error,          // LEESFOUT: the file system said no
    write_error,         // SCHRIJFFOUT: the record could not be written
    move_error,          // VERPLAATSFOUT: a file could not be taken from one folder to another
    cpu_limit,           // REKENTIJD_OP: reading took more processor time than a file may
    wall_limit,          // WACHTTIJD_OP: reading did not end
    memory_limit,        // GEHEUGEN_OP: reading took more memory than a file may
    output_limit,        // UITVOER_TE_GROOT: the record is larger than any record
    policy_violation,    // VERBODEN_HANDELING: reading tried what no reader does; the file is an attack
    crash,               // VASTGELOPEN: the process that read the file broke down
    invalid_result,      // ONGELDIG_RESULTAAT: what that process gave is no record
    internal,            // INTERNE_FOUT: caught at the top; ours to mend
};

// Stable upper-case code ("OUD_WORD_FORMAAT").
std::string_view code_of(ErrorCode code);
// The error that has this code; absent where none has.
std::optional<ErrorCode> find_error(std::string_view code);

// Ends the conversion of one source. what() is a Dutch sentence for the administrator: what is wrong and what to do;
// it names the part or page, never document content.
class ConversionError : public std::runtime_error {
public:
    // `detail` (may be "") is added between parentheses, `where` is a part name or page ("word/document.xml", "").
    explicit ConversionError(ErrorCode code, std::string_view where = {}, std::string_view detail = {});
    ErrorCode code() const { return code_; }
    const std::string& where() const { return where_; }

private:
    ErrorCode code_;
    std::string where_;
};

}  // namespace sop
