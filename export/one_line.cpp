#include "export/one_line.h"

#include <cstddef>

namespace sop {

std::string on_one_line(std::string_view json) {
    std::string line;
    line.reserve(json.size());
    bool in_string = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (in_string && c == '\\') {
            line += json.substr(at, 2);
            ++at;
            continue;
        }
        if (c == '"') in_string = !in_string;
        if (in_string || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) line += c;
    }
    return line + '\n';
}

}  // namespace sop
