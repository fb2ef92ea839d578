#pragma once

#include <optional>
#include <ostream>
#include <string>

#include "cache/reading_cache.h"

namespace CLI {
class App;
}

namespace doccord {

// Whether what is read of documents is kept for later runs, and where.
struct CacheOptions {
  bool taken = false;      // By the command, which reads documents.
  std::string directory;   // Empty: the one of DOCCORD_CACHE, if that is set.
  bool none = false;       // Whatever the environment says.
  bool in_memory = false;  // Where no directory is named: for commands that read again and again.
};

void add_cache_options(CLI::App& app, CacheOptions& options);

// Has all that is read go through the cache that the options or the environment name, for as long
// as it lives. One that cannot be used costs a warning: the run does without.
class CacheInUse {
 public:
  CacheInUse(const CacheOptions& options, std::ostream& err);
  CacheInUse(const CacheInUse&) = delete;
  CacheInUse& operator=(const CacheInUse&) = delete;
  ~CacheInUse();

 private:
  std::optional<ReadingCache> cache_;
  std::ostream& err_;
};

}  // namespace doccord
