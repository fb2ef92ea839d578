#pragma once

#include <optional>
#include <string_view>

namespace doccord {

// A line of reStructuredText that opens a directive: ".. option:: --verbose, -v". Views into it.
struct Directive {
  std::string_view domain;    // The "py" of "py:data"; may be empty.
  std::string_view name;      // Without it: "data".
  std::string_view argument;  // May be empty.
};

// Nothing when the line opens none.
std::optional<Directive> read_directive(std::string_view line);

}  // namespace doccord
