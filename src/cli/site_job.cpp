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

// What the command line says of the site.
Gathered<SiteOptions> site_options(const Options& options) {
  auto files = own_files(options);
  if (!files) return tl::unexpected(files.error());
  SiteOptions site;
  site.files = std::move(*files);
  site.updated = build_date();
  site.address = options.address;
  if (!site.address.empty() && !site.address.ends_with('/')) site.address += '/';
  return site;
}

}  // namespace

Gathered<MadeSite> make_site(const Options& options) {
  const auto results = all_results(options);
  if (!results) return tl::unexpected(results.error());
  auto given = site_options(options);
  if (!given) return tl::unexpected(given.error());
  Progress progress("making the pages");
  given->on_page = [&](std::size_t done, std::size_t all) {
    progress.count("making pages", done, all);
  };
  auto site = build_site(*results, *given);
  if (!site) return tl::unexpected(std::vector<Error>{site.error()});
  return MadeSite{std::move(*site), paths_of(options, *results)};
}

Gathered<std::unique_ptr<SiteJob>> plan_site_job(const Options& options) {
  auto job = std::make_unique<SiteJob>();
  auto results = all_results(options);
  if (!results) return tl::unexpected(results.error());
  job->results = std::move(*results);
  auto given = site_options(options);
  if (!given) return tl::unexpected(given.error());
  job->options = std::move(*given);
  auto plan = plan_site(job->results, job->options);
  if (!plan) return tl::unexpected(std::vector<Error>{plan.error()});
  job->plan = std::move(*plan);
  return job;
}

}  // namespace doccord
