#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

#include "base/parallel.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "rules/squeezed_name.h"
#include "text/name_words.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

constexpr std::size_t kShortestKey = 3;  // A shorter number in a sentence is a number.
constexpr std::size_t kMostWords = 8;    // No name is longer.

// A key that a text refers to, with the name that it calls it by.
struct Reference {
  const Record* record = nullptr;
  Span name;                       // In the text; the longest that it may be.
  std::vector<std::string> words;  // Of that.
};

bool is_capitalised(const Token& token) {
  return token.is_word && is_upper(code_point_at(token.text, 0).value);
}

// The capitalised words behind a key, in parentheses or not; nothing when there are none.
std::optional<Reference> reference_at(const Registry& registry, std::string_view text,
                                      const std::vector<Token>& tokens, std::size_t i) {
  if (!tokens[i].is_word || tokens[i].text.size() < kShortestKey) return std::nullopt;
  std::size_t first = i + 1;
  const bool bracketed = first < tokens.size() && tokens[first].text == "(";
  if (bracketed) ++first;
  if (first >= tokens.size() || !is_capitalised(tokens[first])) return std::nullopt;
  const Record* record = registry.find(std::string(tokens[i].text));
  if (record == nullptr) return std::nullopt;
  std::size_t last = first;
  while (last + 1 < tokens.size() && last + 1 - first < kMostWords &&
         (bracketed ? tokens[last + 1].text != ")" : is_capitalised(tokens[last + 1]))) {
    ++last;
  }
  if (bracketed && (last + 1 >= tokens.size() || tokens[last + 1].text != ")")) {
    return std::nullopt;  // An aside rather than a name.
  }
  Reference found{
      record, {tokens[first].offset, tokens[last].offset + tokens[last].text.size()}, {}};
  found.words = name_words(text.substr(found.name.begin, found.name.size()));
  return found;
}

// Whether the words behind the key begin with the name; what follows may belong to the sentence.
bool begins_with(const std::vector<std::string>& words, std::string_view name) {
  const std::string wanted = squeezed_name(name);
  std::string got;
  for (const std::string& word : words) {
    got += word;
    if (got == wanted) return true;
  }
  return false;
}

bool has_name(const Record& record, const std::vector<std::string>& words) {
  return std::any_of(record.names.begin(), record.names.end(), [&](const NameUse& use) {
    return begins_with(words, use.bare) || begins_with(words, use.name);
  });
}

// Whether the words look like a try at one of the record's names: they share more than half.
bool resembles_name(const Record& record, const std::vector<std::string>& words) {
  return std::any_of(record.names.begin(), record.names.end(), [&](const NameUse& use) {
    const std::vector<std::string> own = name_words(use.bare);
    const auto shared = std::count_if(own.begin(), own.end(), [&](const std::string& word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    });
    return own.size() > 1 && words.size() > 1 && static_cast<std::size_t>(shared) * 2 > own.size();
  });
}

// Names of all keys, squeezed, with the key.
using KeysByName = std::multimap<std::string, const Record*>;

KeysByName keys_by_name(const Registry& registry) {
  KeysByName all;
  for (const Record& record : registry.records) {
    for (const NameUse& use : record.names) all.emplace(squeezed_name(use.bare), &record);
  }
  return all;
}

// The other key whose name the words are, or null.
const Record* owner_of(const KeysByName& names, const Reference& reference) {
  std::string squeezed;
  for (const std::string& word : reference.words) squeezed += word;
  const auto [from, to] = names.equal_range(squeezed);
  return from == to ? nullptr : from->second;
}

// What this very source calls the key, or else the first that names it.
const std::string& name_of(const Record& record, std::size_t source) {
  const Claim* own = record.find(source);
  return own != nullptr && !own->entry.names.empty() ? own->entry.names.front()
                                                     : record.names.front().name;
}

// The claims of the record, that of `source` first: a document is held to its own words.
std::vector<const Claim*> own_first(const Record& record, std::size_t source) {
  std::vector<const Claim*> claims;
  for (const Claim& claim : record.claims) claims.push_back(&claim);
  std::stable_partition(claims.begin(), claims.end(),
                        [&](const Claim* claim) { return claim->source == source; });
  return claims;
}

