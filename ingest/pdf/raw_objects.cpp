#include "ingest/pdf/raw_objects.h"

#include "ingest/pdf/filters.h"
#include "ingest/pdf/object_stream.h"
#include "ingest/pdf/tokens.h"

namespace sop::pdf {

RawObjects::RawObjects(OpenedFile& file, const PdfLimits& limits) : file_(file), limits_(limits) {
    for (const auto& [id, entry] : file.qpdf->getXRefTable()) {
        const auto number = static_cast<std::size_t>(id.getObj());
        if (id.getObj() <= 0 || number > limits.objects) continue;
        if (number >= places_.size()) places_.resize(number + 1);
        if (entry.getType() == 1)
            places_[number] = {0, static_cast<std::uint64_t>(std::max<qpdf_offset_t>(entry.getOffset(), 0))};
        else if (entry.getType() == 2)
            places_[number] = {static_cast<std::uint32_t>(std::max(entry.getObjStreamNumber(), 0)),
                               static_cast<std::uint64_t>(std::max(entry.getObjStreamIndex(), 0))};
    }
}

const RawObjects::Stream& RawObjects::stream(int id) {
    const auto [at, is_new] = streams_.try_emplace(id);
    if (is_new) {
        Object object = file_.qpdf->getObjectByID(id, 0);
        at->second.data = decode(object, limits_.stream_bytes).bytes;
        at->second.objects = object_places(object, at->second.data, limits_.objects);
    }
    return at->second;
}

std::string_view RawObjects::text(int id) {
    if (id <= 0 || static_cast<std::size_t>(id) >= places_.size()) return {};
    const Place place = places_[static_cast<std::size_t>(id)];
    if (place.stream != 0) {
        const Stream& in = stream(static_cast<int>(place.stream));
        if (place.at >= in.objects.size() || in.objects[static_cast<std::size_t>(place.at)].first != id) return {};
        return std::string_view(in.data).substr(in.objects[static_cast<std::size_t>(place.at)].second);
    }
    if (place.at == 0 || place.at >= file_.bytes.size()) return {};
    Tokens tokens(file_.bytes, static_cast<std::size_t>(place.at));
    const Token number = tokens.next(), generation = tokens.next(), keyword = tokens.next();
    if (number.kind != Token::Kind::number || number.number != static_cast<double>(id) ||
        generation.kind != Token::Kind::number || keyword.text != "obj")
        return {};
    return file_.bytes.substr(tokens.position());
}

}  // namespace sop::pdf
