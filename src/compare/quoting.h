#pragma once

#include <string>
#include <string_view>

namespace doccord {

// Quoted words for the reasons of edits. Two are named in an order of their own, so that a reason
// is the same from whichever side the texts are compared.
inline std::string quote(std::string_view words) { return "`" + std::string(words) + "`"; }

inline std::string quote_both(std::string_view one, std::string_view other) {
  return one < other ? quote(one) + " and " + quote(other) : quote(other) + " and " + quote(one);
}

}  // namespace doccord
