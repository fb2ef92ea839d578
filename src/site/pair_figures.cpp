#include "site/pair_figures.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "site/model.h"
#include "site/pair.h"

namespace doccord {
namespace {

// By source, ascending: which of a record's names it has. Names that say the same are one.
using NamesOfSources = std::vector<std::vector<std::size_t>>;

// The place of the first name that says the same, for each.
std::vector<std::size_t> united_names(const Record& record, const RecordComparison& compared) {
  std::vector<std::size_t> first(record.names.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    first[i] = i;
    for (std::size_t j = 0; j < i && first[i] == i; ++j) {
      if (record.names[j].bare == record.names[i].bare) first[i] = first[j];
    }
  }
  for (const NameComparison& names : compared.names) {
    if (names.relation != NameRelation::same) continue;
    const auto [low, high] = std::minmax(first[names.a], first[names.b]);
    std::replace(first.begin(), first.end(), std::size_t{high}, std::size_t{low});
  }
  return first;
}

NamesOfSources names_of(const Record& record, const RecordComparison& compared,
                        std::size_t source_count) {
  NamesOfSources names(source_count);
  const std::vector<std::size_t> united = united_names(record, compared);
  for (std::size_t i = 0; i < united.size(); ++i) {
    for (const std::size_t source : record.names[i].sources) names[source].push_back(united[i]);
  }
  for (std::vector<std::size_t>& of_source : names) std::sort(of_source.begin(), of_source.end());
  return names;
}

bool have_common(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) return true;
    *i < *j ? ++i : ++j;
  }
  return false;
}

// Hundredths of words that the texts of both have in common; nothing when that is not known.
std::optional<std::size_t> common_words(const PairAtKey& pair) {
  if (pair.comparison != nullptr) {
    return static_cast<std::size_t>(pair.comparison->similarity * 100 + 0.5);
  }
  return pair.state == State::same ? std::optional<std::size_t>(100) : std::nullopt;
}

void add_key(PairFigures& figures, const Model& model, std::size_t record,
             const NamesOfSources& names, std::size_t a, std::size_t b) {
  const bool has_a = model.cells[record][a].state != State::missing;
  const bool has_b = model.cells[record][b].state != State::missing;
  figures.either += has_a || has_b;
  if (!has_a || !has_b) return;
  ++figures.shared;
  const PairAtKey pair = pair_at_key(model, record, a, b);
  ++figures.by_state[static_cast<std::size_t>(pair.state)];
  figures.same_names += have_common(names[a], names[b]);
  if (const auto common = common_words(pair)) {
    ++figures.with_words;
    figures.common_words += *common;
  }
}

}  // namespace

std::size_t PairFigures::differing() const {
  std::size_t keys = 0;
  for (const StateWords& words : all_states()) {
    if (words.state > State::same && words.state < State::own) keys += count(words.state);
  }
  return keys;
}

PairTable::PairTable(const Model& model) : partners_(model.partners), rows_(model.source_count()) {
  std::vector<NamesOfSources> names(model.cells.size());
  for_each_in_parallel(names.size(), [&](std::size_t record) {
    names[record] = names_of(model.record(record), model.compared(record), model.source_count());
  });
  for_each_in_parallel(rows_.size(), [&](std::size_t a) {
    const std::vector<std::size_t>& partners = partners_.of[a];
    rows_[a].resize(partners.size());
    for (std::size_t record = 0; record < names.size(); ++record) {
      for (std::size_t i = 0; i < partners.size(); ++i) {
        if (a < partners[i]) add_key(rows_[a][i], model, record, names[record], a, partners[i]);
      }
    }
  });
}

const PairFigures& PairTable::of(std::size_t a, std::size_t b) const {
  if (b < a) std::swap(a, b);
  const std::vector<std::size_t>& partners = partners_.of[a];
  const auto place = std::lower_bound(partners.begin(), partners.end(), b);
  return rows_[a][static_cast<std::size_t>(place - partners.begin())];
}

}  // namespace doccord
