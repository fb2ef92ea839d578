#include "text/equals_folded.h"

#include "text/utf8.h"

namespace doccord {

// A few letters beyond ASCII fold into it: the Kelvin sign is a k.
bool equals_folded(std::string_view text, std::string_view folded) {
  if (text.size() < folded.size()) return false;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) return fold_case(text) == folded;
    const char small = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : text[i];
    if (small != folded[i]) return false;
  }
  return text.size() == folded.size();
}

}  // namespace doccord
