#pragma once

#include <map>
#include <string>

#include "base/result.h"

namespace doccord {

// The bytes of every regular file below a directory, by its path relative to it, with `/`. For
// templates and assets that a user brings; an error when there is no such directory or no file in
// it.
Result<std::map<std::string, std::string>> read_files_below(const std::string& directory);

}  // namespace doccord
