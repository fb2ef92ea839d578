#include "site/slug.h"

#include <doctest/doctest.h>

#include <random>
#include <set>

namespace doccord::test {
namespace {

using Texts = std::vector<std::string>;

TEST_CASE("a text that is a safe name is its own slug") {
  CHECK(make_slugs({"404", "404.15", "0x80070005", "ENOENT", "XX002", "4000-4999", "coma", "lpt-",
                    "com10"}) == Texts{"404", "404.15", "0x80070005", "ENOENT", "XX002",
                                       "4000-4999", "coma", "lpt-", "com10"});
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
                       "lpt9.txt",
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

TEST_CASE("ten thousand texts of any bytes: one name each, whatever their order") {
  std::mt19937 random(1);
  std::set<std::string> distinct;
  while (distinct.size() < 10'000) {
    std::string text;
    for (auto size = random() % 12; size > 0; --size) {
      text += random() % 2 ? "aA./\\-_:%\n 0"[random() % 13] : static_cast<char>(random() % 256);
    }
    distinct.insert(text);
  }
  const Texts texts(distinct.begin(), distinct.end());
  const Texts slugs = make_slugs(texts);
  std::set<std::string> seen;
  for (const std::string& slug : slugs) {
    std::string folded = slug;
    for (char& c : folded) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    const bool plain = slug.find_first_not_of(
                           "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") ==
                       std::string::npos;
    const bool safe =
        plain && !slug.empty() && slug.size() < 120 && slug[0] != '.' && slug[0] != '-';
    if (!safe || !seen.insert(folded).second) FAIL_CHECK("no name of its own: " << slug);
  }
  const Texts backwards(texts.rbegin(), texts.rend());
  CHECK(make_slugs(backwards) == Texts(slugs.rbegin(), slugs.rend()));
}

}  // namespace
}  // namespace doccord::test
