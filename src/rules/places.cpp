#include "rules/places.h"

#include <algorithm>
#include <utility>

#include "text/locate.h"

namespace doccord {
namespace {

std::string_view text_of(const RuleInput& input, const Claim& claim) {
  return input.sources.sources[claim.source].text;
}

Place at(const Claim& claim, Span span, std::string label) {
  return {claim.source, claim.entry.key, span, std::move(label)};
}

bool on_one_line(std::string_view text, Span span) {
  return text.substr(span.begin, span.size()).find('\n') == std::string_view::npos;
}

}  // namespace

Place entry_place(const RuleInput& input, const Claim& claim, std::string label) {
  const std::string_view text = text_of(input, claim);
  std::optional<Span> span = locate(text, claim.entry.span, claim.entry.key);
  for (const std::string& name : claim.entry.names) {
    const auto found = locate(text, claim.entry.span, name);
    if (!found) continue;
    if (!span) span = found;
    const Span both{std::min(span->begin, found->begin), std::max(span->end, found->end)};
    if (on_one_line(text, both)) span = both;
  }
  return at(claim, span.value_or(claim.entry.span), std::move(label));
}

Place name_place(const RuleInput& input, const Claim& claim, std::string_view name,
                 std::string label) {
  return phrase_place(input, claim, name, std::move(label));
}

Place phrase_place(const RuleInput& input, const Claim& claim, std::string_view phrase,
                   std::string label) {
  const auto span = locate(text_of(input, claim), claim.entry.span, phrase);
  if (!span) return entry_place(input, claim, std::move(label));
  return at(claim, *span, std::move(label));
}

Place part_place(const RuleInput& input, const Claim& claim, Span part, std::string label) {
  const std::string_view text = text_of(input, claim);
  const std::string_view description = claim.entry.description;
  if (const auto span = locate_part(text, claim.entry.span, description, part)) {
    return at(claim, *span, std::move(label));
  }
  if (part.end > description.size()) return entry_place(input, claim, std::move(label));
  return phrase_place(input, claim, description.substr(part.begin, part.size()), std::move(label));
}

Place description_place(const RuleInput& input, const Claim& claim, std::string label) {
  return phrase_place(input, claim, claim.entry.description, std::move(label));
}

}  // namespace doccord
