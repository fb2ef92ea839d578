#pragma once

#include <string_view>

namespace doccord {

// Keys in reading order: runs of digits (after 0x, of hexadecimal digits) by value, everything else
// by byte, so that "404" < "404.2" < "404.15" < "1000" < "ENOENT" and 0xA < 0x10. A total order.
bool key_less(std::string_view a, std::string_view b);

}  // namespace doccord
