#include <fmt/format.h>

#include "rules/name_report.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/profile.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"

namespace doccord {
namespace {

// A source that calls nearly everything something else: one discrepancy for all its keys.
Discrepancy vocabulary(const RuleInput& input, const Vocabulary& own) {
  const std::string& id = input.registry.sources[own.source].id;
  Discrepancy found;
  found.level = rule_table::name_conflict.level;
  found.field = "name";
  found.sources = {own.source};
  found.distinction = "vocabulary";
  for (const std::size_t r : own.records) {
    const Record& record = input.registry.records[r];
    const Claim& claim = *record.find(own.source);
    const std::string& name = claim.entry.names.front();
    found.keys.push_back(record.key);
    found.places.push_back(
        name_place(input, claim, name, fmt::format("the name in {}", quoted(id))));
    found.evidence.quotes.push_back({own.source, record.key, name});
  }
  found.message = fmt::format("{} has names of its own for {} that other sources name too",
                              quoted(id), counted(found.keys.size(), "key"));
  return found;
}

// Whether all names are ones that the key has or had: then DC204 says which are outdated.
bool is_of_age(const Profile* profile, const Record& record, const std::vector<NameGroup>& groups) {
  if (profile == nullptr) return false;
  for (const NameGroup& group : groups) {
    for (const NameWriting& writing : group) {
      if (profile->find(record.key, record.names[writing.name].bare) == nullptr) return false;
    }
  }
  return true;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  const Profile* profile = input.shared->profile ? &*input.shared->profile : nullptr;
  std::vector<Vocabulary> own = own_vocabularies(input.registry, input.comparisons);
  const std::vector<bool> apart = left_out(input.registry, own);
  // Of two sources that differ from each other alone, the second says nothing that is new.
  if (own.size() == 2 && input.registry.sources.size() == 2) own.pop_back();
  for (const Vocabulary& vocabulary_of : own) all.push_back(vocabulary(input, vocabulary_of));
  for (std::size_t r = 0; r < input.registry.records.size(); ++r) {
    const Record& record = input.registry.records[r];
    std::vector<bool> left = misfiled_sources(input, input.shared->misfiled, r);
    for (std::size_t s = 0; s < left.size(); ++s) left[s] = left[s] || apart[s];
    const auto groups = name_groups(record, input.comparisons.records[r], left);
    if (groups.size() < 2 || is_of_age(profile, record, groups)) continue;
    all.push_back(name_discrepancy(input, record, groups, rule_table::name_conflict.level));
  }
  return all;
}

}  // namespace

const Rule rule_table::name_conflict{
    .code = "DC201",
    .name = "name-conflict",
    .level = Level::warning,
    .summary = "Names for one key differ",
    .what = R"(Compares the names that the sources give a key, after setting aside a prefix that all
names of a source share. The rule speaks up when the names are not forms of one name: they have
different words, or each has a word that the other lacks.

There is one discrepancy for each key, with every name and who uses it. A source that names nearly
every key differently from all others has a vocabulary of its own; that is reported once, with all
its keys. Names that differ by age only are left to DC204.)",
    .why =
        R"(Two names for one thing read like two things. Readers, log searches and code that go by
the name miss each other.)",
    .example =
        R"(    warning[DC201/name-conflict]: `E20` is named `Queue Full` in `guide` and `wiki`; `BUSY` in `handbook`)",
    .mend = R"(Agree on one name, or mention the other one beside it.)",
    .accept =
        R"(Accept it where a name is fixed, as constants of a programming interface are, or where
a name was replaced by a newer one and the document describes the older version.)",
    .check = check};

}  // namespace doccord
