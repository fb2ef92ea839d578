#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace doccord {

// Text set in terminal cells. What comes in is made harmless for terminals on the way.

// At most `width` cells; what is longer ends with `…`.
std::string cut(std::string_view text, std::size_t width);

// The same, filled up with blanks to the width.
std::string cell(std::string_view text, std::size_t width);

// Lines of at most `width` cells broken at blanks, each behind `indent` blanks and with a line end.
// A word that is longer than a line gets one of its own.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace doccord
