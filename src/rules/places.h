#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rules/rule.h"
#include "text/locate.h"

namespace doccord {

// Sources on one side of a difference that a discrepancy points into; with a hundred sources, all
// of them at each of their differences would be more than everything else that is found.
inline constexpr std::size_t kMostPlacesOfSide = 24;

// Where discrepancies point in one entry. Each falls back to a wider place when the narrow one is
// not found in the source, as when a description was put together from pieces. The entry's bytes
// are read once, for as many places as there are.
class EntryPlaces {
 public:
  // Both must outlive it.
  EntryPlaces(const RuleInput& input, const Claim& claim);

  // The key with the names beside it, on one line: where a reader sees which entry this is.
  Place entry(std::string label);
  // A phrase anywhere in the entry.
  Place phrase(std::string_view phrase, std::string label);
  // Some bytes of the entry's description.
  Place part(Span part, std::string label);
  // The whole description.
  Place description(std::string label);

 private:
  Place at(Span span, std::string label) const;

  const Claim& claim_;
  std::string_view source_;
  Locator locator_;
};

// The same for a single place.
Place entry_place(const RuleInput& input, const Claim& claim, std::string label);
Place phrase_place(const RuleInput& input, const Claim& claim, std::string_view phrase,
                   std::string label);
Place part_place(const RuleInput& input, const Claim& claim, Span part, std::string label);
Place description_place(const RuleInput& input, const Claim& claim, std::string label);

// A name of the entry.
Place name_place(const RuleInput& input, const Claim& claim, std::string_view name,
                 std::string label);

}  // namespace doccord
