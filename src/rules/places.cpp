#include "rules/places.h"

#include <algorithm>
#include <utility>

namespace doccord {
namespace {

std::string_view text_of(const RuleInput& input, const Claim& claim) {
  return input.sources.sources[claim.source].text;
}

bool on_one_line(std::string_view text, Span span) {
  return text.substr(span.begin, span.size()).find('\n') == std::string_view::npos;
}

}  // namespace

EntryPlaces::EntryPlaces(const RuleInput& input, const Claim& claim)
    : claim_(claim),
      source_(text_of(input, claim)),
      locator_(source_, claim.entry.span, claim.entry.description) {}

Place EntryPlaces::at(Span span, std::string label) const {
  return {claim_.source, claim_.entry.key, span, std::move(label)};
}

Place EntryPlaces::entry(std::string label) {
  std::optional<Span> span = locator_.find(claim_.entry.key);
  for (const std::string& name : claim_.entry.names) {
    const auto found = locator_.find(name);
    if (!found) continue;
    if (!span) span = found;
    const Span both{std::min(span->begin, found->begin), std::max(span->end, found->end)};
    if (on_one_line(source_, both)) span = both;
  }
  return at(span.value_or(claim_.entry.span), std::move(label));
}

Place EntryPlaces::phrase(std::string_view phrase, std::string label) {
  const auto span = locator_.find(phrase);
  return span ? at(*span, std::move(label)) : entry(std::move(label));
}

Place EntryPlaces::part(Span part, std::string label) {
  const std::string_view description = claim_.entry.description;
  if (part.end > description.size()) return entry(std::move(label));
  if (const auto span = locator_.find_part(part)) return at(*span, std::move(label));
  return phrase(description.substr(part.begin, part.size()), std::move(label));
}

Place EntryPlaces::description(std::string label) {
  return phrase(claim_.entry.description, std::move(label));
}

Place entry_place(const RuleInput& input, const Claim& claim, std::string label) {
  return EntryPlaces(input, claim).entry(std::move(label));
}

Place phrase_place(const RuleInput& input, const Claim& claim, std::string_view phrase,
                   std::string label) {
  return EntryPlaces(input, claim).phrase(phrase, std::move(label));
}

Place part_place(const RuleInput& input, const Claim& claim, Span part, std::string label) {
  return EntryPlaces(input, claim).part(part, std::move(label));
}

Place description_place(const RuleInput& input, const Claim& claim, std::string label) {
  return EntryPlaces(input, claim).description(std::move(label));
}

Place name_place(const RuleInput& input, const Claim& claim, std::string_view name,
                 std::string label) {
  return phrase_place(input, claim, name, std::move(label));
}

}  // namespace doccord
