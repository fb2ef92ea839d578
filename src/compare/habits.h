#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/grade.h"
#include "reconcile/registry.h"

namespace doccord {

// The grade of two readings of one record, with those who hold them.
struct GradedPair {
  std::size_t record = 0;
  const Reading* a = nullptr;
  const Reading* b = nullptr;
  Grade* grade = nullptr;
};

// Replacements that one source of a family makes against another at several keys, in texts that
// otherwise agree: a habit of wording, not a change of what is said there. Such edits become
// wording, unless one of the two sources uses both words, for then they are different things.
// `family_of` gives each source's family.
void recognize_habits(const std::vector<GradedPair>& pairs,
                      const std::vector<std::size_t>& family_of, const Registry& registry);

}  // namespace doccord
