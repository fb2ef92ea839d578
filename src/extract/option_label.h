#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace doccord {

// The options of a command that open a text: "-o, --output=FILE". All parts are views into it.
struct OptionLabel {
  std::string_view name;      // The first long one, or the first of all.
  std::string_view alias;     // The first other one; may be empty.
  std::string_view argument;  // "FILE", "<file>", "[when]"; may be empty.
  std::size_t size = 0;       // Bytes up to the end of all that.
};

// Nothing when the text does not begin with an option.
std::optional<OptionLabel> read_option_label(std::string_view text);

}  // namespace doccord
