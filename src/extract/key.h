#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace doccord {

// What the keys of one document look like. The pattern is learnt: the shapes try each.
enum class KeyPattern {
  number,       // 404, 404.15, and ranges of them: 4000-4999.
  hexadecimal,  // 0x80070005
  sqlstate,     // Five digits and capitals: 22P02.
  identifier,   // ENOENT, max_connections, --verbose
};

std::string_view to_string(KeyPattern pattern);

// How many bytes at the start of `text` are a key of the pattern: 0 when there is none there or
// when it goes on as something else (404th, 10%, 2.0.1rc). A key is at most 64 bytes.
std::size_t key_size(std::string_view text, KeyPattern pattern);

// Whether all of `text` is one key of the pattern.
bool is_key(std::string_view text, KeyPattern pattern);

// Whether `text` is one word written as programs write names: HTTP_STATUS_OK, ENOENT, NotFound,
// max-age, -Wall; a plain lower-case or capitalised word is not.
bool is_constant(std::string_view text);

// What stands in an option that may be negated: "--[no-]verbose".
inline constexpr std::string_view kNegatable = "[no-]";

// The key as the registry knows it: a range with a plain hyphen, an option that may be negated as
// it is when it is not.
std::string canonical_key(std::string_view key);

// The value of 0x1F4 in decimal digits; nothing when it is no such number or a very large one.
std::optional<std::string> decimal_of(std::string_view key);
// The same; the key itself when it is no such number. What makes 0x2, 0x02 and 2 one.
std::string numeric_value(const std::string& key);

}  // namespace doccord
