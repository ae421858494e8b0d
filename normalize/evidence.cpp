#include "normalize/evidence.h"

#include <utility>

namespace sop {
std::string escape_pointer(std::string_view token) {
    std::string out;
    out.reserve(token.size());
    for (const char c : token) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::string item_pointer(std::string_view list, std::size_t index, std::string_view member) {
    std::string pointer(list);
    pointer += '/';
    pointer += std::to_string(index);
    if (member.empty()) return pointer;
    pointer += '/';
    pointer += member;
    return pointer;
}

void add_evidence(SopRecord& record, std::string pointer, const FoundField& source, double factor) {
    add_evidence(record, std::move(pointer),
                 {source.context.empty() ? source.raw : source.context, source.confidence * factor,
                  std::string(name_of(source.method)), source.origin});
}

void add_evidence(SopRecord& record, std::string pointer, Herkomst evidence) {
    if (!record.herkomst.empty() && record.herkomst.back().first == pointer) record.herkomst.pop_back();
    record.herkomst.emplace_back(std::move(pointer), std::move(evidence));
}

void remark_unreadable(SopRecord& record, std::string_view field, std::string_view what, const Origin& origin) {
    std::string message = "Het veld ";
    message += field;
    message += " is ingevuld, maar er is geen ";
    message += what;
    message += " in te lezen; de tekst staat in herkomst.";
    add_diagnostic(record.meldingen, {"WAARDE_ONLEESBAAR", Severity::warning, std::move(message), origin, 1});
}

void remark_partly_read(SopRecord& record, std::string_view field, const Origin& origin) {
    std::string message = "Van het veld ";
    message += field;
    message += " is een deel niet gelezen; de hele tekst staat in herkomst.";
    add_diagnostic(record.meldingen, {"WAARDE_DEELS_GELEZEN", Severity::info, std::move(message), origin, 1});
}

void remark_contradiction(SopRecord& record, std::string_view field, const Origin& origin) {
    std::string message = "Het veld ";
    message += field;
    message += " staat op verschillende plaatsen met een andere waarde; de zekerste is gekozen.";
    add_diagnostic(record.meldingen, {"WAARDE_TEGENSTRIJDIG", Severity::warning, std::move(message), origin, 1});
}

}  // namespace sop
