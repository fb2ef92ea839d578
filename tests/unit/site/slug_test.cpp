#include "site/slug.h"

#include <doctest/doctest.h>

#include <set>

namespace doccord::test {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("a text that is a safe name is its own slug") {
  CHECK(make_slugs({"404", "404.15", "0x80070005", "ENOENT", "XX002", "4000-4999"}) ==
        Texts{"404", "404.15", "0x80070005", "ENOENT", "XX002", "4000-4999"});
}

TEST_CASE("any other text gets a safe name with a hash") {
  const Texts texts = {"",
                       ".",
                       "..",
                       "a/b",
                       "../../etc/passwd",
                       "con",
                       "NUL.txt",
                       "Com1",
                       "a.",
                       ".a",
                       "-rf",
                       " ",
                       "\xC3\xA9",
                       "a b",
                       "a?b#c",
                       "%2e%2e",
                       "a\nb",
                       std::string(3, '\0'),
                       std::string(500, 'k'),
                       "index.html/.."};
  std::set<std::string> seen;
  for (const std::string& slug : make_slugs(texts)) {
    CAPTURE(slug);
    CHECK(slug.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                 "._-") == slug.npos);
    CHECK(slug.size() >= 9);
    CHECK(slug.size() <= 100);
    CHECK(slug.front() != '.');
    CHECK(slug.front() != '-');
    CHECK(slug.back() != '.');
    CHECK(seen.insert(slug).second);
  }
}

TEST_CASE("texts that differ in letter case only do not share a file name") {
  const Texts slugs = make_slugs({"enoent", "ENOENT", "Enoent", "other"});
  CHECK(slugs[0] == "enoent-" + short_hash("enoent"));
  CHECK(slugs[1] == "ENOENT-" + short_hash("ENOENT"));
  CHECK(slugs[2] == "Enoent-" + short_hash("Enoent"));
  CHECK(slugs[3] == "other");
}

TEST_CASE("a slug that is made does not meet one that a text has by itself") {
  const std::string made = make_slugs({"a b"})[0];
  const Texts slugs = make_slugs({"a b", made});
  CHECK(slugs[1] == made);
  CHECK(slugs[0] != made);
}

}  // namespace
}  // namespace doccord::test
