#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// Whether a key falls within one pattern of a configuration:
//   404      the key itself, and what is numbered below it: 404.15
//   4xx      a number of as many digits, each x any digit, and what is numbered below it
//   400-499  a number between the two, both included; a range of keys within them
//   ERR_*    any text in place of each *
bool falls_within(std::string_view key, std::string_view pattern);

// Whether a key falls within any of the patterns. No patterns mean everything.
bool in_scope(std::string_view key, const std::vector<std::string>& patterns);

}  // namespace doccord
