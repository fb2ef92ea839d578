#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare/noun_phrases.h"
#include "compare/propositions.h"
#include "compare/terms.h"

namespace doccord {

// Takes one sentence apart. Every function reads one kind of part from a place on and returns what
// it may be, each with its end; one that calls others puts their readings together. A sentence that
// needs too many steps is not understood.
class SentenceReader {
 public:
  explicit SentenceReader(const std::vector<Term>& terms) : terms_(terms) {}

  // Readings of the whole sentence, the likeliest first.
  std::vector<PropositionPtr> read();

 private:
  using Node = std::shared_ptr<Proposition>;

  bool is(std::size_t at, Part part) const { return at < terms_.size() && terms_[at].part == part; }
  bool is_word(std::size_t at, std::string_view word) const {
    return at < terms_.size() && terms_[at].word == word;
  }
  std::size_t skip_comma(std::size_t at) const { return is(at, Part::comma) ? at + 1 : at; }
  bool spent() { return --steps_ < 0; }
  static void append(Parses& to, Parses more) {
    for (Parse& each : more) {
      if (to.size() < kMostParses) to.push_back(std::move(each));
    }
  }

  // Things: nouns with all that belongs to them.

  // Nouns with all that follows and belongs to them, and lists of such.
  Parses read_nouns(std::size_t at);
  Node make_pronoun(std::size_t at) const;
  Parses read_one(std::size_t at);
  // `what is deleted`: that which is; `which files are open`: the files that are.
  Parses read_question(std::size_t at);
  // `how long the files are kept`: the time for which they are; behind the `how`.
  Parses read_measure_asked(std::size_t at);
  // `A, B and C`, behind the preposition before it, which may come again: `by A or by B`.
  Parses read_list(const Parse& first, std::size_t begin);
  std::size_t at_end_of_chunk(std::size_t at) const;
  // `the file's name and size`: its size, too. Null where nobody owns the first.
  Node share_owner(const Proposition& list, std::size_t begin, std::size_t end) const;
  // `client and server certificates`: both are. Null where that cannot be meant.
  static Node share_head(const Proposition& list);
  // What follows a noun and belongs to it, with and without each.
  Parses read_postmodified(const Parse& thing, bool with_clauses);
  // A clause that says something of the noun before it.
  Parses read_attached_clause(std::size_t at);
  // `whose names match`: that have names that match.
  Parses read_possession(std::size_t at);
  bool is_participle_at(std::size_t at) const;
  // `in which the files are`: the clause is whole, and its place is what it belongs to.
  void take_placed(Parses& out, std::size_t at, const std::string& relation);
  Parses read_clause_with_gap(std::size_t at);
  // `the server supports *`
  Parses read_active_with_gap(std::size_t at);

  // Events: verbs with who acts and what is acted on.

  // A subject with its verb and all that follows.
  Parses read_simple(std::size_t at);
  Parses read_after_subject(const Parse& subject);
  // `there is a file`: it exists.
  Parses read_existence(std::size_t at);
  // "it is possible to": where the statement begins; 0 when `it` is somebody.
  std::size_t after_expletive(std::size_t at) const;
  // A verb with all that follows. Within a relative clause `gap` says that a place is to be found
  // for what it belongs to.
  Parses read_predicate(std::size_t at, Node subject, bool gap, VerbForm form);
  // `the file is written to`
  Parses read_stranded(const Node& passive, std::size_t at, bool of_gap);
  // `is open`, `is a file`, `is in use`
  Parses read_linked(const Parse& verb, bool gap);
  // `is on`: enabled.
  Parses read_switched(const Parse& verb);
  Parses read_objects(const Parse& verb, bool gap);
  // `allows modules to be loaded`, `prevents it from using pages`
  Parses read_made_to(const Parse& verb, const Parse& object, bool gap);
  // `lets the motor cool`: without `to`.
  bool lets(const Parse& verb) const;
  // `says that ...`, `removing files`, `continues to grow`
  Parses read_content(const Parse& verb, bool gap);

  // What stands beside: prepositional phrases, clauses that something opens, adverbs.

  static void append_heads(std::vector<std::string>& hosts, const Proposition& of);
  // A preposition with its noun, as the only circumstance of a nameless thing.
  Parses read_prepositional(std::size_t at, bool gap);
  // A clause with what opens it: `if it fails`, `while waiting`.
  Parses read_subordinate(std::size_t at);
  // `should it fail`: if it does.
  Parses read_inversion(std::size_t at);
  // `if, for 15 minutes, it fails`
  Parses read_parenthetic(std::size_t at);
  // `while in use`: it is.
  Parses read_placed_elision(std::size_t at);
  Parses read_beside(std::size_t at, bool gap);
  // Everything that may follow verb and object.
  Parses read_tail(const Parse& verb, bool gap);
  Parses read_rest(const Parse& verb, const std::vector<std::string>& hosts, bool gap);
  static bool is_agent_of(const Proposition& event, const Circumstance& found);

  // Sentences.

  // A clause with what comes before it.
  Parses read_full(std::size_t at);
  Parses read_plain(std::size_t at);
  // "Close the cover": a verb without a subject.
  Parses read_order(std::size_t at);
  Parses read_sentence_at(std::size_t at);
  // A further clause, or a further verb of the same subject.
  Parses read_next(const Parse& first);
  static Node link_clauses(const std::string& word, const PropositionPtr& first,
                           const PropositionPtr& next);
  // "Connection refused", "Address already in use": without the auxiliary.
  Parses read_headline(const Parse& thing);
  // A sentence without a verb of its own: "Number of seconds to wait".
  Parses read_fragment(std::size_t at);

  static constexpr int kMostSteps = 3000;
  static constexpr std::size_t kMostReadings = 12;  // Of a sentence.
  static constexpr std::size_t kMostParses = 24;    // Of a part of it.

  const std::vector<Term>& terms_;
  int steps_ = kMostSteps;
};

}  // namespace doccord
