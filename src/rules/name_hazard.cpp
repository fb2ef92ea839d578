#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "rules/shared_findings.h"
#include "text/name_words.h"
#include "text/words.h"

namespace doccord {
namespace {

// The words of a name of a record, with every writing of it.
struct Named {
  std::size_t record = 0;
  std::vector<std::string> words;
  std::vector<const NameUse*> uses;
  std::vector<std::size_t> sources;  // Ascending.
};

std::vector<Named> names_of(const Record& record, std::size_t place) {
  std::vector<Named> names;
  for (const NameUse& use : record.names) {
    std::vector<std::string> words = name_words(use.bare);
    if (words.empty()) continue;
    auto same = std::find_if(names.begin(), names.end(),
                             [&](const Named& named) { return named.words == words; });
    if (same == names.end()) same = names.insert(same, Named{place, std::move(words), {}, {}});
    same->uses.push_back(&use);
    same->sources.insert(same->sources.end(), use.sources.begin(), use.sources.end());
  }
  for (Named& named : names) {
    std::sort(named.sources.begin(), named.sources.end());
    named.sources.erase(std::unique(named.sources.begin(), named.sources.end()),
                        named.sources.end());
  }
  return names;
}

std::vector<Named> all_names(const RuleInput& input) {
  std::vector<Named> all;
  for (std::size_t r = 0; r < input.registry.records.size(); ++r) {
    for (Named& named : names_of(input.registry.records[r], r)) all.push_back(std::move(named));
  }
  return all;
}

std::string joined_words(const Named& named) {
  return fmt::format("{}", fmt::join(named.words, " "));
}

bool is_head(const std::vector<std::string>& words, const std::vector<std::string>& longer) {
  return !words.empty() && words.size() < longer.size() &&
         std::equal(words.begin(), words.end(), longer.begin());
}

std::size_t content_words(const std::vector<std::string>& words) {
  return static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [](const std::string& word) { return !is_function_word(word); }));
}

// Whether a reader may take the one for the other cut short: it is how the other begins, and no
// more than half of what the other says is missing.
bool reads_like(const std::vector<std::string>& words, const std::vector<std::string>& other) {
  if (words == other) return true;
  return is_head(words, other) && content_words(words) * 2 >= content_words(other);
}

// Whether the name has its words from other names of its own key, and so is merely a short form.
bool explained_at_home(const RuleInput& input, const Named& named) {
  const auto& names = input.registry.records[named.record].names;
  return std::any_of(names.begin(), names.end(), [&](const NameUse& use) {
    const std::vector<std::string> others = name_words(use.bare);
    return others != named.words &&
           std::all_of(named.words.begin(), named.words.end(), [&](const std::string& word) {
             return std::find(others.begin(), others.end(), word) != others.end();
           });
  });
}

bool meet(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t source) {
    return std::find(b.begin(), b.end(), source) != b.end();
  });
}

// Whether the two are a trap, and this one the end of it to report.
bool is_trap(const Named& named, const Named& other) {
  if (named.words != other.words) {
    return !std::includes(named.sources.begin(), named.sources.end(), other.sources.begin(),
                          other.sources.end());
  }
  // A source that has one name for two keys, such as "Unused", means no particular one by it. Else
  // the trap is one finding, at the key where fewer sources have the name.
  if (meet(named.sources, other.sources)) return false;
  if (named.sources.size() != other.sources.size()) {
    return named.sources.size() < other.sources.size();
  }
  return named.record < other.record;
}

// The names of the one other key that this name reads like; none when several keys fit.
std::vector<const Named*> look_alikes(const Named& named, const std::vector<Named>& all,
                                      const std::multimap<std::string, std::size_t>& by_words) {
  std::vector<const Named*> found;
  const std::string joined = joined_words(named);
  for (auto it = by_words.lower_bound(joined);
       it != by_words.end() && it->first.starts_with(joined); ++it) {
    const Named& other = all[it->second];
    if (other.record == named.record || !reads_like(named.words, other.words)) continue;
    if (!found.empty() && found.front()->record != other.record) return {};
    found.push_back(&other);
  }
  const bool trap = std::any_of(found.begin(), found.end(),
                                [&](const Named* other) { return is_trap(named, *other); });
  return trap ? found : std::vector<const Named*>{};
}

// Points at the name in every source that has it; the first place leads.
void add_places(const RuleInput& input, const Named& named, Discrepancy& found,
                std::vector<Place>& rest) {
  const Record& record = input.registry.records[named.record];
  bool leads = true;
  for (const NameUse* use : named.uses) {
    for (const std::size_t source : use->sources) {
      (leads ? found.places : rest)
          .push_back(name_place(input, *record.find(source), use->name,
                                fmt::format("means {}", quoted(record.key))));
      found.evidence.quotes.push_back({source, record.key, use->name});
      leads = false;
    }
  }
}

Discrepancy hazard(const RuleInput& input, const Named& named,
                   const std::vector<const Named*>& others) {
  const Record& record = input.registry.records[named.record];
  const Record& other_record = input.registry.records[others.front()->record];
  Discrepancy found;
  found.level = rule_table::name_hazard.level;
  found.keys = {record.key};
  found.field = "name";
  found.sources = named.sources;
  found.distinction = joined_words(named);
  std::vector<Place> rest;
  add_places(input, named, found, rest);
  for (const Named* other : others) add_places(input, *other, found, rest);
  found.places.insert(found.places.end(), rest.begin(), rest.end());
  found.message =
      fmt::format("{} for {} in {} reads like {}, which is {}", quoted(named.uses.front()->name),
                  quoted(record.key), listed_sources(input.registry, named.sources),
                  quoted(others.front()->uses.front()->name), quoted(other_record.key));
  found.evidence.facts.emplace_back("other key", other_record.key);
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  const std::vector<Named> all = all_names(input);
  std::multimap<std::string, std::size_t> by_words;
  for (std::size_t i = 0; i < all.size(); ++i) {
    by_words.emplace(joined_words(all[i]), i);
  }
  std::vector<Discrepancy> found;
  for (const Named& named : all) {
    if (explained_at_home(input, named)) continue;
    const auto moved = misfiled_sources(input, input.shared->misfiled, named.record);
    if (std::any_of(named.sources.begin(), named.sources.end(),
                    [&](std::size_t source) { return moved[source]; })) {
      continue;  // Its whole entry is in the wrong place.
    }
    const auto others = look_alikes(named, all, by_words);
    if (!others.empty()) found.push_back(hazard(input, named, others));
  }
  return found;
}

}  // namespace

const Rule rule_table::name_hazard{
    .code = "DC203",
    .name = "name-hazard",
    .level = Level::warning,
    .summary = "A name reads like the name of another key",
    .what = R"(Looks for names that another key has in another source, word for word, and for names
that are how another key's name begins: `DISK` for one key, where `DISK_FULL` is another.
Prefixes that all names of a source share are set aside first.

The rule is silent when the name is merely a short form of what other sources call the same key, when
it fits the names of several other keys, and when more than half of the longer name is missing.)",
    .why =
        R"(Whoever meets the name takes it for the wrong key: when reading code, when searching, when
moving from one product's constants to another's. A conflict of names is a nuisance; this is a trap.)",
    .example =
        R"(    warning[DC203/name-hazard]: `DISK` for `E20` in `guide` reads like `DISK_FULL`, which is `E21`)",
    .mend = R"(Rename one of the two, or warn of the confusion where the name is explained.)",
    .accept = R"(Accept it where the name is fixed, as constants of a programming interface are.)",
    .check = check};

}  // namespace doccord
