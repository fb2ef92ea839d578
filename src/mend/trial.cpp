#include "mend/trial.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "text/key_order.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

std::string with_parts(std::string text, std::vector<IntendedChange::Part> parts) {
  std::sort(parts.begin(), parts.end(),
            [](const auto& a, const auto& b) { return a.span.begin > b.span.begin; });
  for (const IntendedChange::Part& part : parts) {
    text.replace(part.span.begin, part.span.size(), part.text);
  }
  return collapse(text);
}

// What every source is to say.
class Expected {
 public:
  Expected(const MendState& before, const std::vector<TriedProposal>& changes) {
    for (const EntrySet& set : before.entry_sets) sets_.push_back(set.entries);
    std::map<std::pair<std::size_t, std::size_t>, std::vector<IntendedChange::Part>> parts;
    std::vector<const IntendedAddition*> additions;
    for (const TriedProposal& tried : changes) {
      for (const IntendedChange& change : tried.way->changes) {
        auto& own = parts[{change.source, change.entry}];
        own.insert(own.end(), change.parts.begin(), change.parts.end());
        rename(sets_[change.source][change.entry].names, change.names);
      }
      for (const IntendedAddition& addition : tried.way->additions) additions.push_back(&addition);
    }
    for (const auto& [place, own] : parts) {
      std::string& text = sets_[place.first][place.second].description;
      text = with_parts(text, own);
    }
    insert(std::move(additions));
  }

  // The key of an entry that says something else than it was to; nothing when none does.
  std::optional<std::string> other_entry(std::size_t source, const EntrySet& after) const {
    const std::vector<Entry>& wanted = sets_[source];
    for (std::size_t i = 0; i < std::min(wanted.size(), after.entries.size()); ++i) {
      const bool is_new = added_.contains({source, i});
      if (!same(wanted[i], after.entries[i], is_new)) return wanted[i].key;
    }
    if (wanted.size() > after.entries.size()) return wanted[after.entries.size()].key;
    if (wanted.size() < after.entries.size()) return after.entries[wanted.size()].key;
    return std::nullopt;
  }

 private:
  static void rename(std::vector<std::string>& names,
                     const std::vector<std::pair<std::string, std::string>>& renames) {
    for (const auto& [from, to] : renames) std::replace(names.begin(), names.end(), from, to);
  }

  static bool same(const Entry& wanted, const Entry& is, bool is_new) {
    const bool says_it = wanted.key == is.key && wanted.names == is.names &&
                         wanted.aliases == is.aliases && wanted.fields == is.fields &&
                         collapse(wanted.description) == collapse(is.description);
    return says_it && (is_new || wanted.section == is.section);
  }

  // From the last place to the first, so that the places stay those of the entries as they were.
  void insert(std::vector<const IntendedAddition*> additions) {
    std::sort(additions.begin(), additions.end(), [](const auto* a, const auto* b) {
      return std::tie(a->source, a->before) != std::tie(b->source, b->before)
                 ? std::tie(a->source, a->before) > std::tie(b->source, b->before)
                 : key_less(b->entry.key, a->entry.key);
    });
    std::map<std::size_t, std::size_t> behind;  // By source: additions that come later.
    for (const IntendedAddition* addition : additions) ++behind[addition->source];
    for (const IntendedAddition* addition : additions) {
      auto& set = sets_[addition->source];
      set.insert(set.begin() + static_cast<std::ptrdiff_t>(addition->before), addition->entry);
      added_.insert({addition->source, addition->before + --behind[addition->source]});
    }
  }

  std::vector<std::vector<Entry>> sets_;
  std::set<std::pair<std::size_t, std::size_t>> added_;
};

// What is said of one key by one rule: a difference may change sides, sources and with them its id
// when one of the texts that take part is mended, and is no new one for that.
class KnownFindings {
 public:
  KnownFindings(const MendState& before, const std::vector<TriedProposal>& changes) {
    std::set<std::pair<std::size_t, std::string>> mended;
    for (const TriedProposal& tried : changes) {
      if (tried.proposal->ends_finding) {
        mended.insert({tried.proposal->finding, tried.proposal->key});
      }
    }
    for (std::size_t i = 0; i < before.discrepancies.size(); ++i) {
      const Discrepancy& found = before.discrepancies[i];
      for (const std::string& key : keys_of(found)) {
        if (mended.contains({i, key})) {
          gone_.insert({found.id, key});
        } else {
          auto& sources = known_[subject(found, key)];
          sources.insert(found.sources.begin(), found.sources.end());
          for (const Place& place : found.places) sources.insert(place.source);
        }
      }
    }
  }

  // Why the finding must not be there, or nothing.
  std::optional<std::string> objection(const Discrepancy& found) const {
    for (const std::string& key : keys_of(found)) {
      if (gone_.contains({found.id, key})) return "it would still be found afterwards";
      const auto known = known_.find(subject(found, key));
      const bool covered = known != known_.end() &&
                           std::all_of(found.sources.begin(), found.sources.end(),
                                       [&](std::size_t s) { return known->second.contains(s); });
      if (!covered) return fmt::format("{} would be found then: {}", found.code, found.message);
    }
    return std::nullopt;
  }

 private:
  using Subject = std::tuple<std::string, std::string, std::string>;

  static std::vector<std::string> keys_of(const Discrepancy& found) {
    return found.keys.empty() ? std::vector<std::string>{""} : found.keys;
  }
  static Subject subject(const Discrepancy& found, const std::string& key) {
    return {found.code, found.field, key};
  }

  std::set<std::pair<std::string, std::string>> gone_;  // Ids and keys.
  std::map<Subject, std::set<std::size_t>> known_;      // With the sources that take part.
};

Trial refused(std::string why_not) { return {nullptr, std::move(why_not)}; }

}  // namespace

Trial try_changes(const MendState& before, const std::vector<TriedProposal>& changes,
                  const Decisions& decisions) {
  std::vector<ByteEdit> edits;
  for (const TriedProposal& tried : changes) {
    edits.insert(edits.end(), tried.way->edits.begin(), tried.way->edits.end());
  }
  sort_edits(edits);
  SourceSet sources = before.sources;
  apply_edits(sources.sources, edits);
  auto after = mend_state_of(std::move(sources), decisions, &before);
  if (after == nullptr) return refused("the document could not be read any longer");
  const Expected expected(before, changes);
  for (std::size_t s = 0; s < after->entry_sets.size(); ++s) {
    const EntrySet& was = before.entry_sets[s];
    const EntrySet& is = after->entry_sets[s];
    if (was.format != is.format || was.shape != is.shape) {
      return refused("the document would be taken for one of another layout");
    }
    if (const auto key = expected.other_entry(s, is)) {
      return refused(fmt::format("`{}` would not be read from `{}` as it ought to be", *key,
                                 before.sources.sources[s].id));
    }
  }
  const KnownFindings known(before, changes);
  for (const Discrepancy& found : after->discrepancies) {
    if (found.accepted) continue;
    if (auto why_not = known.objection(found)) return refused(std::move(*why_not));
  }
  return {std::move(after), ""};
}

}  // namespace doccord
