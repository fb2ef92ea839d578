#pragma once

#include <string>
#include <string_view>

#include "report/paint.h"

namespace doccord {

// Two texts as one line, "the [-method-]{+HTTP verb+} used", with long stretches that they share
// cut down to the words next to a change.
std::string short_diff(std::string_view a, std::string_view b, const Paint& paint);

}  // namespace doccord
