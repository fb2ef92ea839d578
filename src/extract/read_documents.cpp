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

Result<ReadDocument> read_document(const Source& source) {
  auto document = parse(source);
  if (!document) return tl::unexpected(document.error());
  auto found = propose_entries(source, *document);
  if (!found) return tl::unexpected(found.error());
  return ReadDocument{&source, std::move(*document), std::move(*found)};
}

}  // namespace

std::vector<ReadDocument> read_documents(const SourceSet& sources, std::vector<Error>& errors) {
  const std::vector<Source>& all = sources.sources;
  std::vector<std::size_t> largest_first(all.size());
  std::iota(largest_first.begin(), largest_first.end(), std::size_t{0});
  std::stable_sort(largest_first.begin(), largest_first.end(), [&](std::size_t a, std::size_t b) {
    return all[a].text.size() > all[b].text.size();
  });
  std::vector<std::optional<Result<ReadDocument>>> results(all.size());
  for_each_in_parallel(all.size(), [&](std::size_t i) {
    const std::size_t place = largest_first[i];
    results[place] = read_document(all[place]);
  });
  std::vector<ReadDocument> read;
  std::vector<std::vector<Proposal>> proposals;
  for (std::optional<Result<ReadDocument>>& result : results) {
    if (!*result) {
      errors.push_back(result->error());
      continue;
    }
    ReadDocument& document = **result;
    proposals.push_back(std::move(document.proposals));
    read.push_back(std::move(document));
  }
  weigh_agreement(proposals);
  for (std::size_t i = 0; i < read.size(); ++i) read[i].proposals = std::move(proposals[i]);
  return read;
}

}  // namespace doccord
