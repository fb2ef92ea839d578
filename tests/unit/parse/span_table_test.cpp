#include "parse/span_table.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

using namespace doccord;

TEST_CASE("span table: every node has the span that it was given last, and others have none") {
  std::mt19937_64 random(3);
  SpanTable table;
  std::map<std::size_t, Span> expected;
  // Nodes stand in stretches of memory, some of which lie far apart.
  for (int stretch = 0; stretch < 200; ++stretch) {
    const std::size_t first = 1 + static_cast<std::size_t>(random()) / 2;
    for (std::size_t node = first; node < first + 300; node += 1 + random() % 3) {
      table.set(node, {node, node});
      expected[node] = {node, node + 1};
      table.set(node, expected[node]);
    }
  }
  std::size_t wrong = 0;
  for (const auto& [node, span] : expected) {
    wrong += table.at(node) != span;
    if (!expected.contains(node + 1)) wrong += table.at(node + 1) != Span{};
  }
  CHECK(wrong == 0);
  CHECK(SpanTable().at(1) == Span{});
}
