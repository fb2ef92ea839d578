#include "extract/constant_expression.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "parse/parse.h"

namespace doccord {
namespace {

// What the line comes to behind its first token, and the tokens behind that.
std::string calculated(const std::string& expression) {
  Source source;
  source.path = "a.c";
  source.text = "x " + expression + "\n";
  const auto document = parse(source);
  REQUIRE(document.has_value());
  const std::vector<CodeLine> lines = code_lines_of(*document);
  const ConstantValues constants{{"BASE", "100"}, {"FLAG", "0x10"}, {"TEXT", "22P02"}};
  const auto found = read_calculation(lines.at(0).tokens, 1, constants);
  if (!found) return "nothing";
  std::string rest;
  for (std::size_t i = found->end; i < lines[0].tokens.size(); ++i) rest += lines[0].tokens[i].text;
  return std::to_string(found->value) + (rest.empty() ? "" : " " + rest);
}

TEST_CASE("read_calculation: sums, products, shifts and \"or\" with C's precedence") {
  CHECK(calculated("BASE + 4") == "104");
  CHECK(calculated("(BASE+4)") == "104");
  CHECK(calculated("4 + BASE * 2") == "204");
  CHECK(calculated("(4 + BASE) * 2") == "208");
  CHECK(calculated("1 << 8") == "256");
  CHECK(calculated("(BASE | (2<<8))") == "612");
  CHECK(calculated("FLAG | 1 << 1 + 1") == "20");
  CHECK(calculated("1UL << 3, // three") == "8 ,");
}

TEST_CASE("read_calculation: says nothing of what it does not know") {
  CHECK(calculated("100") == "nothing");
  CHECK(calculated("BASE") == "nothing");
  CHECK(calculated("(BASE)") == "nothing");
  CHECK(calculated("OTHER + 1") == "nothing");
  CHECK(calculated("TEXT + 1") == "nothing");
  CHECK(calculated("BASE +") == "nothing");
  CHECK(calculated("(BASE + 1") == "nothing");
  CHECK(calculated("1 << 63") == "nothing");
  CHECK(calculated("1 << BASE") == "nothing");
  CHECK(calculated("9223372036854775807 + 1") == "nothing");
  CHECK(calculated("9223372036854775807 * 2") == "nothing");
  CHECK(calculated(std::string(1000, '(') + "1 + 1" + std::string(1000, ')')) == "nothing");
}

}  // namespace
}  // namespace doccord
