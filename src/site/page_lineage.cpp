#include <algorithm>
#include <map>

#include "compare/lineage.h"
#include "site/family_picture.h"
#include "site/pages.h"

namespace doccord {
namespace {

using Members = std::vector<std::size_t>;
using Sides = std::pair<Members, Members>;
using Records = std::vector<std::size_t>;

// What one family shows; of more, the page says how much is left out.
constexpr std::size_t kMostDrawn = 40;       // Members in a picture.
constexpr std::size_t kMostAgreements = 60;  // Groups that share a text.
constexpr std::size_t kMostKeys = 100;       // Of one group.
constexpr std::size_t kMostTraces = 24;      // Of one pair.
constexpr std::size_t kMostTraced = 200;     // Pairs with their traces.

std::string hidden_of(std::size_t count, std::size_t shown) {
  return count <= shown ? std::string() : std::to_string(count - shown);
}

// "2 notation, 4 meaning"
std::string differences(const PairFigures& pair) {
  std::string out;
  for (const StateWords& words : all_states()) {
    if (words.state == State::same || words.state > State::replaced) continue;
    const std::size_t count = pair.count(words.state);
    if (count == 0) continue;
    out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(words.word);
  }
  return out.empty() ? "none" : out;
}

using Lineages = std::map<std::pair<std::size_t, std::size_t>, Lineage>;

// How the two hang together, when anything was traced of them.
const Lineage* lineage_of(const Lineages& lineages, std::size_t a, std::size_t b) {
  const auto found = lineages.find({a, b});
  return found == lineages.end() ? nullptr : &found->second;
}

// Which of a and b came first, by what was traced.
CameFirst came_first(const Lineage* lineage, std::size_t a) {
  if (lineage == nullptr || !lineage->earlier) return CameFirst::unknown;
  return *lineage->earlier == a ? CameFirst::a : CameFirst::b;
}

// The pairs of a family, and the edges of its picture.
struct FamilyPairs {
  Value::List rows;
  std::vector<FamilyEdge> edges;
};

FamilyPairs pairs_of(const Page& page, const Lineages& lineages, const Members& family) {
  const std::vector<SourceSummary>& sources = page.model.results.registry.sources;
  FamilyPairs found;
  for (std::size_t i = 0; i < family.size(); ++i) {
    for (std::size_t j = i + 1; j < family.size(); ++j) {
      if (!page.model.partners.has(family[i], family[j])) continue;
      const PairFigures& pair = page.model.pairs.of(family[i], family[j]);
      const std::size_t same = pair.count(State::same);
      const Lineage* lineage = lineage_of(lineages, family[i], family[j]);
      const CameFirst first = came_first(lineage, family[i]);
      const std::size_t earlier = first == CameFirst::b ? family[j] : family[i];
      found.edges.push_back({i, j, same, pair.shared, first});
      found.rows.push_back(
          Value()
              .set("a", sources[family[i]].id)
              .set("b", sources[family[j]].id)
              .set("href", page.root + pair_path(page.model, family[i], family[j]))
              .set("shared", pair.shared)
              .set("earlier", first == CameFirst::unknown ? "" : sources[earlier].id)
              .set("same", same)
              .set("differences", differences(pair)));
    }
  }
  return found;
}

// Keys at which some members share a text that others of the family do not have, by those members.
// That is what tells the branches of a family apart.
std::map<Sides, Records> agreements(const Model& model, std::size_t family) {
  const Members& members = model.results.comparisons.families[family];
  std::map<Sides, Records> by_sides;
  for (std::size_t record = 0; record < model.cells.size(); ++record) {
    std::map<std::size_t, Members> by_reading;
    std::size_t with_text = 0;
    for (const std::size_t member : members) {
      const Cell& cell = model.cells[record][member];
      if (!cell.reading) continue;
      by_reading[*cell.reading].push_back(member);
      ++with_text;
    }
    for (const auto& [reading, sharing] : by_reading) {
      if (sharing.size() < 2 || sharing.size() == with_text) continue;
      Members others;
      for (const auto& [other, having] : by_reading) {
        if (other != reading) others.insert(others.end(), having.begin(), having.end());
      }
      std::sort(others.begin(), others.end());
      by_sides[{sharing, others}].push_back(record);
    }
  }
  return by_sides;
}

// Of very many those with most keys.
Value::List agreements_value(const Page& page, std::size_t family,
                             const std::map<Sides, Records>& by_sides) {
  const Model& model = page.model;
  const std::string here = "#family-" + std::to_string(family + 1);
  std::vector<std::pair<Sides, Records>> shown(by_sides.begin(), by_sides.end());
  if (shown.size() > kMostAgreements) {
    std::stable_sort(shown.begin(), shown.end(), [](const auto& a, const auto& b) {
      return a.second.size() > b.second.size();
    });
    shown.resize(kMostAgreements);
  }
  Value::List list;
  for (const auto& [sides, records] : shown) {
    const Records first(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                               records.size(), kMostKeys)));
    list.push_back(Value()
                       .set("count", counted(records.size(), "key", "keys"))
                       .set("joined", source_links(page, sides.first, here))
                       .set("against", id_list(model, sides.second))
                       .set("hidden", hidden_of(records.size(), kMostKeys))
                       .set("keys", key_links(page, first)));
  }
  return list;
}

