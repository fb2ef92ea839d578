#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/result.h"
#include "extract/proposal.h"
#include "load/source.h"

namespace doccord {

// What was read of one source: all ways to read entries from it, best first, each settled. The tree
// is gone by then.
struct ReadDocument {
  std::size_t source = 0;  // Its place in the SourceSet.
  Format format = Format::text;
  std::vector<Proposal> proposals;
};

// Which readings of a document are kept.
enum class Keep {
  what_may_be_taken,  // Those that can still be the best one, whatever other sources say.
  everything
};

// Parses one source and proposes its entries.
Result<ReadDocument> read_document(const SourceSet& sources, std::size_t place, Keep keep);

// The places of the sources in the order in which reading them side by side ends soonest.
std::vector<std::size_t> largest_first(const SourceSet& sources);

// By place: what was read of each source, or why it could not be.
using ReadResults = std::vector<std::optional<Result<ReadDocument>>>;

// What was read; the errors of the others are appended to `errors`.
std::vector<ReadDocument> sort_out(ReadResults results, std::vector<Error>& errors);

// Parses all sources and proposes the entries of each by itself. Those that cannot be read are left
// out, and an error for each is appended to `errors`.
std::vector<ReadDocument> read_documents(const SourceSet& sources, std::vector<Error>& errors,
                                         Keep keep = Keep::what_may_be_taken);

}  // namespace doccord
