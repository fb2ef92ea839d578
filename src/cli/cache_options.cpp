#include "cli/cache_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

// Nobody gets a cache without asking for one: it is a file that a result may depend on.
std::string directory_of(const CacheOptions& options) {
  if (!options.taken || options.none) return {};
  if (!options.directory.empty()) return options.directory;
  const char* const value = std::getenv("DOCCORD_CACHE");
  return value == nullptr ? "" : value;
}

void warn(const Error& error, std::ostream& err) {
  const std::string line =
      fmt::format("doccord: warning: no use of the cache: {} {}", error.path, error.message);
  err << not_a_command(terminal_safe(line)) << "\n";
}

}  // namespace

void add_cache_options(CLI::App& app, CacheOptions& options) {
  options.taken = true;
  app.add_option("--cache", options.directory,
                 "Keep what is read of documents in DIR, and read\nonly those that changed; "
                 "otherwise in the\ndirectory that DOCCORD_CACHE names, if any")
      ->type_name("DIR");
  app.add_flag("--no-cache", options.none, "Read all documents, whatever DOCCORD_CACHE says");
}

CacheInUse::CacheInUse(const CacheOptions& options, std::ostream& err) : err_(err) {
  const std::string directory = directory_of(options);
  if (directory.empty()) {
    if (!options.in_memory || options.none) return;
    cache_.emplace(ReadingCache::in_memory());
    set_reading_cache(&*cache_);
    return;
  }
  auto opened = ReadingCache::open(directory);
  if (!opened) {
    warn(opened.error(), err);
    return;
  }
  cache_.emplace(std::move(*opened));
  set_reading_cache(&*cache_);
}

CacheInUse::~CacheInUse() {
  set_reading_cache(nullptr);
  if (cache_ && cache_->trouble()) warn(*cache_->trouble(), err_);
}

}  // namespace doccord
