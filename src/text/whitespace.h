#pragma once

#include <string>
#include <string_view>

namespace doccord {

// White space here is Unicode's, the no-break space and the byte order mark included.
bool is_space(char32_t c);

// How many bytes of white space start at `offset`: 0 when there is none.
std::size_t space_size(std::string_view text, std::size_t offset);

std::string_view trim(std::string_view text);
std::string_view trim_left(std::string_view text);
std::string_view trim_right(std::string_view text);
bool is_blank(std::string_view text);

// Every run of white space becomes one blank; none stays at the ends.
std::string collapse(std::string_view text);

}  // namespace doccord
