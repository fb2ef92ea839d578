#include "compare/terms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "compare/inflection.h"
#include "compare/lexicon.h"
#include "compare/word_kinds.h"

namespace doccord {
namespace {

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }

VerbForm form_of(std::string_view plain, std::string_view base) {
  if (plain == base) return VerbForm::base;
  if (plain.ends_with("ing")) return VerbForm::ing;
  return plain.ends_with('s') && !plain.ends_with("ss") && plain != "was" ? VerbForm::third
                                                                          : VerbForm::past;
}

Part part_of_grammar(std::string_view word) {
  static constexpr std::array<std::string_view, 14> kDeterminers = {
      "the",   "a",   "an",  "this", "these", "those", "its",
      "their", "his", "her", "your", "my",    "our",   "such"};
  static constexpr std::array<std::string_view, 8> kPronouns = {
      "it", "they", "them", "you", "he", "she", "itself", "themselves"};
  static constexpr std::array<std::string_view, 4> kLinkers = {"and", "or", "but", "so"};
  if (is_one_of(word, kDeterminers)) return Part::determiner;
  if (is_one_of(word, kPronouns)) return Part::pronoun;
  if (is_one_of(word, kLinkers)) return Part::linker;
  if (word == "that") return Part::that;
  if (word == "which" || word == "who" || word == "where" || word == "whose" || word == "what")
    return Part::relative;
  if (word == "there") return Part::there;
  if (word == "to") return Part::to;
  if (word == "because" || word == "whether") return Part::opener;
  const std::string base = base_form(word);
  if (base == "be") return Part::be;
  if (base == "have") return Part::have;
  if (base == "do") return Part::do_;
  return is_preposition(word) ? Part::preposition : Part::unknown;
}

// Makes terms of the units of one text.
class TermReader {
 public:
  explicit TermReader(const UnitText& text) : text_(text) {}

  std::vector<Term> read() {
    std::size_t token = 0;
    for (std::size_t i = 0; i < text_.units.size(); ++i) {
      const Unit& unit = text_.units[i];
      read_marks(token, unit.token_begin);
      token = std::max(token, unit.token_end);
      const bool denied = unit.base.starts_with("not in ") && i + 1 < text_.units.size();
      if (denied) ++i;
      if (unit.key == "frame") continue;
      add(denied ? text_.units[i] : unit, denied);
    }
    return std::move(terms_);
  }

 private:
  void read_marks(std::size_t begin, std::size_t end) {
    static constexpr std::array<std::string_view, 5> kStops = {".", ";", ":", "!", "?"};
    static constexpr std::array<std::string_view, 6> kCommas = {",", "(", ")", "-", "–", "—"};
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view mark = text_.tokens[i].text;
      if (is_one_of(mark, kStops)) add_mark(Part::stop);
      if (is_one_of(mark, kCommas)) add_mark(Part::comma);
    }
  }

  void add_mark(Part part) {
    Term term;
    term.part = part;
    terms_.push_back(std::move(term));
  }

  void add(const Unit& unit, bool denied) {
    Term term;
    term.word = unit.plain;
    term.key = unit.key;
    term.is_denied = denied;
    term.is_hyphenated = unit.form == UnitForm::hyphenated;
    // What is located there is there.
    const bool placed = (unit.plain == "located" || unit.plain == "situated") && !terms_.empty() &&
                        terms_.back().part == Part::be;
    if (placed) return;
    if (unit.base == "be missing") {
      add_missing(unit);
      return;
    }
    if (unit.key == "content:no effect") {
      add_no_effect(unit);
      return;
    }
    if (denied) {
      const std::string whole = unit.plain.substr(unit.plain.find(' ') + 1);
      term.word = find_denied(whole).value_or(std::string_view(whole).substr(2));
    }
    if (unit.plain == "then") {
      link_next();
      return;
    }
    if (!set_part(unit, term)) return;
    if (term.key == "modality:attempt" && term.part == Part::modal && !terms_.empty() &&
        terms_.back().part == Part::determiner) {
      add_attempt(term);
      return;
    }
    if (!terms_.empty() && terms_.back().key == "time:once") settle_once(terms_.back(), term);
    terms_.push_back(std::move(term));
  }

  // "and then", ", then": what comes next. "If ..., then": only what follows.
  void link_next() {
    if (terms_.empty()) return;
    const auto begin = std::find_if(terms_.rbegin(), terms_.rend(), [](const Term& term) {
                         return term.part == Part::stop;
                       }).base();
    if (begin != terms_.end() && begin->part == Part::opener) return;
    if (terms_.back().part == Part::comma) {
      terms_.back().part = Part::linker;
      terms_.back().word = "then";
    } else if (terms_.back().word == "and") {
      terms_.back().word = "then";
    }
  }

