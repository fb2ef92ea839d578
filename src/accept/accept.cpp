#include "accept/accept.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "accept/evidence.h"
#include "rules/identity.h"
#include "rules/rule.h"
#include "text/line_index.h"
#include "text/suggestion.h"

namespace doccord {
namespace {

using ById = std::unordered_map<std::string, std::size_t>;

ById by_id(const std::vector<Discrepancy>& found) {
  ById places;
  for (std::size_t i = 0; i < found.size(); ++i) places.emplace(found[i].id, i);
  return places;
}

// What an acceptance names that there is not, for a message; empty when all of it is known.
std::string unknown_part(const AcceptedDiscrepancy& line, const Registry& registry) {
  if (find_rule(line.rule) == nullptr) {
    std::vector<std::string_view> known;
    for (const Rule* rule : all_rules()) known.push_back(rule->code);
    return fmt::format("there is no rule `{}`{}", line.rule, suggestion(line.rule, known));
  }
  for (const std::string& id : line.sources) {
    if (registry.find_source(id)) continue;
    std::vector<std::string_view> known;
    for (const SourceSummary& source : registry.sources) known.push_back(source.id);
    return fmt::format("there is no source `{}`{}", id, suggestion(id, known));
  }
  return {};
}

AcceptanceState state_of(const AcceptedDiscrepancy& line, const std::vector<Discrepancy>& found,
                         const ById& places, const AcceptInput& input) {
  if (!unknown_part(line, input.registry).empty()) return AcceptanceState::unknown;
  const auto place = places.find(line.id);
  if (place == places.end()) return AcceptanceState::stale;
  if (evidence_of(found[place->second]) != line.evidence) return AcceptanceState::outdated;
  const std::string& until = line.decision.until;
  return !until.empty() && until < input.today ? AcceptanceState::expired : AcceptanceState::active;
}

// "`413`" or "`413` and 4 more keys".
std::string keys_of(const AcceptedDiscrepancy& line) {
  if (line.keys.size() == 1) return fmt::format("`{}`", line.keys[0]);
  return fmt::format("`{}` and {} more", line.keys[0], line.keys.size() - 1);
}

std::string who(const Acceptance& decision) {
  return decision.by.empty() ? "" : " by " + decision.by;
}

std::string said(const AcceptedDiscrepancy& line) {
  if (line.said.empty()) return "";
  return line.expected.empty()
             ? fmt::format(" when it said `{}`", line.said)
             : fmt::format(" when it said `{}` beside `{}`", line.said, line.expected);
}

std::string note_of(const AcceptedDiscrepancy& line, AcceptanceState state) {
  const Acceptance& decision = line.decision;
  if (state == AcceptanceState::outdated) {
    return fmt::format("on {}{}{}: {} (DC902)", decision.on, who(decision), said(line),
                       decision.reason);
  }
  return fmt::format("on {}{} until {}: {} (DC903)", decision.on, who(decision), decision.until,
                     decision.reason);
}

std::string message_of(const AcceptedDiscrepancy& line, AcceptanceState state,
                       const Registry& registry) {
  const std::string about =
      fmt::format("the acceptance {} of {} at {}", line.id.substr(0, 8), line.rule, keys_of(line));
  const Acceptance& decision = line.decision;
  switch (state) {
    case AcceptanceState::outdated:
      return fmt::format("{} is outdated: it was accepted on {}{}", about, decision.on, said(line));
    case AcceptanceState::expired:
      return fmt::format("{} held until {}", about, decision.until);
    case AcceptanceState::unknown:
      return fmt::format("{} cannot be told: {}", about, unknown_part(line, registry));
    case AcceptanceState::stale:
    case AcceptanceState::active:
      return fmt::format("{} is stale: what it accepts is not there any more", about);
  }
  return about;
}

const Rule& rule_for(AcceptanceState state) {
  switch (state) {
    case AcceptanceState::outdated:
      return rule_table::outdated_acceptance;
    case AcceptanceState::expired:
      return rule_table::expired_acceptance;
    case AcceptanceState::unknown:
      return rule_table::unknown_acceptance;
    case AcceptanceState::stale:
    case AcceptanceState::active:
      break;
  }
  return rule_table::stale_acceptance;
}

// The id in its line, which is enough to see of a long one.
Span id_span(const AcceptedDiscrepancy& line, const LineIndex& lines) {
  const Span whole = lines.line_span(line.line);
  const std::size_t at = lines.line(line.line).find(line.id);
  if (at == std::string_view::npos) return whole;
  return {whole.begin + at, whole.begin + at + line.id.size()};
}

Discrepancy about_acceptance(const AcceptedDiscrepancy& line, AcceptanceState state,
                             const AcceptInput& input, const LineIndex& lines) {
  const Rule& rule = rule_for(state);
  Discrepancy found;
  found.code = rule.code;
  found.name = rule.name;
  found.level = rule.level;
  found.keys = line.keys;
  found.field = line.field;
  for (const std::string& id : line.sources) {
    if (const auto source = input.registry.find_source(id)) found.sources.push_back(*source);
  }
  std::sort(found.sources.begin(), found.sources.end());
  found.message = message_of(line, state, input.registry);
  if (line.line > 0) {
    found.places.push_back(
        {input.file, line.keys.front(), id_span(line, lines), std::string(to_string(state))});
  }
  found.evidence.facts.emplace_back("acceptance", line.id);
  found.evidence.facts.emplace_back("reason", line.decision.reason);
  found.distinction = line.id;
  return found;
}

}  // namespace

std::string_view to_string(AcceptanceState state) {
  switch (state) {
    case AcceptanceState::active:
      return "active";
    case AcceptanceState::outdated:
      return "outdated";
    case AcceptanceState::expired:
      return "expired";
    case AcceptanceState::stale:
      return "stale";
    case AcceptanceState::unknown:
      return "unknown";
  }
  return "";
}

std::vector<AcceptanceState> states_of(const std::vector<Discrepancy>& found,
                                       const AcceptInput& input) {
  const ById places = by_id(found);
  std::vector<AcceptanceState> states;
  for (const AcceptedDiscrepancy& line : input.acceptances) {
    states.push_back(state_of(line, found, places, input));
  }
  return states;
}

std::vector<Discrepancy> accept(std::vector<Discrepancy> found, const AcceptInput& input) {
  const ById places = by_id(found);
  const std::vector<AcceptanceState> states = states_of(found, input);
  const LineIndex lines(input.file_text);
  std::vector<Discrepancy> about;
  for (std::size_t i = 0; i < states.size(); ++i) {
    const AcceptedDiscrepancy& line = input.acceptances[i];
    const auto place = places.find(line.id);
    Discrepancy* of = place == places.end() ? nullptr : &found[place->second];
    if (states[i] == AcceptanceState::active) {
      of->accepted = line.decision;
      continue;
    }
    about.push_back(about_acceptance(line, states[i], input, lines));
    if (states[i] != AcceptanceState::outdated && states[i] != AcceptanceState::expired) continue;
    of->evidence.facts.emplace_back("accepted", note_of(line, states[i]));
    // A decision that the documents have overtaken weighs what its discrepancy weighs.
    if (states[i] == AcceptanceState::outdated) about.back().level = of->level;
  }
  give_ids(about, input.registry);
  std::move(about.begin(), about.end(), std::back_inserter(found));
  sort_discrepancies(found);
  return found;
}

bool is_about_acceptance(const Discrepancy& discrepancy) {
  return discrepancy.code.starts_with("DC90");
}

}  // namespace doccord
