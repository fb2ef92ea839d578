#include "compare/values.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace doccord {
namespace {

struct Pair {
  std::string a;
  std::string b;
  std::string label = "Default";
};

void check_all(const std::vector<Pair>& pairs, ValueRelation expected) {
  for (const Pair& pair : pairs) {
    CAPTURE(pair.a);
    CAPTURE(pair.b);
    CHECK(relate_values(pair.a, pair.b, pair.label) == expected);
    CHECK(relate_values(pair.b, pair.a, pair.label) == expected);
  }
}

TEST_CASE("values: one value in two writings") {
  check_all({{"30 s", "30000 ms"},
             {"30s", "30 seconds"},
             {"90 s", "1.5 min"},
             {"1 h", "60 minutes"},
             {"64 KiB", "65536 bytes"},
             {"64 KB", "64 KiB"},
             {"1 MB", "1000 kB"},
             {"0x1F", "31"},
             {"0x1f", "0x1F"},
             {"1.50", "1.5"},
             {"1,000", "1000"},
             {"1_000", "1000"},
             {"yes", "true"},
             {"On", "enabled"},
             {"true", "1"},
             {"false", "disabled"},
             {"`json`", "json"},
             {"\"json\"", "json"},
             {"JSON", "json"},
             {"1-10", "1 to 10"},
             {"1..10", "between 1 and 10"},
             {"1 to 10 s", "1 s to 10 s"},
             {"1\u201310", "1-10"},
             {"GET, POST", "POST, GET"},
             {"GET or POST", "`POST`, `GET`"},
             {"v1.2", "1.2"},
             {"1.2.0", "v1.2"},
             {"1.20.0", "1.20", "Since"},
             {"50%", "50 percent"},
             {"30 s (default)", "30 s"},
             {"30", "30 s"},
             {"three connections", "3"},
             {"50 tuples", "50"},
             {"30", "30000 ms", "Timeout (s)"},
             {"int", "integer", "Type"},
             {"none", "null"},
             {"unlimited", "no limit"},
             {"RFC 7231", "RFC7231.", "Notes"},
             {"[RFC7231, Section 6.2.1]", "RFC7231#6.2.1, RFC2616#10.1.1", "Reference"},
             {"18446744073709551615", "0xFFFFFFFFFFFFFFFF"}},
            ValueRelation::same);
}

TEST_CASE("values: values of which only one can hold") {
  check_all({{"30 s", "60 s"},
             {"30 s", "30 ms"},
             {"30 s", "30 bytes"},
             {"64 KiB", "64000 bytes"},
             {"0x1F", "30"},
             {"18446744073709551615", "18446744073709551614"},
             {"yes", "no"},
             {"on", "disabled"},
             {"json", "xml"},
             {"1-10", "1-100"},
             {"GET, POST", "GET"},
             {"GET, POST", "GET, PUT"},
             {"v1.2", "v1.3"},
             {"1.20", "1.2", "Since"},
             {"int", "string", "Type"},
             {"none", "30 s"},
             {"supported", "not supported"},
             {"30", "70 s"},
             {"three connections", "5"},
             {"3 connections", "3 servers"},
             {"Waits for 30 s before it gives up", "Waits for 60 s before it gives up"},
             {"[RFC7235, Section 3.1]", "RFC7235#6.3.1, RFC2616#10.4.2", "Reference"},
             {"[RFC4918]", "RFC5218#10.2", "Reference"},
             {"/", "*"},
             {"-1", "1"}},
            ValueRelation::different);
}

TEST_CASE("values: what the texts do not decide") {
  check_all(
      {{"30 s", "As long as the server takes to answer, at least 30 s"},
       {"30", "0.5 min"},
       {"text", "plain text"},
       {"Waits until the server answers or is gone", "Gives up once the server is away for long"}},
      ValueRelation::unclear);
}

TEST_CASE("values: labels that name one field") {
  CHECK(plain_label("Default value:") == plain_label("default"));
  CHECK(plain_label("Timeout (ms)") == plain_label("time-out"));
  CHECK(plain_label("Code") != plain_label("Number"));
}

}  // namespace
}  // namespace doccord
