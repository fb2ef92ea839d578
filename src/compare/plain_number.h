#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace doccord {

// Bytes at the start of the lower-case text that are a number: 30, -1, 0x1f, 1.50, 1,000, 1_000.
// 0 when there is none, or when it goes on as something else (1.2.3, 5th).
std::size_t number_size(std::string_view text);

// A number without what does not change its value: its base, signs that group figures, leading
// zeros and zeros that end a fraction. Exact, of any size.
std::string plain_number(std::string number);

}  // namespace doccord
