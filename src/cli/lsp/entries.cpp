#include "cli/lsp/entries.h"

#include <algorithm>

#include "cli/lsp/locations.h"

namespace doccord::lsp {
namespace {

// Of two entries at one place the smaller one is meant, and where one ends and the next begins, the
// next.
bool is_better(const Entry& entry, const Entry* than, std::size_t offset) {
  if (than == nullptr) return true;
  const bool inside = offset < entry.span.end;
  if (inside != (offset < than->span.end)) return inside;
  return entry.span.size() < than->span.size();
}

}  // namespace

std::optional<EntryAt> entry_at(const Snapshot& snapshot, const std::vector<SourcePlace>& places) {
  if (!snapshot.results) return std::nullopt;
  const Results& results = *snapshot.results;
  for (const auto& [source, offset] : places) {
    if (source >= results.entry_sets.size()) continue;  // The file of the acceptances.
    const Entry* found = nullptr;
    for (const Entry& entry : results.entry_sets[source].entries) {
      const bool touches = entry.span.begin <= offset && offset <= entry.span.end;
      if (touches && is_better(entry, found, offset)) found = &entry;
    }
    const Record* record = found == nullptr ? nullptr : results.registry.find(found->key);
    if (record == nullptr) continue;
    return EntryAt{source, found,
                   static_cast<std::size_t>(record - results.registry.records.data())};
  }
  return std::nullopt;
}

Json entry_locations(const Snapshot& snapshot, const EntryAt& at, Itself itself) {
  Json locations = Json::array();
  for (const Claim& claim : snapshot.results->registry.records[at.record].claims) {
    const bool same = claim.source == at.source && claim.entry.span == at.entry->span;
    if (same && itself == Itself::left_out) continue;
    locations.push_back(location_json(snapshot, claim.source, claim.entry.span));
  }
  return locations;
}

}  // namespace doccord::lsp