std::string_view trace_words(TraceKind kind) {
  switch (kind) {
    case TraceKind::shared_slip:
      return "the same slip in both";
    case TraceKind::slip_mended:
      return "a slip that one of them does not have";
    case TraceKind::text_added:
      return "text that one of them has besides";
    case TraceKind::date:
      break;
  }
  return "dates";
}

Value traces_value(const Page& page, const Lineage& lineage) {
  const Model& model = page.model;
  Value::List list;
  for (const Trace& trace : lineage.traces) {
    if (list.size() == kMostTraces) break;
    const auto record = model.record_of(trace.key);
    list.push_back(Value()
                       .set("trace", trace_words(trace.kind))
                       .set("at", record ? key_link(page, *record) : Value(false))
                       .set("words", trace.words)
                       .set("earlier", trace.earlier
                                           ? model.results.registry.sources[*trace.earlier].id
                                           : std::string()));
  }
  return list;
}

// The pairs of the family of which anything was traced.
std::vector<const Lineage*> traced(const Model& model, const Lineages& lineages,
                                   std::size_t family) {
  std::vector<const Lineage*> found;
  for (const auto& [pair, lineage] : lineages) {
    const bool told = !lineage.traces.empty() && model.partners.has(lineage.a, lineage.b);
    if (told && model.families[lineage.a] == family) found.push_back(&lineage);
  }
  return found;
}

// What tells how each pair hangs together; of very many, those of which most was traced.
Value::List evidence_value(const Page& page, std::vector<const Lineage*> pairs) {
  if (pairs.size() > kMostTraced) {
    std::stable_sort(pairs.begin(), pairs.end(), [](const Lineage* a, const Lineage* b) {
      return a->traces.size() > b->traces.size();
    });
    pairs.resize(kMostTraced);
  }
  const auto& sources = page.model.results.registry.sources;
  Value::List list;
  for (const Lineage* pair : pairs) {
    const Lineage& lineage = *pair;
    list.push_back(Value()
                       .set("a", sources[lineage.a].id)
                       .set("b", sources[lineage.b].id)
                       .set("earlier", lineage.earlier ? sources[*lineage.earlier].id : "")
                       .set("trace_count", counted(lineage.traces.size(), "trace", "traces"))
                       .set("hidden", hidden_of(lineage.traces.size(), kMostTraces))
                       .set("traces", traces_value(page, lineage)));
  }
  return list;
}

Value family_value(const Page& page, const Lineages& lineages, std::size_t family) {
  const Model& model = page.model;
  const Members& members = model.results.comparisons.families[family];
  std::vector<std::string> ids;
  for (const std::size_t member : members) {
    ids.push_back(model.results.registry.sources[member].id);
  }
  FamilyPairs pairs = pairs_of(page, lineages, members);
  const std::map<Sides, Records> agreed = agreements(model, family);
  const std::vector<const Lineage*> evidence = traced(model, lineages, family);
  return Value()
      .set("number", std::to_string(family + 1))
      .set("ids", id_list(model, members))
      .set("joined", all_source_links(page, members))
      .set("picture",
           members.size() > kMostDrawn ? Value(false) : family_picture(ids, std::move(pairs.edges)))
      .set("pairs", std::move(pairs.rows))
      .set("agreements_hidden", hidden_of(agreed.size(), kMostAgreements))
      .set("with_all", page.model.partners.everyone)
      .set("agreements_any", !agreed.empty())
      .set("agreements", agreements_value(page, family, agreed))
      .set("evidence_any", !evidence.empty())
      .set("evidence_hidden", hidden_of(evidence.size(), kMostTraced))
      .set("evidence", evidence_value(page, evidence));
}

}  // namespace

Value lineage_page(const Page& page) {
  const Model& model = page.model;
  const auto& families = model.results.comparisons.families;
  Lineages lineages;
  for (Lineage& each :
       trace_lineage(model.results.registry, model.results.comparisons, model.partners)) {
    const std::pair two(each.a, each.b);
    lineages.emplace(two, std::move(each));
  }
  Value::List related;
  Value::List single;
  for (std::size_t i = 0; i < families.size(); ++i) {
    if (families[i].size() > 1) {
      related.push_back(family_value(page, lineages, i));
    } else {
      single.push_back(source_link(page, families[i].front()));
    }
  }
  Value value = page_value(page, "Lineage – " + page.frame.site_title, "lineage");
  value.set("related_any", !related.empty())
      .set("families", std::move(related))
      .set("single_any", !single.empty())
      .set("single", std::move(single));
  return value;
}

}  // namespace doccord
