#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "compare/comparisons.h"
#include "compare/units.h"

namespace doccord {

// One clause of a text, as far as it states something: what it is about, and how firmly.
struct Statement {
  Span span;                         // In the text.
  std::vector<std::string> content;  // Keys of the words that carry content, sorted, each once.
  std::vector<std::string> numbers;  // With what they count: "30 seconds".
  std::vector<std::string> figures;  // All numbers, in order, whatever they count.
  std::string modality;              // Group of lexicon/modality.def; empty when there is none.
  std::string verb;                  // Key of the first word of content behind the modality.
  std::vector<std::string> agents;   // Who takes part, in order.
  std::vector<std::string> times;    // Words of time: "after", "currently"; in order.
  bool denied = false;               // Holds a negation.
  bool by_default = false;           // The sentence says what holds where nothing is set.
  bool conditional = false;          // The sentence holds a condition, or the clause an exception.

  // Whether it says what must, should or may be.
  bool is_rule() const;
};

std::vector<Statement> read_statements(const UnitText& text);

// The pairs of statements that cannot both hold: one demands what the other forbids, one denies
// what the other says, or both count the same thing otherwise. Rather silent than wrong: who acts,
// the verb and nearly all words must agree, and neither may depend on a condition.
std::vector<Contradiction> find_contradictions(const UnitText& a,
                                               const std::vector<Statement>& statements_a,
                                               const UnitText& b,
                                               const std::vector<Statement>& statements_b);

}  // namespace doccord
