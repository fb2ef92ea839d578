#pragma once

#include <span>

#include "base/embedded_file.h"

namespace doccord {

// Templates and assets of the website, from the folder site/, sorted by path. The build makes the
// definition.
std::span<const EmbeddedFile> embedded_files();

}  // namespace doccord
