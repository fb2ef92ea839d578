#include "report/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "accept/evidence.h"
#include "report/results.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// All that an entry says, in one line.
std::string said_by(const Entry& entry) {
  std::string text = fmt::format("{}", fmt::join(entry.names, ", "));
  if (!entry.description.empty()) text += (text.empty() ? "" : ": ") + entry.description;
  for (const Field& field : entry.fields) text += fmt::format("; {}: {}", field.label, field.text);
  return text;
}

// By key, in the document's order; an entry that stands twice gives two texts in one.
struct SourceEntries {
  std::vector<std::string> keys;
  std::map<std::string, std::string> texts;
};

using BySource = std::vector<std::pair<std::string, SourceEntries>>;

BySource entries_of(const Results& results) {
  BySource all;
  for (std::size_t i = 0; i < results.entry_sets.size(); ++i) {
    SourceEntries entries;
    for (const Entry& entry : results.entry_sets[i].entries) {
      const auto [place, fresh] = entries.texts.try_emplace(entry.key, said_by(entry));
      if (fresh) {
        entries.keys.push_back(entry.key);
      } else {
        place->second += "; " + said_by(entry);
      }
    }
    all.emplace_back(results.sources.sources[i].id, std::move(entries));
  }
  return all;
}

const SourceEntries& entries_for(const BySource& all, const std::string& id) {
  static const SourceEntries kNone;
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == id; });
  return found == all.end() ? kNone : found->second;
}

void add_entry_changes(std::vector<EntryChange>& changes, const std::string& id,
                       const SourceEntries& before, const SourceEntries& after) {
  for (const std::string& key : after.keys) {
    const std::string& now = after.texts.at(key);
    const auto then = before.texts.find(key);
    if (then == before.texts.end()) {
      changes.push_back({EntryChange::Kind::added, id, key, "", now});
    } else if (then->second != now) {
      changes.push_back({EntryChange::Kind::reworded, id, key, then->second, now});
    }
  }
  for (const std::string& key : before.keys) {
    if (after.texts.contains(key)) continue;
    changes.push_back({EntryChange::Kind::removed, id, key, before.texts.at(key), ""});
  }
}

std::vector<EntryChange> entry_changes(const Results& base, const Results& head) {
  const BySource before = entries_of(base);
  const BySource after = entries_of(head);
  std::vector<EntryChange> changes;
  for (const auto& [id, entries] : after) {
    add_entry_changes(changes, id, entries_for(before, id), entries);
  }
  for (const auto& source : before) {  // Taken apart, clang 14 would not let the lambda see it.
    const bool gone = std::none_of(after.begin(), after.end(),
                                   [&](const auto& each) { return each.first == source.first; });
    if (gone) add_entry_changes(changes, source.first, source.second, {});
  }
  return changes;
}

// Whether the discrepancy now has a difference that it did not have before: one that was only
// mended in part, or was reworded on both sides alike, has none.
bool has_worsened(const Discrepancy& before, const Discrepancy& now) {
  if (now.level > before.level) return true;
  const auto& known = before.evidence.edits;
  const auto& edits = now.evidence.edits;
  if (!edits.empty() && !known.empty()) {
    return std::any_of(edits.begin(), edits.end(), [&](const Edit& edit) {
      return std::none_of(known.begin(), known.end(), [&](const Edit& old) {
        return old.kind == edit.kind && old.a == edit.a && old.b == edit.b;
      });
    });
  }
  const auto& quotes = before.evidence.quotes;
  return std::any_of(now.evidence.quotes.begin(), now.evidence.quotes.end(),
                     [&](const auto& quote) {
                       return std::none_of(quotes.begin(), quotes.end(), [&](const auto& old) {
                         return old.key == quote.key && collapse(old.text) == collapse(quote.text);
                       });
                     });
}

// Who is told what about: discrepancies of the same subject differ in their keys and in what is
// said of them.
using Subject = std::tuple<std::string, std::string, std::vector<std::string>>;

Subject subject_of(const Discrepancy& found, const Results& results) {
  std::vector<std::string> ids;
  for (const std::size_t source : found.sources) ids.push_back(results.sources.sources[source].id);
  std::sort(ids.begin(), ids.end());
  return {found.code, found.field, std::move(ids)};
}

bool contains_all(const std::vector<std::string>& keys, const std::vector<std::string>& some) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  });
}

