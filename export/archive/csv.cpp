#include "export/archive/csv.h"

#include <array>

#include "export/rapid_json.h"

namespace sop {
namespace {

using Value = rapidjson::Value;

constexpr auto columns = std::to_array<std::string_view>(
    {"id",         "bestandsnaam", "soort",         "vestigingscode",      "brin",
     "school",     "plaats",       "bevoegd_gezag", "bestuursnummer",      "samenwerkingsverband",
     "schooljaar", "vervangt",     "rij",           "ondersteuningsvraag", "categorieen",
     "domein",     "begeleiding",  "voorzieningen", "ondersteuningsroute", "externe_expertise",
     "overig",     "omvang"});

std::string text_of(const Value& value) {
    return value.IsString() ? std::string(value.GetString(), value.GetStringLength()) : std::string();
}

std::string with_bullets(std::string_view text) {
    std::string result;
    bool at_start = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at_start && text.substr(at).starts_with("- "))
            result += "•";
        else
            result += text[at];
        at_start = text[at] == '\n';
    }
    return result;
}

std::string cell_of(std::string_view text) {
    std::string value = with_bullets(text);
    if (!value.empty() && std::string_view("=+-@\t").find(value.front()) != std::string_view::npos)
        value.insert(value.begin(), '\'');
    if (value.find_first_of(";\"\n\r") == std::string::npos) return value;
    std::string cell = "\"";
    for (const char c : value) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

template <typename Cells>
std::string row_of(const Cells& cells) {
    std::string row;
    for (const auto& cell : cells) {
        if (&cell != &*std::begin(cells)) row += ';';
        row += cell_of(cell);
    }
    return row + "\r\n";
}

template <typename Texts>
std::string joined(const Texts& values, std::string_view separator, const auto& text) {
    std::string result;
    for (const auto& value : values) {
        if (!result.empty()) result += separator;
        result += text(value);
    }
    return result;
}

}  // namespace

std::string csv_header() { return "\uFEFF" + row_of(columns); }

std::string csv_rows(const ArchivedDocument& document, std::string_view json) {
    rapidjson::Document record;
    record.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
    std::string rows;
    int number = 0;
    for (const Value& row : record["arrangementen"].GetArray()) {
        const auto others = joined(row["overig"].GetObject(), "\n", [](const auto& member) {
            return text_of(member.name) + ": " + text_of(member.value);
        });
        const std::array<std::string, columns.size()> cells{
            document.id,
            document.bestandsnaam,
            document.soort,
            document.vestigingscode.value_or(""),
            document.brin.value_or(""),
            document.naam.value_or(""),
            text_of(record["school"]["adres"]["plaats"]),
            document.bestuur.value_or(""),
            text_of(record["bestuur"]["nummer"]),
            text_of(record["samenwerkingsverband"]["code"]),
            document.schooljaar.value_or(""),
            document.vervangt.value_or(""),
            std::to_string(++number),
            text_of(row["doelgroep"]),
            joined(row["categorieen"].GetArray(), ",", text_of),
            text_of(row["domein"]),
            text_of(row["begeleiding"]),
            text_of(row["voorzieningen"]),
            text_of(row["ondersteuningsroute"]),
            text_of(row["externe_expertise"]),
            others,
            joined(row["omvang"].GetArray(), ", ", [](const Value& amount) { return text_of(amount["ruw"]); }),
        };
        rows += row_of(cells);
    }
    return rows;
}

}  // namespace sop
