#pragma once

#include <cstddef>
#include <string_view>

#include "load/source.h"

namespace doccord {

// How many bytes at `at` are a way to write this character in the format: itself, or an escape for
// it. 0 when it does not stand there. `c` is one code point in UTF-8; a blank stands for any run of
// white space.
std::size_t written_size(std::string_view text, std::size_t at, std::string_view c, Format format);

}  // namespace doccord
