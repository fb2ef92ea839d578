#include "cli/analyze.h"

#include <fmt/format.h>

#include <utility>

#include "cli/progress.h"

namespace doccord {

Inputs inputs_of(const Options& options) { return {options.files, options.from_extracts}; }

Gathered<Results> analyze_documents(const Inputs& inputs, Unreadable unreadable) {
  Progress progress("reading documents");
  return extract_documents(inputs, unreadable).and_then([&](Extracts&& extracts) {
    progress.stage(fmt::format("comparing {} documents", extracts.sources.sources.size()));
    return analyze(std::move(extracts));
  });
}

}  // namespace doccord
