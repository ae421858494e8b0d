#include "ingest/pdf/metadata.h"

#include <algorithm>

#include "ingest/text.h"

namespace sop::pdf {
namespace {

constexpr std::size_t longest = 1'000;  // bytes; titles are lines, not texts

std::string line(const Object& dictionary, const char* key) {
    return collapse_spaces(text_of(get(dictionary, key), longest));
}

}  // namespace

Metadata read_metadata(const Object& information, const Object& catalog, int pages) {
    Metadata metadata;
    metadata.format = Format::pdf;
    metadata.pages = pages;
    metadata.title = line(information, "/Title");
    metadata.producer = line(information, "/Producer");
    if (metadata.producer.empty()) metadata.producer = line(information, "/Creator");
    metadata.created = iso_date(line(information, "/CreationDate"));
    metadata.modified = iso_date(line(information, "/ModDate"));
    metadata.language = line(catalog, "/Lang");
    return metadata;
}

std::string iso_date(const std::string& text) {
    const std::string digits = text.starts_with("D:") ? text.substr(2, 8) : text.substr(0, 8);
    if (digits.size() < 4) return {};
    const auto is_number = [&](std::size_t at, std::size_t size, int low, int high) {
        int value = 0;
        for (std::size_t i = at; i < at + size; ++i) {
            if (i >= digits.size() || digits[i] < '0' || digits[i] > '9') return false;
            value = value * 10 + (digits[i] - '0');
        }
        return value >= low && value <= high;
    };
    if (!is_number(0, 4, 1900, 2200)) return {};
    // Month and day may be left out; they are 1 then.
    const std::string month = is_number(4, 2, 1, 12) ? digits.substr(4, 2) : "01";
    const std::string day = month == "01" && digits.size() < 6 ? "01"
                            : is_number(6, 2, 1, 31)           ? digits.substr(6, 2)
                                                               : "01";
    return digits.substr(0, 4) + "-" + month + "-" + day;
}

}  // namespace sop::pdf
