#include "site/pair.h"

#include <algorithm>

namespace doccord {

PairAtKey pair_at_key(const Model& model, std::size_t record, std::size_t a, std::size_t b) {
  const std::optional<std::size_t> reading_a = model.cells[record][a].reading;
  const std::optional<std::size_t> reading_b = model.cells[record][b].reading;
  if (!reading_a || !reading_b) return {State::no_text, nullptr};
  if (*reading_a == *reading_b) return {State::same, nullptr};
  const Comparison* comparison = model.compared(record).find(*reading_a, *reading_b);
  if (comparison == nullptr) return {State::own, nullptr};
  const bool related = model.families[a] == model.families[b];
  const bool own = comparison->kind == Kind::independent && !related;
  return {own ? State::own : state_of(comparison->kind), comparison};
}

std::size_t Pair::count(State state) const {
  return static_cast<std::size_t>(std::count_if(
      shared.begin(), shared.end(), [state](const Shared& entry) { return entry.state == state; }));
}

Pair make_pair_of(const Model& model, std::size_t a, std::size_t b) {
  Pair pair{a, b, {}, {}, {}};
  for (std::size_t record = 0; record < model.cells.size(); ++record) {
    const bool has_a = model.cells[record][a].state != State::missing;
    const bool has_b = model.cells[record][b].state != State::missing;
    if (has_a && has_b) pair.shared.push_back({record, pair_at_key(model, record, a, b).state});
    if (has_a && !has_b) pair.only_a.push_back(record);
    if (!has_a && has_b) pair.only_b.push_back(record);
  }
  return pair;
}

}  // namespace doccord
