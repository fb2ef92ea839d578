#include "site/standouts.h"

#include <algorithm>
#include <map>
#include <utility>

#include "site/diff_value.h"

namespace doccord {
namespace {

constexpr std::size_t kMostShown = 24;  // Of each list; a start page is no register.

std::vector<std::size_t> sources_with(const Model& model, std::size_t record) {
  std::vector<std::size_t> having;
  for (std::size_t source = 0; source < model.source_count(); ++source) {
    if (model.cells[record][source].state != State::missing) having.push_back(source);
  }
  return having;
}

// Records in one source or in fewer than half, by the sources that have them, fewest first.
Value::List rare_keys(const Page& page) {
  std::map<std::pair<std::size_t, std::vector<std::size_t>>, std::vector<std::size_t>> by_sources;
  const std::size_t count = page.model.source_count();
  for (std::size_t record = 0; record < page.model.cells.size(); ++record) {
    std::vector<std::size_t> having = sources_with(page.model, record);
    const bool rare = having.size() < count && (having.size() == 1 || having.size() * 2 < count);
    if (rare) by_sources[{having.size(), std::move(having)}].push_back(record);
  }
  Value::List list;
  for (auto& [sources, records] : by_sources) {
    if (list.size() == kMostShown) break;
    const std::size_t hidden = records.size() - std::min(records.size(), kMostShown);
    records.resize(records.size() - hidden);
    list.push_back(
        Value()
            .set("joined", source_links(page, sources.second, page.root + "matrix/index.html"))
            .set("hidden", hidden == 0 ? "" : std::to_string(hidden))
            .set("keys", key_links(page, records)));
  }
  return list;
}

// For each source, the keys that it lacks and more than half of all sources have.
Value::List lacking(const Page& page) {
  Value::List list;
  const std::size_t count = page.model.source_count();
  for (std::size_t source = 0; source < count; ++source) {
    std::vector<std::size_t> records;
    for (std::size_t record = 0; record < page.model.cells.size(); ++record) {
      const std::size_t having = count - page.model.record(record).missing.size();
      const bool lacks = page.model.cells[record][source].state == State::missing;
      if (lacks && having * 2 > count) records.push_back(record);
    }
    if (records.empty()) continue;
    if (list.size() == kMostShown) break;
    const std::size_t hidden = records.size() - std::min(records.size(), kMostShown);
    records.resize(records.size() - hidden);
    list.push_back(source_link(page, source)
                       .set("hidden", hidden == 0 ? "" : std::to_string(hidden))
                       .set("keys", key_links(page, records)));
  }
  return list;
}

// One reading that departs from another one of its family.
struct Departure {
  std::size_t record = 0;
  std::size_t base = 0;
  std::size_t reading = 0;
  State state = State::meaning;
};

// Each pair once, also where two readings are held against each other.
std::vector<Departure> departures(const Model& model) {
  std::vector<Departure> found;
  for (std::size_t record = 0; record < model.cells.size(); ++record) {
    const auto start = static_cast<std::ptrdiff_t>(found.size());
    for (const Cell& cell : model.cells[record]) {
      if (!cell.base) continue;
      const std::size_t first = std::min(*cell.base, *cell.reading);
      const std::size_t second = std::max(*cell.base, *cell.reading);
      const auto same_pair = [&](const Departure& other) {
        return std::min(other.base, other.reading) == first &&
               std::max(other.base, other.reading) == second;
      };
      const bool known = std::any_of(found.begin() + start, found.end(), same_pair);
      if (known) continue;
      // Of two that are equally common, the one that comes first is shown as the base.
      const std::vector<Reading>& readings = model.record(record).readings;
      const bool commoner =
          readings[*cell.base].sources.size() > readings[*cell.reading].sources.size();
      found.push_back(
          {record, commoner ? *cell.base : first, commoner ? *cell.reading : second, cell.state});
    }
  }
  return found;
}

Value departure_value(const Page& page, const Departure& departure) {
  const std::vector<Reading>& readings = page.model.record(departure.record).readings;
  const std::string from = id_list(page.model, readings[departure.base].sources);
  const std::string to = id_list(page.model, readings[departure.reading].sources);
  return key_link(page, departure.record)
      .set("from", from)
      .set("to", to)
      .set("state", state_value(departure.state))
      .set("runs", reading_diff(page.model, departure.record, departure.base, departure.reading,
                                from, to, Extent::around_changes));
}

// The names of a list's values in the template.
struct ListNames {
  Name any;
  Name list;
  Name hidden;
};

// Sets a list of the departures that `wanted` holds for, and how many of them are not in it.
template <class Wanted>
void set_departures(const Page& page, Value& value, const ListNames& names, Wanted wanted) {
  Value::List list;
  std::size_t hidden = 0;
  for (const Departure& departure : departures(page.model)) {
    if (!wanted(departure.state)) continue;
    if (list.size() == kMostShown) {
      ++hidden;
    } else {
      list.push_back(departure_value(page, departure));
    }
  }
  value.set(names.any, !list.empty());
  value.set(names.list, std::move(list));
  value.set(names.hidden, hidden == 0 ? "" : std::to_string(hidden));
}

}  // namespace

void set_standouts(const Page& page, Value& value) {
  Value::List rare = rare_keys(page);
  Value::List lacks = lacking(page);
  value.set("rare_any", !rare.empty())
      .set("rare_more", rare.size() == kMostShown)
      .set("rare", std::move(rare))
      .set("lacking_any", !lacks.empty())
      .set("lacking_more", lacks.size() == kMostShown)
      .set("lacking", std::move(lacks));
  set_departures(page, value, {"changed_any", "changed", "changed_hidden"},
                 [](State state) { return state == State::meaning || state == State::replaced; });
  set_departures(page, value, {"misspelt_any", "misspelt", "misspelt_hidden"},
                 [](State state) { return state == State::spelling; });
}

}  // namespace doccord
