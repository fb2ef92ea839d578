#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace doccord {

// Writes a file as a whole: whoever reads it meanwhile, or after a failure, finds the old bytes or
// the new ones.
tl::expected<void, Error> write_file(const std::string& path, std::string_view bytes);

}  // namespace doccord
