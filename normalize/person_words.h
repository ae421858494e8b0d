// Words in and around the names of persons.
#pragma once

#include <string_view>

namespace sop {

// Said before a name: "Mw.", "drs.", "juf". Not "MR", which is a council.
bool is_title(std::string_view word);

// Begins as such a word does: a quick look at its first letter.
bool may_be_title(std::string_view word);

// Said behind a name: "MSc", "MA".
bool is_degree(std::string_view word);

// "Vries", "d'Hont": starts with a capital and has no digits.
bool is_capitalised(std::string_view word);

// "J.", "J.P.", "Th."
bool is_initials(std::string_view word);

// A small word inside a name: "van", "De", "'t", "v.d.".
bool is_particle(std::string_view word);

// Says what somebody does: "directeur", "locatieleider", "IB'er". Behind a name some of them are surnames when written
// with a capital ("Groep").
bool is_function(std::string_view word, bool is_behind_name);

// Says who somebody is at a school, besides is_function(): "groepsleerkracht", "logopediste", "contactpersoon".
bool is_role(std::string_view word);

// A role of the school's own, which one of its people bears: not "specialist", behind which a subject or a body stands.
bool is_staff_role(std::string_view word);

// A word that may be one of either, with or without marks behind it: a quick look at its last letters.
bool may_be_role(std::string_view word);

// Ends as bodies, subjects and things are called, and no surname: "Jeugdzorg", "Volgsysteem", "Protocol".
bool is_body_word(std::string_view word);

// A word for a body as a whole: "Bureau", "Stichting".
bool is_body(std::string_view word);

// No name has this word: "school", "vacature".
bool is_no_name(std::string_view word);

// Stands before a number, an address or days: "tel.", "e-mail", "aanwezig".
bool is_label_word(std::string_view word);

// Turns working days into days off: "niet", "behalve".
bool is_negation(std::string_view word);

bool has_digits(std::string_view word);

}  // namespace sop
