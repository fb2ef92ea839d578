#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compare/comparisons.h"
#include "rules/edit_spans.h"
#include "rules/misfiling.h"
#include "rules/rule.h"
#include "rules/word_counts.h"

namespace doccord {

// One edit between two readings of a record. Side `a` is the one that fewer sources are on, and,
// for a word that one side miswrites, the side at fault.
struct TextChange {
  std::size_t record = 0;     // Place in Registry::records.
  std::size_t a_reading = 0;  // Places in Record::readings.
  std::size_t b_reading = 0;
  Edit edit;
  EditSpans spans;                     // In the texts of the two readings.
  std::vector<std::size_t> a_sources;  // All that have this side's words there; ascending.
  std::vector<std::size_t> b_sources;
};

// Edits that have one cause: those between two sides at one key, or one replacement that was made
// at several keys.
struct Difference {
  Kind kind = Kind::wording;        // The strongest of its edits.
  std::vector<TextChange> changes;  // By record.
  bool systematic = false;          // One replacement at several keys.
  std::string replacement;          // Systematic: what it is, whatever the keys.
  bool letter_case = false;         // Systematic: in letter case, whatever the words.
  bool replaced = false;            // Texts of one family that have nothing in common; one change.
  bool a_at_fault = false;          // The other sources show that side `a` is the miswritten one.
};

// The differences between descriptions that are revisions of one text. Readings are linked by their
// closest relatives only, so that a change that one source made shows once, and not once for each
// of the others. What two sides differ in at a key is one difference, of the strongest kind, except
// that a miswritten word is one of its own, and a replacement that recurs at other keys is taken
// out and reported for all of them at once. Letter case is one replacement, whatever the words, and
// so is one that says the entry's own name. Misfiled texts are not looked at.
std::vector<Difference> find_differences(const RuleInput& input,
                                         const std::vector<Misfiled>& misfiled,
                                         const WordCounts& words);

}  // namespace doccord