  // "an attempt to" as a noun with what was tried.
  void add_attempt(Term attempt) {
    attempt.part = Part::noun;
    attempt.word = "attempt";
    attempt.is_noun = true;
    terms_.push_back(std::move(attempt));
    Term to;
    to.part = Part::to;
    to.key = to.word = "to";
    terms_.push_back(std::move(to));
  }

  // "is missing" as "is" missing: "is missing or wrong".
  void add_missing(const Unit& unit) {
    Term be;
    be.part = Part::be;
    be.word = be.key = first_word(unit.plain);
    be.form = form_of(be.word, "be");
    terms_.push_back(std::move(be));
    Term missing;
    missing.part = Part::noun;
    missing.is_adjective = missing.is_noun = true;
    missing.word = "missing";
    missing.key = "word:missing";
    terms_.push_back(std::move(missing));
  }

  // "has no effect on X" as "has no effect" `on` X.
  void add_no_effect(const Unit& unit) {
    Term verb;
    verb.part = Part::noun;
    verb.is_verb = true;
    verb.key = lemma_of("have no effect");
    verb.word = unit.plain;
    verb.form = form_of(first_word(unit.plain), first_word(unit.base));
    if (!unit.plain.ends_with(" on")) verb.form = VerbForm::third;
    terms_.push_back(std::move(verb));
    Term on;
    on.part = Part::preposition;
    on.key = on.word = "on";
    terms_.push_back(std::move(on));
  }

  // "once it is created" is after that; "once" alone is how often.
  static void settle_once(Term& once, const Term& next) {
    const bool opens = next.part == Part::determiner || next.part == Part::pronoun ||
                       (next.part == Part::noun && next.is_noun) ||
                       (next.part == Part::quantity && next.key == "scope:all");
    once.part = opens ? Part::opener : Part::adverb;
    if (opens) once.key = "time:after";
  }

  // Sets what the term is; false when it says nothing.
  static bool set_part(const Unit& unit, Term& term) {
    if (unit.kind == UnitKind::number) {
      term.part = Part::number;
      term.is_noun = true;
      return true;
    }
    if (unit.kind != UnitKind::word) {
      term.part = Part::noun;
      term.is_noun = true;
      return true;
    }
    switch (unit.word_class) {
      case WordClass::function:
        return set_grammar(unit, term);
      case WordClass::content:
        set_content(unit, term);
        return true;
      case WordClass::negation:
        set_negation(unit, term);
        return true;
      case WordClass::modality:
        set_modality(unit, term);
        return true;
      case WordClass::quantity:
        term.part = unit.plain == "automatically" ? Part::adverb : Part::quantity;
        return true;
      case WordClass::time:
      case WordClass::condition:
        set_circumstance(unit, term);
        return true;
    }
    return true;
  }

  static bool set_grammar(const Unit& unit, Term& term) {
    static constexpr std::array<std::string_view, 9> kEmpty = {
        "also", "too", "thus", "hence", "therefore", "please", "simply", "however", "actually"};
    if (is_one_of(unit.plain, kEmpty) || unit.key == "grammar:also") return false;
    if (unit.key.ends_with(":because of")) {
      term.part = Part::preposition;
      term.key = "because";
      return true;
    }
    if (unit.key.ends_with(":in order to")) {
      term.part = Part::to;
      return true;
    }
    if (unit.key == "grammar:as well as") {
      term.part = Part::linker;
      term.word = "and";
      return true;
    }
    term.part = unit.plain == "as" ? Part::preposition : part_of_grammar(unit.plain);
    term.key = unit.plain == "whether" ? "condition:if" : unit.plain;
    term.form = form_of(unit.plain, unit.base);
    if (unit.plain == "using") {  // As a preposition or as the verb that it is a form of.
      term.is_verb = true;
      term.form = VerbForm::ing;
    }
    term.is_definite = term.part == Part::determiner && unit.plain != "a" && unit.plain != "an";
    return true;
  }

