#pragma once

#include <string>
#include <string_view>

#include "rules/discrepancy.h"

namespace doccord {

enum class Colour { none, error, warning, note, gutter, strong, faint, removed, added };

Colour colour_of(Level level);

// Puts colour on text, or leaves it alone when there is to be none. Colour never carries meaning
// alone: whatever it marks is marked by characters too.
class Paint {
 public:
  explicit Paint(bool colour) : colour_(colour) {}
  std::string operator()(Colour colour, std::string_view text) const;
  // The text as a link that a terminal opens; the text alone when there is no address.
  std::string link(std::string_view address, std::string_view text) const;

 private:
  bool colour_;
};

}  // namespace doccord
