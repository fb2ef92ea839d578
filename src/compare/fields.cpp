#include "compare/fields.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "compare/values.h"

namespace doccord {
namespace {

// What two labels need to be found out as one field, where no list of synonyms has them.
constexpr std::size_t kFewestKeys = 6;      // At which both are used.
constexpr std::size_t kFewestDistinct = 4;  // Different values; yes and no agree by chance.
constexpr double kNearlyAll = 0.8;
constexpr std::size_t kMostLabels = 64;
constexpr std::size_t kEnoughKeys = 200;  // More of them tell nothing new.

using Sources = std::vector<std::size_t>;
using Roots = std::map<std::string, std::string>;

bool meet(const Sources& a, const Sources& b) {
  return std::any_of(a.begin(), a.end(), [&](std::size_t source) {
    return std::find(b.begin(), b.end(), source) != b.end();
  });
}

Sources sources_of(const FieldUse& field) {
  std::set<std::size_t> all;
  for (const FieldValue& value : field.values)
    all.insert(value.sources.begin(), value.sources.end());
  return {all.begin(), all.end()};
}

// How the values under two labels agree, where different sources use them at one key.
struct Agreement {
  std::size_t keys = 0;
  std::size_t same = 0;
  std::set<std::string> distinct;
  bool together = false;  // One source has both, so they are two fields.

  bool is_one_field() const {
    return !together && keys >= kFewestKeys && distinct.size() >= kFewestDistinct &&
           static_cast<double>(same) >= kNearlyAll * static_cast<double>(keys);
  }
};

using Agreements = std::map<std::pair<std::string, std::string>, Agreement>;

void add_agreements(const Record& record, Agreements& to) {
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    for (std::size_t j = 0; j < record.fields.size(); ++j) {
      std::string a = plain_label(record.fields[i].label);
      std::string b = plain_label(record.fields[j].label);
      if (a >= b) continue;
      Agreement& pair = to[{std::move(a), std::move(b)}];
      if (pair.together || pair.keys >= kEnoughKeys) continue;
      pair.together =
          pair.together || meet(sources_of(record.fields[i]), sources_of(record.fields[j]));
      const std::string& x = record.fields[i].values.front().value;
      const std::string& y = record.fields[j].values.front().value;
      if (gives_no_value(x) || gives_no_value(y)) continue;
      ++pair.keys;
      pair.same += relate_values(x, y, record.fields[i].label) == ValueRelation::same;
      if (pair.distinct.size() < kFewestDistinct) pair.distinct.insert(x);
    }
  }
}

// The label that each one goes by.
Roots learn_labels(const Registry& registry) {
  Roots roots;
  for (const Record& record : registry.records) {
    for (const FieldUse& field : record.fields) {
      const std::string plain = plain_label(field.label);
      roots.try_emplace(plain, plain);
    }
  }
  if (roots.size() < 2 || roots.size() > kMostLabels) return roots;
  Agreements agreements;
  for (const Record& record : registry.records) add_agreements(record, agreements);
  for (const auto& [labels, agreement] : agreements) {
    if (!agreement.is_one_field()) continue;
    const std::string from = roots.at(labels.second);
    const std::string to = roots.at(labels.first);
    for (auto& [label, root] : roots) {
      if (root == from) root = to;
    }
  }
  return roots;
}

void add_sources(Sources& to, const Sources& from) {
  for (const std::size_t source : from) {
    const auto at = std::lower_bound(to.begin(), to.end(), source);
    if (at == to.end() || *at != source) to.insert(at, source);
  }
}

void add_value(FieldComparison& field, const FieldValue& value, const std::string& label) {
  for (FieldReading& reading : field.readings) {
    for (const std::string& text : reading.texts) {
      if (relate_values(text, value.value, label) != ValueRelation::same) continue;
      if (std::find(reading.texts.begin(), reading.texts.end(), value.value) ==
          reading.texts.end()) {
        reading.texts.push_back(value.value);
      }
      add_sources(reading.sources, value.sources);
      return;
    }
  }
  field.readings.push_back({{value.value}, value.sources});
}

// Whether every pair of texts of the two differs for certain.
bool differ(const FieldReading& a, const FieldReading& b, const std::string& label) {
  return std::all_of(a.texts.begin(), a.texts.end(), [&](const std::string& x) {
    return std::all_of(b.texts.begin(), b.texts.end(), [&](const std::string& y) {
      return relate_values(x, y, label) == ValueRelation::different;
    });
  });
}

// Whether some source has a value that another one contradicts; one that has both itself is none.
bool is_conflict(const FieldComparison& field) {
  const auto& all = field.readings;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      if (!meet(all[i].sources, all[j].sources) && differ(all[i], all[j], field.labels.front())) {
        return true;
      }
    }
  }
  return false;
}

std::vector<FieldComparison> compare_record(const Record& record, const Roots& roots) {
  std::vector<FieldComparison> fields;
  std::map<std::string, std::size_t> place_of;
  for (const FieldUse& use : record.fields) {
    const auto [place, fresh] =
        place_of.try_emplace(roots.at(plain_label(use.label)), fields.size());
    if (fresh) fields.emplace_back();
    FieldComparison& field = fields[place->second];
    field.labels.push_back(use.label);
    for (const FieldValue& value : use.values) {
      if (!gives_no_value(value.value)) add_value(field, value, use.label);
    }
  }
  for (FieldComparison& field : fields) field.conflict = is_conflict(field);
  return fields;
}

}  // namespace

std::vector<std::vector<FieldComparison>> compare_fields(const Registry& registry) {
  const Roots roots = learn_labels(registry);
  std::vector<std::vector<FieldComparison>> all;
  all.reserve(registry.records.size());
  for (const Record& record : registry.records) all.push_back(compare_record(record, roots));
  return all;
}

}  // namespace doccord
