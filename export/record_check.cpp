#include "export/record_check.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "export/json.h"
#include "export/record_facts.h"
#include "ingest/diagnostic.h"
#include "normalize/completeness.h"

namespace sop {
namespace {

constexpr unsigned parse_flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
constexpr std::size_t longest_sentence = 1000, longest_failure = 8000;  // bytes

using Value = rapidjson::Value;
using Allocator = rapidjson::Document::AllocatorType;

std::string text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

// RapidJSON validates draft 4 of JSON Schema. Of what our schema uses, that draft says two keywords otherwise.
void translate(Value& schema, Allocator& memory) {
    if (schema.IsArray())
        for (Value& entry : schema.GetArray()) translate(entry, memory);
    if (!schema.IsObject()) return;
    if (const auto found = schema.FindMember("const"); found != schema.MemberEnd() && !found->value.IsObject()) {
        Value only(rapidjson::kArrayType);
        only.PushBack(Value(found->value, memory), memory);
        schema.AddMember("enum", only, memory);
    }
    if (const auto found = schema.FindMember("exclusiveMinimum");
        found != schema.MemberEnd() && found->value.IsNumber()) {
        schema.AddMember("minimum", Value(found->value, memory), memory);
        schema["exclusiveMinimum"].SetBool(true);
    }
    // RFC 6901, 6 lets a dollar sign stand in a fragment; RapidJSON calls that pointer invalid, and says nothing.
    constexpr std::string_view definitions = "#/$defs/";
    if (const auto found = schema.FindMember("$ref"); found != schema.MemberEnd() && found->value.IsString()) {
        const std::string target = text_of(found->value);
        assert(target.starts_with(definitions));
        const std::string written = "#/%24defs/" + target.substr(definitions.size());
        found->value.SetString(written.data(), static_cast<rapidjson::SizeType>(written.size()), memory);
    }
    for (auto& member : schema.GetObject()) translate(member.value, memory);
}

const rapidjson::SchemaDocument& schema() {
    static const std::unique_ptr<const rapidjson::SchemaDocument> compiled = [] {
        rapidjson::Document source;
        const std::string_view text = record_schema();
        source.Parse(text.data(), text.size());
        translate(source, source.GetAllocator());
        return std::make_unique<const rapidjson::SchemaDocument>(source);
    }();
    return *compiled;
}

// True for what JSON can say and text in a database cannot be: U+0000, and half a surrogate pair, which RapidJSON lets
// pass. write_json() escapes neither that way.
bool has_impossible_character(std::string_view json) {
    if (json.find('\0') != std::string_view::npos) return true;
    for (std::size_t at = json.find('\\'); at != std::string_view::npos; at = json.find('\\', at + 2)) {
        const std::string_view escape = json.substr(at, 6);
        if (escape == "\\u0000") return true;
        if (escape.starts_with("\\ud") || escape.starts_with("\\uD"))
            if (escape.size() > 3 && std::string_view("89abcdefABCDEF").find(escape[3]) != std::string_view::npos)
                return true;
    }
    return false;
}

// Passes what a parser reads to the schema's validator and on into the tree, and ends the reading at what no record of
// ours has: one must not be able to take more memory than it has bytes, times some, nor to say a thing twice.
class StrictReader {
public:
    explicit StrictReader(rapidjson::Document& tree) : validator_(schema(), tree) {}

    bool Null() { return count() && validator_.Null(); }
    bool Bool(bool value) { return count() && validator_.Bool(value); }
    bool Int(int value) { return count() && validator_.Int(value); }
    bool Uint(unsigned value) { return count() && validator_.Uint(value); }
    bool Int64(std::int64_t value) { return count() && value >= -largest_integer && validator_.Int64(value); }
    bool Uint64(std::uint64_t value) {
        return count() && value <= std::uint64_t{largest_integer} && validator_.Uint64(value);
    }
    bool Double(double value) { return count() && validator_.Double(value); }
    bool RawNumber(const char*, rapidjson::SizeType, bool) { return false; }  // only where it is asked for
    bool String(const char* text, rapidjson::SizeType size, bool copy) {
        return count() && validator_.String(text, size, copy);
    }
    bool StartObject() { return go_down() && validator_.StartObject(); }
    bool Key(const char* text, rapidjson::SizeType size, bool copy) {
        keys_.emplace_back(key_bytes_.size(), size);
        key_bytes_.append(text, size);
        return count() && validator_.Key(text, size, copy);
    }
    bool EndObject(rapidjson::SizeType members) {
        --depth_;
        return are_distinct_keys(members) && validator_.EndObject(members);
    }
    bool StartArray() { return go_down() && validator_.StartArray(); }
    bool EndArray(rapidjson::SizeType elements) {
        --depth_;
        return validator_.EndArray(elements);
    }

private:
    // A value in a cell of tables in each other, as deep as a reader lets them be, has six levels for each.
    static constexpr std::size_t most_depth = 256;
    // The tree takes 16 bytes for each. A block has some twenty, and a document 100,000 blocks (ingest/limits.h).
    static constexpr std::size_t most_values = 4'000'000;
    static constexpr std::int64_t largest_integer = std::int64_t{1} << 53;  // beyond, JSON means another number

