#pragma once

#include <string>
#include <vector>

#include "accept/acceptance_file.h"
#include "cli/acceptances.h"
#include "library/analyze.h"
#include "report/results.h"

namespace doccord {

// The documents at one time, with the decisions of that time applied.
struct DocumentState {
  Results results;
  std::vector<AcceptedDiscrepancy> acceptances;
};

// That of the documents, or of what was read of them before.
Gathered<DocumentState> read_state(const Inputs& inputs, const std::string& today,
                                   Unreadable unreadable);

// That of results on which no decision has been applied yet.
Gathered<DocumentState> with_acceptances(Results results, const std::string& today);

// What one state is compared with: a directory that holds the same files, or a revision of the git
// repository at hand. `config` is the configuration of the documents at hand; empty: none.
Gathered<DocumentState> read_other_state(const std::string& where,
                                         const std::vector<std::string>& files,
                                         const std::string& config, const std::string& today);

// Notes in `head` what has happened since `base`, acceptances included, and what is no longer read
// of a document whose layout has changed.
void compare_with_base(DocumentState& head, const std::string& base_name,
                       const DocumentState& base);

}  // namespace doccord
