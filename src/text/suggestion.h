#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// "; did you mean `sources`?" when one of the known words is at most two slips away from `word`; the
// nearest, and of several the first. Otherwise nothing.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace doccord
