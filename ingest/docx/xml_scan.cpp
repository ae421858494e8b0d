#include "ingest/docx/xml_scan.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "ingest/diagnostic.h"
#include "ingest/docx/namespaces.h"

namespace sop::docx {
namespace {

using namespace std::string_view_literals;

constexpr auto not_found = std::string_view::npos;

// XML 1.0, 2.2.
bool is_xml_character(std::uint32_t code) {
    return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
           (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

class Scanner {
public:
    Scanner(std::string_view xml, std::string_view name, const Limits& limits)
        : xml_(xml), name_(name), limits_(limits) {}

    XmlScan scan() {
        check_references();
        std::size_t at = 0;
        while ((at = xml_.find('<', at)) != not_found && at + 1 < xml_.size()) {
            switch (xml_[at + 1]) {
                case '/':
                    --depth_;
                    at = end_of(">", at + 2);
                    break;
                case '?':
                    at = end_of("?>", at + 2);
                    break;
                case '!':
                    at = skip_declaration(at);
                    break;
                default:
                    at = scan_start_tag(at + 1);
            }
        }
        return result_;
    }

private:
    [[noreturn]] void refuse(ErrorCode code, const char* detail = "") const {
        throw ConversionError(code, std::string(name_), detail);
    }

    void count_node() {
        if (++nodes_ > limits_.xml_nodes) refuse(ErrorCode::over_limit, "elementen en attributen");
    }

    // Behind the next `mark`; what is not closed ends the scan, and the parser refuses it.
    std::size_t end_of(std::string_view mark, std::size_t from) const {
        const auto end = xml_.find(mark, from);
        return end == not_found ? xml_.size() : end + mark.size();
    }

    std::size_t skip_declaration(std::size_t at) const {
        if (xml_.substr(at, 4) == "<!--"sv) return end_of("-->", at + 4);
        if (xml_.substr(at, 9) == "<![CDATA["sv) return end_of("]]>", at + 9);
        refuse(ErrorCode::doctype);
    }

    // `at` is at the element's name; gives what is behind the tag.
    std::size_t scan_start_tag(std::size_t at) {
        count_node();
        int attributes = 0;
        std::size_t name = 0;  // where the attribute's name starts
        bool in_name = true;   // the element's, first
        for (; at < xml_.size(); ++at) {
            const char c = xml_[at];
            if (c == '>') {
                if (depth_ >= limits_.xml_depth) refuse(ErrorCode::over_limit, "nesting");
                if (xml_[at - 1] != '/') ++depth_;
                return at + 1;
            }
            if (c == '"' || c == '\'') {
                const std::size_t open = at + 1;
                at = xml_.find(c, open);
                if (at == not_found) return xml_.size();
                if (++attributes > limits_.xml_attributes) refuse(ErrorCode::over_limit, "attributen");
                count_node();
                check_attribute(xml_.substr(name, open - 1 - name), xml_.substr(open, at - open));
                in_name = false;
            } else if (is_space(c)) {
                in_name = false;
            } else if (!in_name && c != '=') {
                name = at;
                in_name = true;
            }
        }
        return at;
    }

    // `name` may have an equals sign and spaces behind it.
    void check_attribute(std::string_view name, std::string_view value) {
        if (value.size() > limits_.xml_attribute_bytes) refuse(ErrorCode::over_limit, "lengte van een attribuut");
        if (!name.starts_with("xmlns")) return;
        name = name.substr(0, name.find_first_of("= \n\r\t"));
        if (name.size() > 5 && name[5] != ':') return;
        name.remove_prefix(std::min<std::size_t>(name.size(), 6));
        // A URI written with references is compared after the parser has resolved them.
        result_.has_odd_prefix = result_.has_odd_prefix || value.find('&') != not_found || is_odd_binding(name, value);
    }

    // Legal characters only (XML 1.0, 4.1): pugixml would make &#0; end a text and &#xD800; invalid UTF-8.
    void check_references() const {
        for (std::size_t at = 0; (at = xml_.find("&#", at)) != not_found;) {
            at += 2;
            const bool hexadecimal = at < xml_.size() && xml_[at] == 'x';
            if (hexadecimal) ++at;
            std::uint32_t code = 0;
            for (; at < xml_.size() && xml_[at] != ';' && code <= 0x10FFFF; ++at) {
                const char c = xml_[at];
                if (c >= '0' && c <= '9')
                    code = code * (hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
                else if (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
                    code = code * 16 + static_cast<std::uint32_t>((c | 0x20) - 'a' + 10);
                else
                    break;  // no reference: the parser keeps it as text
            }
            if (at < xml_.size() && xml_[at] == ';' && !is_xml_character(code)) refuse(ErrorCode::damaged_part);
            if (code > 0x10FFFF) refuse(ErrorCode::damaged_part);
        }
    }

    std::string_view xml_, name_;
    const Limits& limits_;
    XmlScan result_;
    int depth_ = 0;
    std::size_t nodes_ = 0;
};

}  // namespace

XmlScan scan_xml(std::string_view xml, std::string_view name, const Limits& limits) {
    return Scanner(xml, name, limits).scan();
}

}  // namespace sop::docx
