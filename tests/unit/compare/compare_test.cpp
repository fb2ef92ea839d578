#include "compare/compare.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "reconcile/reconcile.h"
#include "support/five_documents.h"

namespace doccord {
namespace {

using Texts = std::vector<std::pair<std::string, std::string>>;  // Key and description.

// A registry of sources that have one entry a text.
Registry make_registry(const std::vector<Texts>& documents) {
  SourceSet sources;
  std::vector<EntrySet> sets;
  for (const Texts& document : documents) {
    Source source;
    source.id = "s" + std::to_string(sources.sources.size());
    sources.sources.push_back(source);
    EntrySet set;
    for (const auto& [key, text] : document) {
      Entry entry;
      entry.key = key;
      entry.description = text;
      set.entries.push_back(entry);
    }
    sets.push_back(set);
  }
  return reconcile(sources, sets);
}

Registry five_registry() { return reconcile(test::five_sources(), test::five_entry_sets()); }

// Ten long texts that tell two sources apart as revisions of one text.
Texts long_texts() {
  Texts texts;
  const std::vector<std::string> things = {"socket", "file",  "timer",  "cache",  "session",
                                           "cursor", "table", "thread", "buffer", "signal"};
  for (std::size_t i = 0; i < things.size(); ++i) {
    texts.push_back({std::to_string(900 + i), "The " + things[i] +
                                                  " was closed by its owner before the call that "
                                                  "waits for it could return a result."});
  }
  return texts;
}

// The comparison of two texts for one key, in two sources of one family.
Comparison compare_in_family(const std::string& a, const std::string& b) {
  Texts first = long_texts();
  Texts second = long_texts();
  first.push_back({"1", a});
  second.push_back({"1", b});
  const Registry registry = make_registry({first, second});
  return compare(registry).records[0].texts.at(0);
}

std::string kind_of(const std::string& a, const std::string& b) {
  return std::string(to_string(compare_in_family(a, b).kind));
}

// Everything that was found, without places that depend on the order of the sources.
using Facts = std::vector<std::tuple<std::string, std::string, std::string, std::string, double>>;

Facts facts_of(const Registry& registry) {
  Facts facts;
  const Comparisons comparisons = compare(registry);
  for (std::size_t i = 0; i < registry.records.size(); ++i) {
    const Record& record = registry.records[i];
    for (const Comparison& text : comparisons.records[i].texts) {
      std::string a = record.readings[text.a].text;
      std::string b = record.readings[text.b].text;
      if (b < a) std::swap(a, b);
      facts.emplace_back(record.key, a, b, to_string(text.kind), text.similarity);
    }
    for (const NameComparison& name : comparisons.records[i].names) {
      std::string a = record.names[name.a].name;
      std::string b = record.names[name.b].name;
      if (b < a) std::swap(a, b);
      facts.emplace_back(record.key, a, b, to_string(name.relation), 0.0);
    }
  }
  std::sort(facts.begin(), facts.end());
  return facts;
}

}  // namespace

TEST_CASE("compare: the examples of the contract have their kinds") {
  CHECK(kind_of("accepted for processing , but not yet", "accepted for processing, but not yet") ==
        "formatting");
  CHECK(kind_of("The condition evaluted to false.", "The condition evaluated to false.") ==
        "spelling");
  CHECK(kind_of("a different URI (Uniform Resource Identifier)", "a different URI") == "notation");
  CHECK(kind_of("not found anything matching", "not found anything that matches") == "wording");
  CHECK(kind_of("The method used is not allowed.", "The HTTP verb used is not allowed.") ==
        "wording");
  CHECK(kind_of("but is refusing to fulfill it", "but cannot fulfill it") == "meaning");
}

TEST_CASE("compare: edits say what differs and why") {
  const Comparison text = compare_in_family("The server understood it, but is refusing to do it.",
                                            "The server understood it, but cannot do it.");
  REQUIRE(text.edits.size() == 1);
  CHECK(text.edits[0] == Edit{Kind::meaning, "is refusing to", "cannot",
                              "modality or willingness differs: `cannot` and `refusing to`"});
}

TEST_CASE("compare: a constant may be written in words or in humps") {
  CHECK(kind_of("Use FAILED_PRECONDITION if the client may not retry.",
                "Use FailedPrecondition if the client may not retry.") == "notation");
  CHECK(kind_of("Use FAILED_PRECONDITION if the client may not retry.",
                "Use InvalidArgument if the client may not retry.") == "meaning");
}

TEST_CASE("compare: a quote before a word that denies another is one edit") {
  const Comparison text = compare_in_family("Sent with \"Unavailable For Legal Reasons\" as text.",
                                            "Sent with Unavailable For Legal Reasons as text.");
  REQUIRE(text.edits.size() == 2);
  CHECK(text.edits[0] == Edit{Kind::formatting, "\"", "", "punctuation or blanks differ"});
  CHECK(text.edits[1] == Edit{Kind::formatting, "\"", "", "punctuation or blanks differ"});
}

TEST_CASE("compare: the five documents have three families") {
  const std::vector<std::vector<std::size_t>> expected = {{0, 1, 3}, {2}, {4}};
  CHECK(compare(five_registry()).families == expected);
}

TEST_CASE("compare: readings within a family are graded, between families independent") {
  const Registry registry = five_registry();
  const Comparisons comparisons = compare(registry);
  std::map<std::string, int> kinds;
  for (const RecordComparison& record : comparisons.records) {
    for (const Comparison& text : record.texts) ++kinds[std::string(to_string(text.kind))];
  }
  CHECK(kinds["independent"] > 60);
  kinds.erase("independent");
  const std::map<std::string, int> expected = {
      {"formatting", 1}, {"spelling", 1}, {"notation", 7}, {"wording", 7}, {"meaning", 9}};
  CHECK(kinds == expected);
}

TEST_CASE("compare: the same replacement at several keys is wording") {
  Texts first = long_texts();
  Texts second = long_texts();
  for (const char* key : {"1", "2"}) {
    first.push_back({key, std::string("The frobnicator number ") + key + " is in use here."});
    second.push_back({key, std::string("The widgetizer number ") + key + " is in use here."});
  }
  first.push_back({"3", "The gadget is in use here."});
  second.push_back({"3", "The doohickey is in use here."});
  const Comparisons comparisons = compare(make_registry({first, second}));
  CHECK(comparisons.records[0].texts[0].kind == Kind::wording);
  CHECK(comparisons.records[0].texts[0].edits[0].reason ==
        "`frobnicator` and `widgetizer` stand for each other at 2 keys");
  CHECK(comparisons.records[1].texts[0].kind == Kind::wording);
  CHECK(comparisons.records[2].texts[0].kind == Kind::meaning);
}

TEST_CASE(
    "compare: a replacement by a word that the same source uses otherwise is none of wording") {
  Texts first = long_texts();
  Texts second = long_texts();
  for (const char* key : {"1", "2"}) {
    first.push_back({key, std::string("The frobnicator number ") + key + " is in use here."});
    second.push_back({key, std::string("The widgetizer number ") + key + " is in use here."});
  }
  for (Texts* texts : {&first, &second}) {
    texts->push_back({"3", "Here a frobnicator hands its load over to the next widgetizer."});
  }
  CHECK(compare(make_registry({first, second})).records[0].texts[0].kind == Kind::meaning);
}

TEST_CASE("compare: opposites at several keys stay a change of meaning") {
  Texts first = long_texts();
  Texts second = long_texts();
  for (const char* key : {"1", "2", "3"}) {
    first.push_back({key, std::string("The client closes connection number ") + key});
    second.push_back({key, std::string("The server closes connection number ") + key});
  }
  CHECK(compare(make_registry({first, second})).records[0].texts[0].kind == Kind::meaning);
}

TEST_CASE("compare: sources that agree have nothing to compare") {
  const Comparisons comparisons = compare(make_registry({long_texts(), long_texts()}));
  CHECK(comparisons.families == std::vector<std::vector<std::size_t>>{{0, 1}});
  for (const RecordComparison& record : comparisons.records) CHECK(record.texts.empty());
}

TEST_CASE("compare: sources with one entry each are a family when that is clearly one text") {
  const std::string text = "The request could not be completed due to a conflict with the state.";
  CHECK(compare(make_registry({{{"1", text}}, {{"1", text + " Try again."}}})).families.size() ==
        1);
  CHECK(compare(make_registry({{{"1", "Conflict"}}, {{"1", "Conflict"}}})).families.size() == 2);
}

TEST_CASE("compare: few shared keys are enough when their texts are one") {
  Texts first = long_texts();
  Texts second = {first[0], first[1]};
  first.resize(6);
  second.push_back({"1", "Something of its own that no other source has at all."});
  CHECK(compare(make_registry({first, second})).families.size() == 1);
}

TEST_CASE("compare: a text replaced altogether within a family is a change of meaning") {
  const Comparison text =
      compare_in_family("The server couldn't decide what to return.",
                        "The requested resource is available at one or more locations.");
  CHECK(text.kind == Kind::meaning);
  REQUIRE(text.edits.size() == 1);
  CHECK(text.edits[0].reason == "the text is replaced altogether");
}

TEST_CASE(
    "compare: where sources have a part of their texts in common, the others are independent") {
  Texts own = long_texts();
  for (std::size_t i = 0; i < 7; ++i) {
    own[i].second = "Nobody may wait for item " + std::to_string(i) + " without a lock of its own.";
  }
  const Registry registry = make_registry({long_texts(), own});
  const Comparisons comparisons = compare(registry);
  CHECK(comparisons.families == std::vector<std::vector<std::size_t>>{{0, 1}});
  for (std::size_t i = 0; i < registry.records.size(); ++i) {
    CAPTURE(registry.records[i].key);
    REQUIRE(comparisons.records[i].texts.size() == (i < 7 ? 1 : 0));
    if (i < 7) CHECK(comparisons.records[i].texts[0].kind == Kind::independent);
  }
}

TEST_CASE("compare: many readings are each compared with the most common one") {
  std::vector<Texts> documents;
  for (int i = 0; i < 20; ++i) {
    documents.push_back({{"1", "The limit of this queue is " + std::to_string(i) + " messages."}});
  }
  documents.push_back(documents[7]);
  const Comparisons comparisons = compare(make_registry(documents));
  CHECK(comparisons.records[0].limited);
  CHECK(comparisons.records[0].texts.size() == 19);
  CHECK(comparisons.records[0].find(7, 3) != nullptr);
  CHECK(comparisons.records[0].find(3, 4) == nullptr);
}

TEST_CASE("compare: the order of the sources changes nothing but places") {
  SourceSet sources = test::five_sources();
  std::vector<EntrySet> sets = test::five_entry_sets();
  const Facts expected = facts_of(reconcile(sources, sets));
  std::reverse(sources.sources.begin(), sources.sources.end());
  std::reverse(sets.begin(), sets.end());
  CHECK(facts_of(reconcile(sources, sets)) == expected);
  std::rotate(sources.sources.begin(), sources.sources.begin() + 2, sources.sources.end());
  std::rotate(sets.begin(), sets.begin() + 2, sets.end());
  CHECK(facts_of(reconcile(sources, sets)) == expected);
}

TEST_CASE("compare: different texts are never wholly similar") {
  CHECK(compare_in_family("The file, it is gone.", "The file it is gone").similarity == 0.99);
}

TEST_CASE("compare: hostile texts are compared without harm") {
  std::string deep(20000, '(');
  const std::string marks = "%%% <<< &&& === --- ''' \u2019\u2019 ... \xF0\x9F\x98\x80 <=>=!=";
  CHECK(compare_in_family(deep, deep + ")").kind == Kind::formatting);
  CHECK(compare_in_family(marks, "x").kind == Kind::meaning);
  std::string a;
  std::string b;
  for (int i = 0; i < 4000; ++i) {
    a += "left" + std::to_string(i) + " ";
    b += "right" + std::to_string(i) + " ";
  }
  CHECK(compare_in_family(a, b).kind == Kind::meaning);
}

}  // namespace doccord
