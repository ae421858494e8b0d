// Lists that an administrator gives beside the documents: a manifest, a register of schools.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

// The list is not one that we can use: a Dutch sentence without its full stop.
class ListError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// A table of named columns. RFC 4180 with the liberties of Excel: semicolons, commas or tabs, whichever the first line
// has most of; UTF-8 with or without byte order mark, UTF-16 with one, else Windows-1252; any line end. Texts are NFC,
// white space collapsed. Empty lines are left out; a row may be shorter than the header.
class Csv {
public:
    // Throws ListError where `bytes` hold no header.
    explicit Csv(std::string_view bytes);

    std::size_t size() const { return rows_.size(); }

    // The first column that bears one of these names, the first name before the next. A name is lower-case letters and
    // digits; case, spaces, dashes and accents of a header do not count.
    std::optional<std::size_t> find_column(std::initializer_list<std::string_view> names) const;

    // "" where the row has no such cell, or the list no such column.
    const std::string& cell(std::size_t row, std::optional<std::size_t> column) const;

private:
    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace sop
