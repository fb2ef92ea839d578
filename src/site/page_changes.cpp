#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <set>

#include "site/diff_value.h"
#include "site/finding.h"
#include "site/markup.h"
#include "site/pages.h"

namespace doccord {
namespace {

constexpr std::size_t kMostShown = 400;  // Of one kind or document; data/changes.json has all.

using Numbers = std::vector<std::size_t>;

std::string_view change_word(EntryChange::Kind kind) {
  return kind == EntryChange::Kind::reworded ? "altered" : to_string(kind);
}

// How many are not shown; empty when all are.
std::string more_than(std::size_t shown, std::size_t all) {
  return shown == all ? std::string() : std::to_string(all - shown);
}

Value key_value(const Page& page, const std::string& key) {
  const auto record = page.model.record_of(key);
  return record ? key_link(page, *record)
                : Value().set("key", key).set("label", "").set("href", "");
}

// What an entry says now, with what it said before.
Value entry_value(const Page& page, const EntryChange& change) {
  const std::string& base = page.model.results.changes->base;
  Value runs;
  switch (change.kind) {
    case EntryChange::Kind::added:
      runs = replacement_value("", change.after, base, "now");
      break;
    case EntryChange::Kind::removed:
      runs = replacement_value(change.before, "", base, "now");
      break;
    case EntryChange::Kind::reworded:
      runs = diff_value(page.model, change.before, change.after, base, "now");
      break;
  }
  return key_value(page, change.key)
      .set("change", change_word(change.kind))
      .set("runs", std::move(runs));
}

// "2 added, 1 removed, 3 altered"
std::string counts_of(const std::vector<const EntryChange*>& changes) {
  using Kind = EntryChange::Kind;
  std::string out;
  for (const Kind kind : {Kind::added, Kind::removed, Kind::reworded}) {
    const auto count = std::count_if(changes.begin(), changes.end(),
                                     [&](const EntryChange* each) { return each->kind == kind; });
    if (count == 0) continue;
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", count, change_word(kind));
  }
  return out;
}

// The page of the document, unless it is gone.
std::string href_of(const Page& page, const std::string& id) {
  const auto& sources = page.model.results.registry.sources;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].id == id) return page.root + source_path(page.model, i);
  }
  return "";
}

// Changed entries by document, in the order in which they come.
Value documents_value(const Page& page, const std::vector<EntryChange>& changes) {
  Value::List list;
  for (auto begin = changes.begin(); begin != changes.end();) {
    const auto end = std::find_if(begin, changes.end(), [&](const EntryChange& each) {
      return each.source != begin->source;
    });
    std::vector<const EntryChange*> of_source;
    for (auto each = begin; each != end; ++each) of_source.push_back(&*each);
    const std::size_t shown = std::min(of_source.size(), kMostShown);
    Value::List entries;
    for (std::size_t i = 0; i < shown; ++i) entries.push_back(entry_value(page, *of_source[i]));
    list.push_back(Value()
                       .set("number", list.size() + 1)
                       .set("id", begin->source)
                       .set("href", href_of(page, begin->source))
                       .set("counts", counts_of(of_source))
                       .set("others", more_than(shown, of_source.size()))
                       .set("entries", std::move(entries)));
    begin = end;
  }
  return list;
}

// Mended discrepancies have no page any more, so what they were about is told here.
Value mended_value(const Page& page, const std::vector<Discrepancy>& mended) {
  Value::List list;
  for (const Discrepancy& each : mended) {
    if (list.size() == kMostShown) break;
    list.push_back(Value()
                       .set("level", to_string(each.level))
                       .set("code", each.code)
                       .set("name", each.name)
                       .set("rule_href", find_rule(each.code) == nullptr
                                             ? std::string()
                                             : page.root + rule_path(each.code))
                       .set("message", message_value(page, each)));
  }
  return list;
}

Value decisions_value(const Page& page, const std::vector<AcceptedDiscrepancy>& lines) {
  Value::List list;
  for (const AcceptedDiscrepancy& line : lines) {
    const bool known = find_rule(line.rule) != nullptr;
    list.push_back(Value()
                       .set("code", line.rule)
                       .set("rule_href", known ? page.root + rule_path(line.rule) : std::string())
                       .set("keys_any", !line.keys.empty())
                       .set("keys", key_links(page, line.keys))
                       .set("reason", line.decision.reason)
                       .set("by", line.decision.by)
                       .set("on", line.decision.on)
                       .set("until", line.decision.until)
                       .set("ref", line.decision.ref)
                       .set("verdict", line.decision.verdict));
  }
  return list;
}

