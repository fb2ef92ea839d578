#include "library/analyze.h"

#include <fmt/format.h>

#include <utility>

#include "base/limits.h"
#include "cache/reading_cache.h"
#include "compare/compare.h"
#include "extract/agreement.h"
#include "extract/extract.h"
#include "library/extract_files.h"
#include "library/isolation.h"
#include "reconcile/reconcile.h"
#include "rules/profile.h"
#include "rules/rule.h"

namespace doccord {
namespace {

// Loads, and checks what only the rules can.
Gathered<SourceSet> load_checked(const LoadOptions& options) {
  auto sources = load(options);
  if (!sources) return sources;
  if (const auto error = find_profile_error(sources->settings)) {
    return tl::unexpected(std::vector<Error>{*error});
  }
  return sources;
}

ReadSources read_loaded(SourceSet sources) {
  ReadSources read{std::move(sources), {}};
  std::vector<Error>& errors = read.sources.left_out;
  const auto read_anew = [](const SourceSet& set, std::vector<Error>& unreadable) {
    return read_all_documents(set, unreadable);
  };
  ReadingCache* const cache = reading_cache();
  read.documents = cache != nullptr ? cache->read(read.sources, errors, read_anew)
                                    : read_anew(read.sources, errors);
  return read;
}

}  // namespace

ConfigNames config_names() {
  const std::vector<std::string_view> rules = rule_names();
  return {shape_names(), {rules.begin(), rules.end()}, profile_names()};
}

Gathered<SourceSet> load_documents(const std::vector<std::string>& files) {
  return load_checked({files, ".", config_names()});
}

Gathered<ReadSources> read_sources(const Inputs& inputs) {
  if (inputs.are_extracts) return load_extracts(inputs.files);
  return load_documents(inputs.files).map(read_loaded);
}

Gathered<Extracts> take_entries(ReadSources read, Unreadable unreadable) {
  weigh_agreement(read.documents);
  SourceSet& set = read.sources;
  std::vector<Source> kept;
  std::vector<EntrySet> entry_sets;
  for (ReadDocument& document : read.documents) {
    Source& source = set.sources[document.source];
    auto entries = entries_of(source, document.format, std::move(document.proposals));
    if (entries) {
      kept.push_back(std::move(source));
      entry_sets.push_back(std::move(*entries));
    } else {
      set.left_out.push_back(entries.error());
    }
  }
  if (!set.left_out.empty() && (unreadable == Unreadable::refuse || kept.empty())) {
    return tl::unexpected(set.left_out);
  }
  set.sources = std::move(kept);
  return Extracts{std::move(set), std::move(entry_sets)};
}

Gathered<Extracts> extract_sources(SourceSet sources, Unreadable unreadable) {
  return take_entries(read_loaded(std::move(sources)), unreadable);
}

Gathered<Extracts> extract_loaded(const LoadOptions& options, Unreadable unreadable) {
  return load_checked(options).and_then(
      [&](SourceSet&& sources) { return extract_sources(std::move(sources), unreadable); });
}

Gathered<Extracts> extract_documents(const Inputs& inputs, Unreadable unreadable) {
  return read_sources(inputs).and_then(
      [&](ReadSources&& read) { return take_entries(std::move(read), unreadable); });
}

Gathered<Results> analyze(Extracts extracts) {
  const std::vector<Source>& sources = extracts.sources.sources;
  if (const std::size_t most = limits().documents; sources.size() > most) {
    return tl::unexpected(std::vector<Error>{
        {sources[most].path, 0, 0,
         fmt::format("is the first beyond the limit of {} documents that are compared{}", most,
                     how_to_raise("documents"))}});
  }
  Results results{std::move(extracts.sources), std::move(extracts.entry_sets), {}, {}, {}};
  results.registry = reconcile(results.sources, results.entry_sets);
  results.comparisons = compare(results.registry);
  results.discrepancies =
      run_rules({results.sources, results.entry_sets, results.registry, results.comparisons});
  return results;
}

}  // namespace doccord
