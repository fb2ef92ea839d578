#include "mend/workshop.h"

#include <algorithm>
#include <utility>

#include "mend/written_text.h"
#include "parse/parse.h"
#include "text/locate.h"
#include "text/name_words.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

Kind kind_of_rule(std::string_view code) {
  if (code == "DC301") return Kind::meaning;
  if (code == "DC302") return Kind::wording;
  if (code == "DC303") return Kind::notation;
  if (code == "DC304") return Kind::spelling;
  if (code == "DC305") return Kind::formatting;
  return Kind::identical;
}

// Whether the discrepancy quotes the two texts of each change that it quotes anything of.
bool tells_of(const Registry& registry, const Discrepancy& found, const Difference& difference) {
  std::vector<std::string> keys;
  std::vector<Edit> edits;
  for (const TextChange& change : difference.changes) {
    const std::string& key = registry.records[change.record].key;
    if (keys.empty() || keys.back() != key) keys.push_back(key);
    Edit edit = change.edit;
    std::swap(edit.a, edit.b);
    if (!difference.replaced) edits.push_back(std::move(edit));
  }
  if (keys != found.keys || edits != found.evidence.edits || found.evidence.quotes.size() < 2) {
    return false;
  }
  const TextChange& first = difference.changes.front();
  const Record& record = registry.records[first.record];
  return found.evidence.quotes[0].text == record.readings[first.b_reading].text &&
         found.evidence.quotes[1].text == record.readings[first.a_reading].text;
}

// A blank at the end of a text is the line break, with what indents the next line, that the text
// takes the place of.
void keep_line_break(std::string_view before, std::string& text) {
  if (!text.ends_with(' ')) return;
  for (std::size_t i = 0; i < before.size();) {
    std::size_t end = i;
    while (end < before.size() && space_size(before, end) > 0) end += space_size(before, end);
    const std::string_view space = before.substr(i, end - i);
    if (space.find('\n') != std::string_view::npos) {
      text.pop_back();
      text += space;
      return;
    }
    i = end > i ? end : i + 1;
  }
}

}  // namespace

Workshop::Workshop(const MendState& as_it_is, const MendSources& right)
    : state(as_it_is),
      from(right),
      shared(find_shared(as_it_is.input())),
      slips(shared.words),
      name_words(written_words(as_it_is.registry)) {
  for (const Source& source : state.sources.sources) {
    // Documents that were read can be parsed.
    if (const auto document = parse(source)) stretches_.emplace_back(source, *document);
  }
}

RuleInput Workshop::input() const {
  return {state.sources, state.entry_sets, state.registry, state.comparisons, &shared};
}

std::size_t Workshop::place_of(const Claim& claim) const {
  const auto& entries = state.entry_sets[claim.source].entries;
  return static_cast<std::size_t>(std::find(entries.begin(), entries.end(), claim.entry) -
                                  entries.begin());
}

const Difference* Workshop::difference_of(const Discrepancy& found) const {
  const Kind kind = kind_of_rule(found.code);
  const auto fits = std::find_if(
      shared.differences.begin(), shared.differences.end(), [&](const Difference& difference) {
        return difference.kind == kind && tells_of(state.registry, found, difference);
      });
  return kind == Kind::identical || fits == shared.differences.end() ? nullptr : &*fits;
}

std::string Workshop::replace_part(const Claim& claim, Span around, IntendedChange::Part part,
                                   MendWay& way) const {
  const Source& in = source(claim.source);
  const std::string_view description = claim.entry.description;
  const auto located = locate_part(in.text, claim.entry.span, description, around);
  const std::string_view phrase = description.substr(around.begin, around.size());
  const auto stretch =
      located ? stretches(claim.source).find_at(located->begin, claim.entry.span, phrase)
              : std::nullopt;
  if (!stretch) return "the words do not stand in the document as plain text";
  const Format format = state.entry_sets[claim.source].format;
  auto written = written_text(part.text, in.text, format, *stretch);
  if (!written) return "the place in the document cannot hold the text";
  const Span bytes =
      stretch->bytes_of({part.span.begin - around.begin, part.span.end - around.begin});
  keep_line_break(std::string_view(in.text).substr(bytes.begin, bytes.size()), *written);
  way.edits.push_back({claim.source, bytes, std::move(*written)});
  change_of(way, claim.source, place_of(claim)).parts.push_back(std::move(part));
  return "";
}

IntendedChange& change_of(MendWay& way, std::size_t source, std::size_t entry) {
  const auto has = [&](const IntendedChange& change) {
    return change.source == source && change.entry == entry;
  };
  auto found = std::find_if(way.changes.begin(), way.changes.end(), has);
  if (found == way.changes.end()) {
    way.changes.push_back({source, entry, {}, {}});
    found = std::prev(way.changes.end());
  }
  return *found;
}

}  // namespace doccord
