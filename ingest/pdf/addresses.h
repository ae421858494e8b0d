// E-mail and web addresses over line ends.
#pragma once

#include <string_view>

#include "ingest/pdf/page.h"

namespace sop::pdf {

// "https://school.nl", "www.school.nl", "info@school.nl"; also what one starts or ends with.
bool is_address(std::string_view word);

// Letters, digits, hyphens and full stops, as names of mailboxes and domains have.
bool is_name(std::string_view text);

// "info@school.nl", "info@school"
bool is_mail_address(std::string_view word);

// What a line needs room for to take in the start of `word`, in points along the text: all of it, but of a mail
// address its part up to the first hyphen, where Word, LibreOffice and browsers break it.
double least_width_of(const Word& word);

// Where two pieces of text stand that may be one address.
struct AddressBreak {
    bool is_full = false;   // the line had no room for another letter
    bool is_alone = false;  // nothing but the first piece stands on it
};

// Whether `left`, at a line's end, goes on with `right`, the next line's first word: its domain has no end yet, or the
// line is full and `right` looks like more of it, "/ouders", "linde.nl", "begeleider@school.nl".
bool is_cut_address(std::string_view left, std::string_view right, AddressBreak place);

}  // namespace sop::pdf
