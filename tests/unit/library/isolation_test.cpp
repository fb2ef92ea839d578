#include "library/isolation.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <string>
#include <utility>
#include <vector>

#include "extract/extract_line.h"
#include "support/failing_call.h"
#include "support/five_documents.h"

namespace doccord::test {
namespace {

// The documents that were read, and the errors, one a line.
std::string isolated(const SourceSet& set) {
  std::vector<Error> errors;
  set_isolation(true);
  const auto documents = read_all_documents(set, errors);
  set_isolation(false);
  std::string out = std::to_string(documents.size()) + " read\n";
  for (const Error& error : errors) out += to_string(error) + "\n";
  return out;
}

}  // namespace

TEST_CASE("isolation: with fewer processes than wanted, or an interruption, all is read") {
  const SourceSet set = five_sources();
  CHECK(isolated(set) == "5 read\n");
  for (const auto& [call, error, nth] :
       {std::tuple{"fork", EAGAIN, 2}, {"poll", EINTR, 1}, {"socketpair", EMFILE, 2}}) {
    const FailingCall failing(call, error, nth);
    CHECK(isolated(set) == "5 read\n");
  }
}

TEST_CASE("isolation: what is read of a large document comes in parts, and is the same") {
  SourceSet set;
  Source source;
  source.id = source.path = "large.md";
  source.text = "| Code | Name | Meaning |\n|---|---|---|\n";
  for (int i = 1000; i < 5000; ++i) {
    const std::string key = std::to_string(i);
    source.text += "| " + key + " | Name " + key + " | " + std::string(300, 'x') + key + " |\n";
  }
  set.sources.push_back(std::move(source));
  std::vector<Error> errors;
  set_isolation(true);
  const auto documents = read_all_documents(set, errors);
  set_isolation(false);
  REQUIRE(documents.size() == 1);
  const auto here = read_documents(set, errors);
  CHECK(errors.empty());
  CHECK(write_extract("", set.sources[0], documents[0]) ==
        write_extract("", set.sources[0], here[0]));
}

TEST_CASE("isolation: a document that cannot be read says why, as without it") {
  SourceSet set = five_sources();
  set.sources[1].hints.select.entry = "//nothing";
  set.sources[1].hints.select.key = ".";
  std::vector<Error> errors;
  CHECK(read_documents(set, errors).size() == 4);
  REQUIRE(errors.size() == 1);
  CHECK(isolated(set) == "4 read\n" + to_string(errors[0]) + "\n");
}

TEST_CASE("isolation: without any process each document says so") {
  SourceSet set = five_sources();
  set.sources.resize(2);
  const FailingCall failing("fork", EAGAIN);
  const std::string why =
      ": error: no process to read in can be started: Resource temporarily unavailable\n";
  CHECK(isolated(set) == "0 read\n" + set.sources[0].path + why + set.sources[1].path + why);
}

}  // namespace doccord::test
