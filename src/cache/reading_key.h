#pragma once

#include <string>
#include <string_view>

#include "load/source.h"

namespace doccord {

// The name of what is read of the source, in 64 hexadecimal digits: it tells apart all that reading
// may make a difference between, which is the build, the bytes, what the configuration says of how
// they are to be read, and the ends of paths that tell formats and keys. Where the documents lie,
// their ids and titles make none.
std::string reading_key(std::string_view build_identity, const Source& source);

}  // namespace doccord
