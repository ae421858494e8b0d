// QPDF's headers, for the .cpp files of this folder only.
#pragma once

#ifdef __clang__
// clang 14 does not compile JSON.hh as C++20 (it has a vector of an incomplete type); nothing here needs it.
#define JSON_HH
class JSON;
#endif

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
