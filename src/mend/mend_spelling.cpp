#include <algorithm>
#include <optional>
#include <utility>

#include "mend/proposers.h"
#include "text/whitespace.h"
#include "text/words.h"

namespace doccord {
namespace {

// Where the words of the side at fault stand in a description; nothing when that is not certain.
std::optional<Span> span_in(const std::string& description, const std::string& reading,
                            const TextChange& change) {
  if (collapse(description) == reading) return change.spans.a;
  const std::size_t at = description.find(change.edit.a);
  if (change.edit.a.empty() || at == std::string::npos ||
      description.find(change.edit.a, at + 1) != std::string::npos) {
    return std::nullopt;
  }
  return Span{at, at + change.edit.a.size()};
}

// A word once too often goes with the blank that sets it apart.
Span with_blank(const std::string& description, Span word) {
  if (word.begin > 0 && description[word.begin - 1] == ' ') --word.begin;
  return word;
}

// Takes in the token before, since a blank alone is not found.
Span with_token_before(const std::string& description, Span part) {
  std::size_t begin = part.begin;
  for (const Token& token : tokenize(description)) {
    if (token.offset + token.text.size() > part.begin) break;
    begin = token.offset;
  }
  return {begin, part.end};
}

std::string mend_word(const Workshop& workshop, const Record& record, const TextChange& change,
                      std::size_t source, MendWay& way) {
  const Claim& claim = *record.find(source);
  const std::string& description = claim.entry.description;
  const auto word = span_in(description, record.readings[change.a_reading].text, change);
  if (!word || change.spans.a_gap) return "it cannot be told where the word stands";
  if (!change.edit.b.empty()) {
    return workshop.replace_part(claim, *word, {*word, change.edit.b}, way);
  }
  const Span part = with_blank(description, *word);
  return workshop.replace_part(claim, with_token_before(description, part), {part, ""}, way);
}

}  // namespace

void propose_spelling(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal) {
  const Difference* difference = workshop.difference_of(found);
  if (difference == nullptr || !difference->a_at_fault) {
    proposal.why_not = "both words are as frequent, so that it cannot be told which one is right";
    return;
  }
  MendWay way;
  for (const TextChange& change : difference->changes) {
    const Record& record = workshop.state.registry.records[change.record];
    if (record.key != proposal.key) continue;
    for (const std::size_t source : change.a_sources) {
      proposal.why_not = mend_word(workshop, record, change, source, way);
      if (!proposal.why_not.empty()) return;
    }
  }
  proposal.ways = {std::move(way)};
}

}  // namespace doccord
