// Compound files ([MS-CFB]): the container of Word documents before 2007, and of newer ones that have a password.
#pragma once

#include <string_view>

namespace sop::docx {

bool is_compound_file(std::string_view bytes);

// Throws the ConversionError that says what the compound file is, by the streams in its root: encrypted
// (EncryptedPackage, [MS-OFFCRYPTO] 2.3.4.4), legacy_doc (WordDocument), unsupported_format, or damaged_package where
// the directory cannot be read.
[[noreturn]] void refuse_compound_file(std::string_view bytes);

}  // namespace sop::docx
