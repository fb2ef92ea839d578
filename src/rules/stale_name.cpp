#include <fmt/format.h>

#include <algorithm>

#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/profile.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"

namespace doccord {
namespace {

constexpr std::size_t kMostListed = 4;  // Names that the sentence spells out.

struct StaleName {
  const Claim* claim = nullptr;
  std::string name;  // As the source writes it.
  const DatedName* was = nullptr;
  const DatedName* is = nullptr;
};

const NameUse& use_of(const Record& record, const std::string& name) {
  return *std::find_if(record.names.begin(), record.names.end(),
                       [&](const NameUse& use) { return use.name == name; });
}

// The outdated name that the source gives the key, if it gives it no current one beside it.
void add_stale(const Profile& profile, const Record& record, const Claim& claim,
               std::vector<StaleName>& to) {
  const DatedName* is = profile.current(record.key);
  StaleName stale;
  for (const std::string& name : claim.entry.names) {
    const DatedName* known = profile.find(record.key, use_of(record, name).bare);
    if (known == nullptr) continue;
    if (known->until.empty()) return;
    if (stale.was == nullptr) stale = {&claim, name, known, is};
  }
  if (stale.was != nullptr && is != nullptr) to.push_back(std::move(stale));
}

// "between 1997 and 1999": when all the names that the source uses were in force.
std::string period_of(const Profile& profile, const Registry& registry, std::size_t source) {
  std::string since;
  std::string until;
  for (const Record& record : registry.records) {
    const Claim* claim = record.find(source);
    if (claim == nullptr) continue;
    for (const std::string& name : claim->entry.names) {
      const DatedName* known = profile.find(record.key, use_of(record, name).bare);
      if (known == nullptr) continue;
      since = std::max(since, known->since);
      if (!known->until.empty() && (until.empty() || known->until < until)) until = known->until;
    }
  }
  if (until <= since) {
    return fmt::format("names of different times, the newest from {}", since.substr(0, 4));
  }
  return fmt::format("names as they were from {} to {}", since.substr(0, 4), until.substr(0, 4));
}

Discrepancy discrepancy_of(const RuleInput& input, const Profile& profile, std::size_t source,
                           const std::vector<StaleName>& stale) {
  Discrepancy found;
  found.level = rule_table::stale_name.level;
  found.field = "name";
  found.sources = {source};
  std::vector<std::string> changes;
  for (const StaleName& one : stale) {
    found.keys.push_back(one.was->key);
    found.places.push_back(name_place(input, *one.claim, one.name,
                                      fmt::format("{} since {} ({})", quoted(one.is->name),
                                                  one.is->since.substr(0, 4), one.is->defined)));
    found.evidence.quotes.push_back({source, one.was->key, one.name});
    changes.push_back(fmt::format("{} is {} since {} ({})", quoted(one.was->key),
                                  quoted(one.is->name), one.is->since.substr(0, 4),
                                  one.is->defined));
    found.evidence.facts.emplace_back(
        fmt::format("name of {}", one.was->key),
        fmt::format("{} ({}, {} to {}); {} ({}, since {})", one.was->name, one.was->defined,
                    one.was->since, one.was->until, one.is->name, one.is->defined, one.is->since));
  }
  const std::size_t more = changes.size() > kMostListed ? changes.size() - kMostListed : 0;
  changes.resize(changes.size() - more);
  if (more > 0) changes.push_back(counted(more, "further one"));
  found.message = fmt::format("{} has {} that {} replaced: {}; it has {}",
                              quoted(input.registry.sources[source].id),
                              counted(stale.size(), "name"), verb(stale.size(), "was", "were"),
                              listed(changes), period_of(profile, input.registry, source));
  found.distinction = "profile";
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  const std::optional<Profile>& profile = input.shared->profile;
  if (!profile) return {};
  std::vector<Discrepancy> all;
  for (std::size_t s = 0; s < input.registry.sources.size(); ++s) {
    std::vector<StaleName> stale;
    for (const Record& record : input.registry.records) {
      if (const Claim* claim = record.find(s)) add_stale(*profile, record, *claim, stale);
    }
    if (!stale.empty()) all.push_back(discrepancy_of(input, *profile, s, stale));
  }
  return all;
}

}  // namespace

const Rule rule_table::stale_name{
    .code = "DC204",
    .name = "stale-name",
    .level = Level::warning,
    .summary = "Names that newer ones have replaced",
    .what = R"(Compares names with what is known of the field beforehand: which names its keys had,
from when to when, and which document defined them. A name is stale when another one has taken its
place. All stale names of one source are one discrepancy, which says from what time its names are.

What is known is a profile: a file of the folder `profiles/`. It applies by itself when at least 8
keys of the documents, and three in four of those that have names, are keys of the profile under one
of its names. Documents about anything else see nothing of this rule. `profile` in the configuration
names another one, or the path of your own, or `none`.)",
    .why = R"(An outdated name dates the document, and conflicts with documents that were kept up to
date. Ten conflicts between names often have this one cause.)",
    .example =
        R"(    warning[DC204/stale-name]: `guide` has 2 names that were replaced: `302` is `Found` since 1999
    (RFC 2616) and `413` is `Content Too Large` since 2022 (RFC 9110); it has names of different times,
    the newest from 2014)",
    .mend = R"(Use the newer names. Constants of a programming interface may keep theirs; say there
which name the standard has today.)",
    .accept =
        R"(Accept it where names cannot change, as in a programming interface, or where the document
describes a certain version.)",
    .check = check};

}  // namespace doccord
