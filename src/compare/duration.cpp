#include "compare/duration.h"

#include <array>
#include <charconv>
#include <utility>

namespace doccord {
namespace {

using Unit = std::pair<std::string_view, double>;

constexpr std::array<Unit, 17> kUnits = {{{"weeks", 604800},
                                          {"week", 604800},
                                          {"w", 604800},
                                          {"days", 86400},
                                          {"day", 86400},
                                          {"d", 86400},
                                          {"hours", 3600},
                                          {"hour", 3600},
                                          {"h", 3600},
                                          {"minutes", 60},
                                          {"minute", 60},
                                          {"min", 60},
                                          {"ms", 1e-3},
                                          {"m", 60},
                                          {"seconds", 1},
                                          {"second", 1},
                                          {"s", 1}}};

// Takes a number from the front of `text`.
std::optional<double> take_number(std::string_view& text) {
  double value = 0;
  const auto [stop, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || text.front() == '-') return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return value;
}

// Takes a unit smaller than `limit` from the front of `text`, and gives its seconds.
std::optional<double> take_unit(std::string_view& text, double limit) {
  for (const auto& [sign, seconds] : kUnits) {
    if (!text.starts_with(sign) || seconds >= limit) continue;
    text.remove_prefix(sign.size());
    return seconds;
  }
  return std::nullopt;
}

void skip_joints(std::string_view& text) {
  for (const std::string_view joint : {",", " and ", " "}) {
    if (text.starts_with(joint)) text.remove_prefix(joint.size());
  }
}

// 1h30m: each unit smaller than the one before.
std::optional<double> read_parts(std::string_view text) {
  double total = 0;
  double limit = 1e9;
  while (!text.empty()) {
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    if (text.starts_with(' ')) text.remove_prefix(1);
    const auto unit = take_unit(text, limit);
    if (!unit) return std::nullopt;
    total += *number * *unit;
    limit = *unit;
    skip_joints(text);
  }
  return total;
}

// PT1H30M, P1D: the days stand before the T.
std::optional<double> read_iso(std::string_view text) {
  text.remove_prefix(1);
  const std::size_t clock = text.find('t');
  const std::string_view days = text.substr(0, clock);
  const std::string_view rest = clock == std::string_view::npos ? "" : text.substr(clock + 1);
  if (days.find('m') != std::string_view::npos) return std::nullopt;  // Months have no one length.
  const auto of_days = days.empty() ? std::optional<double>(0) : read_parts(days);
  const auto of_clock = rest.empty() ? std::optional<double>(0) : read_parts(rest);
  if (!of_days || !of_clock || (days.empty() && rest.empty())) return std::nullopt;
  return *of_days + *of_clock;
}

// 01:30:00, with hours of any length; of two parts nobody can tell what they are.
std::optional<double> read_clock(std::string_view text) {
  const std::size_t first = text.find(':');
  const std::size_t second = text.find(':', first + 1);
  if (second != first + 3 || text.size() < second + 3) return std::nullopt;
  double total = 0;
  for (const double factor : {3600.0, 60.0, 1.0}) {
    const auto part = take_number(text);
    if (!part || (factor < 3600 && *part >= 60)) return std::nullopt;
    total += *part * factor;
    if (text.starts_with(':')) text.remove_prefix(1);
  }
  return text.empty() ? std::optional<double>(total) : std::nullopt;
}

}  // namespace

std::optional<double> read_duration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.find(':') != std::string_view::npos) return read_clock(text);
  return text.front() == 'p' ? read_iso(text) : read_parts(text);
}

}  // namespace doccord
