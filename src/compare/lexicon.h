#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace doccord {

// What is known of English beforehand, from the tables in compare/lexicon/. All words are given in
// lower case; nothing here knows any document.

// The closed classes decide about meaning: a word of theirs that only one text has is never a
// matter of wording.
enum class WordClass { function, content, negation, modality, quantity, time, condition };

std::string_view to_string(WordClass word_class);

// A phrase with those that say the same. `group` names them all.
struct Phrase {
  WordClass word_class = WordClass::content;
  std::string_view group;
};

// Looks up words joined by single blanks. Most phrases are listed in base forms.
std::optional<Phrase> find_phrase(std::string_view words);
// The longest phrase of two words or more that begins with the word, in words; 0 when none does.
std::size_t longest_phrase_from(std::string_view word);

// The full form that abbreviations and symbols stand for: "e.g." gives "for example".
std::optional<std::string_view> find_notation(std::string_view words);
// The unit that a sign behind a number stands for: "ms" gives "millisecond".
std::optional<std::string_view> find_measure(std::string_view sign);
// Whether the word is the long form of a unit: "millisecond".
bool is_measure(std::string_view word);
// "two" gives "2".
std::optional<std::string_view> find_number(std::string_view word);

// The American spelling; the word itself when it is not known to have another.
std::string american_spelling(std::string_view word);

// The adjective that the word denies: "invalid" gives "valid".
std::optional<std::string_view> find_denied(std::string_view word);
// The word that denies the adjective: "valid" gives "invalid".
std::optional<std::string_view> find_denial(std::string_view adjective);

// Whether one base form excludes or faces the other: `accept` and `reject`.
bool are_opposites(std::string_view a, std::string_view b);
// Whether the word or the two words joined by a blank say of what they stand at that it is a
// further name of something: `alias`, `old name`.
bool states_further_name(std::string_view words);
// Whether the base form names someone or something that acts: `client`.
bool is_agent(std::string_view word);

// The roles that a preposition can give, as bits; 0 when the word is none.
unsigned roles_of(std::string_view word);

// Whether the two prepositions say the same behind the word: known `to` and `by`.
bool are_companions(std::string_view base, std::string_view a, std::string_view b);

bool is_framing_subject(std::string_view word);  // "This status code ..."
bool is_framing_verb(std::string_view word);     // "... indicates that"; a base form.
bool is_framing_report(std::string_view word);   // "... is returned"; a base form.

// The base form that irregular forms belong to: "sent" gives "send".
std::optional<std::string_view> find_irregular(std::string_view word);
bool is_in_vocabulary(std::string_view word);

}  // namespace doccord
