// QPDF's objects, asked without its warnings and exceptions: what is not of the wanted type is absent. For the .cpp
// files of this folder only.
#pragma once

#include <optional>
#include <string>

#include "ingest/pdf/geometry.h"
#include "ingest/pdf/qpdf.h"

namespace sop::pdf {

using Object = QPDFObjectHandle;

// A dictionary's or a stream dictionary's entry; null where there is none.
Object get(const Object& dictionary, const char* key);

std::optional<double> number_of(Object object);
double number_of(const Object& object, double missing);
// Clamped to the range of int.
int int_of(Object object, int missing);
// Without the slash; "" where it is no name.
std::string name_of(Object object);
// A text string (7.9.2.2) as UTF-8, at most `limit` bytes; "" where it is none.
std::string text_of(Object object, std::size_t limit);
// A rectangle (7.9.5) in the file's own coordinates, y upward, corners in order.
std::optional<Rectangle> rectangle_of(const Object& object);
std::optional<Matrix> matrix_of(const Object& object);
// Items of an array; 0 for all else.
int size_of(Object object);
Object item(Object array, int index);

}  // namespace sop::pdf
