#include "site/key_parts.h"

#include <algorithm>
#include <utility>

#include "site/markup.h"
#include "site/merged.h"

namespace doccord {
namespace {

using Readings = std::vector<std::size_t>;  // Places in Record::readings, ascending.

constexpr std::size_t kMostStating = 6;  // Sources; of more, the texts are named that state a fact.

Value merged_row(const Page& page, std::string_view part, const MergedValue& value) {
  return Value()
      .set("part", part)
      .set("is_name", part == "Name")
      .set("is_text", part == "Description")
      .set("text", value.text)
      .set("joined", source_links(page, value.sources, "#claims"))
      .set("why", value.why);
}

std::string_view fact_words(FactKind kind) {
  switch (kind) {
    case FactKind::number:
      return "number";
    case FactKind::key:
      return "other key";
    case FactKind::name:
      return "name";
    case FactKind::header:
      return "header field";
    case FactKind::method:
      return "method";
    case FactKind::version:
      return "version";
    case FactKind::rfc:
      return "RFC";
    case FactKind::requirement:
      return "requirement";
    case FactKind::negation:
      break;
  }
  return "negation";
}

// Each fact once, with all readings that state it.
std::vector<std::pair<Fact, Readings>> distinct_facts(const Model& model, std::size_t record) {
  std::vector<std::pair<Fact, Readings>> found;
  const auto& facts = model.compared(record).facts;
  const auto& readings = model.record(record).readings;
  for (std::size_t reading = 0; reading < facts.size() && reading < readings.size(); ++reading) {
    for (const Fact& fact : facts[reading]) {
      auto known = std::find_if(found.begin(), found.end(),
                                [&](const auto& each) { return each.first == fact; });
      if (known == found.end()) known = found.insert(found.end(), {fact, {}});
      if (known->second.empty() || known->second.back() != reading)
        known->second.push_back(reading);
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first.kind < b.first.kind; });
  return found;
}

// Who states a fact, by source or, of many, by text.
Value stating(const Page& page, std::size_t record, const Readings& readings) {
  std::vector<std::size_t> sources;
  for (const std::size_t reading : readings) {
    const auto& having = page.model.record(record).readings[reading].sources;
    sources.insert(sources.end(), having.begin(), having.end());
  }
  std::sort(sources.begin(), sources.end());
  if (sources.size() <= kMostStating) return all_source_links(page, sources);
  Value::List list;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const std::string letter = letter_of(readings[i]);
    list.push_back(Value()
                       .set("sep", separator(i, readings.size()))
                       .set("text", letter)
                       .set("href", "#reading-" + letter));
  }
  return list;
}

Value contradictions_value(const Page& page, std::size_t record) {
  const auto& readings = page.model.record(record).readings;
  Value::List list;
  for (const Contradiction& each : page.model.compared(record).contradictions) {
    list.push_back(Value()
                       .set("who_a", id_list(page.model, readings[each.a].sources))
                       .set("who_b", id_list(page.model, readings[each.b].sources))
                       .set("words_a", each.a_words)
                       .set("words_b", each.b_words)
                       .set("reason", inline_runs(each.reason)));
  }
  return list;
}

}  // namespace

std::string letter_of(std::size_t reading) {
  std::string out(1, static_cast<char>('A' + reading % 26));
  return reading < 26 ? out : letter_of(reading / 26 - 1) + out;
}

void set_merged(const Page& page, std::size_t record, Value& value) {
  const Record& of = page.model.record(record);
  const MergedEntry merged = merge_record(page.model.results.registry, of);
  Value::List rows;
  if (merged.name) rows.push_back(merged_row(page, "Name", *merged.name));
  if (merged.description) rows.push_back(merged_row(page, "Description", *merged.description));
  for (std::size_t i = 0; i < merged.fields.size(); ++i) {
    rows.push_back(merged_row(page, of.fields[i].label, merged.fields[i]));
  }
  value.set("merged_any", !rows.empty()).set("merged", std::move(rows));
}

void set_facts(const Page& page, std::size_t record, Value& value) {
  Value::List facts;
  for (const auto& [fact, readings] : distinct_facts(page.model, record)) {
    facts.push_back(Value()
                        .set("fact_kind", fact_words(fact.kind))
                        .set("fact", fact.value)
                        .set("joined", stating(page, record, readings)));
  }
  const bool contradicted = !page.model.compared(record).contradictions.empty();
  value.set("facts_any", !facts.empty())
      .set("stated", std::move(facts))
      .set("contradictions_any", contradicted)
      .set("contradictions", contradictions_value(page, record));
}

}  // namespace doccord
