#include "cli/reading_options.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "library/isolation.h"

namespace doccord {
namespace {

// Every service sets it; some people set it to `false` at their desks.
bool is_ci() {
  const char* const value = std::getenv("CI");
  if (value == nullptr) return false;
  const std::string_view text = value;
  return !text.empty() && text != "0" && text != "false";
}

}  // namespace

void add_reading_options(CLI::App& app, ReadingOptions& options) {
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

void apply_reading_options(const ReadingOptions& options) {
  set_isolation(options.isolated.value_or(is_ci()));
}

}  // namespace doccord
