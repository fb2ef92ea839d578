# doccord_add_static(NAME [EXCLUDE_FROM_ALL]): a program that needs no shared library, not even the C library's. It
# consists of what `doccord` is made from, linked with static libraries. Of fmt Debian has none: what of it is no
# template is compiled here. The server of `doccord serve` is left out, since libevent can ask for hosts by name, which
# glibc does with shared libraries only.
set(DOCCORD_STATIC_PARTS cmark-gfm-extensions cmark-gfm gumbo md pugixml re2 utf8proc yaml)
set(DOCCORD_STATIC_LIBRARIES)
set(DOCCORD_STATIC_MISSING)
foreach(part ${DOCCORD_STATIC_PARTS})
  find_library(DOCCORD_STATIC_${part} NAMES lib${part}.a)
  mark_as_advanced(DOCCORD_STATIC_${part})
  if(DOCCORD_STATIC_${part})
    list(APPEND DOCCORD_STATIC_LIBRARIES ${DOCCORD_STATIC_${part}})
  else()
    list(APPEND DOCCORD_STATIC_MISSING lib${part}.a)
  endif()
endforeach()

function(doccord_add_static name)
  add_executable(${name} ${ARGN} src/main.cpp cmake/static/fmt.cpp cmake/static/no_preview_server.cpp)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_compile_options(${name} PRIVATE $<TARGET_PROPERTY:doccord_options,INTERFACE_COMPILE_OPTIONS>)
  target_link_options(${name} PRIVATE $<IF:$<BOOL:${DOCCORD_HARDENING}>,-static-pie,-static>)
  # By their files: as targets they would bring the shared libraries along.
  target_link_libraries(${name} PRIVATE $<TARGET_FILE:doccord_cli> $<TARGET_FILE:doccord_library>
                                        ${DOCCORD_STATIC_LIBRARIES})
  add_dependencies(${name} doccord_cli doccord_library)
endfunction()
