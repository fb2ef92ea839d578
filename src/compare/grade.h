#pragma once

#include <string>
#include <vector>

#include "compare/comparisons.h"
#include "compare/mending.h"
#include "compare/same_statement.h"
#include "compare/slips.h"
#include "compare/units.h"

namespace doccord {

// An edit with what later evidence needs: a replacement of open words by others that no table
// knows may turn out to be a habit of one source.
struct GradedEdit {
  Edit edit;
  bool is_replacement = false;
  std::string words_a;  // Base forms of what was replaced.
  std::string words_b;
};

// How two revisions of one text differ.
struct Grade {
  Kind kind = Kind::identical;
  std::vector<GradedEdit> edits;
};

// What was read of the texts of one key, each of which is compared with most of the others.
struct ReadTexts {
  MendedTexts mended;
  StatedTexts stated;
};

// Grades two texts as revisions of one text; never `independent`. Swapping the texts swaps the
// sides of the edits and changes nothing else. The texts must outlive `read`.
Grade grade_texts(const UnitText& a, const UnitText& b, const WordEvidence& evidence,
                  ReadTexts& read);

// The strongest kind among the edits.
Kind strongest(const std::vector<GradedEdit>& edits);

// Share of words in common: 1 for equal texts only, else at most 0.99; two decimals.
double similarity(const UnitText& a, const UnitText& b);

// Whether two texts of different authors are so alike that one must be a revision of the other.
bool are_revisions(const UnitText& a, const UnitText& b);

}  // namespace doccord
