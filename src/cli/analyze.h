#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "load/config_check.h"
#include "report/results.h"

namespace doccord {

// A result, or everything that kept us from one.
template <class T>
using Gathered = tl::expected<T, std::vector<Error>>;

// Loads what FILEs name. A configuration may name the shapes and rules that there are.
Gathered<SourceSet> load_documents(const std::vector<std::string>& files);

// The names that a configuration may hold.
ConfigNames config_names();

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