// Places of the discrepancies whose ids are among those.
Numbers numbers_of(const Model& model, const std::set<std::string>& ids) {
  const std::vector<Discrepancy>& all = model.results.discrepancies;
  Numbers numbers;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (ids.contains(all[i].id)) numbers.push_back(i);
  }
  return numbers;
}

// A section of discrepancies that are there now.
Value section_value(const Page& page, std::string_view id, std::string_view heading,
                    std::string_view words, Numbers numbers) {
  const std::size_t count = numbers.size();
  numbers.resize(std::min(count, kMostShown));
  return Value()
      .set("id", id)
      .set("heading", heading)
      .set("words", words)
      .set("count", count)
      .set("others", more_than(numbers.size(), count))
      .set("finding_lines", finding_lines(page, numbers));
}

Value sections_value(const Page& page, const Changes& changes) {
  const Model& model = page.model;
  const std::set<std::string> accepted(changes.accepted_now.begin(), changes.accepted_now.end());
  const std::array<Value, 3> all{
      section_value(page, "new", "New", "They were not there before, or were accepted then.",
                    numbers_of(model, changes.fresh)),
      section_value(page, "altered", "Altered", "They were there before, about other texts.",
                    numbers_of(model, changes.altered)),
      section_value(page, "accepted", "Accepted since", "They were open before.",
                    numbers_of(model, accepted))};
  const std::array<bool, 3> any{!changes.fresh.empty(), !changes.altered.empty(),
                                !accepted.empty()};
  Value::List list;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (any[i]) list.push_back(all[i]);
  }
  return list;
}

// One line of the summary: how many, what they are, and the section that has them.
void add_count(Value::List& list, std::size_t count, std::string_view one, std::string_view many,
               std::string_view what, std::string_view to) {
  if (count == 0) return;
  list.push_back(Value()
                     .set("count", count)
                     .set("words", fmt::format("{} {}", count == 1 ? one : many, what))
                     .set("to", to));
}

Value summary_value(const Changes& changes) {
  Value::List list;
  using Kind = EntryChange::Kind;
  for (const Kind kind : {Kind::added, Kind::removed, Kind::reworded}) {
    const auto count = std::count_if(changes.entries.begin(), changes.entries.end(),
                                     [&](const EntryChange& each) { return each.kind == kind; });
    add_count(list, static_cast<std::size_t>(count), "entry", "entries", change_word(kind),
              "entries");
  }
  const auto add_discrepancies = [&](std::size_t count, std::string_view what,
                                     std::string_view to) {
    add_count(list, count, "discrepancy", "discrepancies", what, to);
  };
  add_discrepancies(changes.fresh.size(), "new", "new");
  add_discrepancies(changes.altered.size(), "altered", "altered");
  add_discrepancies(changes.mended.size(), "mended", "mended");
  add_discrepancies(changes.accepted_now.size(), "accepted", "accepted");
  add_discrepancies(changes.unchanged, "as before", "");
  return list;
}

// Decisions about what was not open before; the others stand with what they accept.
std::vector<AcceptedDiscrepancy> other_decisions(const Changes& changes) {
  const std::set<std::string> told(changes.accepted_now.begin(), changes.accepted_now.end());
  std::vector<AcceptedDiscrepancy> others;
  for (const AcceptedDiscrepancy& line : changes.acceptances_added) {
    if (!told.contains(line.id)) others.push_back(line);
  }
  return others;
}

}  // namespace

Value changes_page(const Page& page) {
  const Changes& changes = *page.model.results.changes;
  const std::vector<AcceptedDiscrepancy> others = other_decisions(changes);
  Value value = page_value(page, "Changes – " + page.frame.site_title, "changes");
  value.set("base", changes.base)
      .set("any", changes.any())
      .set("tally", summary_value(changes))
      .set("entries_any", !changes.entries.empty())
      .set("changed_documents", documents_value(page, changes.entries))
      .set("sections", sections_value(page, changes))
      .set("mended_any", !changes.mended.empty())
      .set("mended_count", changes.mended.size())
      .set("mended_others",
           more_than(std::min(changes.mended.size(), kMostShown), changes.mended.size()))
      .set("mended", mended_value(page, changes.mended))
      .set("decisions_any", !others.empty() || !changes.acceptances_removed.empty())
      .set("accepting_any", !others.empty())
      .set("accepting", decisions_value(page, others))
      .set("withdrawn_any", !changes.acceptances_removed.empty())
      .set("withdrawn", decisions_value(page, changes.acceptances_removed));
  return value;
}

}  // namespace doccord
