#include "extract/extract.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "extract/coverage.h"
#include "extract/key_hints.h"
#include "extract/merge.h"
#include "extract/pattern_entries.h"
#include "extract/score.h"
#include "extract/selected_entries.h"
#include "extract/shape.h"
#include "extract/suspects.h"
#include "parse/parse_error.h"

namespace doccord {
namespace {

// Looking for what each of them leaves out takes as long as the document is.
constexpr std::size_t kMostReadings = 100;

constexpr const Shape* kShapes[] = {
#define SHAPE(name) &shapes::name,
#include "extract/shapes.def"
#undef SHAPE
};

// The readings of all shapes, or of the one that the hints name. What has too many columns for any
// is appended to `too_wide_ones`.
std::vector<Proposal> propose_by_shapes(const ExtractionHints& hints, const DocumentTexts& texts,
                                        std::vector<Span>& too_wide_ones) {
  std::vector<Proposal> proposals;
  for (const Shape* shape : kShapes) {
    if (!hints.shape.empty() && hints.shape != shape->name) continue;
    for (const Grid& grid : shape->propose(texts)) {
      if (const auto span = too_wide(grid)) too_wide_ones.push_back(*span);
      for (Proposal& proposal : read_grid(grid)) proposals.push_back(std::move(proposal));
    }
  }
  add_merged(proposals);
  return proposals;
}

// Leaves out the spans that stand in another, as two shapes may find one table.
void keep_outermost(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end(),
            [](Span a, Span b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::vector<Span> kept;
  for (const Span span : spans) {
    if (kept.empty() || !kept.back().contains(span)) kept.push_back(span);
  }
  spans = std::move(kept);
}

// What all keys look like, for telling what else looks like an entry.
KeyPattern pattern_of(const std::vector<Entry>& entries) {
  for (const KeyPattern pattern :
       {KeyPattern::number, KeyPattern::hexadecimal, KeyPattern::sqlstate}) {
    const auto fits = [&](const Entry& entry) { return is_key(entry.key, pattern); };
    if (std::all_of(entries.begin(), entries.end(), fits)) return pattern;
  }
  return KeyPattern::identifier;
}

// The reading that the hints define: it is the only one, and whatever it finds is taken.
Result<std::vector<Proposal>> propose_as_told(const Source& source, const Document& document,
                                              const KeyHints& keys) {
  const bool selected = !source.hints.select.entry.empty();
  auto proposal = selected ? selected_entries(source, document) : pattern_entries(source, document);
  if (!proposal) return tl::unexpected(proposal.error());
  auto proposals = keys.apply(std::vector<Proposal>{std::move(*proposal)});
  if (!proposals) return proposals;
  Proposal& only = proposals->front();
  only.pattern = pattern_of(only.entries);
  only.regularity = static_cast<double>(only.entries.size()) / static_cast<double>(only.rows);
  only.roles = selected ? "as `select` says" : "as `pattern` says";
  only.score = static_cast<double>(only.entries.size());
  return proposals;
}

Error nothing_found(const Source& source) {
  if (!source.hints.shape.empty()) {
    return hint_error(source, "shape",
                      "fits nothing in " + source.path +
                          " (`doccord extract --explain` without it shows what does)");
  }
  return {source.path, 0, 0,
          "no entries found: nothing in it reads as a list of keys with names "
          "or texts (`doccord extract --explain` shows what was tried)"};
}

}  // namespace

std::vector<std::string> shape_names() {
  std::vector<std::string> names;
  for (const Shape* shape : kShapes) names.emplace_back(shape->name);
  return names;
}

std::string_view find_shape_name(std::string_view name) {
  for (const std::string_view told : {kSelectedShape, kPatternShape}) {
    if (told == name) return told;
  }
  for (const Shape* shape : kShapes) {
    if (shape->name == name) return shape->name;
  }
  return {};
}

Result<std::vector<Proposal>> propose_entries(const Source& source, const DocumentTexts& texts) {
  const Document& document = texts.document();
  const auto keys = KeyHints::of(source);
  if (!keys) return tl::unexpected(keys.error());
  if (!source.hints.select.entry.empty() || !source.hints.pattern.empty()) {
    return propose_as_told(source, document, *keys);
  }
  std::vector<Span> too_wide_ones;
  auto proposals = keys->apply(propose_by_shapes(source.hints, texts, too_wide_ones));
  if (!proposals) return proposals;
  keep_outermost(too_wide_ones);
  if (proposals->empty() && !too_wide_ones.empty()) {
    return tl::unexpected(error_at(source, too_wide_ones[0].begin,
                                   limit_message("table", limits().columns, "columns", "columns")));
  }
  for (Proposal& proposal : *proposals) proposal.score = score(proposal, document.text().size());
  std::erase_if(*proposals, [](const Proposal& proposal) { return proposal.score == 0; });
  std::stable_sort(proposals->begin(), proposals->end(),
                   [](const Proposal& a, const Proposal& b) { return a.score > b.score; });
  if (proposals->size() > kMostReadings) proposals->resize(kMostReadings);
  for (Proposal& proposal : *proposals) proposal.too_wide = too_wide_ones;
  return proposals;
}

void settle(Proposal& proposal, const Source& source, const DocumentTexts& texts) {
  proposal.suspects = find_suspects(texts, proposal);
  KeyHints::of(source)->apply(proposal.suspects);
  for (const Span table : proposal.too_wide) {
    proposal.suspects.push_back(
        {table, "",
         fmt::format("has more than {} columns{}", limits().columns, how_to_raise("columns"))});
  }
  std::vector<Span> headings = proposal.headings;
  if (proposal.below_headings) {
    const std::vector<Span> of_document = texts.sections().spans();
    headings.insert(headings.end(), of_document.begin(), of_document.end());
  }
  proposal.coverage =
      count_coverage(size_on_disk(source), proposal.entries, headings, proposal.suspects);
}

Result<EntrySet> entries_of(const Source& source, Format format, std::vector<Proposal> proposals) {
  const Proposal* best = best_proposal(proposals);
  if (best == nullptr) return tl::unexpected(nothing_found(source));
  Proposal& taken = proposals[static_cast<std::size_t>(best - proposals.data())];
  return EntrySet{source.id,
                  format,
                  std::string(taken.shape),
                  std::move(taken.entries),
                  std::move(taken.suspects),
                  taken.coverage};
}

Result<EntrySet> extract(const Source& source, const Document& document) {
  const DocumentTexts texts(document);
  return propose_entries(source, texts).and_then([&](std::vector<Proposal>&& proposals) {
    for (Proposal& proposal : proposals) settle(proposal, source, texts);
    return entries_of(source, document.format(), std::move(proposals));
  });
}

}  // namespace doccord
