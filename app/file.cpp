#include "app/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <system_error>
#include <utility>

#include "app/descriptor.h"
#include "ingest/diagnostic.h"
#include "ingest/text.h"

namespace sop {
namespace {

namespace fs = std::filesystem;

class SystemFailure : public ConversionError {
public:
    SystemFailure(ErrorCode code, int error) : ConversionError(code, {}, reason_of(error)), error_(error) {}
    int error() const { return error_; }

private:
    int error_;
};

[[noreturn]] void fail(ErrorCode code, int error) { throw SystemFailure(code, error); }

// A new file with a name of its own for each file of each process, short enough to fit wherever the file's own name
// does. Removed again unless it was renamed.
class TemporaryFile {
public:
    explicit TemporaryFile(int folder)
        : folder_(folder),
          name_(".sopconv-" + std::to_string(::getpid()) + "-" + std::to_string(counter_++)),
          file_(::openat(folder, name_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666)) {
        if (!file_.is_open()) fail(ErrorCode::write_error, errno);
    }
    ~TemporaryFile() {
        if (!renamed_) ::unlinkat(folder_, name_.c_str(), 0);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    void write(std::string_view bytes) const {
        if (!write_all(file_.number(), bytes)) fail(ErrorCode::write_error, errno);
    }

    void rename_to(const std::string& name) {
        if (::fsync(file_.number()) != 0 || file_.close() != 0 ||
            ::renameat(folder_, name_.c_str(), folder_, name.c_str()) != 0)
            fail(ErrorCode::write_error, errno);
        renamed_ = true;
    }

private:
    static inline std::atomic<unsigned> counter_{0};
    int folder_;
    std::string name_;
    Descriptor file_;
    bool renamed_ = false;
};

Descriptor make_folders(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) fail(ErrorCode::write_error, error.value());
    Descriptor made(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!made.is_open()) fail(ErrorCode::write_error, errno);
    return made;
}

}  // namespace

std::string reason_of(int error) {
    static constexpr auto reasons = std::to_array<std::pair<int, std::string_view>>({
        {ENOENT, "bestaat niet"},
        {ENOTDIR, "een deel van het pad is geen map"},
        {EISDIR, "is een map"},
        {EEXIST, "er staat al iets met deze naam"},
        {ENOTEMPTY, "er staat een map met deze naam"},
        {EACCES, "geen rechten"},
        {EPERM, "niet toegestaan"},
        {EROFS, "alleen-lezen"},
        {EXDEV, "staat op een andere schijf"},
        {ENOSPC, "de schijf is vol"},
        {EDQUOT, "de schijfruimte van deze gebruiker is op"},
        {EFBIG, "groter dan het bestandssysteem toestaat"},
        {ENAMETOOLONG, "de naam is te lang"},
        {ELOOP, "verwijzingen die in een kring lopen"},
        {EMFILE, "te veel open bestanden"},
        {ENFILE, "te veel open bestanden"},
        {EIO, "fout van de schijf"},
        {ENOLCK, "het bestandssysteem kent geen sloten"},
        {EINVAL, "geen gewoon bestand"},
        {ENXIO, "niemand leest daar"},
    });
    for (const auto& [number, reason] : reasons)
        if (number == error) return std::string(reason);
    return "foutnummer " + std::to_string(error);
}

std::string read_file(const fs::path& path, std::size_t limit) {
    // Without O_NONBLOCK the opening of a named pipe waits for a writer.
    return read_file(Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)), limit);
}

std::string read_file(const Descriptor& file, std::size_t limit) {
    struct stat status {};
    if (!file.is_open() || ::fstat(file.number(), &status) != 0) fail(ErrorCode::read_error, errno);
    if (S_ISDIR(status.st_mode)) fail(ErrorCode::read_error, EISDIR);
    if (!S_ISREG(status.st_mode)) fail(ErrorCode::read_error, EINVAL);

    const auto too_large = [limit] {
        return ConversionError(ErrorCode::over_limit, {}, "groter dan " + std::to_string(limit >> 20) + " MB");
    };
    if (static_cast<std::size_t>(status.st_size) > limit) throw too_large();
    // One byte more than the size, so that a file that has grown meanwhile shows.
    std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
    std::size_t size = 0;
    while (true) {
        const ssize_t count = ::read(file.number(), bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail(ErrorCode::read_error, errno);
        if (count == 0) break;
        size += static_cast<std::size_t>(count);
        if (size > limit) throw too_large();
        if (size == bytes.size()) bytes.resize(2 * size);
    }
    bytes.resize(size);
    return bytes;
}

void write_file(const fs::path& path, std::string_view bytes) {
    write_file(path, [&](const WriteBytes& write) { write(bytes); });
}

void write_file(const fs::path& path, const std::function<void(const WriteBytes&)>& produce) {
    // A bare name has the folder that the program runs in.
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const Descriptor made = make_folders(folder);
    TemporaryFile file(made.number());
    produce([&](std::string_view bytes) { file.write(bytes); });
    file.rename_to(path.filename().string());
}

void write_named_file(const fs::path& path, const std::function<void(const WriteBytes&)>& produce) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)) {
        std::error_code error;
        return write_file(fs::is_symlink(path, error) ? real_place(path) : path, produce);
    }
    // Without O_NONBLOCK the opening of a named pipe waits for a reader.
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.is_open()) fail(ErrorCode::write_error, errno);
    ::fcntl(file.number(), F_SETFL, ::fcntl(file.number(), F_GETFL) & ~O_NONBLOCK);
    produce([&](std::string_view bytes) {
        if (!write_all(file.number(), bytes)) fail(ErrorCode::write_error, errno);
    });
}

void write_file(int folder, const std::string& name, std::string_view bytes) {
    TemporaryFile file(folder);
    file.write(bytes);
    file.rename_to(name);
}

void prepare_folder(const fs::path& folder) {
    try {
        const Descriptor made = make_folders(folder);
        const TemporaryFile probe(made.number());
    } catch (const SystemFailure& failure) {
        throw ConversionError(failure.code(), text_of(folder), reason_of(failure.error()));
    }
}

fs::path real_place(fs::path path) {
    constexpr int most_links = 40;  // as Linux follows
    std::error_code error;
    for (int links = 0; links < most_links && fs::is_symlink(path, error); ++links)
        path = path.parent_path() / fs::read_symlink(path, error);
    const fs::path real = fs::weakly_canonical(path, error);
    return error ? path : real;
}

void remove_file(const fs::path& path) {
    std::error_code error;
    fs::remove(path, error);
}

std::string text_of(const fs::path& path) {
    const std::string name = path.generic_string();
    if (is_utf8(name)) return clean_text(name);
    std::string text;
    for (const char c : name) {
        if (static_cast<unsigned char>(c) < 0x80)
            text += c;
        else
            text += "\uFFFD";
    }
    return text;
}

}  // namespace sop
