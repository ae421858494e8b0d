#include "app/editions.h"

#include <set>
#include <string>
#include <unordered_map>

#include "export/record_check.h"

namespace sop {

std::int64_t add_editions(const Archive& archive, RunReport& report) {
    std::unordered_map<std::string, ArchivedDocument> documents;
    std::set<std::string> replaced;
    archive.for_each({}, [&](const ArchivedDocument& document) {
        if (document.vervangt) replaced.insert(*document.vervangt);
        documents.emplace(document.id, document);
    });
    const auto name_of = [&](const std::string& id) { return documents.at(id).bestandsnaam; };
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

}  // namespace sop
