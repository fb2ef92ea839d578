#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "mend/state.h"
#include "mend/workshop.h"

namespace doccord {

// What is to be mended, and by whom.
struct MendRequest {
  MendSources from;
  // Whether a discrepancy was asked for by name, so that it is told, too, when nothing can be done
  // about it; null: everything is looked at.
  std::function<bool(const Discrepancy&)> named = nullptr;
};

// A discrepancy at one of its keys.
struct MendSubject {
  Discrepancy finding;  // As it was before anything was mended, where it was there.
  std::string key;
  std::string why_not;  // Why it could not be mended; empty when it was.
};

struct Mended {
  SourceSet sources;  // The documents as they are to be.
  std::vector<MendSubject> done;
  std::vector<MendSubject> left;
};

// Mends what can be mended with certainty, and tests every change by going the whole way again:
// from the changed documents to what is found in them. What was accepted is left alone. `sources`
// are documents that can all be read.
Mended mend(const SourceSet& sources, const Decisions& decisions, const MendRequest& request);

}  // namespace doccord
