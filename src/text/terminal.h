#pragma once

#include <string>
#include <string_view>

namespace doccord {

// What a code point of a document is to be shown as: itself, or, when a terminal would act on it or
// show nothing (escape sequences, other controls, bidirectional overrides, zero-width characters),
// a visible stand-in such as `\x1b` or `<U+202E>`. Line ends and tabs count as controls.
std::string terminal_safe(char32_t code_point);

// The whole text so; bytes that are not UTF-8 become `\xNN`. Every text that comes from a document
// or a file name passes through here before it is printed.
std::string terminal_safe(std::string_view text);

}  // namespace doccord
