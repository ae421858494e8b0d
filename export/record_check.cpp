#include "export/record_check.h"

#include <algorithm>
#include <cstddef>
#include <memory>

#include "export/json.h"
#include "export/rapid_json.h"
#include "ingest/diagnostic.h"

namespace sop {
namespace {

constexpr unsigned parse_flags = rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
constexpr std::size_t longest_sentence = 1000;

using Value = rapidjson::Value;
using Allocator = rapidjson::Document::AllocatorType;

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

std::string text_of(const Value& value) { return {value.GetString(), value.GetStringLength()}; }

}  // namespace

std::optional<CheckedRecord> check_record(std::string_view json) {
    if (has_impossible_character(json)) return std::nullopt;
    rapidjson::Document record;
    record.Parse<parse_flags>(json.data(), json.size());
    rapidjson::SchemaValidator validator(schema());
    if (record.HasParseError() || !record.Accept(validator)) return std::nullopt;
    const Value& document = record["document"];
    CheckedRecord checked{.id = text_of(document["id"]),
                          .file_name = text_of(document["bestandsnaam"]),
                          .soort = text_of(document["soort"])};
    const auto remarks = record["meldingen"].GetArray();
    checked.diagnostics = static_cast<int>(remarks.Size());
    checked.has_remarks = std::any_of(remarks.Begin(), remarks.End(),
                                      [](const Value& remark) { return text_of(remark["ernst"]) != "info"; });
    return checked;
}

std::optional<Failure> check_failure(std::string_view json) {
    if (has_impossible_character(json)) return std::nullopt;
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
