#include "site/cell.h"

#include <algorithm>

namespace doccord {
namespace {

constexpr std::array<StateWords, 11> kStates{{
    {State::same, "same", "same", "the same text, to the letter, as the others of its family"},
    {State::formatting, "formatting", "formatting", "differs in punctuation, case or blanks only"},
    {State::spelling, "spelling", "spelling", "differs by a miswritten word"},
    {State::notation, "notation", "notation", "writes the same thing another way"},
    {State::wording, "wording", "wording", "uses other words for the same statement"},
    {State::meaning, "meaning", "meaning", "states something else than its family"},
    {State::replaced, "replaced", "replaced", "has another text altogether than its family"},
    {State::own, "own", "own text", "written independently of the others"},
    {State::alone, "alone", "only here", "no other document has the key"},
    {State::no_text, "no-text", "no text", "names the key, but does not describe it"},
    {State::missing, "missing", "missing", "does not have the key"},
}};

using Readings = std::vector<std::optional<std::size_t>>;  // By source.

Readings readings_of(const Record& record, std::size_t sources) {
  Readings readings(sources);
  for (std::size_t i = record.readings.size(); i-- > 0;) {
    for (const std::size_t source : record.readings[i].sources) readings[source] = i;
  }
  return readings;
}

// The reading that most of the members share, the first of equals; nothing when no two agree.
std::optional<std::size_t> shared_reading(const Record& record, const Readings& readings,
                                          const std::vector<std::size_t>& members) {
  std::vector<std::size_t> users(record.readings.size());
  for (const std::size_t member : members) ++users[*readings[member]];
  const auto most = std::max_element(users.begin(), users.end());
  if (most == users.end() || *most < 2) return std::nullopt;
  return static_cast<std::size_t>(most - users.begin());
}

Cell held_against(std::size_t reading, std::size_t base, const RecordComparison& compared) {
  if (reading == base) return {State::same, reading, std::nullopt};
  const Comparison* comparison = compared.find(reading, base);
  if (comparison == nullptr) return {State::own, reading, std::nullopt};
  return {state_of(comparison->kind), reading, base};
}

// Against the nearest of the members' other readings: the weakest difference, of equals the one
// with most words in common.
Cell held_against_nearest(std::size_t reading, const Readings& readings,
                          const std::vector<std::size_t>& members,
                          const RecordComparison& compared) {
  const Comparison* nearest = nullptr;
  Cell cell{State::own, reading, std::nullopt};
  for (const std::size_t member : members) {
    const std::size_t other = *readings[member];
    const Comparison* comparison = compared.find(reading, other);
    if (other == reading || comparison == nullptr) continue;
    const bool nearer =
        nearest == nullptr || comparison->kind < nearest->kind ||
        (comparison->kind == nearest->kind && comparison->similarity > nearest->similarity);
    if (!nearer) continue;
    nearest = comparison;
    cell = held_against(reading, other, compared);
  }
  return cell;
}

}  // namespace

const std::array<StateWords, 11>& all_states() { return kStates; }

const StateWords& words_of(State state) { return kStates[static_cast<std::size_t>(state)]; }

State state_of(Kind kind) {
  switch (kind) {
    case Kind::identical:
      return State::same;
    case Kind::formatting:
      return State::formatting;
    case Kind::spelling:
      return State::spelling;
    case Kind::notation:
      return State::notation;
    case Kind::wording:
      return State::wording;
    case Kind::meaning:
      return State::meaning;
    case Kind::independent:
      break;
  }
  return State::replaced;
}

std::vector<Cell> make_cells(const Record& record, const RecordComparison& compared,
                             const Comparisons& comparisons, std::size_t source_count) {
  std::vector<Cell> cells(source_count);
  const bool alone = source_count > 1 && record.missing.size() + 1 == source_count;
  const Readings readings = readings_of(record, source_count);
  for (const Claim& claim : record.claims) {
    cells[claim.source].state = alone ? State::alone : State::no_text;
    cells[claim.source].reading = readings[claim.source];
  }
  if (alone) return cells;
  for (const std::vector<std::size_t>& family : comparisons.families) {
    std::vector<std::size_t> members = family;
    std::erase_if(members, [&](std::size_t member) { return !readings[member]; });
    const auto shared = shared_reading(record, readings, members);
    for (const std::size_t member : members) {
      const std::size_t reading = *readings[member];
      Cell& cell = cells[member];
      if (members.size() == 1) {
        cell.state = record.readings[reading].sources.size() > 1 ? State::same : State::own;
      } else if (shared) {
        cell = held_against(reading, *shared, compared);
      } else {
        cell = held_against_nearest(reading, readings, members, compared);
      }
    }
  }
  return cells;
}

}  // namespace doccord
