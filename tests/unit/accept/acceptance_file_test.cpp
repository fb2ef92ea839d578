#include "accept/acceptance_file.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

constexpr const char* kHeader = "{\"version\":1}\n";

AcceptedDiscrepancy a_line(const std::string& id, const std::string& reason) {
  AcceptedDiscrepancy line;
  line.id = id;
  line.rule = "DC301";
  line.keys = {"413"};
  line.field = "description";
  line.sources = {"wiki"};
  line.evidence = "0123456789abcdef";
  line.decision = {reason, "jo@example.org", "2025-03-01", "2025-09-01", "", "left-wrong"};
  return line;
}

constexpr const char* kFirst = "1111111111111111";
constexpr const char* kSecond = "2222222222222222";

// The errors, one a line.
std::string errors_of(const std::string& text) {
  const auto read = parse_acceptances("accepted", text);
  std::string out;
  if (!read) {
    for (const Error& error : read.error()) out += to_string(error) + "\n";
  }
  return out;
}

std::string line_with(const std::string& from, const std::string& to) {
  std::string line = format_acceptances({a_line(kFirst, "as designed")});
  line.erase(0, line.find('\n') + 1);
  return kHeader + line.replace(line.find(from), from.size(), to);
}

TEST_CASE("acceptance file: a header, then a line for each, sorted by id, keys in one order") {
  CHECK(format_acceptances({a_line(kSecond, "b"), a_line(kFirst, "a")}) ==
        R"({"version":1}
{"id":"1111111111111111","rule":"DC301","keys":["413"],"field":"description","sources":["wiki"],"evidence":"0123456789abcdef","reason":"a","by":"jo@example.org","on":"2025-03-01","until":"2025-09-01","verdict":"left-wrong"}
{"id":"2222222222222222","rule":"DC301","keys":["413"],"field":"description","sources":["wiki"],"evidence":"0123456789abcdef","reason":"b","by":"jo@example.org","on":"2025-03-01","until":"2025-09-01","verdict":"left-wrong"}
)");
}

TEST_CASE("acceptance file: what is written is read") {
  const auto read =
      parse_acceptances("accepted", format_acceptances({a_line(kFirst, "a \"b\" \u202e\n")}));
  REQUIRE(read);
  REQUIRE(read->size() == 1);
  CHECK(same_line(read->front(), a_line(kFirst, "a \"b\" \u202e\n")));
  CHECK(read->front().line == 2);
}

TEST_CASE("acceptance file: what a merge leaves is read: any order, repeated and blank lines") {
  const std::string both = format_acceptances({a_line(kFirst, "a"), a_line(kSecond, "b")});
  const std::string first =
      both.substr(both.find('\n') + 1, both.rfind("{\"id") - both.find('\n') - 1);
  const std::string second = both.substr(both.rfind("{\"id"));
  const auto read = parse_acceptances("accepted", kHeader + second + "\r\n" + first + second);
  REQUIRE(read);
  CHECK(format_acceptances(*read) == both);
}

TEST_CASE("acceptance file: merge markers are told as such") {
  CHECK(errors_of(std::string(kHeader) + "<<<<<<< HEAD\n")
            .find("accepted:2: error: holds a merge "
                  "conflict") == 0);
}

TEST_CASE("acceptance file: two lines that contradict are told with both places") {
  const std::string one = format_acceptances({a_line(kFirst, "a")});
  const std::string other = format_acceptances({a_line(kFirst, "b")});
  CHECK(errors_of(one + other.substr(other.find('\n') + 1)) ==
        "accepted:3: error: contradicts line 2, which accepts 1111111111111111 otherwise; keep one "
        "of them\n");
}

TEST_CASE("acceptance file: strict about every value") {
  CHECK(errors_of(line_with("\"reason\"", "\"raeson\"")) ==
        "accepted:2: error: unknown key `raeson`; did you mean `reason`?\n");
  CHECK(errors_of(line_with("as designed", " ")) ==
        "accepted:2: error: expected `reason`: why the discrepancy may stand\n");
  CHECK(errors_of(line_with("2025-03-01", "2025-02-30")) ==
        "accepted:2: error: expected `on` to be a day, as in 2025-03-01\n");
  CHECK(errors_of(line_with("2025-09-01", "soon")) ==
        "accepted:2: error: `until` is no day: `soon`; expected one as in 2025-03-01\n");
  CHECK(errors_of(line_with("left-wrong", "left-wrogn")) ==
        "accepted:2: error: unknown verdict `left-wrogn`; did you mean `left-wrong`?\n");
  CHECK(errors_of(line_with("1111111111111111", "11")) ==
        "accepted:2: error: expected `id` to be 16 hexadecimal digits\n");
  CHECK(errors_of(line_with("1111111111111111", "111111111111111G")) ==
        "accepted:2: error: expected `id` to be 16 hexadecimal digits\n");
  CHECK(errors_of(line_with("0123456789abcdef", "0123")) ==
        "accepted:2: error: expected `evidence` to be 16 hexadecimal digits\n");
  CHECK(errors_of(line_with("\"DC301\"", "\"\"")) ==
        "accepted:2: error: expected `rule`, the code of a rule\n");
  CHECK(errors_of(line_with("[\"413\"]", "[]")) ==
        "accepted:2: error: expected `keys`, at least one\n");
  for (const char* other : {"\"413\"", "[413]", "{\"413\":{\"413\":1}}"}) {
    CHECK(errors_of(line_with("[\"413\"]", other)) ==
          "accepted:2: error: expected `keys` to be a list of strings\n");
  }
  CHECK(errors_of(line_with("\"keys\":[\"413\"],", "")) ==
        "accepted:2: error: expected `keys` to be a list of strings\n");
  CHECK(errors_of(line_with("\"field\":\"description\"", "\"field\":1")) ==
        "accepted:2: error: expected `field` to be a string\n");
  CHECK(errors_of(line_with("\"field\":\"description\"", "\"rule\":\"DC302\"")) ==
        "accepted:2: error: `rule` stands twice\n");
  CHECK(errors_of(std::string(kHeader) + "{\"id\":1e999}\n") ==
        "accepted:2: error: is not valid JSON\n");
  CHECK(errors_of(std::string(kHeader) + "[]\n{\n") ==
        "accepted:2: error: expected an object\naccepted:3: error: is not valid JSON\n");
}

TEST_CASE("acceptance file: without a header, or with that of another version, nothing is read") {
  CHECK(errors_of("") == "accepted:1: error: expected a first line with the version\n");
  CHECK(errors_of("{\"id\":\"x\"}\n") ==
        "accepted:1: error: expected a first line with the version\n");
  for (const char* other : {"2", "\"1\"", "1.0"}) {
    CHECK(errors_of("{\"version\":" + std::string(other) + "}\n") ==
          "accepted:1: error: expected version 1; a newer doccord may read this file\n");
  }
  CHECK(errors_of("{\"version\":1,\"$schema\":\"x\"}\n").empty());
  CHECK(errors_of("{\"version\":1,\"more\":2}\n") == "accepted:1: error: unknown key `more`\n");
  CHECK(errors_of("{\"version\":1}\n\xFF\n") == "accepted: error: is not UTF-8\n");
}

}  // namespace
}  // namespace doccord
