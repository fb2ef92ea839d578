#include "cache/reading_key.h"

#include <doctest/doctest.h>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "cache/build_identity.h"

namespace doccord::test {
namespace {

using Change = std::function<void(Source&)>;

Source plain_source() {
  Source source;
  source.id = source.title = "codes";
  source.path = "docs/codes.md";
  source.text = "404 Not Found\n405 Not Allowed\n";
  source.hints.places["shape"] = {"doccord.json", 3, 4};
  return source;
}

std::string key_with(const Change& change) {
  Source source = plain_source();
  change(source);
  return reading_key("build", source);
}

const std::vector<Change> kTold{
    [](Source&) {},
    [](Source& s) { s.text += " "; },
    [](Source& s) { s.text[0] = '5'; },
    [](Source& s) { s.path = "docs/codes.txt"; },
    [](Source& s) { s.path = "docs/codes"; },
    [](Source& s) { s.byte_order_mark = 3; },
    [](Source& s) { s.format = Format::text; },
    [](Source& s) { s.format = Format::markdown; },
    [](Source& s) {
      s.files = {{"404.md", 0, 0}};
    },
    [](Source& s) {
      s.files = {{"404/index.md", 0, 0}};
    },
    [](Source& s) {
      s.files = {{"405/index.md", 0, 0}};
    },
    [](Source& s) {
      s.files = {{"404.md", 0, 3}};
    },
    [](Source& s) {
      s.files = {{"404.md", 0, 0}, {"405.md", 14, 0}};
    },
    [](Source& s) {
      s.files = {{"404.md", 0, 0}, {"405.md", 15, 0}};
    },
    [](Source& s) { s.hints.shape = "x"; },
    [](Source& s) { s.hints.pattern = "x"; },
    [](Source& s) { s.hints.key_pattern = "x"; },
    [](Source& s) { s.hints.key_prefix = "x"; },
    [](Source& s) { s.hints.select.entry = "x"; },
    [](Source& s) { s.hints.select.key = "x"; },
    [](Source& s) { s.hints.select.names = {"x"}; },
    [](Source& s) {
      s.hints.select.names = {"x", "x"};
    },
    [](Source& s) { s.hints.select.description = "x"; },
    [](Source& s) { s.hints.exclude = {"x"}; },
    [](Source& s) {
      s.hints.exclude = {"/x", "x"};
    },
    [](Source& s) {
      s.aliases = {{"404", {"x"}}};
    },
    [](Source& s) {
      s.aliases = {{"404", {"x", "y"}}};
    },
    [](Source& s) {
      s.aliases = {{"404", {"x"}}, {"y", {}}};
    },
};

const std::vector<Change> kNotTold{
    [](Source& s) { s.id = "x"; },          [](Source& s) { s.title = "x"; },
    [](Source& s) { s.publisher = "x"; },   [](Source& s) { s.path = "/elsewhere/codes.md"; },
    [](Source& s) { s.path = "codes.md"; }, [](Source& s) { s.hints.places.clear(); },
    [](Source& s) { s.scope = {"4xx"}; },   [](Source& s) { s.authority = true; },
    [](Source& s) { s.date = "1997"; },
};

}  // namespace

TEST_CASE("a reading's key tells apart what reading depends on, and nothing else") {
  std::set<std::string> keys;
  for (const Change& change : kTold) keys.insert(key_with(change));
  CHECK(keys.size() == kTold.size());
  const std::string key = reading_key("build", plain_source());
  CHECK(key.size() == 64);
  for (std::size_t i = 0; i < kNotTold.size(); ++i) {
    CAPTURE(i);
    CHECK(key_with(kNotTold[i]) == key);
  }
  CHECK(reading_key("another build", plain_source()) != key);
}

TEST_CASE("where a directory lies is not told by the keys of its files") {
  const auto at = [](const std::string& directory) {
    return key_with([&](Source& source) {
      source.path = directory + "codes";
      source.files = {{directory + "codes/404/index.md", 0, 0}};
    });
  };
  CHECK(at("") == at("/home/jo/"));
}

TEST_CASE("this build has an identity") {
  CHECK(build_identity().size() == 64);
  CHECK(build_identity() == build_identity());
}

}  // namespace doccord::test
