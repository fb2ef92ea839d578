# What `cmake --install` puts where, in components: `program`, `development` for those who embed the
# library, `licence` for all.
# Debian's place for libraries, which its packages are to have whatever prefix the build was configured for.
if(EXISTS /etc/debian_version AND CMAKE_LIBRARY_ARCHITECTURE AND NOT DEFINED CMAKE_INSTALL_LIBDIR)
  set(CMAKE_INSTALL_LIBDIR lib/${CMAKE_LIBRARY_ARCHITECTURE} CACHE PATH "Libraries, below the prefix")
endif()
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS doccord COMPONENT program)

# What the program prints about itself is made by it, so that it cannot say anything else.
set(DOCCORD_SHARE ${PROJECT_BINARY_DIR}/share)
set(DOCCORD_PRINTED)
function(doccord_prints path)
  get_filename_component(directory ${path} DIRECTORY)
  file(MAKE_DIRECTORY ${DOCCORD_SHARE}/${directory})
  add_custom_command(OUTPUT ${DOCCORD_SHARE}/${path} COMMAND doccord ${ARGN} > ${DOCCORD_SHARE}/${path}
                     DEPENDS doccord VERBATIM)
  set(DOCCORD_PRINTED ${DOCCORD_PRINTED} ${DOCCORD_SHARE}/${path} PARENT_SCOPE)
endfunction()
doccord_prints(man/man1/doccord.1 man doccord)
doccord_prints(man/man5/doccord.json.5 man doccord.json)
doccord_prints(bash-completion/completions/doccord completion bash)
doccord_prints(zsh/site-functions/_doccord completion zsh)
doccord_prints(fish/vendor_completions.d/doccord.fish completion fish)
foreach(schema accepted config extract registry results)
  doccord_prints(doccord/schemas/${schema}.schema.json schema ${schema})
endforeach()
add_custom_target(doccord_share ALL DEPENDS ${DOCCORD_PRINTED})
install(DIRECTORY ${DOCCORD_SHARE}/ DESTINATION ${CMAKE_INSTALL_DATADIR} COMPONENT program)

install(DIRECTORY site/templates site/assets DESTINATION ${CMAKE_INSTALL_DATADIR}/doccord/site COMPONENT program)
install(DIRECTORY ci/github ci/gitlab DESTINATION ${CMAKE_INSTALL_DATADIR}/doccord/ci COMPONENT program
        USE_SOURCE_PERMISSIONS)
install(FILES README.md CHANGELOG.md SECURITY.md THIRD-PARTY-NOTICES.md DESTINATION ${CMAKE_INSTALL_DOCDIR}
        COMPONENT program)
if(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/examples)
  install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
endif()
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT licence)

# The library, for find_package(doccord) and pkg-config.
set(DOCCORD_CMAKE_DIRECTORY ${CMAKE_INSTALL_LIBDIR}/cmake/doccord)
install(TARGETS doccord_library EXPORT doccordTargets COMPONENT development
        INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/doccord DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT doccordTargets NAMESPACE doccord:: DESTINATION ${DOCCORD_CMAKE_DIRECTORY} COMPONENT development)
configure_package_config_file(cmake/doccordConfig.cmake.in ${PROJECT_BINARY_DIR}/doccordConfig.cmake
                              INSTALL_DESTINATION ${DOCCORD_CMAKE_DIRECTORY})
# While the major version is 0, a minor one may change what programs rely on.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/doccordConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/doccordConfig.cmake ${PROJECT_BINARY_DIR}/doccordConfigVersion.cmake
              cmake/doccordDependencies.cmake
        DESTINATION ${DOCCORD_CMAKE_DIRECTORY} COMPONENT development)
# By way of where the file itself stands, since `cmake --install --prefix` may choose another place.
file(RELATIVE_PATH DOCCORD_PC_PREFIX ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(cmake/doccord.pc.in ${PROJECT_BINARY_DIR}/doccord.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/doccord.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
