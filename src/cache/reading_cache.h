#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cache/cache_directory.h"
#include "extract/read_documents.h"
#include "load/source.h"

namespace doccord {

// What was read of documents before, by what reading depends on (reading_key.h). It is asked and
// never trusted: what is not there, or not as it was stored, is read anew, so that a run has the
// same result with it, without it, and with one that somebody has damaged.
class ReadingCache {
 public:
  // One that later runs find. The error is why there can be none in the directory.
  static Result<ReadingCache> open(const std::string& directory);
  // One for a program that reads the same documents time and again: it knows what it read last.
  static ReadingCache in_memory();

  // Reads documents that are not known from before, as read_documents does.
  using Read = std::function<std::vector<ReadDocument>(const SourceSet& sources,
                                                       std::vector<Error>& errors)>;

  // What `read` makes of all sources. It is only given those of which nothing is known.
  std::vector<ReadDocument> read(SourceSet& sources, std::vector<Error>& errors, const Read& read);

  // Why something was not stored, if so; the first of several.
  const std::optional<Error>& trouble() const { return trouble_; }

 private:
  ReadingCache(std::optional<CacheDirectory> directory, std::string build_identity)
      : directory_(std::move(directory)), build_identity_(std::move(build_identity)) {}

  std::optional<ReadDocument> find(const std::string& key, const Source& source) const;
  // By place in `sources`.
  void store(const SourceSet& sources, const std::vector<std::string>& keys,
             const std::vector<ReadDocument>& read);
  // Of what is in memory, all but these.
  void forget_others(const std::vector<std::string>& keys);

  std::optional<CacheDirectory> directory_;  // Nothing: in memory.
  std::string build_identity_;
  std::map<std::string, std::string> in_memory_;  // Records by key.
  std::optional<Error> trouble_;
};

// The one that this run uses; null unless set. To be set before work begins, and to outlive it.
ReadingCache* reading_cache();
void set_reading_cache(ReadingCache* cache);

}  // namespace doccord
