#include "report/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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
  for (const Discrepancy& each : head.discrepancies) {
    now.insert(each.id);
    const auto then = before.find(each.id);
    if (each.accepted) {
      if (then != before.end()) changes.accepted_now.push_back(each.id);
    } else if (then == before.end()) {
      changes.fresh.insert(each.id);
    } else if (evidence_of(*then->second) != evidence_of(each)) {
      changes.altered.insert(each.id);
      if (has_worsened(*then->second, each)) changes.worsened.insert(each.id);
    } else {
      ++changes.unchanged;
    }
  }
  for (const Discrepancy& each : base.discrepancies) {
    if (!each.accepted && !now.contains(each.id)) changes.mended.push_back(each);
  }
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
