#include "compare/terms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "compare/inflection.h"
#include "compare/lexicon.h"

namespace doccord {
namespace {

using Words = std::unordered_set<std::string_view>;

Words split_words(std::string_view text) {
  Words all;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    all.insert(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return all;
}

bool is_adjective(std::string_view word) {
  static constexpr std::string_view kText =
#include "compare/lexicon/adjectives.def"
      ;
  static const Words words = split_words(kText);
  static constexpr std::array<std::string_view, 8> kEndings = {"able", "ible", "al",  "ic",
                                                               "ive",  "ous",  "ful", "less"};
  static const Words nouns = {
      "arrival",   "cable",  "credential", "directive", "interval",  "journal",  "literal",
      "logic",     "manual", "metric",     "objective", "potential", "proposal", "removal",
      "retrieval", "signal", "table",      "terminal",  "topic",     "traffic",  "variable"};
  return words.contains(word) ||
         (word.size() > 5 && !nouns.contains(word) &&
          std::any_of(kEndings.begin(), kEndings.end(),
                      [&](std::string_view end) { return word.ends_with(end); }));
}

struct Nominal {
  std::string_view verb;
  bool is_occurrence = false;
};

std::optional<Nominal> find_nominal(std::string_view noun) {
  static const std::unordered_map<std::string_view, Nominal> table = {
#define NOMINAL(noun, verb) {noun, {verb, false}},
#define OCCURRENCE(noun, verb) {noun, {verb, true}},
#include "compare/lexicon/nominals.def"
#undef NOMINAL
#undef OCCURRENCE
  };
  const auto found = table.find(noun);
  if (found == table.end()) return std::nullopt;
  return found->second;
}

bool is_preposition(std::string_view word) {
  static const Words words = {
#define PREPOSITION(word) word,
#include "compare/lexicon/prepositions.def"
#undef PREPOSITION
  };
  return words.contains(word) || roles_of(word) != 0;
}

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
    // What is located there is there.
    const bool placed = (unit.plain == "located" || unit.plain == "situated") && !terms_.empty() &&
                        terms_.back().part == Part::be;
    if (placed) return;
    if (unit.key == "content:no effect") {
      add_no_effect(unit);
      return;
    }
    if (denied) {
      const std::string whole = unit.plain.substr(unit.plain.find(' ') + 1);
      term.word = find_denied(whole).value_or(std::string_view(whole).substr(2));
    }
    if (!set_part(unit, term)) return;
    if (!terms_.empty() && terms_.back().key == "time:once") settle_once(terms_.back(), term);
    terms_.push_back(std::move(term));
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
    static constexpr std::array<std::string_view, 10> kEmpty = {
        "also",      "too",    "then",   "thus",    "hence",
        "therefore", "please", "simply", "however", "actually"};
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
      term.key = word;
      return;
    }
    term.part = Part::noun;
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
    } else if (unit.plain == "no" || unit.plain == "none" || unit.plain == "neither") {
      term.part = Part::quantity;
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
      term.part = unit.plain.ends_with("if") ? Part::opener : Part::preposition;
    } else {
      term.part = unit.word_class == WordClass::time ? Part::adverb : Part::unknown;
    }
  }

  const UnitText& text_;
  std::vector<Term> terms_;
};

}  // namespace

bool is_verb_base(std::string_view word) {
  static constexpr std::string_view kText =
#include "compare/lexicon/verbs.def"
      ;
  static const Words words = split_words(kText);
  return words.contains(word);
}

bool is_ergative(std::string_view verb) {
  static constexpr std::string_view kText =
#include "compare/lexicon/ergatives.def"
      ;
  static const Words words = split_words(kText);
  return words.contains(verb);
}

std::string lemma_of(std::string_view base) {
  const auto phrase = find_phrase(base);
  if (!phrase) return "word:" + std::string(base);
  return std::string(to_string(phrase->word_class)) + ":" + std::string(phrase->group);
}

bool may_change_part(const Unit& unit) {
  const std::string& word = unit.plain;
  return unit.base.find(' ') != std::string::npos || word.starts_with("of ") ||
         is_verb_base(unit.base) || find_nominal(unit.base).has_value() || word.ends_with("ly") ||
         is_adjective(unit.base);
}

std::vector<Term> read_terms(const UnitText& text) { return TermReader(text).read(); }

}  // namespace doccord
