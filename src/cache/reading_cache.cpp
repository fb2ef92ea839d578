#include "cache/reading_cache.h"

#include <algorithm>
#include <set>

#include "base/parallel.h"
#include "cache/build_identity.h"
#include "cache/reading_key.h"
#include "cache/reading_record.h"

namespace doccord {
namespace {

ReadingCache* used_cache = nullptr;

}  // namespace

ReadingCache* reading_cache() { return used_cache; }

void set_reading_cache(ReadingCache* cache) { used_cache = cache; }

Result<ReadingCache> ReadingCache::open(const std::string& directory) {
  std::string identity = build_identity();
  if (identity.empty()) {
    return tl::unexpected(Error{directory, 0, 0,
                                "cannot be used, as this program or a library of its has no build "
                                "id and could not be told from another one"});
  }
  return CacheDirectory::open_or_make(directory).map([&](CacheDirectory&& opened) {
    return ReadingCache(std::move(opened), std::move(identity));
  });
}

ReadingCache ReadingCache::in_memory() { return {std::nullopt, {}}; }

std::optional<ReadDocument> ReadingCache::find(const std::string& key, const Source& source) const {
  if (directory_) {
    const auto bytes = directory_->find(key);
    return bytes ? read_reading(*bytes, source) : std::nullopt;
  }
  const auto found = in_memory_.find(key);
  return found != in_memory_.end() ? read_reading(found->second, source) : std::nullopt;
}

std::vector<ReadDocument> ReadingCache::read(SourceSet& sources, std::vector<Error>& errors,
                                             const Read& read) {
  std::vector<Source>& all = sources.sources;
  std::vector<std::string> keys(all.size());
  std::vector<std::optional<ReadDocument>> known(all.size());
  for_each_in_parallel(all.size(), [&](std::size_t i) {
    keys[i] = reading_key(build_identity_, all[i]);
    known[i] = find(keys[i], all[i]);
  });
  // The others go through reading as a set of their own.
  SourceSet others;
  std::vector<std::size_t> places;
  std::vector<std::string> keys_of_others;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (known[i]) continue;
    places.push_back(i);
    others.sources.push_back(std::move(all[i]));
    keys_of_others.push_back(keys[i]);
  }
  std::vector<ReadDocument> documents;
  if (!places.empty()) documents = read(others, errors);
  store(others, keys_of_others, documents);
  forget_others(keys);
  for (ReadDocument& document : documents) {
    document.source = places[document.source];
    known[document.source] = std::move(document);
  }
  for (std::size_t i = 0; i < places.size(); ++i) all[places[i]] = std::move(others.sources[i]);
  documents.clear();
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!known[i]) continue;  // An error.
    known[i]->source = i;
    documents.push_back(std::move(*known[i]));
  }
  return documents;
}

void ReadingCache::store(const SourceSet& sources, const std::vector<std::string>& keys,
                         const std::vector<ReadDocument>& read) {
  if (read.empty()) return;
  std::vector<std::string> records(read.size());
  std::vector<Result<void>> stored(read.size());
  for_each_in_parallel(read.size(), [&](std::size_t i) {
    records[i] = write_reading(read[i], sources.sources[read[i].source]);
    if (directory_) stored[i] = directory_->store(keys[read[i].source], records[i]);
  });
  if (!directory_) {
    for (std::size_t i = 0; i < read.size(); ++i) {
      in_memory_[keys[read[i].source]] = std::move(records[i]);
    }
    return;
  }
  const auto failed = std::find_if(stored.begin(), stored.end(),
                                   [](const Result<void>& each) { return !each.has_value(); });
  if (failed != stored.end() && !trouble_) trouble_ = failed->error();
  directory_->tidy();
}

void ReadingCache::forget_others(const std::vector<std::string>& keys) {
  if (directory_) return;
  const std::set<std::string> kept(keys.begin(), keys.end());
  std::erase_if(in_memory_, [&](const auto& each) { return !kept.contains(each.first); });
}

}  // namespace doccord
