// Keys that people cannot tell apart, or in which something is hidden: to the registry they are
// other keys than they seem to be.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "text/composed.h"
#include "text/lookalikes.h"
#include "text/utf8.h"

namespace doccord {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string code_of(char32_t c) { return fmt::format("U+{:04X}", static_cast<unsigned>(c)); }

// What makes the key look like another text than it is, as a clause; empty when nothing does.
std::string disguise_of(const std::string& key) {
  for (const char32_t c : to_code_points(key)) {
    if (is_hidden(c)) return fmt::format("holds {}, which is not seen", code_of(c));
  }
  for (const char32_t c : to_code_points(key)) {
    if (lookalike_of(c) == 0) continue;
    std::string letter;
    append_utf8(letter, c);
    return fmt::format("has {} ({}, {}) where {} is expected", quoted(letter), code_of(c),
                       to_string(script_of(c)), quoted(std::string(1, lookalike_of(c))));
  }
  return key == composed(key) ? "" : "has accents apart from their letters (Unicode's form NFD)";
}

// Whether something in the key is not seen that no letters beside it need.
bool hides_something(const std::string& key) {
  const std::u32string text = to_code_points(key);
  return appearance_of(key) != key && std::any_of(text.begin(), text.end(), is_hidden);
}

// Digits and letters by their kind: "A999" of E404.
std::string shape_of(std::string_view look) {
  std::string shape;
  for (const char c : look) {
    const auto byte = static_cast<unsigned char>(c);
    shape += is_digit(byte) ? '9' : is_letter(byte) ? 'A' : c;
  }
  return shape;
}

// Whether the letters of one word of the key are Latin ones and others that all look Latin.
bool mixes_scripts(const std::string& key) {
  const std::u32string text = to_code_points(key);
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    bool latin = false;
    bool foreign = false;
    bool all_alike = true;
    std::size_t end = begin;
    for (; end < text.size() && script_of(text[end]) != Script::none; ++end) {
      const bool is_latin = script_of(text[end]) == Script::latin;
      latin = latin || is_latin;
      foreign = foreign || !is_latin;
      all_alike = all_alike && (is_latin || lookalike_of(text[end]) != 0);
    }
    if (latin && foreign && all_alike) return true;
    begin = std::max(begin, end);
  }
  return false;
}

// What the keys of one source are written in.
struct Habits {
  std::set<Script> at_home;                  // Scripts with a letter that looks like no Latin one.
  std::map<std::string, std::size_t> latin;  // Keys in ASCII, by shape.
  std::map<std::string, std::size_t> foreign;  // Keys whose letters all look Latin and are not.
};

// The one script of the key's letters, if that is not Latin and all of them look Latin.
std::optional<Script> foreign_script(const std::string& key) {
  std::optional<Script> script;
  for (const char32_t c : to_code_points(key)) {
    const Script of_letter = script_of(c);
    if (of_letter == Script::none) continue;
    if (of_letter == Script::latin || lookalike_of(c) == 0) return std::nullopt;
    if (script && *script != of_letter) return std::nullopt;
    script = of_letter;
  }
  return script;
}

std::vector<Habits> habits_of(const Registry& registry) {
  std::vector<Habits> all(registry.sources.size());
  for (const Record& record : registry.records) {
    for (const Claim& claim : record.claims) {
      Habits& habits = all[claim.source];
      const std::string shape = shape_of(appearance_of(record.key));
      if (is_ascii(record.key)) {
        ++habits.latin[shape];
      } else if (foreign_script(record.key)) {
        ++habits.foreign[shape];
      }
      for (const char32_t c : to_code_points(record.key)) {
        if (lookalike_of(c) == 0) habits.at_home.insert(script_of(c));
      }
    }
  }
  return all;
}

// Whether the source's other keys of this shape are Latin, and nothing in it is truly of the key's
// script.
bool is_stranger(const std::string& key, const Habits& habits) {
  const auto script = foreign_script(key);
  if (!script || habits.at_home.contains(*script)) return false;
  const std::string shape = shape_of(appearance_of(key));
  const auto latin = habits.latin.find(shape);
  return latin != habits.latin.end() && latin->second > habits.foreign.at(shape);
}

std::size_t count_sources(const Record& record) {
  std::set<std::size_t> sources;
  for (const Claim& claim : record.claims) sources.insert(claim.source);
  return sources.size();
}

class Finder {
 public:
  explicit Finder(const RuleInput& input) : input_(input), habits_(habits_of(input.registry)) {}

