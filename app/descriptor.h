// An open file, closed with its owner, and bytes in and out of one.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

namespace sop {

class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        if (this != &other) {
            close();
            number_ = std::exchange(other.number_, -1);
        }
        return *this;
    }

    int number() const { return number_; }
    // Gives it to another owner.
    int release() { return std::exchange(number_, -1); }
    bool is_open() const { return number_ >= 0; }
    // Closes now, to hear what the file system has to say of it.
    int close() { return is_open() ? ::close(std::exchange(number_, -1)) : 0; }

private:
    int number_ = -1;
};

// Writes all of `bytes`. False where the file takes no more; errno says why.
inline bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace sop
