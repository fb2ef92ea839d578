#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compare/units.h"

namespace doccord {

// What a unit may be in a sentence.
enum class Part {
  noun,  // Or adjective, participle and verb: see the flags.
  number,
  quantity,    // "all", "no", "more than"
  determiner,  // "the", "its"
  pronoun,     // "it"
  preposition,
  to,
  linker,    // "and", "or", "but", "so"
  that,      // Points, or opens a clause.
  relative,  // "which", "where"
  there,
  be,
  have,
  do_,
  modal,
  negation,
  opener,  // "if", "before", "because": opens a clause or governs a noun.
  adverb,
  comma,   // Or a bracket or dash.
  stop,    // Ends a sentence.
  unknown  // Nothing can be said of a sentence that has it.
};

enum class VerbForm { base, third, past, ing };

// A unit with its place in a sentence left open.
struct Term {
  Part part = Part::unknown;
  std::string key;   // What it says: equal for synonyms, and for a verb and the noun made of it.
  std::string word;  // As written, without case.
  VerbForm form = VerbForm::base;
  bool is_verb = false;
  bool is_noun = false;
  bool is_adjective = false;
  bool is_hyphenated = false;  // Joined to the word before or behind it: "front-facing".
  bool is_denied = false;      // "unhandled": handled, denied.
  bool is_definite = false;    // "the", "its"
  bool is_nominal = false;     // Names what a verb does; `key` is the verb's then.
  bool is_occurrence = false;  // ... and `of` names who does it.
};

// The units of a text with the marks between them.
std::vector<Term> read_terms(const UnitText& text);

}  // namespace doccord
