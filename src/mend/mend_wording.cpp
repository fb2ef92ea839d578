#include <algorithm>
#include <map>
#include <utility>

#include "mend/proposers.h"
#include "mend/written_text.h"
#include "text/sequence_diff.h"
#include "text/whitespace.h"
#include "text/words.h"

namespace doccord {
namespace {

bool has(const std::vector<std::size_t>& sources, std::size_t source) {
  return std::binary_search(sources.begin(), sources.end(), source);
}

// Tokens by number; the blank before a token is part of it.
std::vector<int> numbered(const std::vector<Token>& tokens,
                          std::map<std::pair<bool, std::string_view>, int>& numbers) {
  std::vector<int> out;
  for (const Token& token : tokens) {
    const int next = static_cast<int>(numbers.size());
    out.push_back(numbers.emplace(std::pair(token.space_before, token.text), next).first->second);
  }
  return out;
}

// The bytes of tokens [begin, end) with the blank before the first.
Span bytes_of(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  const auto end_of = [&](std::size_t count) {
    return count == 0 ? 0 : tokens[count - 1].offset + tokens[count - 1].text.size();
  };
  return {end_of(begin), end_of(end)};
}

// What makes one text the other, word by word, so that line breaks stay where they can.
std::vector<IntendedChange::Part> changed_words(std::string_view from, std::string_view to) {
  const std::vector<Token> old_tokens = tokenize(from);
  const std::vector<Token> new_tokens = tokenize(to);
  std::map<std::pair<bool, std::string_view>, int> numbers;
  const std::vector<int> a = numbered(old_tokens, numbers);
  const std::vector<int> b = numbered(new_tokens, numbers);
  std::vector<IntendedChange::Part> parts;
  for (const Change& change : diff_sequences(a, b)) {
    Span old_span = bytes_of(old_tokens, change.a_begin, change.a_end);
    Span new_span = bytes_of(new_tokens, change.b_begin, change.b_end);
    const auto blank = [](std::string_view text, Span span) {
      return !span.empty() && text[span.begin] == ' ';
    };
    if (blank(from, old_span) && blank(to, new_span)) {
      ++old_span.begin;
      ++new_span.begin;
    }
    parts.push_back({old_span, std::string(to.substr(new_span.begin, new_span.size()))});
  }
  return parts;
}

std::string reword(const Workshop& workshop, const Claim& claim, const std::string& text,
                   MendWay& way) {
  const std::string& description = claim.entry.description;
  const auto stretches = workshop.stretches(claim.source).find_all(claim.entry.span, description);
  if (stretches.size() != 1) {
    return "the description does not stand in the document as one stretch of plain text";
  }
  const Format format = workshop.state.entry_sets[claim.source].format;
  IntendedChange& change = change_of(way, claim.source, workshop.place_of(claim));
  for (IntendedChange::Part& part : changed_words(description, text)) {
    const auto written =
        written_text(part.text, workshop.source(claim.source).text, format, stretches[0]);
    if (!written) return "the place in the document cannot hold the text";
    way.edits.push_back({claim.source, stretches[0].bytes_of(part.span), *written});
    change.parts.push_back(std::move(part));
  }
  return "";
}

// The sources that have the other words where `source` has its own.
std::vector<std::size_t> others_than(const Workshop& workshop, const Difference& difference,
                                     const std::string& key, std::size_t source) {
  std::vector<std::size_t> all;
  for (const TextChange& change : difference.changes) {
    if (workshop.state.registry.records[change.record].key != key) continue;
    const bool on_a = has(change.a_sources, source);
    const bool on_b = has(change.b_sources, source);
    if (on_a == on_b) continue;
    const auto& others = on_a ? change.b_sources : change.a_sources;
    all.insert(all.end(), others.begin(), others.end());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

// Slips that DC307 leaves to the comparison, because the other side does not have them.
void propose_slips(const Workshop& workshop, const Difference& difference, MendProposal& proposal) {
  MendWay way;
  std::size_t changes = 0;
  for (const TextChange& change : difference.changes) {
    const Record& record = workshop.state.registry.records[change.record];
    if (record.key != proposal.key) continue;
    ++changes;
    for (const bool a_side : {true, false}) {
      const std::string& own = record.readings[a_side ? change.a_reading : change.b_reading].text;
      const std::string& other = record.readings[a_side ? change.b_reading : change.a_reading].text;
      const Span edit = a_side ? change.spans.a : change.spans.b;
      const auto wanted = [&](const Slip& slip) {
        return slip.sure && slip.span.begin < edit.end && edit.begin < slip.span.end &&
               other.find(own.substr(slip.span.begin, slip.span.size())) == std::string::npos;
      };
      for (const std::size_t source : a_side ? change.a_sources : change.b_sources) {
        const Claim& claim = *record.find(source);
        if (claim.entry.description != own) continue;
        if (!mend_slips(workshop, claim, wanted, way).empty()) return;
      }
    }
  }
  if (way.edits.empty()) return;
  proposal.ends_finding = changes == 1;
  proposal.ways = {std::move(way)};
}

}  // namespace

void propose_wording(const Workshop& workshop, const Discrepancy& found, MendProposal& proposal) {
  const Difference* difference = workshop.difference_of(found);
  if (difference == nullptr) return;
  const Record& record = *workshop.state.registry.find(proposal.key);
  const auto from = workshop.from.wording;
  const auto others =
      from ? others_than(workshop, *difference, proposal.key, *from) : std::vector<std::size_t>{};
  if (others.empty()) return propose_slips(workshop, *difference, proposal);
  const std::string text = collapse(record.find(*from)->entry.description);
  MendWay way;
  for (const std::size_t source : others) {
    const Claim& claim = *record.find(source);
    if (collapse(claim.entry.description) == text) continue;
    proposal.why_not = reword(workshop, claim, text, way);
    if (!proposal.why_not.empty()) return;
  }
  if (!way.edits.empty()) proposal.ways = {std::move(way)};
}

}  // namespace doccord
