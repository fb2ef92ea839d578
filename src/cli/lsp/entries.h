#pragma once

#include <string>
#include <vector>

#include "cli/lsp/protocol.h"
#include "cli/lsp/workspace.h"

namespace doccord::lsp {

// The entry that a place is in, with all that the sources say of its key.
struct EntryAt {
  std::size_t source = 0;
  const Entry* entry = nullptr;
  std::size_t record = 0;  // Place in Registry::records.
};

// The innermost entry at the place; nothing when there is none.
std::optional<EntryAt> entry_at(const Snapshot& snapshot, const std::vector<SourcePlace>& places);

// Locations of the key's entries, this one among them only when it is wanted.
enum class Itself { included, left_out };
Json entry_locations(const Snapshot& snapshot, const EntryAt& at, Itself itself);

// A Hover: the key, and what the other sources say of it.
Json hover_json(const Snapshot& snapshot, const EntryAt& at);

}  // namespace doccord::lsp
