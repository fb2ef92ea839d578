#pragma once

#include <cstddef>
#include <string>
#include <tl/expected.hpp>

namespace doccord {

// Why input or environment kept us from a result, and where. The message is lower case, without a
// full stop, names the thing and says what was expected.
struct Error {
  std::string path;        // The file at fault; empty when there is none.
  std::size_t line = 0;    // From 1; 0 when the whole file is meant.
  std::size_t column = 0;  // From 1, in code points; 0 when the whole line is meant.
  std::string message;

  friend bool operator==(const Error&, const Error&) = default;
};

// A value, or why there is none.
template <class T>
using Result = tl::expected<T, Error>;

// "path:line:column: error: message", or "doccord: error: message" without a path.
std::string to_string(const Error& error);

}  // namespace doccord
