#include <doctest/doctest.h>
#include <string>

#include "extract/extract.h"
#include "parse/parse.h"

namespace doccord::test {
namespace {

Source source_of(Format format, std::string text) {
  Source source;
  source.id = source.path = "doc";
  source.format = format;
  source.text = std::move(text);
  return source;
}

// "404 <Name> text |field=value", a line for each entry, or the error.
std::string entries_of(const Source& source) {
  const auto set =
      parse(source).and_then([&](const Document& document) { return extract(source, document); });
  if (!set) return to_string(set.error());
  std::string out;
  for (const Entry& entry : set->entries) {
    const std::string written = source.text.substr(entry.span.begin, entry.span.size());
    CHECK(written.find(entry.key) != std::string::npos);
    for (const std::string& name : entry.names) CHECK(written.find(name) != std::string::npos);
    out += entry.key;
    for (const std::string& name : entry.names) out += " <" + name + ">";
    if (!entry.description.empty()) out += " " + entry.description;
    for (const Field& field : entry.fields) out += " |" + field.label + "=" + field.text;
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("hints: a pattern sees lines that end with LF, and its spans are those of the text") {
  Source source = source_of(Format::text, "\u00E4\u00F6\r\n10 A one\r\n\r\n11 B two\r\n12 C\r\n");
  source.hints.pattern = "^(?P<key>\\d+) (?P<name>\\w)( (?P<description>.*))?$";
  CHECK(entries_of(source) == "10 <A> one\n11 <B> two\n12 <C>\n");
  source.hints.pattern = "^(?P<key>\\d*)";  // Matches nothing at many places.
  CHECK(entries_of(source) == "10\n11\n12\n");
  source.hints.pattern = "(?P<key>\\d+)(?s:.*)";
  CHECK(entries_of(source) == "10\n");
}

TEST_CASE("hints: a selection may join nodes, take attributes and compute texts") {
  Source source = source_of(Format::xml, R"(<?xml version="1.0"?>
<codes><group kind="pump">
  <code value="10"><n>HOT</n><n>WARM</n><n>HOT</n><d>Too hot.</d><d>Stop it.</d></code>
  <code value="11"><n>WET</n></code>
  <code><n>NONE</n></code>
</group></codes>)");
  source.hints.select.entry = "//code";
  source.hints.select.key = "@value";
  source.hints.select.names = {"n"};
  source.hints.select.description = "d";
  CHECK(entries_of(source) == "10 <HOT> <WARM> Too hot. Stop it.\n11 <WET>\n");
  source.hints.select.names = {};
  source.hints.select.description = "concat('A ', ../@kind, '.')";
  CHECK(entries_of(source) == "10 A pump.\n11 A pump.\n");
  source.hints.select.key = "'same'[";
  CHECK(entries_of(source).starts_with("doc: error: `select.key` is not XPath: "));
  source.hints.select.entry = "count(//code)";
  source.hints.select.key = "@value";
  CHECK(entries_of(source) == "doc: error: `select.entry` is an expression that gives no nodes");
}

TEST_CASE("hints: what is excluded by XPath is gone from the texts, too") {
  Source source = source_of(Format::html,
                            "<table><tr><th>Code<th>Meaning<tr><td>10<td>The pump is hot<i>1</i>."
                            "<tr><td>11<td>The pump is wet<i>2</i>.<tr><td>12<td>It is cold."
                            "</table>");
  CHECK(entries_of(source) == "10 The pump is hot1.\n11 The pump is wet2.\n12 It is cold.\n");
  source.hints.exclude = {"//td/em", "//em"};
  CHECK(entries_of(source) == "doc: error: `exclude` finds nothing in doc");
  source.hints.exclude = {"//em"};
  CHECK(entries_of(source) == "10 The pump is hot.\n11 The pump is wet.\n12 It is cold.\n");
  source.hints.exclude = {"//tr[3]//em | //tr[3] | //tr[3]/td"};
  CHECK(entries_of(source) == "10 The pump is hot1.\n12 It is cold.\n");
  source.hints.exclude = {"/document"};
  CHECK(entries_of(source) == "doc: error: `exclude` would leave nothing of doc");
}

TEST_CASE("hints: an alias gives way to its key and is kept as another way to write it") {
  Source source = source_of(Format::text, "E_HOT: Too hot.\nE_WET: Wet.\n");
  source.hints.pattern = "^(?P<key>E_\\w+): (?P<description>.*)$";
  source.aliases = {{"10", {"E_HOT", "HOT"}}};
  const auto set =
      parse(source).and_then([&](const Document& document) { return extract(source, document); });
  REQUIRE(set);
  CHECK(set->entries[0].key == "10");
  CHECK(set->entries[0].aliases == std::vector<std::string>{"E_HOT"});
  CHECK(set->entries[1].key == "E_WET");
}

}  // namespace doccord::test
