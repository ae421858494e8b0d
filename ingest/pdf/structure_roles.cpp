#include "ingest/pdf/structure_roles.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sop::pdf {
namespace {

using Entry = std::pair<std::string_view, RoleKind>;

// In order for the search.
constexpr std::array<Entry, 58> kinds{{
    {"Annot", RoleKind::text},
    {"Art", RoleKind::section},
    {"Artifact", RoleKind::group},
    {"Aside", RoleKind::group},
    {"BibEntry", RoleKind::paragraph},
    {"BlockQuote", RoleKind::group},
    {"Caption", RoleKind::caption},
    {"Code", RoleKind::text},
    {"Div", RoleKind::group},
    {"Document", RoleKind::group},
    {"DocumentFragment", RoleKind::group},
    {"Em", RoleKind::text},
    {"FENote", RoleKind::note},
    {"Figure", RoleKind::figure},
    {"Form", RoleKind::text},
    {"Formula", RoleKind::text},
    {"H", RoleKind::heading},
    {"H1", RoleKind::heading},
    {"H2", RoleKind::heading},
    {"H3", RoleKind::heading},
    {"H4", RoleKind::heading},
    {"H5", RoleKind::heading},
    {"H6", RoleKind::heading},
    {"Index", RoleKind::group},
    {"L", RoleKind::list},
    {"LBody", RoleKind::list_body},
    {"LI", RoleKind::list_item},
    {"Lbl", RoleKind::label},
    {"Link", RoleKind::text},
    {"NonStruct", RoleKind::unknown},
    {"Note", RoleKind::note},
    {"P", RoleKind::paragraph},
    {"Part", RoleKind::group},
    {"Private", RoleKind::unknown},
    {"Quote", RoleKind::text},
    {"RB", RoleKind::text},
    {"RP", RoleKind::text},
    {"RT", RoleKind::text},
    {"Reference", RoleKind::text},
    {"Ruby", RoleKind::text},
    {"Sect", RoleKind::section},
    {"Span", RoleKind::text},
    {"Strong", RoleKind::text},
    {"Sub", RoleKind::text},
    {"TBody", RoleKind::row_group},
    {"TD", RoleKind::cell},
    {"TFoot", RoleKind::row_group},
    {"TH", RoleKind::cell},
    {"THead", RoleKind::row_group},
    {"TOC", RoleKind::contents},
    {"TOCI", RoleKind::paragraph},
    {"TR", RoleKind::row},
    {"Table", RoleKind::table},
    {"Title", RoleKind::title},
    {"WP", RoleKind::text},
    {"WT", RoleKind::text},
    {"Warichu", RoleKind::text},
    {"Watermark", RoleKind::text},
}};

constexpr bool is_before(const Entry& a, const Entry& b) { return a.first < b.first; }
static_assert(std::is_sorted(kinds.begin(), kinds.end(), is_before));

}  // namespace

RoleKind kind_of(std::string_view role) {
    const auto found = std::lower_bound(kinds.begin(), kinds.end(), Entry{role, {}}, is_before);
    return found != kinds.end() && found->first == role ? found->second : RoleKind::unknown;
}

int heading_level(std::string_view role) {
    return role.size() == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6' ? role[1] - '0' : 0;
}

std::vector<bool> find_blocks(const Tags& tags) {
    std::vector<bool> blocks(tags.tags.size());
    // Parents stand before their children.
    for (std::size_t i = tags.tags.size(); i-- > 0;) {
        const RoleKind kind = kind_of(tags.tags[i].role);
        blocks[i] =
            kind != RoleKind::text && kind != RoleKind::unknown && kind != RoleKind::figure && kind != RoleKind::label;
        for (const Tag::Content& content : tags.tags[i].content)
            if (content.child >= 0 && blocks[static_cast<std::size_t>(content.child)]) blocks[i] = true;
    }
    return blocks;
}

}  // namespace sop::pdf