  std::vector<Discrepancy> all() {
    std::unordered_map<std::string, std::vector<const Record*>> by_look;
    for (const Record& record : input_.registry.records) {
      by_look[appearance_of(record.key)].push_back(&record);
    }
    for (const Record& record : input_.registry.records) {
      const Record& usual = usual_of(by_look[appearance_of(record.key)]);
      if (&usual != &record) {
        add_pair(record, usual);
      } else if (!is_ascii(record.key)) {
        add_alone(record);
      }
    }
    return std::move(found_);
  }

 private:
  // The key that most sources have; of several the plainest.
  static const Record& usual_of(const std::vector<const Record*>& alike) {
    return **std::max_element(alike.begin(), alike.end(), [](const Record* a, const Record* b) {
      const std::size_t in_a = count_sources(*a);
      const std::size_t in_b = count_sources(*b);
      if (in_a != in_b) return in_a < in_b;
      const bool odd_a = !disguise_of(a->key).empty();
      const bool odd_b = !disguise_of(b->key).empty();
      return odd_a != odd_b ? odd_a : false;
    });
  }

  Discrepancy& add(const Record& record, const std::string& label) {
    Discrepancy found;
    found.level = rule_table::key_lookalike.level;
    found.keys = {record.key};
    found.field = "entry";
    for (const Claim& claim : record.claims) {
      if (found.sources.empty() || found.sources.back() != claim.source) {
        found.sources.push_back(claim.source);
        found.places.push_back(entry_place(input_, claim, label));
      }
    }
    found_.push_back(std::move(found));
    return found_.back();
  }

  void add_pair(const Record& record, const Record& usual) {
    const std::string own = disguise_of(record.key);
    const std::string clause = own.empty() ? disguise_of(usual.key) : own;
    Discrepancy& found = add(record, own.empty() ? "looks the same" : own);
    found.message =
        fmt::format("{} in {} looks like {} in {} and is another key: {} {}", quoted(record.key),
                    listed_sources(input_.registry, found.sources), quoted(usual.key),
                    sources_of(usual), own.empty() ? "that" : "it", clause);
    found.places.push_back(entry_place(input_, usual.claims.front(), "the key it looks like"));
    found.evidence.facts = {{"looksLike", usual.key}};
    found.distinction = usual.key;
  }

  void add_alone(const Record& record) {
    const bool stranger = std::any_of(
        record.claims.begin(), record.claims.end(),
        [&](const Claim& claim) { return is_stranger(record.key, habits_[claim.source]); });
    if (!hides_something(record.key) && !mixes_scripts(record.key) && !stranger) return;
    const std::string clause = disguise_of(record.key);
    Discrepancy& found = add(record, clause);
    found.message =
        fmt::format("{} in {} is not the key that it looks like: it {}", quoted(record.key),
                    listed_sources(input_.registry, found.sources), clause);
    found.evidence.facts = {{"looksLike", appearance_of(record.key)}};
  }

  std::string sources_of(const Record& record) const {
    std::vector<std::size_t> sources;
    for (const Claim& claim : record.claims) {
      if (sources.empty() || sources.back() != claim.source) sources.push_back(claim.source);
    }
    return listed_sources(input_.registry, sources);
  }

  const RuleInput& input_;
  std::vector<Habits> habits_;
  std::vector<Discrepancy> found_;
};

std::vector<Discrepancy> check(const RuleInput& input) { return Finder(input).all(); }

}  // namespace

const Rule rule_table::key_lookalike{
    .code = "DC105",
    .name = "key-lookalike",
    .level = Level::warning,
    .summary = "A key looks like another one, or hides a character",
    .what =
        R"(Looks for keys that people cannot tell apart and that are different all the same: with letters
of another script that look alike, such as Cyrillic `Е` for Latin `E`, with characters that are not
seen, or with accents that are written in two ways. A key that looks like no other is reported, too,
when something in it is not seen, when its letters are of two scripts, and when the document's other
keys of its form are Latin. Keys that are all Cyrillic or Greek among others of the kind are fine.)",
    .why =
        R"(The entry is not compared with those that it seems to belong to. Nobody finds it by
searching for its key, and whoever copies it from the page gets what works nowhere. It comes about by
typing on another keyboard, by copying from a formatted page, or on purpose, to get an entry past a
review.)",
    .example =
        R"(    warning[DC105/key-lookalike]: `Е404` in `wiki` looks like `E404` in `guide` and is another
    key: it has `Е` (U+0415, Cyrillic) where `E` is expected)",
    .mend = R"(Type the key anew, or paste it from a document that has it right.)",
    .accept = R"(Accept it when both keys exist and readers have another way to tell them apart.)",
    .check = check};

}  // namespace doccord
