# embed_text(TARGET NAME FILE): compiles FILE into TARGET; "embedded/NAME.h" declares `std::string_view sop::embedded::NAME`.
function(embed_text target name file)
  set(header ${PROJECT_BINARY_DIR}/generated/embedded/${name}.h)
  set(source ${PROJECT_BINARY_DIR}/generated/embedded/${name}.cpp)
  get_filename_component(path ${file} ABSOLUTE)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  file(READ ${path} content HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${content}")
  string(REGEX REPLACE "((................................................................................)+)," "\\1,\n" bytes "${bytes}")
  file(CONFIGURE OUTPUT ${header} @ONLY CONTENT
"#pragma once
#include <string_view>
namespace sop::embedded {
extern const std::string_view ${name};
}
")
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include \"embedded/${name}.h\"
namespace sop::embedded {
namespace {
constexpr char bytes[] = {${bytes}'\\0'};
}
const std::string_view ${name}{bytes, sizeof(bytes) - 1};
}
")
  target_sources(${target} PRIVATE ${source})
endfunction()
