#include "library/read_answer.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/extract_line.h"
#include "support/five_documents.h"

namespace doccord::test {
namespace {

constexpr const char* kSenseless =
    "cannot be read: its reader says what makes no sense, which is a fault of doccord or of a "
    "library; please report it with the document";

}  // namespace

TEST_CASE("answer of a reader: what was read, with its explanations where they are wanted") {
  const SourceSet set = five_sources();
  std::vector<Error> errors;
  const auto documents = read_documents(set, errors, Keep::everything);
  const Source& source = set.sources[0];
  const ReadDocument& read = documents[0];
  for (const Keep keep : {Keep::everything, Keep::what_may_be_taken}) {
    const auto again = read_answer(source, 3, 1, write_answer(source, read, keep));
    REQUIRE(again);
    CHECK(again->source == 3);
    CHECK(write_extract("", source, *again) == write_extract("", source, read));
    CHECK((again->proposals[0].roles == read.proposals[0].roles) == (keep == Keep::everything));
  }
}

TEST_CASE("answer of a reader: an error comes through as it was") {
  for (const Error& error : {Error{"a b.md", 3, 14, "why: \u00E9\n"}, Error{"", 0, 0, ""}}) {
    const auto again = read_answer(Source{}, 0, 1, write_answer(error));
    REQUIRE_FALSE(again);
    CHECK(again.error() == error);
  }
  CHECK(read_answer(Source{}, 0, std::size_t{5} << 20, answer_without_memory()).error().message ==
        "reading it takes more than 5 MiB of memory; --limit memory=N allows more");
}

TEST_CASE("answer of a reader: what makes no sense is told as a fault") {
  const SourceSet set = five_sources();
  std::vector<Error> errors;
  const auto documents = read_documents(set, errors);
  const std::string record =
      write_answer(set.sources[0], documents[0], Keep::what_may_be_taken).substr(2);
  std::vector<std::string> answers{"", "x", "r", std::string("x\0", 2) + record};
  // Explanations that are no JSON, of another number of readings, or of another kind.
  for (const char* explained : {"[", "[]", "{}", "[[]]", "7"}) {
    answers.push_back("r" + std::string(explained) + '\0' + record);
  }
  for (const std::string& answer : answers) {
    CAPTURE(answer);
    const auto read = read_answer(set.sources[0], 0, 1, answer);
    REQUIRE_FALSE(read);
    CHECK(read.error().message == kSenseless);
  }
}

}  // namespace doccord::test
