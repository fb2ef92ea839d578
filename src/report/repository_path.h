#pragma once

#include <string>

#include "report/report.h"

namespace doccord {

// A document's path as services know it: relative to the root of the repository, with `/`, without
// `.` or `..`. A document outside of the repository goes by its name.
std::string repository_path(const TextOptions& options, const std::string& path);

}  // namespace doccord
