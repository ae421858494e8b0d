// Templates: the data files that describe one form layout each (extract/templates/*.yaml), and how they are read.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace sop {

// A mistake in a template file, for the person who wrote it: what() is "file.yaml:12:5: sentence" (Dutch).
class TemplateError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct Template;

}  // namespace sop
