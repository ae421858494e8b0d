// Whole files in and out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "app/descriptor.h"

namespace sop {

// The bytes of a regular file. Never mapped into memory: a file that shrinks meanwhile must not end the program. Throws
// ConversionError: read_error, over_limit beyond `limit` bytes (refused before they are read).
std::string read_file(const std::filesystem::path& path, std::size_t limit);
// The same of what has just been opened with O_NONBLOCK; where that failed, errno says why.
std::string read_file(const Descriptor& file, std::size_t limit);

// Writes a file that lands whole or not at all, also when the power fails: a temporary file in the same folder, flushed
// to disk, then renamed over `path`. Makes the folders on the
// way. Throws ConversionError (write_error).
void write_file(const std::filesystem::path& path, std::string_view bytes);

// The same for bytes that come piece by piece: `produce` hands them to its argument.
using WriteBytes = std::function<void(std::string_view)>;
void write_file(const std::filesystem::path& path, const std::function<void(const WriteBytes&)>& produce);

// The same for a file that somebody named: a link stays and what it leads to is written, and what is neither a file nor
// a folder (/dev/null, a pipe) is written to and not replaced.
void write_named_file(const std::filesystem::path& path, const std::function<void(const WriteBytes&)>& produce);

// Writes the file `name` in an open folder, whole or not at all.
void write_file(int folder, const std::string& name, std::string_view bytes);

// Makes a folder and those above it, and sees that files can be made in it. Throws ConversionError (write_error), which
// names the folder.
void prepare_folder(const std::filesystem::path& folder);

// What a link leads to in the end; it need not be there yet. Of what is no link: the path, made absolute where it is
// there.
std::filesystem::path real_place(std::filesystem::path path);

// Removes a file if it is there.
void remove_file(const std::filesystem::path& path);

// What errno says, in Dutch, for an administrator.
std::string reason_of(int error);

// A path as text: UTF-8 in NFC; where it is not UTF-8, each byte beyond ASCII becomes U+FFFD.
std::string text_of(const std::filesystem::path& path);

}  // namespace sop