  static void set_content(const Unit& unit, Term& term) {
    const std::string& word = term.word;
    if (is_preposition(word)) {
      term.part = Part::preposition;
      term.key = unit.key.starts_with("word:") ? unit.key.substr(5) : word;
      return;
    }
    term.part = Part::noun;
    if (word == "how") {
      term.part = Part::relative;
      return;
    }
    if (word == "omitted") {  // What is omitted is not given.
      term.key = lemma_of("give");
      term.is_denied = true;
    }
    const std::string_view head = first_word(unit.base);
    const bool possessive = word.ends_with("'s") || word.ends_with("s'");
    term.is_adjective = (is_adjective(unit.base) && word == unit.base) || word == "missing";
    term.is_verb = !possessive && (is_verb_base(head) || head == "be");
    term.form = form_of(first_word(word), head);
    if (!term.is_verb && word.ends_with("ly")) {
      set_adverb(term);
      return;
    }
    if (unit.key == "content:lack") term.is_verb = true;  // "not have"
    // What ends in -ed is no noun; -ing and the other forms may be.
    const bool past = term.is_verb && term.form == VerbForm::past;
    term.is_noun = !past && !(term.is_verb && unit.base.find(' ') != std::string::npos);
    if (unit.is_abbreviation) term.is_noun = true;
    if (const auto nominal = find_nominal(unit.base)) {
      term.is_nominal = term.is_noun;
      term.is_occurrence = nominal->is_occurrence;
      if (!term.is_verb) term.key = lemma_of(nominal->verb);
    }
  }

  // "invalidly" says of what is done what "invalid" says of the doing.
  static void set_adverb(Term& term) {
    term.part = Part::adverb;
    std::string adjective = term.word.substr(0, term.word.size() - 2);
    if (const auto denied = find_denied(adjective)) {
      term.key = lemma_of(*denied);
      term.is_denied = true;
      return;
    }
    if (!is_in_vocabulary(adjective) && adjective.ends_with("al")) {
      adjective.resize(adjective.size() - 2);  // "automatically"
    }
    if (is_in_vocabulary(adjective)) term.key = lemma_of(adjective);
  }

  static void set_negation(const Unit& unit, Term& term) {
    if (unit.plain == "not") {
      term.part = Part::negation;
    } else if (unit.key == "negation:no" || unit.plain == "none" || unit.plain == "neither") {
      term.part = Part::quantity;
    } else if (unit.key == "negation:nothing") {
      term.part = Part::quantity;
      term.key = "negation:no";
    } else if (unit.key == "negation:nor") {
      term.part = Part::linker;
    } else if (unit.key == "negation:without" || unit.key == "negation:except") {
      term.part = Part::preposition;
    } else if (unit.key == "negation:never" || unit.key == "negation:no longer") {
      term.part = Part::adverb;
    } else if (unit.plain.ends_with(" to")) {
      term.part = Part::modal;
    }
  }

  static void set_modality(const Unit& unit, Term& term) {
    static constexpr std::array<std::string_view, 8> kModals = {"can",  "could", "may",  "might",
                                                                "must", "shall", "will", "would"};
    if (is_one_of(unit.plain, kModals) || unit.plain == "should" || unit.plain.ends_with(" to") ||
        unit.plain.ends_with(" not")) {
      term.part = Part::modal;
    } else if (unit.plain.ends_with("ly")) {
      term.part = Part::adverb;
    } else {
      term.part = Part::noun;
      term.is_verb = is_verb_base(unit.base);
      term.form = form_of(unit.plain, unit.base);
      term.is_noun = !(term.is_verb && term.form == VerbForm::past);
      term.is_adjective = !term.is_verb;
    }
  }

  static void set_circumstance(const Unit& unit, Term& term) {
    static constexpr std::array<std::string_view, 9> kOpeners = {
        "time:before", "time:after", "time:until",      "time:while",        "time:since",
        "time:during", "time:once",  "time:as soon as", "condition:although"};
    static constexpr std::array<std::string_view, 6> kAttributes = {
        "time:previous",  "time:next",      "time:last",
        "time:temporary", "time:permanent", "time:future"};
    static constexpr std::array<std::string_view, 6> kGoverning = {
        "condition:regardless of", "condition:depending on", "condition:according to",
        "condition:instead",       "condition:even if",      "condition:only if"};
    if (is_one_of(std::string_view(unit.key), kOpeners) || unit.key == "condition:if" ||
        unit.key == "condition:unless") {
      term.part = Part::opener;
    } else if (is_one_of(std::string_view(unit.key), kAttributes)) {
      term.part = unit.plain.ends_with("ly") ? Part::adverb : Part::noun;
      term.is_adjective = true;
    } else if (is_one_of(std::string_view(unit.key), kGoverning)) {
      const bool opens = unit.key == "condition:even if" || unit.key == "condition:only if";
      term.part = opens ? Part::opener : Part::preposition;
    } else {
      term.part = unit.word_class == WordClass::time ? Part::adverb : Part::unknown;
    }
  }

  const UnitText& text_;
  std::vector<Term> terms_;
};

}  // namespace

std::vector<Term> read_terms(const UnitText& text) { return TermReader(text).read(); }

}  // namespace doccord
