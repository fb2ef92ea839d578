#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "report/results.h"

namespace doccord {

// A result, or everything that kept us from one.
template <class T>
using Gathered = tl::expected<T, std::vector<Error>>;

// Loads, parses and extracts the documents that FILEs name.
struct Extracts {
  SourceSet sources;
  std::vector<EntrySet> entry_sets;  // Parallel to sources.sources.
};
Gathered<Extracts> extract_documents(const std::vector<std::string>& files);

// The whole way from extracts to discrepancies.
Results analyze(Extracts extracts);

// Both, one after the other.
Gathered<Results> analyze_documents(const std::vector<std::string>& files);

}  // namespace doccord
