#include "ingest/markup.h"

#include <doctest/doctest.h>

using namespace sop;

TEST_CASE("no text ends the element or attribute that it stands in") {
    CHECK(escape_markup("a<b>&\"c\"") == "a&lt;b&gt;&amp;&quot;c&quot;");
    CHECK(escape_markup("é\x1b[31m\n\x7f") == "é [31m  ");
    CHECK(escape_markup("sop\u202efdp\u0085") == "sop fdp ");
}
