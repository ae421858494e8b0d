// Personal data in running text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace sop {

enum class PersonalKind {
    name,          // behind an honorific or a role, or a first name with a surname
    family,        // a pupil or parent by name: "leerling Sanne", "de moeder van Sem"
    email,         // an e-mail address
    phone,         // a telephone number, or several in a row
    bsn,           // passes the eleven test, with a word for BSN shortly before it
    pupil_number,  // eight or nine digits shortly behind "onderwijsnummer"
    small_count,   // fewer than five pupils: the number alone
};

// Bytes `begin` up to `end` of a text.
struct PersonalSpan {
    PersonalKind kind = PersonalKind::name;
    std::size_t begin = 0, end = 0;
    bool operator==(const PersonalSpan&) const = default;
};

// What is found in `text`, in its order and without overlap.
std::vector<PersonalSpan> find_personal_data(std::string_view text);

}  // namespace sop
