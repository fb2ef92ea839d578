#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/results.h"
#include "rules/rule.h"

namespace doccord::test {

// An entry of a made-up source: a line "KEY NAME text" in its text.
struct MadeUpEntry {
  std::string key;
  std::string name;  // May be empty.
  std::string text;
  std::string section = {};
  std::vector<Field> fields = {};
};

struct MadeUpSource {
  std::string id;
  std::vector<MadeUpEntry> entries;
};

// A small run for tests of rules and reports. What comparing finds is laid down by the test, so
// that these tests hold whatever compare/ makes of a text: unless said otherwise texts are
// independent, names are the same when their letters are, and every source is a family of its own.
class MadeUp {
 public:
  explicit MadeUp(const std::vector<MadeUpSource>& sources);

  // Sources, by place, whose texts come from one another.
  MadeUp& family(const std::vector<std::size_t>& sources);
  // How the texts of two sources for a key differ; the edits go from `a` to `b`.
  MadeUp& texts(const std::string& key, std::size_t a, std::size_t b,
                const std::vector<Edit>& edits);
  MadeUp& names(const std::string& key, std::size_t a, std::size_t b, NameRelation relation);

  // What the rule finds, with ids. Only `messages` is worth reading in most tests.
  std::vector<Discrepancy> find(const Rule& rule) const;
  std::vector<std::string> messages(const Rule& rule) const;

  // With the discrepancies of all rules.
  Results checked() const;
  Results results;

 private:
  RuleInput input() const;
  std::size_t record(const std::string& key) const;
};

// The bytes that a place points at.
std::string pointed_at(const Results& results, const Place& place);

}  // namespace doccord::test
