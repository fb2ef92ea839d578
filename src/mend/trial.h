#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mend/proposal.h"
#include "mend/state.h"

namespace doccord {

// A proposal with the way that is tried.
struct TriedProposal {
  const MendProposal* proposal = nullptr;
  const MendWay* way = nullptr;
};

// What the documents would be.
struct Trial {
  std::unique_ptr<const MendState> after;  // Null when the changes do not stand the test,
  std::string why_not;                     // for this reason, a clause.
};

// Makes the changes in copies of the documents and goes the whole way again. They stand the test
// when every entry says what it said, or what it was to say; when what they were to mend is no
// longer found; and when nothing is found that was not before.
Trial try_changes(const MendState& before, const std::vector<TriedProposal>& changes,
                  const Decisions& decisions);

}  // namespace doccord
