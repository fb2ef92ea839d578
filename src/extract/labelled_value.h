#pragma once

#include <optional>
#include <string_view>

namespace doccord {

// "Default: 30 s": a short label, a colon, a value. Views into the text.
struct LabelledValue {
  std::string_view label;
  std::string_view value;
};

// Nothing when the text is not so: a sentence with a colon in it has too long a label.
std::optional<LabelledValue> read_labelled_value(std::string_view text);

}  // namespace doccord
