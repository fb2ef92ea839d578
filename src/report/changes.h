#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "accept/acceptance_file.h"
#include "rules/discrepancy.h"

namespace doccord {

struct Results;

// What became of one entry of one source.
struct EntryChange {
  enum class Kind { added, removed, reworded };
  Kind kind = Kind::added;
  std::string source;  // Id.
  std::string key;
  std::string before;  // Names, description and fields in one line; empty when there was none.
  std::string after;
};

std::string_view to_string(EntryChange::Kind kind);

// What happened from one state of the documents to another. Discrepancies are known again by their
// ids, so that moved lines and renamed files are no change; one that was there at more keys, or in
// several for single keys, is altered.
struct Changes {
  std::string base;                 // What was compared with, as the user named it.
  std::set<std::string> fresh;      // Ids: open now, and not before.
  std::set<std::string> altered;    // Ids: open before and now, about other texts or fewer keys.
  std::set<std::string> worsened;   // Those of them that differ in a way that is new.
  std::vector<Discrepancy> mended;  // Open before, and gone now. Their places are in the base.
  std::vector<std::string> accepted_now;  // Ids: open before, accepted now.
  std::size_t unchanged = 0;
  std::vector<EntryChange> entries;
  std::vector<AcceptedDiscrepancy> acceptances_added;
  std::vector<AcceptedDiscrepancy> acceptances_removed;

  bool any() const;
};

// Without the parts about acceptances, which are in no Results.
Changes find_changes(const Results& base, const Results& head);

// Those of `head` that `base` lacks; a line that was altered is one of them.
std::vector<AcceptedDiscrepancy> acceptances_beyond(const std::vector<AcceptedDiscrepancy>& base,
                                                    const std::vector<AcceptedDiscrepancy>& head);

}  // namespace doccord
