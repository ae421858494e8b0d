#include "ingest/pdf/object_stream.h"

#include "ingest/pdf/tokens.h"

namespace sop::pdf {

std::vector<std::pair<int, std::size_t>> object_places(const Object& stream, std::string_view data, std::size_t limit) {
    const int first = std::max(int_of(get(stream, "/First"), 0), 0), count = int_of(get(stream, "/N"), 0);
    std::vector<std::pair<int, std::size_t>> places;
    Tokens header(data);
    for (int i = 0; i < count && places.size() < limit; ++i) {
        const Token id = header.next(), offset = header.next();
        if (id.kind != Token::Kind::number || offset.kind != Token::Kind::number || id.number < 1 || offset.number < 0)
            break;
        const std::size_t at = static_cast<std::size_t>(first) + static_cast<std::size_t>(offset.number);
        places.emplace_back(static_cast<int>(id.number), std::min(at, data.size()));
    }
    return places;
}

}  // namespace sop::pdf
