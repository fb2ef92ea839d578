#pragma once

#include <string>
#include <string_view>

#include "rules/rule.h"

namespace doccord {

// Where discrepancies point. Each falls back to a wider place when the narrow one is not found in
// the source, as when a description was put together from pieces.

// The key with the names beside it, on one line: where a reader sees which entry this is.
Place entry_place(const RuleInput& input, const Claim& claim, std::string label);

// A name of the entry.
Place name_place(const RuleInput& input, const Claim& claim, std::string_view name,
                 std::string label);

// A phrase anywhere in the entry.
Place phrase_place(const RuleInput& input, const Claim& claim, std::string_view phrase,
                   std::string label);

// Some bytes of the entry's description.
Place part_place(const RuleInput& input, const Claim& claim, Span part, std::string label);

// The whole description.
Place description_place(const RuleInput& input, const Claim& claim, std::string label);

}  // namespace doccord
