#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "parse/parse.h"
#include "support/five_documents.h"
#include "text/line_index.h"

namespace doccord::test {
namespace {

std::string show(const Entry& entry, const LineIndex& index) {
  const Position begin = index.position(entry.span.begin);
  const Position end = index.position(entry.span.end);
  std::string out = entry.key;
  for (const std::string& name : entry.names) out += " <" + name + ">";
  out += " " + entry.description + " {" + entry.section + "} ";
  for (const std::size_t number : {begin.line, begin.column, end.line, end.column}) {
    out += std::to_string(number) + " ";
  }
  return out;
}

}  // namespace

TEST_CASE("extract: the five documents give exactly the entries that stand in them") {
  const SourceSet sources = five_sources();
  const std::vector<EntrySet> expected = five_entry_sets();
  for (std::size_t i = 0; i < sources.sources.size(); ++i) {
    const Source& source = sources.sources[i];
    CAPTURE(source.id);
    const auto document = parse(source);
    REQUIRE(document);
    const auto set = extract(source, *document);
    REQUIRE(set);
    CHECK(set->format == expected[i].format);
    CHECK(set->suspects.empty());
    REQUIRE(set->entries.size() == expected[i].entries.size());
    const LineIndex index(source.text);
    for (std::size_t j = 0; j < set->entries.size(); ++j) {
      CHECK(show(set->entries[j], index) == show(expected[i].entries[j], index));
    }
  }
}

TEST_CASE("extract: every byte of the five documents is counted once") {
  for (const Source& source : five_sources().sources) {
    CAPTURE(source.id);
    const auto document = parse(source);
    REQUIRE(document);
    const auto set = extract(source, *document);
    REQUIRE(set);
    const Coverage& coverage = set->coverage;
    CHECK(coverage.bytes == source.text.size());
    CHECK(coverage.entries + coverage.headings + coverage.other + coverage.unclaimed ==
          coverage.bytes);
    CHECK(coverage.entries > coverage.bytes / 2);
  }
}

}  // namespace doccord::test
