#include <algorithm>
#include <array>
#include <utility>

#include "site/base_data.h"
#include "site/diff_value.h"
#include "site/finding.h"
#include "site/pages.h"

namespace doccord {
namespace {

std::string joined_names(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

// The entry's text; where it departs from its family's, as a diff from that.
Value text_runs(const Page& page, std::size_t record, const Claim& claim) {
  const Model& model = page.model;
  const Cell& cell = model.cells[record][claim.source];
  const std::string& text = claim.entry.description;
  if (text.empty()) return Value::List{};
  if (!cell.base) return Value::List{Value().set("same", text)};
  const Reading& base = model.record(record).readings[*cell.base];
  return reading_diff(model, record, *cell.base, *cell.reading, id_list(model, base.sources),
                      model.results.registry.sources[claim.source].id);
}

// What holds the entry's text against a base of the reader's choice.
Value held_value(const Model& model, std::size_t record, const Cell& cell) {
  // A row says what every document has, which of many is too much for each of them.
  if (!model.partners.everyone) return false;
  return Value()
      .set("readings_data", readings_data(model, record))
      .set("kinds_data", cell.reading ? kinds_from(model, record, *cell.reading) : std::string())
      .set("merged_data", merged_data(model, record));
}

// An entry that stands twice is one record's; the first of the two speaks for it.
Value row_value(const Page& page, std::size_t record, const Claim& claim, bool first) {
  const Model& model = page.model;
  const Cell& cell = model.cells[record][claim.source];
  const std::string id = "k-" + model.key_slugs[record];
  const Position at = model.lines[claim.source].position(claim.entry.span.begin);
  return key_link(page, record)
      .set("row_id", first ? id : "")
      .set("held", first ? held_value(model, record, cell) : Value(false))
      .set("name_parts", name_parts(joined_names(claim.entry.names)))
      .set("line", at.line)
      .set("state", state_value(cell.state))
      .set("against", cell.base ? id_list(model, model.record(record).readings[*cell.base].sources)
                                : std::string())
      .set("runs", text_runs(page, record, claim));
}

Value groups_value(const Page& page, std::size_t source) {
  const Model& model = page.model;
  Value::List groups;
  for (const KeyGroup& group : model.groups) {
    Value::List rows;
    for (std::size_t i = group.first; i < group.first + group.count; ++i) {
      bool first = true;
      for (const Claim& claim : model.record(i).claims_of(source)) {
        rows.push_back(row_value(page, i, claim, std::exchange(first, false)));
      }
    }
    if (rows.empty()) continue;
    groups.push_back(Value().set("group", group.title).set("rows", std::move(rows)));
  }
  return groups;
}

// Each state with how many of the source's entries are in it.
Value tally_value(const Model& model, std::size_t source) {
  Value::List list;
  for (const StateWords& words : all_states()) {
    const auto count = static_cast<std::size_t>(std::count_if(
        model.cells.begin(), model.cells.end(),
        [&](const std::vector<Cell>& cells) { return cells[source].state == words.state; }));
    if (count == 0) continue;
    list.push_back(Value()
                       .set("count", count)
                       .set("state", state_value(words.state))
                       .set("in_document", words.state != State::missing));
  }
  return list;
}

// Where in the document the source's entries stand and in which state each is, as a strip from its
// first byte to its last; whole numbers, in thousandths.
Value strip_value(const Model& model, std::size_t source) {
  const std::size_t size = model.results.sources.sources[source].text.size();
  Value::List marks;
  std::size_t last_x = size;
  State last_state = State::missing;
  for (std::size_t record = 0; size > 0 && record < model.cells.size(); ++record) {
    for (const Claim& claim : model.record(record).claims_of(source)) {
      const std::size_t x = claim.entry.span.begin * 1000 / size;
      const std::size_t end = claim.entry.span.end * 1000 / size;
      const StateWords& words = words_of(model.cells[record][source].state);
      const bool quiet = words.state == State::same || words.state == State::own;
      // Of a long document, several entries would cover one another.
      if (x == last_x && words.state == last_state) continue;
      last_x = x;
      last_state = words.state;
      marks.push_back(Value()
                          .set("x", x)
                          .set("width", end > x ? end - x : 1)
                          .set("y", quiet ? "14" : "0")
                          .set("tall", quiet ? "12" : "40")
                          .set("state", words.id)
                          .set("about", model.record(record).key + ": " + std::string(words.word)));
    }
  }
  return Value().set("marks_any", !marks.empty()).set("marks", std::move(marks));
}

// "12.3"
std::string percent(std::size_t part, std::size_t whole) {
  const std::size_t tenths = (part * 2000 / whole + 1) / 2;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

Value coverage_value(const Coverage& coverage) {
  if (coverage.bytes == 0) return false;
  const std::array<std::pair<std::string_view, std::size_t>, 4> parts{{
      {"entries", coverage.entries},
      {"headings", coverage.headings},
      {"set aside", coverage.other},
      {"unclaimed", coverage.unclaimed},
  }};
  Value::List list;
  std::size_t at = 0;
  for (const auto& [part, bytes] : parts) {
    const std::size_t width = bytes * 1000 / coverage.bytes;
    list.push_back(Value()
                       .set("part", part)
                       .set("number", list.size() + 1)
                       .set("bytes", bytes)
                       .set("percent", percent(bytes, coverage.bytes))
                       .set("x", at)
                       .set("width", width));
    at += width;
  }
  return Value().set("bytes", coverage.bytes).set("parts", std::move(list));
}

Value pairs_value(const Page& page, std::size_t source) {
  const Model& model = page.model;
  Value::List list;
  for (const std::size_t other : model.partners.of[source]) {
    const PairFigures& pair = model.pairs.of(source, other);
    list.push_back(Value()
                       .set("id", model.results.registry.sources[other].id)
                       .set("href", page.root + pair_path(model, source, other))
                       .set("shared", counted(pair.shared, "key", "keys"))
                       .set("same", pair.count(State::same))
                       .set("differing", pair.differing()));
  }
  return list;
}

std::vector<std::size_t> lacked(const Model& model, std::size_t source) {
  std::vector<std::size_t> records;
  for (std::size_t i = 0; i < model.cells.size(); ++i) {
    if (model.cells[i][source].state == State::missing) records.push_back(i);
  }
  return records;
}

// The other members of the source's family.
std::vector<std::size_t> relatives(const Model& model, std::size_t source) {
  const Comparisons& comparisons = model.results.comparisons;
  std::vector<std::size_t> members = comparisons.families[comparisons.family_of(source)];
  members.erase(std::remove(members.begin(), members.end(), source), members.end());
  return members;
}

// What was found in it; of very much, what weighs most. Each key has its own on its page.
void set_findings(const Page& page, std::size_t source, Value& value) {
  constexpr std::size_t kMostFound = 200;
  const std::vector<Discrepancy>& all = page.model.results.discrepancies;
  std::vector<std::size_t> numbers = page.model.of_source[source];
  const std::size_t found = numbers.size();
  if (found > kMostFound) {
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&](std::size_t a, std::size_t b) { return all[a].level > all[b].level; });
    numbers.resize(kMostFound);
  }
  value.set("findings_any", found > 0)
      .set("findings_shown", found > numbers.size()
                                 ? std::to_string(numbers.size()) + " of " + std::to_string(found)
                                 : std::string())
      .set("finding_lines", finding_lines(page, numbers));
}

}  // namespace

Value source_page(const Page& page, std::size_t source) {
  const Model& model = page.model;
  const SourceSummary& summary = model.results.registry.sources[source];
  const EntrySet& set = model.results.entry_sets[source];
  const std::vector<std::size_t> lacks = lacked(model, source);
  const std::vector<std::size_t> family = relatives(model, source);
  Value value = page_value(page, summary.title + " – " + page.frame.site_title, "");
  value.set("id", summary.id)
      .set("number", source)
      .set("name", summary.title)
      .set("publisher", summary.publisher)
      .set("path", summary.path)
      .set("checksum", model.checksums[source])
      .set("format", to_string(summary.format))
      .set("shape", set.shape)
      .set("prefix", summary.name_prefix)
      .set("entry_count", counted(summary.entry_count, "entry", "entries"))
      .set("line_count", counted(model.lines[source].line_count(), "line", "lines"))
      .set("family_any", !family.empty())
      .set("family",
           Value().set("joined", source_links(page, family, page.root + "lineage/index.html")))
      .set("tally", tally_value(model, source))
      .set("coverage", coverage_value(set.coverage))
      .set("strip", strip_value(model, source))
      .set("date", summary.date)
      .set("authority", summary.authority)
      .set("lack_count", lacks.empty() ? "" : counted(lacks.size(), "key", "keys"))
      .set("lacks", key_links(page, lacks))
      .set("groups", groups_value(page, source))
      .set("pairs_any", model.source_count() > 1)
      .set("pairs", pairs_value(page, source))
      .set("with_all", model.partners.everyone)
      .set("others_href", page.root + "matrix/index.html");
  set_findings(page, source, value);
  return value;
}

}  // namespace doccord
