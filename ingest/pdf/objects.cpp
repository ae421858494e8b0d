#include "ingest/pdf/objects.h"

#include <climits>

#include "ingest/text.h"

namespace sop::pdf {
namespace {

// Coordinates beyond this are nonsense and would overflow later sums.
constexpr double largest_number = 1e9;

}  // namespace

Object get(const Object& dictionary, const char* key) {
    Object object = dictionary;
    if (object.isStream()) object = object.getDict();
    return object.isDictionary() ? object.getKey(key) : Object::newNull();
}

std::optional<double> number_of(Object object) {
    if (!object.isNumber()) return {};
    const double value = object.getNumericValue();
    return std::abs(value) <= largest_number ? std::optional(value) : std::nullopt;
}

double number_of(const Object& object, double missing) { return number_of(object).value_or(missing); }

int int_of(Object object, int missing) {
    if (!object.isInteger()) return missing;
    return static_cast<int>(std::clamp<long long>(object.getIntValue(), INT_MIN, INT_MAX));
}

std::string name_of(Object object) { return object.isName() ? object.getName().substr(1) : std::string(); }

std::string text_of(Object object, std::size_t limit) {
    if (!object.isString()) return {};
    const std::string text = object.getUTF8Value();
    return clean_text(truncate_utf8(text, limit));
}

int size_of(Object object) { return object.isArray() ? object.getArrayNItems() : 0; }

Object item(Object array, int index) { return index < size_of(array) ? array.getArrayItem(index) : Object::newNull(); }

std::optional<Rectangle> rectangle_of(const Object& object) {
    if (size_of(object) != 4) return {};
    double value[4];
    for (int i = 0; i < 4; ++i) {
        const auto number = number_of(item(object, i));
        if (!number) return {};
        value[i] = *number;
    }
    return Rectangle{std::min(value[0], value[2]), std::min(value[1], value[3]), std::max(value[0], value[2]),
                     std::max(value[1], value[3])};
}

std::optional<Matrix> matrix_of(const Object& object) {
    if (size_of(object) != 6) return {};
    double value[6];
    for (int i = 0; i < 6; ++i) {
        const auto number = number_of(item(object, i));
        if (!number) return {};
        value[i] = *number;
    }
    return Matrix{value[0], value[1], value[2], value[3], value[4], value[5]};
}

}  // namespace sop::pdf
