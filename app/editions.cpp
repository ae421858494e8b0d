#include "app/editions.h"

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "export/record_check.h"

namespace sop {

std::int64_t add_editions(const Archive& archive, RunReport& report) {
    std::unordered_map<std::string, ArchivedDocument> documents;
    std::set<std::string> replaced;
    archive.for_each({}, [&](const ArchivedDocument& document) {
        if (document.vervangt) replaced.insert(*document.vervangt);
        documents.emplace(document.id, document);
    });
    std::unordered_map<std::string, std::string> places;  // in this run
    for (const FileReport& file : report.files)
        if (file.id) places.emplace(*file.id, file.path);
    const auto name_of = [&](const std::string& id) {
        const auto here = places.find(id);
        return here != places.end() ? here->second : place_of(archive, documents.at(id));
    };
    for (FileReport& file : report.files) {
        const auto found = file.id && !file.failure ? documents.find(*file.id) : documents.end();
        if (found == documents.end()) continue;
        const ArchivedDocument& document = found->second;
        if (!file.outline) file.outline = outline_of(archive.record_of(document.number));
        if (document.vervangt) file.replaces = name_of(*document.vervangt);
        if (document.zelfde_tekst && document.zelfde_tekst != document.id)
            file.same_text = name_of(*document.zelfde_tekst);
        file.is_replaced = replaced.contains(document.id);
    }
    return static_cast<std::int64_t>(documents.size());
}

std::string place_of(const Archive& archive, const ArchivedDocument& document) {
    const std::vector<Sighting> sightings = archive.sightings_of(document.id);
    return sightings.empty() ? document.bestandsnaam : sightings.front().path;
}

}  // namespace sop
