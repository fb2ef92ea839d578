#include <algorithm>
#include <optional>
#include <utility>

#include "mend/proposers.h"
#include "rules/places.h"
#include "text/whitespace.h"
#include "text/words.h"

namespace doccord {
namespace {

// What is to become of a slip, as bytes of the description.
IntendedChange::Part part_of(std::string_view description, const Slip& slip) {
  const std::string_view words = description.substr(slip.span.begin, slip.span.size());
  const std::vector<Token> tokens = tokenize(words);
  const std::size_t first_end = slip.span.begin + tokens.front().text.size();
  switch (slip.kind) {
    case Slip::Kind::doubled_word:  // The second one goes, with the blank before it.
      return {{first_end, slip.span.end}, ""};
    case Slip::Kind::stray_blank:
      return {{first_end, slip.span.begin + tokens.back().offset}, ""};
    case Slip::Kind::joined_words: {
      const std::size_t gap = slip.span.begin + slip.mended.find(' ');
      return {{gap, gap}, " "};
    }
    case Slip::Kind::miswritten_word:
      break;
  }
  return {slip.span, slip.mended};
}

// A part of the description, and what it is found by.
struct FoundPart {
  Span around;
  IntendedChange::Part part;
};

// A stray blank that changes its place with the mark behind it, so that a line break stays and
// `a ,b` becomes `a, b`; nothing where no blank is to follow.
std::optional<FoundPart> moved_blank(std::string_view description, const Slip& slip) {
  if (slip.kind != Slip::Kind::stray_blank) return std::nullopt;
  const std::vector<Token> tokens = tokenize(description);
  const auto mark = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.offset + token.text.size() == slip.span.end;
  });
  const auto next = mark + 1;
  if (next == tokens.end()) return std::nullopt;
  if (!next->space_before && !(mark->text == "," && next->is_word)) return std::nullopt;
  const auto word = mark - 1;
  return FoundPart{
      {slip.span.begin, next->offset + next->text.size()},
      {{word->offset + word->text.size(), next->offset}, std::string(mark->text) + " "}};
}

std::string mend_slip(const Workshop& workshop, const Claim& claim, const Slip& slip,
                      MendWay& way) {
  const std::string_view description = claim.entry.description;
  if (auto moved = moved_blank(description, slip)) {
    // The word behind may stand in markup, as the blank does not.
    if (workshop.replace_part(claim, moved->around, std::move(moved->part), way).empty()) return "";
  }
  return workshop.replace_part(claim, slip.span, part_of(description, slip), way);
}

bool is_pointed_at(const Workshop& workshop, const Discrepancy& found, const Claim& claim,
                   const Slip& slip) {
  const Place here = part_place(workshop.input(), claim, slip.span, "");
  return std::any_of(found.places.begin(), found.places.end(), [&](const Place& place) {
    return place.source == here.source && place.span == here.span;
  });
}

}  // namespace

std::string mend_slips(const Workshop& workshop, const Claim& claim,
                       const std::function<bool(const Slip&)>& wanted, MendWay& way) {
  for (const Slip& slip : workshop.slips.find(claim.entry.description)) {
    if (!wanted(slip)) continue;
    if (!slip.sure) return "more than one word can be meant";
    std::string why_not = mend_slip(workshop, claim, slip, way);
    if (!why_not.empty()) return why_not;
  }
  return "";
}

void propose_slip(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal) {
  const Record* record = workshop.state.registry.find(proposal.key);
  MendWay way;
  for (const Claim& claim : record->claims) {
    if (!std::binary_search(found.sources.begin(), found.sources.end(), claim.source)) continue;
    proposal.why_not = mend_slips(
        workshop, claim,
        [&](const Slip& slip) { return is_pointed_at(workshop, found, claim, slip); }, way);
    if (!proposal.why_not.empty()) return;
  }
  if (way.edits.empty()) {
    proposal.why_not = "the words do not stand in the document as plain text";
  } else {
    proposal.ways = {std::move(way)};
  }
}

}  // namespace doccord
