# `cpack` in the build directory makes two Debian packages: doccord, and libdoccord-dev for those who embed the
# library. With SOURCE_DATE_EPOCH set, the same build gives the same bytes.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME doccord)
set(CPACK_PACKAGE_VENDOR "The doccord authors")
set(CPACK_PACKAGE_CONTACT "The doccord authors <doccord@packages.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
                                                WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
# `licence` is not among them: Debian wants it as `copyright`.
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME doccord)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS git)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "compares documents that describe the same keyed things
Many documents describe the same keyed things: HTTP status codes, error codes,
options. doccord reads such documents in HTML, Markdown, plain text, XML, CSV,
JSON, YAML and source code, finds the entries in each without configuration,
reconciles them into one registry, says where the documents disagree and how
gravely, and builds a website that compares them.")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "${CPACK_DEBIAN_PROGRAM_DESCRIPTION}")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libdoccord-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# What cmake/doccordDependencies.cmake finds.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "libcmark-gfm-dev, libcmark-gfm-extensions-dev, libfmt-dev, libgumbo-dev, libmd-dev, libpugixml-dev, libre2-dev, libutf8proc-dev, libyaml-dev")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_RECOMMENDS pkg-config)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "cmake, doccord")
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "compares documents that describe the same keyed things (C++ library)
doccord finds the entries in documents that describe the same keyed things,
reconciles them, says where the documents disagree, and builds a website that
compares them.
.
This package has the static library, its headers, and what CMake and
pkg-config need to find them.")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "${CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION}")

# What Debian wants of a package beside its files. By a script, as this is of no use elsewhere.
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian/finish.cmake)
include(CPack)
