// JSON text (RFC 8259) written as it goes: no tree in between, so that a record costs one pass over its text and its
// own size in memory. Inside export/ only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sop::json {

enum class Layout {
    indented,  // one item a line, two spaces a level
    one_line,
};

// Brackets and keys must be given in pairs; that is the caller's duty, and the templates below see to it.
class Writer {
public:
    explicit Writer(Layout layout) : layout_(layout) {}

    void open(char bracket);
    void close(char bracket);
    void item();  // before each item of a list
    void key(std::string_view name);

    void null() { text_ += "null"; }
    void boolean(bool value) { text_ += value ? "true" : "false"; }
    void integer(std::int64_t value);
    // Shortest text that reads back as `value` ("0.97", "2"); null for what JSON cannot say (NaN, infinity).
    void number(double value);
    // Throws std::invalid_argument where `value` is not UTF-8: no reader of JSON would take it.
    void string(std::string_view value);

    // The text with a final newline. The writer is empty after it.
    std::string take();

private:
    void new_line();

    std::string text_;
    Layout layout_;
    int depth_ = 0;
    bool first_ = true;  // nothing stands in the innermost brackets yet
};

inline void write(Writer& out, bool value) { out.boolean(value); }
inline void write(Writer& out, int value) { out.integer(value); }
inline void write(Writer& out, double value) { out.number(value); }
inline void write(Writer& out, std::string_view value) { out.string(value); }
inline void write(Writer& out, const std::string& value) { out.string(value); }
inline void write(Writer& out, const char* value) { out.string(value); }

template <typename T>
void write(Writer& out, const std::optional<T>& value) {
    if (value)
        write(out, *value);
    else
        out.null();
}

template <typename T>
void write(Writer& out, const std::vector<T>& values) {
    out.open('[');
    for (const T& value : values) {
        out.item();
        write(out, value);
    }
    out.close(']');
}

inline void members(Writer&) {}

// members(out, "naam", naam, "code", code): keys and values in this order.
template <typename T, typename... Rest>
void members(Writer& out, std::string_view key, const T& value, const Rest&... rest) {
    out.key(key);
    write(out, value);
    members(out, rest...);
}

// The same between braces.
template <typename... Members>
void object(Writer& out, const Members&... all) {
    out.open('{');
    members(out, all...);
    out.close('}');
}

}  // namespace sop::json
