#include "cli/analyze.h"

#include <fmt/format.h>

#include <utility>

#include "cli/progress.h"
#include "compare/compare.h"
#include "extract/extract.h"
#include "extract/read_documents.h"
#include "load/load.h"
#include "reconcile/reconcile.h"
#include "rules/rule.h"

namespace doccord {

ConfigNames config_names() {
  ConfigNames names{shape_names(), {}};
  for (const Rule* rule : all_rules()) {
    names.rules.insert(names.rules.end(), {std::string(rule->code), std::string(rule->name)});
  }
  return names;
}

Gathered<SourceSet> load_documents(const std::vector<std::string>& files) {
  return load({files, ".", config_names()});
}

Gathered<Extracts> extract_documents(const std::vector<std::string>& files,
                                     Unreadable unreadable) {
  auto sources = load_documents(files);
  if (!sources) return tl::unexpected(sources.error());
  Extracts extracts{std::move(*sources), {}};
  SourceSet& set = extracts.sources;
  std::vector<std::size_t> kept;  // Places of the sources that gave entries.
  for (const ReadDocument& read : read_documents(set, set.left_out)) {
    auto entries = entries_of(*read.source, read.document, read.proposals);
    if (entries) {
      kept.push_back(static_cast<std::size_t>(read.source - set.sources.data()));
      extracts.entry_sets.push_back(std::move(*entries));
    } else {
      set.left_out.push_back(entries.error());
    }
  }
  if (!set.left_out.empty() && (unreadable == Unreadable::refuse || kept.empty())) {
    return tl::unexpected(set.left_out);
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (kept[i] != i) set.sources[i] = std::move(set.sources[kept[i]]);
  }
  set.sources.resize(kept.size());
  return extracts;
}

Results analyze(Extracts extracts) {
  Results results{std::move(extracts.sources), std::move(extracts.entry_sets), {}, {}, {}};
  results.registry = reconcile(results.sources, results.entry_sets);
  results.comparisons = compare(results.registry);
  results.discrepancies =
      run_rules({results.sources, results.entry_sets, results.registry, results.comparisons});
  return results;
}

Gathered<Results> analyze_documents(const std::vector<std::string>& files,
                                    Unreadable unreadable) {
  Progress progress("reading documents");
  return extract_documents(files, unreadable).map([&](Extracts&& extracts) {
    progress.stage(fmt::format("comparing {} documents", extracts.sources.sources.size()));
    return analyze(std::move(extracts));
  });
}

}  // namespace doccord
