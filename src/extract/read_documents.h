#pragma once

#include <vector>

#include "base/result.h"
#include "extract/proposal.h"
#include "load/source.h"
#include "parse/document.h"

namespace doccord {

// A source with its tree and all ways to read entries from it, best first.
struct ReadDocument {
  const Source* source = nullptr;  // In the SourceSet; outlives this.
  Document document;
  std::vector<Proposal> proposals;
};

// Parses all sources and proposes their entries, each in the light of the others (agreement.h).
// Those that cannot be read are left out, and an error for each is appended to `errors`.
std::vector<ReadDocument> read_documents(const SourceSet& sources, std::vector<Error>& errors);

}  // namespace doccord
