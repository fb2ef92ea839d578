#include "compare/grammar.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "compare/quoting.h"

namespace doccord {
namespace {

using Places = std::vector<std::size_t>;
using Words = std::vector<std::string_view>;

std::size_t count_word(const UnitText& text, std::string_view word) {
  return static_cast<std::size_t>(std::count_if(
      text.units.begin(), text.units.end(), [&](const Unit& unit) { return unit.plain == word; }));
}

bool has(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words of `from` that `other` does not have as often.
Words left_over(const UnitText& text, const Places& from, const UnitText& other_text,
                const Places& other) {
  Words rest;
  for (const std::size_t at : other) rest.push_back(other_text.units[at].plain);
  Words left;
  for (const std::size_t at : from) {
    const std::string_view word = text.units[at].plain;
    const auto found = std::find(rest.begin(), rest.end(), word);
    if (found == rest.end()) {
      left.push_back(word);
    } else {
      rest.erase(found);
    }
  }
  return left;
}

std::string_view first_preposition(const Words& words) {
  const auto found =
      std::find_if(words.begin(), words.end(), [](auto word) { return roles_of(word) != 0; });
  return found == words.end() ? std::string_view() : *found;
}

// 1 for me and us, 2 for you, 0 for everyone else.
int person_of(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kFirst = {"i", "me", "my", "we", "us", "our"};
  if (std::find(kFirst.begin(), kFirst.end(), word) != kFirst.end()) return 1;
  return word == "you" || word == "your" ? 2 : 0;
}

int person_among(const Words& words) {
  for (const std::string_view word : words) {
    if (const int person = person_of(word)) return person;
  }
  return 0;
}

// A preposition that one text alone has and that turns the words round: rejected `by` the client.
std::string_view turning_word(const Words& mine, const Words& theirs, const UnitText& a,
                              const UnitText& b) {
  if (!first_preposition(theirs).empty()) return {};
  for (const std::string_view word : {"by", "from"}) {
    const bool with_means = word == "by" && has(mine, "using");
    if (has(mine, word) && !with_means && count_word(a, word) != count_word(b, word)) return word;
  }
  return {};
}

GrammarChange meaning(std::string reason) { return {Kind::meaning, std::move(reason), false}; }

GrammarChange other_link(std::string reason) { return {Kind::meaning, std::move(reason), true}; }

// What stands before the words of grammar: "known" before `to` and `by`.
std::string_view word_before(const UnitText& text, const Places& places) {
  if (places.empty()) return {};
  std::size_t at = places.front();
  while (at > 0 && !text.units[at - 1].has_weight()) --at;
  return at == 0 ? std::string_view() : std::string_view(text.units[at - 1].base);
}

// `before` is the word that the words of grammar stand behind in both texts.
GrammarChange compare_left(const Words& left_a, const Words& left_b, const UnitText& a,
                           const UnitText& b, std::string_view before, bool is_moved) {
  const auto stays = [&](std::string_view word) {
    return !is_moved || count_word(a, word) != count_word(b, word);
  };
  const auto trades = [&](std::string_view one, std::string_view other) {
    return has(left_a, one) && has(left_b, other) && stays(one);
  };
  if (trades("and", "or") || trades("or", "and")) return other_link("`and` and `or` differ");
  const auto relates_for_link = [&](const Words& linked, const Words& related) {
    const bool links = has(linked, "and") || has(linked, "or");
    const bool apart = !has(related, "and") && !has(related, "or") && !has(related, "but");
    return links && apart && first_preposition(linked).empty() &&
           !first_preposition(related).empty();
  };
  if (!is_moved && (relates_for_link(left_a, left_b) || relates_for_link(left_b, left_a))) {
    return other_link("what one text lists belongs together in the other");
  }
  if (trades("because", "so") || trades("so", "because")) {
    return other_link("which is the cause of the other differs");
  }
  if (has(left_a, "whether") != has(left_b, "whether") &&
      (has(left_a, "where") || has(left_b, "where"))) {
    return meaning("`whether` and `where` ask for something else");
  }
  const std::string_view role_a = first_preposition(left_a);
  const std::string_view role_b = first_preposition(left_b);
  if (are_companions(before, role_a, role_b)) {
    return {Kind::wording, quote_both(role_a, role_b) + " say the same behind " + quote(before),
            false};
  }
  if (!role_a.empty() && !role_b.empty() && (roles_of(role_a) & roles_of(role_b)) == 0 &&
      stays(role_a)) {
    return meaning(quote_both(role_a, role_b) + " relate the words in another way");
  }
  for (const std::string_view word :
       {turning_word(left_a, left_b, a, b), turning_word(left_b, left_a, a, b)}) {
    if (!word.empty()) return meaning("who does what differs: only one text has " + quote(word));
  }
  const int person_a = person_among(left_a);
  const int person_b = person_among(left_b);
  if (person_a != 0 && person_b != 0 && person_a != person_b) {
    return meaning("who is meant differs");
  }
  return {Kind::wording, "only words of grammar differ", false};
}

// The same words, but for how they are written.
GrammarChange compare_writing(const UnitText& a, const Places& places_a, const UnitText& b,
                              const Places& places_b) {
  GrammarChange change;
  for (std::size_t i = 0; i < places_a.size(); ++i) {
    const Unit& left = a.units[places_a[i]];
    const Unit& right = b.units[places_b[i]];
    if (left.plain != right.plain)
      return {Kind::wording, "words of grammar stand in another order", false};
    if (left.folded != right.folded || left.form != right.form) {
      change = {Kind::notation,
                left.form != right.form ? "a contraction and its long form" : "a sign and its word",
                false};
    }
  }
  return change;
}

}  // namespace

GrammarChange compare_grammar(const UnitText& a, const Places& places_a, const UnitText& b,
                              const Places& places_b, bool is_moved) {
  const Words left_a = left_over(a, places_a, b, places_b);
  const Words left_b = left_over(b, places_b, a, places_a);
  if (left_a.empty() && left_b.empty()) return compare_writing(a, places_a, b, places_b);
  const std::string_view before = word_before(a, places_a);
  const bool shared = before == word_before(b, places_b);
  return compare_left(left_a, left_b, a, b, shared ? before : std::string_view(), is_moved);
}

}  // namespace doccord
