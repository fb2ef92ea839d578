#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace doccord {

// Days of the calendar as ISO 8601 writes them, "2025-03-01": such texts compare as the days do.

// Whether it is such a text, and a day that exists.
bool is_date(std::string_view text);

// The day, in UTC, of a number of seconds since 1970; nothing beyond the years 1970 to 9999.
std::optional<std::string> date_of_seconds(std::int64_t seconds);

// The day so many days later. `date` is one.
std::string days_after(std::string_view date, int days);

}  // namespace doccord
