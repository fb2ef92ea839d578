#pragma once

#include <span>

#include "base/embedded_file.h"

namespace doccord {

// The files of the folder profiles/, sorted by path. The build makes the definition.
std::span<const EmbeddedFile> profile_files();

}  // namespace doccord
