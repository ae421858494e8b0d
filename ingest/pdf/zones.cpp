#include "ingest/pdf/zones.h"

namespace sop::pdf {

std::vector<Zones> find_zones(const std::vector<Page>& pages) {
    std::vector<Zones> zones(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i)
        for (WordIndex word = 0; word < pages[i].words.size(); ++word) zones[i].body.push_back(word);
    return zones;
}

}  // namespace sop::pdf
