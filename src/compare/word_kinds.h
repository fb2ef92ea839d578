#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compare/units.h"

namespace doccord {

// What a word of English may be in a sentence, by its base form.

bool is_adjective(std::string_view word);
bool is_preposition(std::string_view word);

// A noun that names what a verb does. `is_occurrence` where `of` names who does it: `the end of`.
struct Nominal {
  std::string_view verb;
  bool is_occurrence = false;
};
std::optional<Nominal> find_nominal(std::string_view noun);

bool is_verb_base(std::string_view word);
// Whether a thing may be the subject of the verb though it is done to it: "the connection closes".
bool is_ergative(std::string_view verb);

// Whether the verb is one of what people are told to do: "the cover must be closed".
bool is_advice(std::string_view key);

// Whether another word may say what the unit says as another part of the sentence: a verb and its
// noun, `automatic` and `automatically`, `reachable` and `can be reached`.
bool may_change_part(const Unit& unit);

// Whether one construction needs the word where another does without.
bool is_light_word(std::string_view key);

// What the verb or noun with this base form says.
std::string lemma_of(std::string_view base);

}  // namespace doccord
