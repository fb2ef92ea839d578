#pragma once

#include <optional>
#include <string_view>

namespace doccord {

// A length of time that is written with more than one number or by a standard, in seconds: 1h30m,
// "1 h 30 min", ISO 8601's PT1H30M, 01:30:00. The text is in lower case.
std::optional<double> read_duration(std::string_view text);

}  // namespace doccord
