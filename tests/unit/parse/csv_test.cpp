#include <doctest/doctest.h>

#include "unit/parse/parsed.h"

using namespace doccord;

namespace {

std::string tree(std::string csv) { return Parsed(Format::csv, std::move(csv)).tree(); }

bool has_head(std::string csv) {
  return tree(std::move(csv)).find("\n      th ") != std::string::npos;
}

std::size_t columns(std::string csv) {
  const Parsed table(Format::csv, std::move(csv));
  std::size_t count = 0;
  for ([[maybe_unused]] const auto cell :
       table.result->root().child("table").child("tr").children()) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("csv: rows of cells with quoted separators, line ends and quotes, each with its bytes") {
  CHECK(tree("Code,Name\r\n1,\"a, \"\"b\"\"\nc\"\r\n\r\n2,\r\n") ==
        "document 0..33\n"
        "  table 0..31\n"
        "    tr 0..9\n"
        "      th 0..4\n"
        "        \"Code\" 0..4\n"
        "      th 5..9\n"
        "        \"Name\" 5..9\n"
        "    tr 11..25\n"
        "      td 11..12\n"
        "        \"1\" 11..12\n"
        "      td 13..25\n"
        "        \"a, \\\"b\\\"\\nc\" 14..24\n"
        "    tr 29..31\n"
        "      td 29..30\n"
        "        \"2\" 29..30\n"
        "      td 31..31\n");
}

TEST_CASE("csv: the separator is the one that gives rows of one length") {
  CHECK(columns("a;b, c;d\n1;2, 3;4\n") == 3);
  CHECK(columns("a\tb\n1, 2\t3\n") == 2);
  CHECK(columns("a,b\n\"x;y\",\"z;w\"\n") == 2);
  CHECK(columns("alone\nand alone\n") == 1);
}

TEST_CASE("csv: the first row is a head when it is words over something else") {
  CHECK(has_head("Code,Name\n1,OK\n2,NO\n"));
  CHECK(has_head("Name,Text\nE_ONE,First thing\nE_TWO,Second thing\n"));
  CHECK(!has_head("1,OK\n2,NO\n"));
  CHECK(!has_head("E_ONE,First\nE_TWO,Second\n"));
  CHECK(!has_head("Code,Name\n"));
}

TEST_CASE("csv: a quote inside a field is a quote, one that stays open is an error") {
  CHECK(Parsed(Format::csv, "a,5\" disk\nb,\"x\"y\n").text() == "a 5\" disk b xy");
  CHECK(tree("a,b\nc,\"d\n") == "doc:2:3: error: quote is not closed");
}

TEST_CASE("csv: a row of too many cells is an error") {
  CHECK(tree("a,b\n" + repeat("x,", 299) + "x\n") ==
        "doc:2:1: error: table of 300 columns exceeds the limit of 256; --limit columns=N allows "
        "more");
  CHECK(tree(repeat("\"", 100'001)) == "doc:1:1: error: quote is not closed");
}

TEST_CASE("csv: an empty text is an empty table") {
  CHECK(tree("") == "document 0..0\n  table 0..0\n");
  CHECK(tree("\n \n") == "document 0..3\n  table 0..0\n");
}

TEST_CASE("csv: multi-byte text keeps its offsets") {
  const Parsed table(Format::csv, "é;日本\r\nx;\" y \"\r\n");
  REQUIRE(table.result);
  std::size_t copied = 0;
  check_spans(*table.result, copied);
  CHECK(copied == 4);
}
