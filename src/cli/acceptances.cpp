#include "cli/acceptances.h"

#include <fmt/format.h>

#include <algorithm>
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

AcceptInput input_of(const Results& results, const AcceptanceBook& book, std::size_t file,
                     const std::string& today) {
  return {results.registry, book.entries, today, file, book.text};
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

Gathered<AcceptanceBook> read_acceptances(const std::string& config_path) {
  if (config_path.empty()) return AcceptanceBook{};
  AcceptanceBook book;
  book.path = (fs::path(config_path).parent_path() / kAcceptanceFileName).string();
  std::error_code ignored;
  if (!fs::exists(book.path, ignored)) return book;
  auto text = read_file(book.path, kMostDocumentBytes);
  if (!text) return tl::unexpected(std::vector<Error>{text.error()});
  book.text = std::move(*text);
  auto entries = parse_acceptances(book.path, book.text);
  if (!entries) return tl::unexpected(entries.error());
  book.entries = std::move(*entries);
  return book;
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
  if (const std::string by = variable("DOCCORD_BY"); !by.empty()) return by;
  const auto mail = run_git(".", {"config", "user.email"});
  return mail ? std::string(trim(*mail)) : variable("USER");
}

void apply_acceptances(Results& results, const AcceptanceBook& book, const std::string& today) {
  if (book.entries.empty()) return;
  Source file;
  file.id = kAcceptanceFileName;
  file.title = file.id;
  file.path = book.path;
  file.text = book.text;
  const std::size_t place = results.sources.sources.size();
  results.sources.sources.push_back(std::move(file));
  results.discrepancies =
      accept(std::move(results.discrepancies), input_of(results, book, place, today));
}

}  // namespace doccord
