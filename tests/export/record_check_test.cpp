#include "export/record_check.h"

#include <doctest/doctest.h>

#include "export/json.h"

using namespace sop;

TEST_CASE("a record with a character that no database takes is none, whoever wrote it") {
    SopRecord record;
    record.document.id = "sha256:" + std::string(64, '0');
    record.voorwerk = {Alinea{"KANARIE", {}}};
    const std::string json = write_json(record);
    const auto with = [&](std::string_view text) {
        std::string changed = json;
        return changed.replace(changed.find("KANARIE"), 7, text);
    };
    for (const std::string_view text : {"x", "\\\\u0000", "\\\\\\\\ud800", "\\u0001", "\\u00e9", "\\ud7ff"}) {
        CAPTURE(text);
        CHECK(check_record(with(text)).has_value());
    }
    for (const std::string_view text :
         {"\\u0000", "\\\\\\u0000", "\\ud800", "\\uDC00", "\\udfff", "\\ud83d\\ude00", "\xed\xb0\x80"}) {
        CAPTURE(text);
        CHECK(!check_record(with(text)));
    }
    CHECK(!check_record(with(std::string_view("\0", 1))));
    CHECK(!check_record(json + '\0' + json));
    CHECK(!check_failure("{\"fout\": {\"code\": \"LEESFOUT\", \"bericht\": \"a\\u0000b\"}}"));
    CHECK(check_failure("{\"fout\": {\"code\": \"LEESFOUT\", \"bericht\": \"a\"}}").has_value());
}
