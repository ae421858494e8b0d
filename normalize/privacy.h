// Personal data in a record, counted.
#pragma once

#include <string_view>

#include "normalize/record.h"

namespace sop {

// persoonsnamen: different names in `contact` and in the text (find_personal_data()), those of pupils and parents among
// them; ouders_leerlingen: the latter alone. emailadressen, telefoonnummers: different ones of persons, which are those
// in `contact`, and in the text mobile numbers and addresses that are not of an office ("info@"). bsn_mogelijk: numbers
// that pass the eleven test with a word for BSN shortly before them; onderwijsnummers: those behind a word for that.
// kleine_aantallen: rows of tables with fewer than five pupils in a column or row that counts them, and such counts in
// text. Reads school, contact, bestuur, secties and voorwerk of `record`; `front` is voorwerk as text.
Privacy count_personal_data(const SopRecord& record, std::string_view front);

}  // namespace sop
