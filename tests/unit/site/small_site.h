#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/results.h"
#include "site/site.h"

namespace doccord::test {

// One entry of a made document.
struct MadeEntry {
  std::string key;
  std::string name;
  std::string text;
};

// A made document: id and title, then its entries. Its text has one line an entry.
struct MadeSource {
  std::string id;
  std::string title;
  std::vector<MadeEntry> entries;
};

// The results for such documents, up to the comparisons; those are given by kind, by the texts that
// they stand between. Texts of one family that are not named there are independent.
struct MadeKind {
  std::string a;
  std::string b;
  Kind kind;
};
Results made_results(const std::vector<MadeSource>& sources, const std::vector<MadeKind>& kinds,
                     const std::vector<std::vector<std::size_t>>& families);

// Three documents on paper sizes: two share their texts, the third has its own.
Results paper_results();

// The site of the results; a failure to build it ends the test.
Site site_of(const Results& results);

}  // namespace doccord::test
