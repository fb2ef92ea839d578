/// @file
/// Which doccord this is. Versions are semantic (semver.org): programs written for one version
/// build and work with a later one of the same major number, and while that is 0, of the same minor
/// number. CMakeLists.txt reads the project's version from here, so that it stands in one place.
#pragma once

#include <string_view>

/// Grows when programs written for an earlier version may need a change.
#define DOCCORD_VERSION_MAJOR 0
/// Grows when something is added; while the major number is 0, also when something is changed.
#define DOCCORD_VERSION_MINOR 1
/// Grows when faults are mended.
#define DOCCORD_VERSION_PATCH 0

namespace doccord::api {

/// The version of the library that was linked, such as "0.1.0".
std::string_view version();

}  // namespace doccord::api
