#include "compare/same_statement.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compare/normal_form.h"
#include "compare/sentence_reader.h"
#include "compare/terms.h"
#include "compare/word_kinds.h"

namespace doccord {
namespace {

using Readings = std::vector<PropositionPtr>;

constexpr std::size_t kMostTerms = 60;  // In a sentence; a longer one is not taken apart.
constexpr std::size_t kMostApart = 2;   // Words that no construction is known for by themselves.

// What both texts should have, be it once or twice: everything but grammar, and but the words that
// one construction needs and another does without.
std::set<std::string> keys_in_question(const std::vector<Term>& terms) {
  std::set<std::string> keys;
  for (const Term& term : terms) {
    const bool spread =
        term.key == "negation:no" || term.part == Part::modal || is_light_word(term.key);
    const bool stated = term.part == Part::noun || term.part == Part::number ||
                        term.part == Part::quantity || term.part == Part::adverb;
    if (stated && !spread) keys.insert(root_key(term.key));
  }
  return keys;
}

std::size_t count_apart(const std::set<std::string>& a, const std::set<std::string>& b) {
  std::vector<std::string> apart;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(apart));
  return apart.size();
}

// Whether something stands in the text alone that no other construction could say: most edits of a
// text are of that kind, and soon told.
bool says_alone(const UnitText& text, const std::vector<bool>& open, const UnitText& other) {
  for (std::size_t i = 0; i < open.size(); ++i) {
    const Unit& unit = text.units[i];
    if (!open[i] || unit.is_closed()) continue;
    const bool varies =
        unit.kind == UnitKind::word &&
        (may_change_part(unit) || is_light_word(unit.key) || root_key(unit.key) != unit.key);
    if (varies) continue;
    const auto same = [&](const Unit& theirs) { return theirs.key == unit.key; };
    if (std::none_of(other.units.begin(), other.units.end(), same)) return true;
  }
  return false;
}

// The sentences of a text; empty when one is too long.
std::vector<std::vector<Term>> cut_sentences(const std::vector<Term>& terms) {
  std::vector<std::vector<Term>> sentences(1);
  for (const Term& term : terms) {
    if (term.part != Part::stop) {
      sentences.back().push_back(term);
    } else if (!sentences.back().empty()) {
      sentences.emplace_back();
    }
  }
  std::erase_if(sentences, [](const auto& sentence) { return sentence.empty(); });
  for (std::vector<Term>& sentence : sentences) {
    while (!sentence.empty() && sentence.back().part == Part::comma) sentence.pop_back();
    if (sentence.size() > kMostTerms) return {};
  }
  return sentences;
}

// The readings of every sentence; empty when one of them is not understood.
std::vector<Readings> read_all(const std::vector<Term>& terms) {
  std::vector<Readings> all;
  PropositionPtr before;
  for (const std::vector<Term>& sentence : cut_sentences(terms)) {
    Readings readings;
    for (const PropositionPtr& raw : SentenceReader(sentence).read()) {
      readings.push_back(normal_form(raw, before));
      if (const PropositionPtr other = restated(raw)) {
        readings.push_back(normal_form(other, before));
      }
    }
    if (readings.empty()) return {};
    before = readings.front();
    all.push_back(std::move(readings));
  }
  return all;
}

bool any_same(const Readings& a, const Readings& b) {
  return std::any_of(a.begin(), a.end(), [&](const PropositionPtr& x) {
    return std::any_of(b.begin(), b.end(),
                       [&](const PropositionPtr& y) { return say_the_same(*x, *y); });
  });
}

// Whole statements may come in any order. What is to be done comes in the one given, and so do
// words that state nothing by themselves: "Default: 4. Maximum: 8."
bool say_all(const std::vector<Readings>& a, const std::vector<Readings>& b) {
  const auto is_statement = [](const Readings& readings) {
    return readings.front()->type == Proposition::Type::event && readings.front()->topic != nullptr;
  };
  if (a.size() != b.size()) return false;
  if (std::all_of(a.begin(), a.end(), is_statement)) return match_all(a, b, any_same);
  return std::equal(a.begin(), a.end(), b.begin(), any_same);
}

}  // namespace

Stated& StatedTexts::read(const UnitText& text) {
  const auto [place, fresh] = known_.try_emplace(&text);
  Stated& stated = place->second;
  if (!fresh) return stated;
  stated.terms = read_terms(text);
  const bool may_be_read =
      std::none_of(stated.terms.begin(), stated.terms.end(),
                   [](const Term& term) { return term.part == Part::unknown; });
  if (may_be_read) {
    stated.keys = keys_in_question(stated.terms);
  } else {
    stated.sentences.emplace();
  }
  return stated;
}

bool state_the_same(const Alignment& alignment, StatedTexts& texts) {
  const UnitText& a = alignment.a;
  const UnitText& b = alignment.b;
  if (says_alone(a, alignment.open_a, b) || says_alone(b, alignment.open_b, a)) return false;
  Stated& stated_a = texts.read(a);
  Stated& stated_b = texts.read(b);
  const auto is_unreadable = [](const Stated& stated) {
    return stated.sentences && stated.sentences->empty();
  };
  if (is_unreadable(stated_a) || is_unreadable(stated_b)) return false;
  if (count_apart(stated_a.keys, stated_b.keys) > kMostApart) return false;
  for (Stated* const each : {&stated_a, &stated_b}) {
    if (!each->sentences) each->sentences = read_all(each->terms);
  }
  return !stated_a.sentences->empty() && say_all(*stated_a.sentences, *stated_b.sentences);
}

}  // namespace doccord
