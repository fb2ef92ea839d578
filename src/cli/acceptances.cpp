#include "cli/acceptances.h"

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

#include "cli/git.h"
#include "load/load.h"
#include "text/date.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

Result<std::string> find_configuration(const std::string& in) {
  const auto missing = [](const std::string& where) {
    return tl::unexpected(Error{where, 0, 0, "no doccord.json here, beside which acceptances are"});
  };
  if (in.empty()) {
    const std::string nearest = find_config(".");
    return nearest.empty() ? Result<std::string>(missing("")) : nearest;
  }
  std::error_code ignored;
  const fs::path path =
      fs::is_directory(in, ignored) ? fs::path(in) / "doccord.json" : fs::path(in);
  if (!fs::exists(path, ignored)) return missing(in);
  return path.lexically_normal().string();
}

Result<std::string> today_of(const GateOptions& options) {
  if (!options.today.empty()) return options.today;
  if (const std::string epoch = variable("SOURCE_DATE_EPOCH"); !epoch.empty()) {
    std::int64_t seconds = -1;
    const auto end = epoch.data() + epoch.size();
    const bool whole = std::from_chars(epoch.data(), end, seconds).ptr == end;
    if (const auto date = date_of_seconds(whole ? seconds : -1)) return *date;
    return tl::unexpected(
        Error{"", 0, 0, "expected SOURCE_DATE_EPOCH to be a number of seconds since 1970"});
  }
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return date_of_seconds(std::chrono::duration_cast<std::chrono::seconds>(now).count())
      .value_or("1970-01-01");
}

std::string decider_of(const AcceptOptions& options) {
  if (!options.by.empty()) return options.by;
  if (std::string by = variable("DOCCORD_BY"); !by.empty()) return by;
  const auto mail = run_git(".", {"config", "user.email"});
  return mail ? std::string(trim(*mail)) : variable("USER");
}

}  // namespace doccord