// The open discrepancies of the base whose ids are gone. A cause that shows at several keys has
// another id once it is mended at one of them, and when others join it: what is left of it is not
// new.
class GoneFindings {
 public:
  GoneFindings(const Results& base, const std::set<std::string>& now) {
    for (const Discrepancy& each : base.discrepancies) {
      if (each.accepted || now.contains(each.id)) continue;
      gone_.push_back(&each);
      by_subject_[subject_of(each, base)].push_back(gone_.size() - 1);
    }
    left_.resize(gone_.size());
  }

  // Whether all that it says was said in the base, under whatever ids.
  bool said(const Discrepancy& found, const Results& head) {
    const auto same = by_subject_.find(subject_of(found, head));
    if (same == by_subject_.end() || found.keys.empty()) return false;
    Discrepancy together;
    together.level = Level::error;
    std::vector<std::size_t> parts;
    for (const std::size_t i : same->second) {
      const Discrepancy& each = *gone_[i];
      const bool shares = std::any_of(found.keys.begin(), found.keys.end(), [&](const auto& key) {
        return contains_all(each.keys, {key});
      });
      if (!shares) continue;
      parts.push_back(i);
      add(each, together);
    }
    if (!contains_all(together.keys, found.keys) || has_worsened(together, found)) return false;
    for (const std::size_t i : parts) left_[i] = true;
    return true;
  }

  // Those of which nothing is left.
  std::vector<Discrepancy> mended() const {
    std::vector<Discrepancy> all;
    for (std::size_t i = 0; i < gone_.size(); ++i) {
      if (!left_[i]) all.push_back(*gone_[i]);
    }
    return all;
  }

 private:
  static void add(const Discrepancy& each, Discrepancy& together) {
    together.level = std::min(together.level, each.level);
    together.keys.insert(together.keys.end(), each.keys.begin(), each.keys.end());
    auto& evidence = together.evidence;
    const Evidence& more = each.evidence;
    evidence.edits.insert(evidence.edits.end(), more.edits.begin(), more.edits.end());
    evidence.quotes.insert(evidence.quotes.end(), more.quotes.begin(), more.quotes.end());
  }

  std::vector<const Discrepancy*> gone_;
  std::vector<bool> left_;  // Parallel to gone_: something of it is still said.
  std::map<Subject, std::vector<std::size_t>> by_subject_;  // Places in gone_.
};

}  // namespace

std::string_view to_string(EntryChange::Kind kind) {
  switch (kind) {
    case EntryChange::Kind::added:
      return "added";
    case EntryChange::Kind::removed:
      return "removed";
    case EntryChange::Kind::reworded:
      return "reworded";
  }
  return "";
}

bool Changes::any() const {
  return !fresh.empty() || !altered.empty() || !mended.empty() || !entries.empty() ||
         !accepted_now.empty() || !acceptances_added.empty() || !acceptances_removed.empty();
}

Changes find_changes(const Results& base, const Results& head) {
  std::map<std::string, const Discrepancy*> before;
  for (const Discrepancy& each : base.discrepancies) {
    if (!each.accepted) before.emplace(each.id, &each);
  }
  Changes changes;
  std::set<std::string> now;
  for (const Discrepancy& each : head.discrepancies) now.insert(each.id);
  GoneFindings gone(base, now);
  for (const Discrepancy& each : head.discrepancies) {
    const auto then = before.find(each.id);
    if (each.accepted) {
      if (then != before.end()) changes.accepted_now.push_back(each.id);
    } else if (then == before.end()) {
      (gone.said(each, head) ? changes.altered : changes.fresh).insert(each.id);
    } else if (evidence_of(*then->second) != evidence_of(each)) {
      changes.altered.insert(each.id);
      if (has_worsened(*then->second, each)) changes.worsened.insert(each.id);
    } else {
      ++changes.unchanged;
    }
  }
  changes.mended = gone.mended();
  changes.entries = entry_changes(base, head);
  return changes;
}

std::vector<AcceptedDiscrepancy> acceptances_beyond(const std::vector<AcceptedDiscrepancy>& base,
                                                    const std::vector<AcceptedDiscrepancy>& head) {
  std::vector<AcceptedDiscrepancy> beyond;
  for (const AcceptedDiscrepancy& line : head) {
    const bool there = std::any_of(base.begin(), base.end(),
                                   [&](const auto& other) { return same_line(line, other); });
    if (!there) beyond.push_back(line);
  }
  return beyond;
}

}  // namespace doccord
