#include "cli/reading_options.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string_view>

#include "base/limits.h"
#include "library/isolation.h"
#include "text/suggestion.h"

namespace doccord {
namespace {

// The most that `depth` may be given: trees are walked by recursion, and the stack has an end.
constexpr std::size_t kDeepest = 10'000;

// Every service sets it; some people set it to `false` at their desks.
bool is_ci() {
  const char* const value = std::getenv("CI");
  if (value == nullptr) return false;
  const std::string_view text = value;
  return !text.empty() && text != "0" && text != "false";
}

// Nothing when it is no number from 1; K, M and G stand for powers of 1024.
std::optional<std::size_t> number_of(std::string_view text) {
  std::size_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  std::string_view unit = text.substr(static_cast<std::size_t>(stop - text.data()));
  const std::size_t shift = unit == "K" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : 0;
  if (shift != 0) unit = {};
  const std::size_t most = std::numeric_limits<std::size_t>::max() >> 16;
  const bool fits = error == std::errc() && number > 0 && number <= most >> shift;
  return fits && unit.empty() ? std::optional(number << shift) : std::nullopt;
}

const LimitName* find_limit(std::string_view name) {
  for (const LimitName& limit : limit_names()) {
    if (limit.name == name) return &limit;
  }
  return nullptr;
}

// Breaks a list behind a comma where a line of the help is full.
std::string broken(const std::string& list) {
  constexpr std::size_t kWidth = 54;
  std::string out;
  std::size_t begin = 0;
  while (list.size() - begin > kWidth) {
    const std::size_t end = list.rfind(' ', begin + kWidth);
    out += list.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  return out + list.substr(begin);
}

}  // namespace

void add_isolation_option(CLI::App& app, ReadingOptions& options) {
  // By functions, since CLI11 would take `false` for what nobody has said.
  CLI::Option* const isolate = app.add_flag_function(
      "--isolate", [&options](std::int64_t) { options.isolated = true; },
      "Read documents in processes of their own, so that a\nfault costs one document; the default "
      "where CI is set");
  app.add_flag_function(
         "--no-isolate", [&options](std::int64_t) { options.isolated = false; },
         "Read them in this process, as it is elsewhere")
      ->excludes(isolate);
}

void add_limit_option(CLI::App& app, ReadingOptions& options) {
  std::string names;
  for (const LimitName& limit : limit_names()) {
    names += fmt::format("{}{}", names.empty() ? "" : ", ", limit.name);
  }
  app.add_option(
         "--limit", options.limits,
         "Allow more or less of what documents may have, as in\ndepth=1000 or bytes=64M; may "
         "be given several times:\n" +
             broken(names))
      ->type_name("NAME=N")
      ->allow_extra_args(false);
}

std::string find_limit_error(const ReadingOptions& options) {
  for (const std::string& given : options.limits) {
    const std::string name = given.substr(0, given.find('='));
    const LimitName* const known = find_limit(name);
    if (known == nullptr) {
      std::vector<std::string_view> names;
      for (const LimitName& limit : limit_names()) names.push_back(limit.name);
      return fmt::format("--limit: there is no limit `{}`{}", name, suggestion(name, names));
    }
    const auto number =
        given.size() == name.size() ? std::nullopt : number_of(given.substr(name.size() + 1));
    if (!number) {
      return fmt::format(
          "--limit: expected `{0}=N` with a number from 1, as in {0}=1000 or {0}=64M, not `{1}`",
          name, given);
    }
    if (known->member == &Limits::depth && *number > kDeepest) {
      return fmt::format("--limit: `depth` may be {} at most, not {}", kDeepest, *number);
    }
  }
  return {};
}

void apply_reading_options(const ReadingOptions& options, bool may_isolate) {
  Limits chosen;
  for (const std::string& given : options.limits) {
    const std::size_t sign = given.find('=');
    chosen.*find_limit(given.substr(0, sign))->member = *number_of(given.substr(sign + 1));
  }
  set_limits(chosen);
  set_isolation(may_isolate && options.isolated.value_or(is_ci()));
}

}  // namespace doccord
