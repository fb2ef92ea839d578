#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mend/name_style.h"
#include "mend/proposal.h"
#include "mend/state.h"
#include "mend/stretch.h"
#include "rules/shared_findings.h"
#include "rules/slips.h"

namespace doccord {

// Which sources are taken to be right where documents differ, as places in SourceSet::sources.
struct MendSources {
  std::optional<std::size_t> names;
  std::optional<std::size_t> wording;
  std::optional<std::size_t> missing;
};

// What those who propose changes work with: the documents as they are, and the places in them.
class Workshop {
 public:
  Workshop(const MendState& state, const MendSources& from);

  const MendState& state;
  const MendSources& from;
  const SharedFindings shared;
  const SlipFinder slips;
  const NameWords name_words;

  RuleInput input() const;
  const Source& source(std::size_t place) const { return state.sources.sources[place]; }
  const Stretches& stretches(std::size_t source) const { return stretches_[source]; }

  // Where the entry of a claim stands in its source's set.
  std::size_t place_of(const Claim& claim) const;

  // The difference that a discrepancy about descriptions tells of; null when it is about another
  // thing.
  const Difference* difference_of(const Discrepancy& found) const;

  // Makes a part of a claim's description another text, in the way; says why not when the part does
  // not stand in the document as plain text. `around` is what the part is found by: it holds the
  // part, and words.
  std::string replace_part(const Claim& claim, Span around, IntendedChange::Part part,
                           MendWay& way) const;

 private:
  std::vector<Stretches> stretches_;  // Parallel to the sources.
};

// Adds to what an entry is to say.
IntendedChange& change_of(MendWay& way, std::size_t source, std::size_t entry);

}  // namespace doccord
