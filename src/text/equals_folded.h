#pragma once

#include <string_view>

namespace doccord {

// Whether fold_case(text) is `folded`, which is ASCII and folded already.
bool equals_folded(std::string_view text, std::string_view folded);

}  // namespace doccord
