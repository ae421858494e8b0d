#include "export/record_facts.h"

#include <charconv>

#include "extract/fold.h"

namespace sop {
namespace {

using Value = rapidjson::Value;

constexpr int first_month_of_school_year = 8;

std::string_view view_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

std::optional<std::string> text_of(const Value& value) {
    if (!value.IsString()) return std::nullopt;
    return std::string(view_of(value));
}

int number_of(std::string_view digits) {
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// A date tells the school year where its month is known.
std::optional<std::int64_t> school_year_of(const Value& date) {
    if (!date.IsObject() || view_of(date["precisie"]) == "jaar") return std::nullopt;
    const std::string_view value = view_of(date["waarde"]);
    return number_of(value.substr(0, 4)) - (number_of(value.substr(5, 2)) < first_month_of_school_year ? 1 : 0);
}

std::optional<std::int64_t> year_of(const Value& version) {
    if (const auto& school_year = version["schooljaar"]; school_year.IsString())
        return number_of(view_of(school_year).substr(0, 4));
    if (const auto year = school_year_of(version["datum"])) return year;
    if (const auto& plan = version["planperiode"]; plan.IsObject()) return plan["van"].GetInt64();
    return std::nullopt;
}

void add_line(std::string& text, const Value& line) {
    if (line.GetStringLength() == 0) return;
    text += view_of(line);
    text += '\n';
}

// Every text below `value`, whatever its block.
void add_texts(std::string& text, const Value& value) {
    if (value.IsArray())
        for (const Value& entry : value.GetArray()) add_texts(text, entry);
    if (!value.IsObject()) return;
    for (const auto& member : value.GetObject())
        if (view_of(member.name) == "tekst" && member.value.IsString())
            add_line(text, member.value);
        else
            add_texts(text, member.value);
}

}  // namespace

RecordFacts facts_of(const Value& record) {
    const Value &document = record["document"], &school = record["school"], &version = record["versie"];
    RecordFacts facts;
    facts.id = view_of(document["id"]);
    facts.bestandsnaam = view_of(document["bestandsnaam"]);
    facts.mediatype = view_of(document["mediatype"]);
    facts.soort = view_of(document["soort"]);
    facts.omvang = document["omvang"].GetInt64();
    facts.naam = text_of(school["naam"]);
    if (facts.naam) facts.naam_gevouwen = fold(*facts.naam);
    facts.brin = text_of(school["brin"]);
    facts.vestigingscode = text_of(school["vestigingscode"]);
    facts.bestuur = text_of(record["bestuur"]["naam"]);
    facts.schooljaar = text_of(version["schooljaar"]);
    facts.jaar = year_of(version);
    if (const auto& date = version["datum"]; date.IsObject() && view_of(date["precisie"]) == "dag")
        facts.datum = text_of(date["waarde"]);
    add_texts(facts.tekst, record["voorwerk"]);
    for (const Value& section : record["secties"].GetArray()) {
        add_line(facts.tekst, section["kop"]);
        add_texts(facts.tekst, section["blokken"]);
    }
    if (!facts.tekst.empty()) facts.tekst_vingerafdruk = text_of(document["tekst_vingerafdruk"]);
    return facts;
}

}  // namespace sop