    bool count() { return ++values_ <= most_values; }
    bool go_down() { return count() && ++depth_ <= most_depth; }

    // Takes away the keys of the object that ends, the last ones.
    bool are_distinct_keys(std::size_t members) {
        if (members == 0) return true;
        const auto first = keys_.end() - static_cast<std::ptrdiff_t>(members);
        sorted_.clear();
        for (auto key = first; key != keys_.end(); ++key)
            sorted_.push_back(std::string_view(key_bytes_).substr(key->first, key->second));
        std::ranges::sort(sorted_);
        const bool distinct = std::ranges::adjacent_find(sorted_) == sorted_.end();
        key_bytes_.resize(first->first);
        keys_.erase(first, keys_.end());
        return distinct;
    }

    rapidjson::GenericSchemaValidator<rapidjson::SchemaDocument, rapidjson::Document> validator_;
    std::size_t values_ = 0, depth_ = 0;
    std::string key_bytes_;                                  // of the objects that stand open
    std::vector<std::pair<std::size_t, std::size_t>> keys_;  // where each begins, and its size
    std::vector<std::string_view> sorted_;
};

// Null where `json` is not of the shape that the schema gives.
rapidjson::Document read(std::string_view json) {
    rapidjson::Document record;
    auto into = [&](rapidjson::Document& tree) {
        rapidjson::MemoryStream stream(json.data(), json.size());
        rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> text(stream);
        rapidjson::Reader reader;
        StrictReader strict(tree);
        return static_cast<bool>(reader.Parse<parse_flags>(text, strict));
    };
    record.Populate(into);
    return record;
}

std::optional<std::string> optional_text_of(const Value& value) {
    return value.IsString() ? std::optional(text_of(value)) : std::nullopt;
}

// When the profile is of: its date before the school year that it is for, that before the days on which the board
// adopted it and the council advised on it, and those before the plan it belongs to.
std::optional<std::string> version_of(const Value& version, const Value& adoption) {
    if (const Value& date = version["datum"]; date.IsObject()) return text_of(date["waarde"]);
    if (const Value& year = version["schooljaar"]; year.IsString()) return text_of(year);
    for (const char* by : {"bestuur", "mr_advies"})
        if (const Value& date = adoption[by]; date.IsObject()) return text_of(date["waarde"]);
    if (const Value& plan = version["planperiode"]; plan.IsObject()) return std::to_string(plan["van"].GetInt());
    return std::nullopt;
}

RecordOutline outline_of(const Value& record) {
    const Value &document = record["document"], &school = record["school"];
    RecordOutline outline{.soort = text_of(document["soort"]),
                          .sjabloon = {},
                          .naam = optional_text_of(school["naam"]),
                          .brin = optional_text_of(school["brin"]),
                          .vestigingscode = optional_text_of(school["vestigingscode"]),
                          .versie = version_of(record["versie"], record["vaststelling"]),
                          .tekstlaag = text_of(document["tekstlaag"]),
                          .missing = {},
                          .remarks = {}};
    if (const Value& form = document["sjabloon"]; form.IsObject()) outline.sjabloon = text_of(form["id"]);
    const auto sections = record["secties"].GetArray();
    if (outline.soort == complete_kind)
        for (const RequiredSection& required : required_sections)
            if (std::none_of(sections.Begin(), sections.End(),
                             [&](const Value& section) { return text_of(section["id"]) == required.section; }))
                outline.missing.emplace_back(required.section);
    std::set<std::string> codes;
    for (const Value& remark : record["meldingen"].GetArray()) {
        ++outline.diagnostics;
        if (text_of(remark["ernst"]) != "info") codes.insert(text_of(remark["code"]));
    }
    outline.remarks.assign(codes.begin(), codes.end());
    return outline;
}

}  // namespace

std::optional<CheckedRecord> check_record(std::string_view json) {
    if (has_impossible_character(json)) return std::nullopt;
    const rapidjson::Document record = read(json);
    if (record.IsNull()) return std::nullopt;
    return CheckedRecord{facts_of(record), outline_of(record)};
}

RecordOutline outline_of(std::string_view json) {
    rapidjson::Document record;
    record.Parse<parse_flags>(json.data(), json.size());
    return outline_of(record);
}

std::optional<Failure> check_failure(std::string_view json) {
    if (json.size() > longest_failure || has_impossible_character(json)) return std::nullopt;
    rapidjson::Document document;
    document.Parse<parse_flags>(json.data(), json.size());
    if (document.HasParseError() || !document.IsObject()) return std::nullopt;
    const auto error = document.FindMember("fout");
    if (error == document.MemberEnd() || !error->value.IsObject()) return std::nullopt;
    const auto code = error->value.FindMember("code"), sentence = error->value.FindMember("bericht");
    const auto end = error->value.MemberEnd();
    if (code == end || sentence == end || !code->value.IsString() || !sentence->value.IsString()) return std::nullopt;
    Failure failure{.code = text_of(code->value), .message = text_of(sentence->value), .file_name = {}, .id = {}};
    if (!find_error(failure.code) || failure.message.size() > longest_sentence) return std::nullopt;
    return failure;
}

}  // namespace sop
