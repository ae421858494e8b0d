#include "ingest/docx/xml_scan.h"

#include <array>
#include <cstdint>
#include <string>

#include "ingest/diagnostic.h"
#include "ingest/docx/namespaces.h"
#include "ingest/docx/part_name.h"
#include "ingest/text.h"

namespace sop::docx {
namespace {

constexpr auto not_found = std::string_view::npos;

// Characters that mean something inside a tag.
constexpr std::array<bool, 256> tag_marks = [] {
    std::array<bool, 256> marks{};
    marks['"'] = marks['\''] = marks['>'] = true;
    return marks;
}();

// XML 1.0, 2.2.
bool is_xml_character(std::uint32_t code) {
    return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
           (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

class Checker {
public:
    Checker(std::string_view xml, std::string_view name, const Limits& limits)
        : xml_(xml), name_(name), limits_(limits) {}

    void check_tags() {
        std::size_t at = 0;
        while ((at = next_tag(at)) != not_found && at + 1 < xml_.size()) {
            switch (xml_[at + 1]) {
                case '/':
                    --depth_;
                    at += 2;
                    break;
                case '?':
                    at = behind("?>", at + 2);
                    break;
                case '!':
                    at = behind_declaration(at);
                    break;
                default:
                    at = check_start_tag(at + 1);
            }
        }
    }

    // Legal characters only (XML 1.0, 4.1): pugixml would let &#0; end a text and make invalid UTF-8 of &#xD800;.
    void check_references() const {
        for (std::size_t at = 0; (at = xml_.find("&#", at)) != not_found;) {
            at += 2;
            const bool hexadecimal = at < xml_.size() && xml_[at] == 'x';
            if (hexadecimal) ++at;
            std::uint32_t code = 0;
            for (; at < xml_.size() && code <= 0x10FFFF; ++at) {
                const char c = xml_[at];
                if (c >= '0' && c <= '9')
                    code = code * (hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
                else if (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
                    code = code * 16 + static_cast<std::uint32_t>((c | 0x20) - 'a' + 10);
                else
                    break;
            }
            // Without a semicolon it is no reference, and the parser keeps it as text.
            const bool is_reference = at < xml_.size() && xml_[at] == ';';
            if ((is_reference && !is_xml_character(code)) || code > 0x10FFFF) refuse(ErrorCode::damaged_part);
        }
    }

private:
    [[noreturn]] void refuse(ErrorCode code, const char* detail = "") const { throw part_error(code, name_, detail); }
    void check_limit(bool is_within, const char* what) const {
        if (!is_within) refuse(ErrorCode::over_limit, what);
    }
    void count_node() { check_limit(++nodes_ <= limits_.xml_nodes, "elementen en attributen"); }

    // Most tags stand right behind another one.
    std::size_t next_tag(std::size_t from) const {
        return from < xml_.size() && xml_[from] == '<' ? from : xml_.find('<', from);
    }
    // Behind the next `mark`; what is not closed ends the scan.
    std::size_t behind(std::string_view mark, std::size_t from) const {
        const auto end = xml_.find(mark, from);
        return end == not_found ? xml_.size() : end + mark.size();
    }
    std::size_t behind_declaration(std::size_t at) const {
        if (xml_.substr(at, 4) == "<!--") return behind("-->", at + 4);
        if (xml_.substr(at, 9) == "<![CDATA[") return behind("]]>", at + 9);
        refuse(ErrorCode::doctype);
    }

    // `at` is at the element's name; gives what is behind the tag.
    std::size_t check_start_tag(std::size_t at) {
        count_node();
        int attributes = 0;
        for (; at < xml_.size(); ++at) {
            const char c = xml_[at];
            if (!tag_marks[static_cast<unsigned char>(c)]) continue;
            if (c == '>') {
                check_limit(depth_ < limits_.xml_depth, "nesting");
                if (xml_[at - 1] != '/') ++depth_;
                return at + 1;
            }
            const std::size_t open = at + 1;
            // Most values are shorter than what a call of memchr takes.
            for (at = open; at < xml_.size() && xml_[at] != c;) ++at;
            check_limit(++attributes <= limits_.xml_attributes, "attributen");
            check_limit(at - open <= limits_.xml_attribute_bytes, "lengte van een attribuut");
            count_node();
        }
        return at;
    }

    std::string_view xml_, name_;
    const Limits& limits_;
    int depth_ = 0;
    std::size_t nodes_ = 0;
};

}  // namespace

void check_xml(std::string_view xml, std::string_view name, const Limits& limits) {
    Checker checker(xml, name, limits);
    checker.check_tags();
    checker.check_references();
}

bool may_have_odd_prefix(std::string_view xml) {
    for (std::size_t at = 0; (at = xml.find("xmlns", at)) != not_found;) {
        const auto equals = xml.find('=', at);
        const auto open = equals == not_found ? equals : xml.find_first_of("\"'", equals);
        const auto close = open == not_found ? open : xml.find(xml[open], open + 1);
        if (close == not_found) return true;
        const auto prefix = declared_prefix(trim(xml.substr(at, equals - at)));
        const std::string_view uri = xml.substr(open + 1, close - open - 1);
        // A URI that is written with references is compared when the parser has resolved them.
        if (!prefix || uri.find('&') != not_found || is_odd_binding(*prefix, uri)) return true;
        at = close;
    }
    return false;
}

}  // namespace sop::docx
