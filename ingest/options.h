// What a caller may ask of reading one source.
#pragma once

#include <string>

#include "ingest/limits.h"

namespace sop {

struct ReadOptions {
    Limits limits = {};
    // Ask the Dutch word list at line ends of a PDF where the document does not tell; see WordList for what it costs.
    bool uses_word_list = true;
    // Of a PDF: the attached file to read in its place, by its name or its number from 1.
    std::string attachment = {};
    std::string password = {};  // of an encrypted PDF, UTF-8; it goes into no message and no record
};

}  // namespace sop
