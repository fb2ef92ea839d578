#include <algorithm>
#include <array>

#include "site/finding.h"
#include "site/matrix.h"
#include "site/pages.h"
#include "site/standouts.h"

namespace doccord {
namespace {

using Counts = std::array<std::size_t, 11>;  // By State.

// The one state that says most about a record: the gravest within a family, else whether texts
// agree at all.
State verdict(const std::vector<Cell>& cells) {
  State gravest = State::no_text;
  bool agreed = false;
  for (const Cell& cell : cells) {
    if (cell.state == State::alone) return State::alone;
    agreed = agreed || cell.state == State::same;
    if (cell.state == State::own && gravest == State::no_text) gravest = State::own;
    const bool departs = cell.state > State::same && cell.state < State::own;
    if (departs && (gravest >= State::own || cell.state > gravest)) gravest = cell.state;
  }
  return gravest >= State::own && agreed ? State::same : gravest;
}

std::string_view verdict_words(State state) {
  switch (state) {
    case State::same:
      return "the same text wherever documents share one";
    case State::formatting:
      return "differ in punctuation, case or blanks only";
    case State::spelling:
      return "differ by a miswritten word";
    case State::notation:
      return "write the same thing another way";
    case State::wording:
      return "say the same in other words";
    case State::meaning:
      return "do not say the same any more";
    case State::replaced:
      return "had their text replaced altogether";
    case State::own:
      return "described by each document in words of its own";
    case State::alone:
      return "found in one document only";
    default:
      return "named, but not described";
  }
}

Value verdicts_value(const Model& model) {
  Counts counts{};
  for (const std::vector<Cell>& cells : model.cells) {
    ++counts[static_cast<std::size_t>(verdict(cells))];
  }
  Value::List list;
  for (const StateWords& words : all_states()) {
    const std::size_t count = counts[static_cast<std::size_t>(words.state)];
    if (count == 0) continue;
    list.push_back(Value()
                       .set("count", count)
                       .set("state", state_value(words.state))
                       .set("words", verdict_words(words.state)));
  }
  return list;
}

// What a document is, beside its id: title and publisher, as far as they say more.
std::string about_source(const SourceSummary& summary) {
  const std::string title = summary.title == summary.id ? "" : summary.title;
  return title + (title.empty() || summary.publisher.empty() ? "" : ", ") + summary.publisher;
}

Value documents_value(const Page& page) {
  const Model& model = page.model;
  Value::List list;
  for (std::size_t source = 0; source < model.source_count(); ++source) {
    const SourceSummary& summary = model.results.registry.sources[source];
    list.push_back(source_link(page, source)
                       .set("about", about_source(summary))
                       .set("entries", summary.entry_count)
                       .set("lacks", count_of(model, source, State::missing))
                       .set("departs", departing(model, source))
                       .set("findings", model.of_source[source].size()));
  }
  return list;
}

// Who shares a text with whom, as sentences.
Value families_value(const Page& page) {
  Value::List related;
  std::vector<std::size_t> single;
  for (const std::vector<std::size_t>& family : page.model.results.comparisons.families) {
    if (family.size() == 1) {
      single.push_back(family.front());
    } else {
      related.push_back(Value().set("joined", all_source_links(page, family)));
    }
  }
  std::sort(single.begin(), single.end());
  return Value()
      .set("related", std::move(related))
      .set("single_one", single.size() == 1)
      .set("single_many", single.size() > 1)
      .set("joined", all_source_links(page, single));
}

// "34 of them stand in every document"
std::string everywhere_phrase(const std::vector<Record>& records) {
  const auto count = static_cast<std::size_t>(std::count_if(
      records.begin(), records.end(), [](const Record& r) { return r.missing.empty(); }));
  if (count == 0) return "none of them stands in every document";
  if (count == records.size()) return "all of them stand in every document";
  return counted(count, "of them stands", "of them stand") + " in every document";
}

std::string all_levels(const Model& model) {
  std::vector<const Discrepancy*> all;
  for (const Discrepancy& discrepancy : model.results.discrepancies) all.push_back(&discrepancy);
  return level_counts(all);
}

}  // namespace

Value index_page(const Page& page) {
  const Model& model = page.model;
  const auto& records = model.results.registry.records;
  std::size_t entries = 0;
  for (const SourceSummary& source : model.results.registry.sources) entries += source.entry_count;
  Value value = page_value(page, page.frame.site_title, "overview");
  value.set("document_count", counted(model.source_count(), "document", "documents"))
      .set("entry_count", counted(entries, "entry", "entries"))
      .set("key_count", counted(records.size(), "key", "keys"))
      .set("everywhere", everywhere_phrase(records))
      .set("levels", all_levels(model))
      .set("changed_since", model.results.changes ? model.results.changes->base : std::string())
      .set("families", families_value(page))
      .set("documents", documents_value(page))
      .set("verdicts", verdicts_value(model));
  const bool whole = records.size() <= kMostOnStartPage;
  value.set("with_matrix", whole).set("own_page", false);
  if (whole) set_matrix(page, value);
  set_standouts(page, value);
  return value;
}

}  // namespace doccord
