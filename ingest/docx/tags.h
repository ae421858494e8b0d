// Element names as numbers, for switch: `switch (tag(node.name())) { case tag("w:p"): … }`. FNV-1a; two names of one
// switch that collide do not compile, and a made-up name that collides is only read as the element it pretends to be.
#pragma once

#include <cstdint>

namespace sop::docx {

constexpr std::uint32_t tag(const char* name) {
    std::uint32_t hash = 2166136261u;
    for (; *name; ++name) hash = (hash ^ static_cast<unsigned char>(*name)) * 16777619u;
    return hash;
}

}  // namespace sop::docx
