#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "compare/citations.h"
#include "rules/authority.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"

namespace doccord {
namespace {

// The label and text that a source gives, of those that the reading holds.
const Field& field_of(const Claim& claim, const FieldComparison& field,
                      const FieldReading& reading) {
  const auto has = [](const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  const auto& fields = claim.entry.fields;
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& own) {
    return has(field.labels, own.label) && has(reading.texts, own.text);
  });
  return found == fields.end() ? fields.front() : *found;
}

// "`30 s` in `a` and `30000 ms` in `b`"
std::string describe(const RuleInput& input, const Record& record, const FieldComparison& field,
                     const FieldReading& reading) {
  std::vector<std::string> parts;
  for (const std::string& text : reading.texts) {
    std::vector<std::size_t> sources;
    for (const std::size_t source : reading.sources) {
      const Claim& claim = *record.find(source);
      if (field_of(claim, field, reading).text == text) sources.push_back(source);
    }
    if (sources.empty()) continue;
    parts.push_back(fmt::format("{} in {}", quoted(text), listed_sources(input.registry, sources)));
  }
  return listed(parts);
}

void add_places(const RuleInput& input, const Record& record, const FieldComparison& field,
                const FieldReading& reading, Discrepancy& to) {
  for (const std::size_t source : reading.sources) {
    const Claim& claim = *record.find(source);
    const std::string& text = field_of(claim, field, reading).text;
    to.sources.push_back(source);
    to.evidence.quotes.push_back({source, record.key, text});
    to.places.push_back(phrase_place(
        input, claim, text, fmt::format("in {}", quoted(input.registry.sources[source].id))));
  }
}

// What a conflict is about, so that those with one cause are found: the values on each side, of
// references the documents only.
using Cause = std::pair<std::string, std::vector<std::pair<std::string, std::vector<std::size_t>>>>;

Cause cause_of(const FieldComparison& field) {
  Cause cause{field.labels.front(), {}};
  for (const FieldReading& reading : field.readings) {
    std::string value;
    for (const Citation& citation : read_citations(reading.texts.front())) {
      value += citation.document + ' ';
    }
    if (value.empty()) value = reading.texts.front();
    cause.second.emplace_back(std::move(value), reading.sources);
  }
  return cause;
}

using Places = std::vector<std::size_t>;  // Of records.

const FieldComparison& field_at(const RuleInput& input, std::size_t record, const Cause& cause) {
  const auto& fields = input.comparisons.records[record].fields;
  return *std::find_if(fields.begin(), fields.end(), [&](const FieldComparison& field) {
    return field.conflict && cause_of(field) == cause;
  });
}

Discrepancy discrepancy_of(const RuleInput& input, const Cause& cause, const Places& records) {
  Discrepancy found;
  found.level = rule_table::field_conflict.level;
  found.field = cause.first;
  for (const std::size_t place : records) {
    const Record& record = input.registry.records[place];
    const FieldComparison& field = field_at(input, place, cause);
    found.keys.push_back(record.key);
    for (const FieldReading& reading : field.readings) {
      add_places(input, record, field, reading, found);
    }
  }
  std::sort(found.sources.begin(), found.sources.end());
  found.sources.erase(std::unique(found.sources.begin(), found.sources.end()), found.sources.end());
  const Record& first = input.registry.records[records.front()];
  const FieldComparison& field = field_at(input, records.front(), cause);
  std::vector<std::string> parts;
  for (const FieldReading& reading : field.readings) {
    parts.push_back(describe(input, first, field, reading));
  }
  found.message =
      fmt::format("{} of {} is {}", quoted(cause.first), quoted(first.key), fmt::join(parts, "; "));
  if (records.size() > 1) {
    found.message +=
        fmt::format(", and so at {}", listed_keys({found.keys.begin() + 1, found.keys.end()}));
    found.distinction = cause.second.front().first;
  }
  std::vector<std::vector<std::size_t>> sides;
  for (const FieldReading& reading : field.readings) sides.push_back(reading.sources);
  blame_by_authority(input, sides, found);
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::map<Cause, Places> causes;
  for (std::size_t i = 0; i < input.registry.records.size(); ++i) {
    for (const FieldComparison& field : input.comparisons.records[i].fields) {
      if (field.conflict) causes[cause_of(field)].push_back(i);
    }
  }
  std::vector<Discrepancy> all;
  for (const auto& [cause, records] : causes) all.push_back(discrepancy_of(input, cause, records));
  return all;
}

}  // namespace

const Rule rule_table::field_conflict{
    .code = "DC309",
    .name = "field-conflict",
    .level = Level::error,
    .summary = "A further field has another value",
    .what =
        R"(Compares the further fields of an entry, such as a table's other columns or `Default: 30 s`,
between sources that have the same field: under one label, under labels that are synonyms (`Default`
and `Default value`), or under two labels whose values agree at nearly every other key.

Values are compared by what they say. Units (`30 s` is `30000 ms`, `64 KiB` is `65536 bytes`),
hexadecimal numbers, `yes` and `true`, quotes, ranges (`1-10` and `1 to 10`), versions (`v1.2`) and
the order of a list make no difference. Where the texts do not decide, as between a sentence and a
figure, the rule is silent.

There is one discrepancy for each key and field, with all its values, and one for all keys where the
same values stand against each other. Of references to RFCs, one document in common is enough,
unless another section of it is named.)",
    .why = R"(Fields hold facts that people type in: defaults, limits, types, second codes. Of two
values one is wrong.)",
    .example =
        R"(    error[DC309/field-conflict]: `Default` of `101` is `30 s` in `manual` and `30000 ms` in `sheet`;
    `60 seconds` in `website`)",
    .mend = R"(Find out from the product which value holds, and correct the other.)",
    .accept =
        R"(Accept it when the documents describe versions that do differ, or when the label means
different things in them.)",
    .check = check};

}  // namespace doccord
