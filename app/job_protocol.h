// What supervisor and zygote say to each other: packets of fixed shape over a sequenced-packet socket.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace sop {

// Supervisor to zygote, with two descriptors: the source to read and the file for the answer.
struct JobPacket {
    std::uint64_t ticket = 0;
    std::uint32_t name_size = 0;
    std::array<char, 1024> name{};  // the source's file name, UTF-8
};

// Zygote to supervisor: how the child ended, as the kernel says. What it answered is in the answer's file.
struct EndPacket {
    std::uint64_t ticket = 0;
    std::int32_t status = 0;    // of wait4(2)
    std::uint32_t is_late = 0;  // ended by the wall clock's backstop
    std::uint64_t cpu_microseconds = 0;
    std::uint64_t memory_kilobytes = 0;  // at the most
};

// The first packet of a zygote that is ready to work: one byte.
inline constexpr char ready_mark = 'r';

}  // namespace sop
