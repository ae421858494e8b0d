// An open file, closed with its owner.
#pragma once

#include <unistd.h>

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
    bool is_open() const { return number_ >= 0; }
    // Closes now, to hear what the file system has to say of it.
    int close() { return is_open() ? ::close(std::exchange(number_, -1)) : 0; }

private:
    int number_ = -1;
};

}  // namespace sop
