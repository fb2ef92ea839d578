#include "extract/pattern_entries.h"

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/key_hints.h"
#include "extract/tree_text.h"
#include "text/pattern.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// A text whose lines end with LF, so that `$` stands for the end of each, and where its bytes stand
// in the text as written.
class PlainLines {
 public:
  explicit PlainLines(std::string_view text) : text_(text) {
    for (std::size_t i = text.find("\r\n"); i != std::string_view::npos;
         i = text.find("\r\n", i + 1))
      removed_.push_back(i);
    if (removed_.empty()) return;
    std::size_t from = 0;
    for (const std::size_t at : removed_) {
      changed_ += text.substr(from, at - from);
      from = at + 1;
    }
    changed_ += text.substr(from);
  }

  std::string_view text() const { return removed_.empty() ? text_ : changed_; }

  Span in_source(Span span) const { return {offset(span.begin), offset(span.end)}; }

 private:
  std::size_t offset(std::size_t at) const {
    // The first `n` removed bytes stand before it when the n-th, without those before it, does.
    std::size_t low = 0;
    std::size_t high = removed_.size();
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (removed_[middle] - middle < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return at + low;
  }

  std::string_view text_;
  std::string changed_;
  std::vector<std::size_t> removed_;  // Of each CR that was set aside.
};

Span trimmed(std::string_view text, Span span) {
  const std::string_view whole = text.substr(span.begin, span.size());
  const std::string_view inner = trim(whole);
  if (inner.empty()) return span;
  const auto begin = static_cast<std::size_t>(inner.data() - text.data());
  return {begin, begin + inner.size()};
}

Entry entry_of(const Pattern& pattern, const PatternMatch& match, std::string_view text) {
  Entry entry;
  for (std::size_t i = 0; i < match.groups.size(); ++i) {
    const std::string& name = pattern.group_names()[i];
    if (name.empty() || !match.groups[i]) continue;
    std::string value = collapse(text.substr(match.groups[i]->begin, match.groups[i]->size()));
    if (value.empty()) continue;
    if (name == "key") {
      entry.key = canonical_key(value);
    } else if (name == "name") {
      entry.names.push_back(std::move(value));
    } else if (name == "description") {
      entry.description = std::move(value);
    } else {
      entry.fields.push_back({name, std::move(value)});
    }
  }
  return entry;
}

}  // namespace

Result<Proposal> pattern_entries(const Source& source, const Document& document) {
  const auto pattern = Pattern::compile(source.hints.pattern);
  if (!pattern) return tl::unexpected(hint_error(source, "pattern", pattern.error().message));
  const PlainLines lines(document.text());
  const SectionIndex sections(document);
  const std::string_view text = lines.text();
  Proposal proposal;
  proposal.shape = kPatternShape;
  proposal.below_headings = true;
  for (std::size_t from = 0; from <= text.size();) {
    const auto match = pattern->find(text, from);
    if (!match) break;
    // A match of nothing must not be found again and again.
    from = match->whole.empty() ? match->whole.end + 1 : match->whole.end;
    if (match->whole.empty()) continue;
    ++proposal.rows;
    Entry entry = entry_of(*pattern, *match, text);
    entry.span = lines.in_source(trimmed(text, match->whole));
    if (entry.key.empty()) continue;  // The group takes part only where there is a key.
    entry.section = sections.section_at(entry.span.begin);
    proposal.entries.push_back(std::move(entry));
  }
  if (proposal.entries.empty()) {
    return tl::unexpected(
        hint_error(source, "pattern", fmt::format("matches nothing in {}", source.path)));
  }
  return proposal;
}

}  // namespace doccord
