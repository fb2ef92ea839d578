#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace doccord {

// Where a pattern was found: the whole of it, and each of its groups that took part.
struct PatternMatch {
  Span whole;
  std::vector<std::optional<Span>> groups;  // By number; the first one is groups[0].
};

// A regular expression that a user wrote (RE2's syntax). Searching takes time that grows with the
// text alone, whatever the pattern. `^` and `$` stand for the ends of lines.
class Pattern {
 public:
  // The error says what is wrong with the pattern and has no place.
  static Result<Pattern> compile(std::string_view text);

  // Whether all of `text` matches.
  bool matches(std::string_view text) const;
  // The first match that begins at or behind `from`.
  std::optional<PatternMatch> find(std::string_view text, std::size_t from) const;
  // The name of each group, in the order of PatternMatch::groups; empty for one without a name.
  const std::vector<std::string>& group_names() const;

 private:
  struct Compiled;
  explicit Pattern(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace doccord