std::optional<Discrepancy> judge(const RuleInput& input, const Claim& claim,
                                 const Reference& reference, const KeysByName& names) {
  if (has_name(*reference.record, reference.words)) return std::nullopt;
  const Record* owner = owner_of(names, reference);
  if (owner == nullptr && !resembles_name(*reference.record, reference.words)) return std::nullopt;
  const std::string& text = claim.entry.description;
  const std::string called = text.substr(reference.name.begin, reference.name.size());
  const std::string& key = reference.record->key;
  Discrepancy found;
  found.level = rule_table::reference_mismatch.level;
  found.keys = {claim.entry.key};
  found.field = "description";
  found.sources = {claim.source};
  found.distinction = key;
  const std::string really =
      owner != nullptr
          ? fmt::format("which is the name of {}", quoted(owner->key))
          : fmt::format("which is named {}", quoted(name_of(*reference.record, claim.source)));
  found.message = fmt::format("at {}, {} calls {} {}, {}", quoted(claim.entry.key),
                              quoted(input.registry.sources[claim.source].id), quoted(key),
                              quoted(called), really);
  found.places.push_back(
      part_place(input, claim, reference.name, fmt::format("not the name of {}", quoted(key))));
  for (const Claim* other : own_first(*reference.record, claim.source)) {
    if (other->entry.names.empty()) continue;
    found.places.push_back(name_place(input, *other, other->entry.names.front(),
                                      fmt::format("the name of {}", quoted(key))));
    found.evidence.quotes.push_back({other->source, key, other->entry.names.front()});
  }
  found.evidence.facts.emplace_back("other key", key);
  return found;
}

bool has_reference(const Registry& registry, std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (reference_at(registry, text, tokens, i)) return true;
  }
  return false;
}

void check_claim(const RuleInput& input, const Claim& claim, const KeysByName& names,
                 std::vector<Discrepancy>& to) {
  const std::string& text = claim.entry.description;
  const std::vector<Token> tokens = tokenize(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto reference = reference_at(input.registry, text, tokens, i);
    if (!reference) continue;
    auto found = judge(input, claim, *reference, names);
    if (found) to.push_back(std::move(*found));
  }
}

std::vector<Discrepancy> check(const RuleInput& input) {
  const KeysByName names = keys_by_name(input.registry);
  std::vector<std::vector<Discrepancy>> by_record(input.registry.records.size());
  for_each_in_parallel(by_record.size(), [&](std::size_t i) {
    const Record& record = input.registry.records[i];
    std::vector<bool> refers;  // By reading: most texts refer to no key.
    for (const Reading& reading : record.readings) {
      refers.push_back(has_reference(input.registry, reading.text));
    }
    for (const Claim& claim : record.claims) {
      if (claim.reading == Claim::no_reading || !refers[claim.reading]) continue;
      check_claim(input, claim, names, by_record[i]);
    }
  });
  std::vector<Discrepancy> all;
  for (auto& some : by_record) std::move(some.begin(), some.end(), std::back_inserter(all));
  return all;
}

}  // namespace

const Rule rule_table::reference_mismatch{
    .code = "DC308",
    .name = "reference-mismatch",
    .level = Level::warning,
    .summary = "A text calls another key by a name that is not its",
    .what = R"(Looks in descriptions for a key with a name behind it, as in *like E21 Disk Full* or
*like E21 (Disk Full)*, and compares the name with those that the sources give that key. It speaks
up when the name is another key's, or when it is nearly one of the key's own and not quite.)",
    .why =
        R"(Either the number or the name is wrong, and the reader cannot tell which. References go
stale when keys are renamed or renumbered.)",
    .example =
        R"(    warning[DC308/reference-mismatch]: at `E30`, `wiki` calls `E21` `Queue Full`, which is the
    name of `E22`)",
    .mend = R"(Correct the number or the name.)",
    .accept = R"(Accept it when the name is an older or unofficial one that readers of this document
know.)",
    .check = check};

}  // namespace doccord
