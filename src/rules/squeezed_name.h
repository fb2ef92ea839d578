#pragma once

#include <string>
#include <string_view>

namespace doccord {

// The letters and digits of a name in lower case: Time-out and Timeout are the same name.
std::string squeezed_name(std::string_view name);

}  // namespace doccord
