#include "cli/site_job.h"
#include "cli/analyze.h"

#include <fmt/chrono.h>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <utility>

#include "accept/acceptance_file.h"
#include "cli/progress.h"
#include "cli/states.h"
#include "load/read_files.h"

namespace doccord {
namespace {

// Templates and assets of the directory that --templates names; none without it.
Gathered<std::map<std::string, std::string>> own_files(const Options& options) {
  if (options.templates_directory.empty()) return std::map<std::string, std::string>();
  return read_files_below(options.templates_directory).map_error([](const Error& error) {
    return std::vector<Error>{error};
  });
}

// SOURCE_DATE_EPOCH as the feed writes times; empty without it.
std::string build_date() {
  const char* const given = std::getenv("SOURCE_DATE_EPOCH");
  if (given == nullptr) return "";
  const long long seconds = std::strtoll(given, nullptr, 10);
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
}

std::vector<std::string> paths_of(const Options& options, const Results& results) {
  std::vector<std::string> paths = options.files;
  for (const Source& source : results.sources.sources) paths.push_back(source.path);
  if (const std::string& config = results.sources.config_path; !config.empty()) {
    paths.push_back(config);
    paths.push_back((std::filesystem::path(config).parent_path() / kAcceptanceFileName).string());
  }
  if (!options.templates_directory.empty()) paths.push_back(options.templates_directory);
  if (!options.gate.base.empty()) paths.push_back(options.gate.base);  // If it is a directory.
  return paths;
}

// Everything that was found, with what people accepted and what became of that.
Gathered<Results> all_results(const Options& options) {
  const auto today = today_of(options.gate);
  if (!today) return tl::unexpected(std::vector<Error>{today.error()});
  auto state = read_state(inputs_of(options), *today, Unreadable::refuse);
  if (!state) return tl::unexpected(state.error());
  if (const std::string& base = options.gate.base; !base.empty()) {
    const std::string& config = state->results.sources.config_path;
    const auto before = read_other_state(base, options.files, config, *today);
    if (!before) return tl::unexpected(before.error());
    compare_with_base(*state, base, *before);
  }
  return std::move(state->results);
}

}  // namespace

Gathered<MadeSite> make_site(const Options& options) {
  const auto results = all_results(options);
  if (!results) return tl::unexpected(results.error());
  auto files = own_files(options);
  if (!files) return tl::unexpected(files.error());
  SiteOptions site_options;
  site_options.files = std::move(*files);
  site_options.updated = build_date();
  site_options.address = options.address;
  if (!site_options.address.empty() && !site_options.address.ends_with('/')) {
    site_options.address += '/';
  }
  Progress progress("making the pages");
  site_options.on_page = [&](std::size_t done, std::size_t all) {
    progress.count("making pages", done, all);
  };
  auto site = build_site(*results, site_options);
  if (!site) return tl::unexpected(std::vector<Error>{site.error()});
  return MadeSite{std::move(*site), paths_of(options, *results)};
}

}  // namespace doccord
