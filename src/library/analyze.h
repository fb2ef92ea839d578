#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "extract/read_documents.h"
#include "load/config_check.h"
#include "load/load.h"
#include "report/results.h"

namespace doccord {

// A result, or everything that kept us from one.
template <class T>
using Gathered = tl::expected<T, std::vector<Error>>;

// Loads what FILEs name. A configuration may name the shapes, rules and profiles that there are.
Gathered<SourceSet> load_documents(const std::vector<std::string>& files);

// The names that a configuration may hold.
ConfigNames config_names();

// What becomes of a run in which a document cannot be read, or holds no entries.
enum class Unreadable {
  refuse,    // There is no result, only the errors.
  leave_out  // The others are the result, and SourceSet::left_out says what is not in it; an error
             // only when no document is left.
};

// What a run reads: documents, as `load` takes them, or what was read of them before.
struct Inputs {
  std::vector<std::string> files;
  bool are_extracts = false;  // What `extract --format jsonl` wrote.
};

// Documents with all that each may say.
struct ReadSources {
  SourceSet sources;
  std::vector<ReadDocument> documents;  // In the order of the sources, those left out excepted.
};
Gathered<ReadSources> read_sources(const Inputs& inputs);

// Documents with what each says, in the light of the others.
struct Extracts {
  SourceSet sources;
  std::vector<EntrySet> entry_sets;  // Parallel to sources.sources.
};
Gathered<Extracts> take_entries(ReadSources read, Unreadable unreadable);

// Reading and taking, of documents at hand, of those that options name, or of inputs.
Gathered<Extracts> extract_sources(SourceSet sources, Unreadable unreadable);
Gathered<Extracts> extract_loaded(const LoadOptions& options, Unreadable unreadable);
Gathered<Extracts> extract_documents(const Inputs& inputs, Unreadable unreadable);

// The whole way from extracts to discrepancies. Each document is held against each other one, so
// that there is a limit to how many there may be.
Gathered<Results> analyze(Extracts extracts);

}  // namespace doccord
