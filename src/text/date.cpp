#include "text/date.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace doccord {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t kSecondsOfDay = 24 * 60 * 60;
constexpr int kLastYear = 9999;

std::optional<int> number_of(std::string_view digits) {
  int value = 0;
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (std::from_chars(digits.begin(), digits.end(), value).ptr != digits.end()) return std::nullopt;
  return value;
}

std::optional<year_month_day> day_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number_of(text.substr(0, 4));
  const auto month = number_of(text.substr(5, 2));
  const auto day = number_of(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const year_month_day found{std::chrono::year(*year),
                             std::chrono::month(static_cast<unsigned>(*month)),
                             std::chrono::day(static_cast<unsigned>(*day))};
  if (!found.ok()) return std::nullopt;
  return found;
}

std::string written(sys_days days) {
  const year_month_day day(days);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace

bool is_date(std::string_view text) { return day_of(text).has_value(); }

std::optional<std::string> date_of_seconds(std::int64_t seconds) {
  if (seconds < 0) return std::nullopt;
  const std::int64_t days = seconds / kSecondsOfDay;
  if (days > (kLastYear - 1970) * std::int64_t{366}) return std::nullopt;
  const sys_days day{std::chrono::days(days)};
  if (static_cast<int>(year_month_day(day).year()) > kLastYear) return std::nullopt;
  return written(day);
}

std::string days_after(std::string_view date, int days) {
  const auto day = day_of(date);
  return day ? written(sys_days(*day) + std::chrono::days(days)) : std::string(date);
}

}  // namespace doccord
