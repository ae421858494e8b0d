// RapidJSON's documents and schemas.
#pragma once

#if defined(__clang__)  // RapidJSON's iterators are from before C++20 made comparisons symmetric
#pragma clang diagnostic ignored "-Wambiguous-reversed-operator"
#endif
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
