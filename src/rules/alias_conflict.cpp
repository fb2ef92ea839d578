#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/key.h"
#include "rules/authority.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"

namespace doccord {
namespace {

// Notations in which a thing has one way to be written, so that two ways contradict each other.
enum class Notation { short_option, hexadecimal, number, other };

Notation notation_of(std::string_view key) {
  if (key.size() == 2 && key[0] == '-' && key[1] != '-') return Notation::short_option;
  if (decimal_of(key)) return Notation::hexadecimal;
  return is_key(key, KeyPattern::number) ? Notation::number : Notation::other;
}

// The ways in which one source writes the key in one notation.
struct Writings {
  std::size_t source = 0;
  const Claim* claim = nullptr;
  std::vector<std::string> texts;
};

std::vector<std::string> writings_of(const Record& record, const Entry& entry) {
  std::vector<std::string> all = entry.aliases;
  if (entry.key != record.key) all.push_back(entry.key);
  return all;
}

std::map<Notation, std::vector<Writings>> by_notation(const Record& record) {
  std::map<Notation, std::vector<Writings>> all;
  for (const Claim& claim : record.claims) {
    for (std::string& text : writings_of(record, claim.entry)) {
      const Notation notation = notation_of(text);
      if (notation == Notation::other || notation == notation_of(record.key)) continue;
      std::vector<Writings>& known = all[notation];
      if (known.empty() || known.back().source != claim.source) {
        known.push_back({claim.source, &claim, {}});
      }
      known.back().texts.push_back(std::move(text));
    }
  }
  return all;
}

bool meet(const Writings& a, const Writings& b) {
  return std::any_of(a.texts.begin(), a.texts.end(), [&](const std::string& x) {
    return std::any_of(b.texts.begin(), b.texts.end(),
                       [&](const std::string& y) { return numeric_value(x) == numeric_value(y); });
  });
}

// The sources by what they have in common; several groups contradict one another.
std::vector<std::vector<Writings>> groups_of(const std::vector<Writings>& all) {
  std::vector<std::vector<Writings>> groups;
  for (const Writings& own : all) {
    const auto fits = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
      return std::any_of(group.begin(), group.end(),
                         [&](const Writings& other) { return meet(own, other); });
    });
    if (fits == groups.end()) {
      groups.push_back({own});
    } else {
      fits->push_back(own);
    }
  }
  return groups;
}

Discrepancy discrepancy_of(const RuleInput& input, const Record& record,
                           const std::vector<std::vector<Writings>>& groups) {
  Discrepancy found;
  found.level = rule_table::alias_conflict.level;
  found.keys = {record.key};
  found.field = "alias";
  std::vector<std::string> parts;
  std::vector<std::vector<std::size_t>> sides;
  for (const std::vector<Writings>& group : groups) {
    const std::string& text = group.front().texts.front();
    sides.emplace_back();
    for (const Writings& own : group) {
      const std::string& id = input.registry.sources[own.source].id;
      sides.back().push_back(own.source);
      found.sources.push_back(own.source);
      found.evidence.quotes.push_back({own.source, record.key, own.texts.front()});
      found.places.push_back(
          phrase_place(input, *own.claim, own.texts.front(), fmt::format("in {}", quoted(id))));
    }
    parts.push_back(
        fmt::format("{} in {}", quoted(text), listed_sources(input.registry, sides.back())));
  }
  std::sort(found.sources.begin(), found.sources.end());
  found.message = fmt::format("{} is also {}", quoted(record.key), fmt::join(parts, "; "));
  blame_by_authority(input, sides, found);
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  for (const Record& record : input.registry.records) {
    for (const auto& [notation, writings] : by_notation(record)) {
      const auto groups = groups_of(writings);
      if (groups.size() > 1) all.push_back(discrepancy_of(input, record, groups));
    }
  }
  return all;
}

}  // namespace

const Rule rule_table::alias_conflict{
    .code = "DC310",
    .name = "alias-conflict",
    .level = Level::warning,
    .summary = "Another way to write the key differs",
    .what =
        R"(Compares the other ways in which sources write one key: the short option of a long one (`-q`),
the hexadecimal number of a decimal one (`0x2`), the number of a name. Two sources that both give one
in the same notation have to have one in common; `0x02` is `0x2`. A source that gives none says
nothing.)",
    .why =
        R"(Readers type what the document gives them. `-s` where the program knows `-q` is an error
at best, and something else at worst.)",
    .example =
        R"(    warning[DC310/alias-conflict]: `--quiet` is also `-q` in `help`; `-s` in `website`)",
    .mend = R"(Find out from the program which one it takes, and correct the other.)",
    .accept = R"(Accept it where the documents describe versions or programs that do differ.)",
    .check = check};

}  // namespace doccord
