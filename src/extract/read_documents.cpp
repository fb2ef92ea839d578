#include "extract/read_documents.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
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
