#pragma once

#include <memory>
#include <string>
#include <vector>

#include "accept/acceptance_file.h"
#include "extract/read_documents.h"
#include "rules/rule.h"

namespace doccord {

// The decisions that hold, which mending leaves alone.
struct Decisions {
  std::vector<AcceptedDiscrepancy> entries;
  std::string file_text;
  std::string today;  // ISO 8601.
};

// The documents as they are, or as they would be, with all that is found in them. The vectors are
// parallel to sources.sources. It stays where it was made, since its parts point at its sources.
struct MendState {
  SourceSet sources;
  std::vector<ReadDocument> read;  // Each by itself, before it is seen in the light of the others.
  std::vector<EntrySet> entry_sets;
  Registry registry;
  Comparisons comparisons;
  std::vector<Discrepancy> discrepancies;  // Those that were accepted are marked.

  RuleInput input() const { return {sources, entry_sets, registry, comparisons}; }
};

// Goes the whole way from the documents' texts; null when one of them can no longer be read. What
// was read `before` of documents that did not change is not read again.
std::unique_ptr<const MendState> mend_state_of(SourceSet sources, const Decisions& decisions,
                                               const MendState* before = nullptr);

}  // namespace doccord
