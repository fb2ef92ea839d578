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

// The members of the source's family that have a text for the key.
std::vector<std::size_t> relatives(const Record& record, const Comparisons& comparisons,
                                   std::size_t source) {
  std::vector<std::size_t> found;
  for (const std::size_t member : comparisons.families[comparisons.family_of(source)]) {
    if (reading_of(record, member)) found.push_back(member);
  }
  return found;
}

// The reading that most of the members share, the first of equals; nothing when no two agree.
std::optional<std::size_t> shared_reading(const Record& record,
                                          const std::vector<std::size_t>& members) {
  std::vector<std::size_t> users(record.readings.size());
  for (const std::size_t member : members) ++users[*reading_of(record, member)];
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
Cell held_against_nearest(const Record& record, std::size_t reading,
                          const std::vector<std::size_t>& members,
                          const RecordComparison& compared) {
  const Comparison* nearest = nullptr;
  Cell cell{State::own, reading, std::nullopt};
  for (const std::size_t member : members) {
    const std::size_t other = *reading_of(record, member);
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

std::optional<std::size_t> reading_of(const Record& record, std::size_t source) {
  for (std::size_t i = 0; i < record.readings.size(); ++i) {
    const std::vector<std::size_t>& sources = record.readings[i].sources;
    if (std::binary_search(sources.begin(), sources.end(), source)) return i;
  }
  return std::nullopt;
}

std::vector<Cell> make_cells(const Record& record, const RecordComparison& compared,
                             const Comparisons& comparisons, std::size_t source_count) {
  std::vector<Cell> cells(source_count);
  const bool alone = source_count > 1 && record.missing.size() + 1 == source_count;
  for (std::size_t source = 0; source < source_count; ++source) {
    if (!record.has(source)) continue;
    const std::optional<std::size_t> reading = reading_of(record, source);
    Cell& cell = cells[source];
    cell.reading = reading;
    if (alone || !reading) {
      cell.state = alone ? State::alone : State::no_text;
      continue;
    }
    const std::vector<std::size_t> members = relatives(record, comparisons, source);
    if (members.size() == 1) {
      cell.state = record.readings[*reading].sources.size() > 1 ? State::same : State::own;
    } else if (const auto shared = shared_reading(record, members)) {
      cell = held_against(*reading, *shared, compared);
    } else {
      cell = held_against_nearest(record, *reading, members, compared);
    }
  }
  return cells;
}

}  // namespace doccord
