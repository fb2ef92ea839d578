#include "extract/read_documents.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "base/parallel.h"
#include "extract/agreement.h"
#include "extract/extract.h"
#include "parse/parse.h"

namespace doccord {
namespace {

// A list of numbers gives way to one of codes that holds them all (score.h), however poor that is.
bool may_be_taken(const Proposal& proposal, double best_score) {
  return may_overtake(proposal, best_score) || proposal.pattern == KeyPattern::sqlstate;
}

// Equal for equal entries.
std::size_t fingerprint(const std::vector<Entry>& entries) {
  std::size_t all = entries.size();
  for (const Entry& entry : entries) {
    all = 31 * all + std::hash<std::string>{}(entry.key);
    all = 31 * all + std::hash<std::string>{}(entry.description);
    all = 31 * all + entry.span.begin;
  }
  return all;
}

// Leaves out readings that find the entries of a better one, as numbers of five digits can be read
// as codes and as identifiers: what other sources say of the one they say of the other. Codes stay
// where they may hold a list of fewer numbers (score.h).
void drop_repeated(std::vector<Proposal>& proposals) {
  std::size_t fewest_numbers = std::numeric_limits<std::size_t>::max();
  for (const Proposal& each : proposals) {
    if (each.pattern != KeyPattern::number) continue;
    fewest_numbers = std::min(fewest_numbers, each.entries.size());
  }
  std::vector<Proposal> kept;
  std::vector<std::size_t> fingerprints;
  for (Proposal& each : proposals) {
    const std::size_t own = fingerprint(each.entries);
    const bool may_hold =
        each.pattern == KeyPattern::sqlstate && fewest_numbers < each.entries.size();
    bool repeated = false;
    for (std::size_t i = 0; i < kept.size() && !repeated; ++i) {
      repeated = fingerprints[i] == own && kept[i].entries == each.entries &&
                 (!may_hold || kept[i].pattern == KeyPattern::sqlstate);
    }
    if (repeated) continue;
    kept.push_back(std::move(each));
    fingerprints.push_back(own);
  }
  proposals = std::move(kept);
}

}  // namespace

Result<ReadDocument> read_document(const SourceSet& sources, std::size_t place, Keep keep) {
  const Source& source = sources.sources[place];
  const auto document = parse(source);
  if (!document) return tl::unexpected(document.error());
  const DocumentTexts texts(*document);
  auto found = propose_entries(source, texts);
  if (!found) return tl::unexpected(found.error());
  if (keep == Keep::what_may_be_taken && !found->empty()) {
    const double best = found->front().score;
    std::erase_if(*found, [&](const Proposal& each) { return !may_be_taken(each, best); });
    drop_repeated(*found);
  }
  for (Proposal& proposal : *found) settle(proposal, source, texts);
  return ReadDocument{place, document->format(), std::move(*found)};
}

std::vector<std::size_t> largest_first(const SourceSet& sources) {
  const std::vector<Source>& all = sources.sources;
  std::vector<std::size_t> places(all.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return all[a].text.size() > all[b].text.size();
  });
  return places;
}

std::vector<ReadDocument> sort_out(ReadResults results, std::vector<Error>& errors) {
  std::vector<ReadDocument> read;
  for (std::optional<Result<ReadDocument>>& result : results) {
    if (*result) {
      read.push_back(std::move(**result));
    } else {
      errors.push_back(result->error());
    }
  }
  return read;
}

std::vector<ReadDocument> read_documents(const SourceSet& sources, std::vector<Error>& errors,
                                         Keep keep) {
  const std::vector<std::size_t> places = largest_first(sources);
  ReadResults results(places.size());
  for_each_in_parallel(places.size(), [&](std::size_t i) {
    results[places[i]] = read_document(sources, places[i], keep);
  });
  return sort_out(std::move(results), errors);
}

}  // namespace doccord
