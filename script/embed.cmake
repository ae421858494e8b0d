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

# embed_texts(TARGET NAME FILES...): the same for a set of files; "embedded/NAME.h" declares `sop::embedded::NAME`, a list
# of file name and text, in this order.
function(embed_texts target name)
  set(header ${PROJECT_BINARY_DIR}/generated/embedded/${name}.h)
  set(source ${PROJECT_BINARY_DIR}/generated/embedded/${name}.cpp)
  set(includes "")
  set(entries "")
  foreach(file ${ARGN})
    get_filename_component(file_name ${file} NAME)
    string(MAKE_C_IDENTIFIER "${name}_${file_name}" identifier)
    embed_text(${target} ${identifier} ${file})
    string(APPEND includes "#include \"embedded/${identifier}.h\"\n")
    string(APPEND entries "    {\"${file_name}\", ${identifier}},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${header} @ONLY CONTENT
"#pragma once
#include <string_view>
#include <utility>
#include <vector>
namespace sop::embedded {
extern const std::vector<std::pair<std::string_view, std::string_view>> ${name};
}
")
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"#include \"embedded/${name}.h\"
${includes}namespace sop::embedded {
const std::vector<std::pair<std::string_view, std::string_view>> ${name}{
${entries}};
}
")
  target_sources(${target} PRIVATE ${source})
endfunction()
