// What the structure types of ISO 32000-1, 14.8.4 mean for blocks.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/pdf/page.h"

namespace sop::pdf {

enum class RoleKind {
    group,      // holds blocks
    section,    // a group that headings of type H are nested by
    paragraph,  // holds text
    heading,
    title,
    caption,
    list,
    list_item,
    label,
    list_body,
    table,
    row_group,
    row,
    cell,
    figure,
    contents,  // a table of contents
    note,
    text,     // part of a line
    unknown,  // no standard type: a block where blocks stand, else part of a line
};

RoleKind kind_of(std::string_view role);

// 1..6 of "H1".."H6"; 0 of any other.
int heading_level(std::string_view role);

// By tag: whether it must stand on its own, or something in it must. Pictures do not count: they stand in lines too.
std::vector<bool> find_blocks(const Tags& tags);

}  // namespace sop::pdf
