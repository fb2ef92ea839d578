#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// Forms of English words. Words are in lower case.

// The base form: "matches" and "matching" give "match", "sent" gives "send". A word whose base the
// vocabulary does not know gives its likeliest one.
std::string base_form(std::string_view word);

// Whether the two are forms of one word.
bool are_forms_of_one_word(std::string_view a, std::string_view b);

// A word that is held against many others: what it may be a form of is worked out when one of them
// begins like it, as regular forms of one word do. `word` must outlive it.
class InflectedWord {
 public:
  explicit InflectedWord(std::string_view word);
  // Whether the two are forms of one word.
  bool is_form_like(const InflectedWord& other) const;

 private:
  struct Forms {
    std::string base;
    std::vector<std::string> candidates;
  };
  const Forms& forms() const;
  bool may_be_form_like(const InflectedWord& other) const;

  std::string_view word_;
  bool irregular_ = false;
  mutable std::optional<Forms> forms_;
};

// The participle that the word denies though no table has it: "unhandled" gives "handled". Empty
// for forms of verbs that undo something: "unloaded".
std::string denied_participle(std::string_view word);

// Whether one is made from the other or both from one stem, with the same sense: "origin" and
// "originating", "create" and "creation". Not the one who acts ("sender" and "send") and not what
// can be done ("acceptable" and "accept").
bool are_of_one_stem(std::string_view a, std::string_view b);

// Whether the word, or what it is a form of or made from, is in the vocabulary or a table.
bool is_known_word(std::string_view word);

// The same, but stricter: a long word that a known one would make with an ending is not enough,
// since `argue` does not make `arguement` a word.
bool is_established_word(std::string_view word);

// Whether the word is listed, in some form: not only made from one that is, as "presure" could be
// from "sure".
bool is_listed_word(std::string_view word);

}  // namespace doccord
