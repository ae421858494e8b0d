#include "tests/support/zip_builder.h"

#include <zlib.h>

#include <stdexcept>

namespace sop::test {
namespace {

class Bytes {
public:
    Bytes& number(std::uint64_t value, int bytes) {
        for (; bytes > 0; --bytes, value >>= 8) out_ += static_cast<char>(value & 0xFF);
        return *this;
    }
    Bytes& text(std::string_view text) {
        out_ += text;
        return *this;
    }
    std::size_t size() const { return out_.size(); }
    const std::string& str() const { return out_; }

private:
    std::string out_;
};

// What both headers have in common: "version needed" to "extra field length" (APPNOTE 4.3.7, 4.3.12).
std::string common_fields(const Entry& entry, const std::string& stored, bool in_directory) {
    const bool is_64 = entry.zip64 && in_directory;
    Bytes out;
    out.number(entry.zip64 ? 45 : 20, 2).number(entry.flags, 2);
    out.number(entry.method.value_or(entry.data.empty() ? 0 : 8), 2).number(0, 4);
    out.number(entry.crc.value_or(crc32_of(entry.data)), 4);
    out.number(is_64 ? 0xFFFFFFFF : entry.compressed.value_or(static_cast<std::uint32_t>(stored.size())), 4);
    out.number(is_64 ? 0xFFFFFFFF : entry.size.value_or(static_cast<std::uint32_t>(entry.data.size())), 4);
    out.number(entry.name.size(), 2).number(is_64 ? 28 : 0, 2);
    return out.str();
}

}  // namespace

std::string write_zip(const Archive& archive) {
    Bytes out, directory;
    out.text(archive.prefix);
    for (const Entry& entry : archive.entries) {
        const std::string stored = entry.method || entry.data.empty() ? entry.data : deflate(entry.data);
        const std::size_t offset = entry.offset.value_or(static_cast<std::uint32_t>(out.size()));
        out.text("PK\3\4").text(common_fields(entry, stored, false)).text(entry.name).text(stored);
        directory.text("PK\1\2").number(20, 2).text(common_fields(entry, stored, true)).number(0, 10);
        directory.number(entry.zip64 ? 0xFFFFFFFF : offset, 4).text(entry.name);
        if (entry.zip64) directory.number(1, 2).number(24, 2).number(entry.data.size(), 8).number(stored.size(), 8);
        if (entry.zip64) directory.number(offset, 8);
    }
    const std::size_t start = out.size();
    const std::uint64_t count = archive.count.value_or(static_cast<std::uint16_t>(archive.entries.size()));
    out.text(directory.str());
    if (archive.zip64_count) {
        const std::size_t end64 = out.size();
        out.text("PK\6\6").number(44, 8).number(45, 2).number(45, 2).number(0, 8);
        out.number(*archive.zip64_count, 8).number(*archive.zip64_count, 8);
        out.number(directory.size(), 8).number(start, 8);
        out.text("PK\6\7").number(0, 4).number(end64, 8).number(1, 4);
    }
    out.text("PK\5\6").number(0, 4).number(count, 2).number(count, 2);
    out.number(directory.size(), 4).number(start, 4).number(archive.comment.size(), 2);
    return out.text(archive.comment).text(archive.trailing).str();
}

std::string deflate(std::string_view data, std::size_t times) {
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("zlib");
    std::string once(deflateBound(&stream, data.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef*>(once.data());
    stream.avail_out = static_cast<uInt>(once.size());
    // After a full flush the bytes so far stand by themselves and can be repeated.
    ::deflate(&stream, Z_FULL_FLUSH);
    const std::size_t size = once.size() - stream.avail_out;
    ::deflate(&stream, Z_FINISH);
    const std::string last = once.substr(size, once.size() - stream.avail_out - size);
    deflateEnd(&stream);
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out.append(once, 0, size);
    return out + last;
}

std::uint32_t crc32_of(std::string_view data) {
    return static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(data.data()), static_cast<uInt>(data.size())));
}

}  // namespace sop::test
