#include <fmt/format.h>

#include <algorithm>

#include "rules/further_name.h"
#include "rules/phrasing.h"
#include "rules/places.h"
#include "rules/rule.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

bool say_the_same(const Claim& a, const Claim& b) {
  return collapse(a.entry.description) == collapse(b.entry.description) &&
         a.entry.names == b.entry.names && a.entry.fields == b.entry.fields;
}

Discrepancy duplicate(const RuleInput& input, const std::vector<const Claim*>& claims) {
  const Claim& first = *claims.front();
  const std::string& key = first.entry.key;
  Discrepancy found;
  found.keys = {key};
  found.field = "entry";
  found.sources = {first.source};
  bool same = true;
  for (const Claim* claim : claims) {
    same = same && say_the_same(first, *claim);
    found.places.push_back(
        entry_place(input, *claim, claim == claims.front() ? "first here" : "again here"));
    found.evidence.quotes.push_back({claim->source, key, claim->entry.description});
  }
  found.level = same ? Level::warning : Level::error;
  const std::string times = claims.size() == 2 ? "twice" : fmt::format("{} times", claims.size());
  found.message = fmt::format("{} stands {} in {}, {}", quoted(key), times,
                              quoted(input.registry.sources[first.source].id),
                              same ? "saying the same" : "and not with the same text or name");
  return found;
}

std::vector<Discrepancy> check(const RuleInput& input) {
  std::vector<Discrepancy> all;
  for (const Record& record : input.registry.records) {
    std::vector<const Claim*> same_source;
    const auto report = [&] {
      if (same_source.size() > 1) all.push_back(duplicate(input, same_source));
      same_source.clear();
    };
    for (const Claim& claim : record.claims) {
      if (!same_source.empty() && same_source.back()->source != claim.source) report();
      const bool other_name = std::any_of(
          same_source.begin(), same_source.end(),
          [&](const Claim* before) { return is_further_name(input, record, *before, claim); });
      if (!other_name) same_source.push_back(&claim);
    }
    report();
  }
  return all;
}

}  // namespace

const Rule rule_table::duplicate_entry{
    .code = "DC103",
    .name = "duplicate-entry",
    .level = Level::error,
    .summary = "One source has the key twice",
    .what = R"(Looks for keys that one document has more than one entry for. It is an error when the
entries differ in text, names or fields, and a warning when they say the same.

A second entry that gives the key a further name is left alone: one that says so (`old name`, `alias for`), one of two
that another document has as well, with the same names or texts, and a constant of source code without a text of its own whose
name is the first one written another way, or is what another document calls the key.)",
    .why =
        R"(Two entries for one key contradict each other sooner or later, since a correction reaches
only one of them. When they differ already, nobody can tell which one holds; often one of them was
meant for another key.)",
    .example = R"(A table has two rows for `E04`, and the second looks like the row for `E40`:

    error[DC103/duplicate-entry]: `E04` stands twice in `guide`, and not with the same text or name)",
    .mend = R"(Correct the key of the entry that was meant for another one, or merge the two.)",
    .accept =
        R"(Accept it when the document treats the key in two places on purpose, such as once in
an overview and once in full.)",
    .check = check};

}  // namespace doccord
