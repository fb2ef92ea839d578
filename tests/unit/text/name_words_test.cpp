#include "text/name_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace doccord {

TEST_CASE("name_words: camel humps, marks and blanks cut names") {
  const std::vector<std::string> expected = {"not", "found"};
  CHECK(name_words("NOT_FOUND") == expected);
  CHECK(name_words("NotFound") == expected);
  CHECK(name_words("not-found") == expected);
  CHECK(name_words("HTTPVersion2") == std::vector<std::string>{"http", "version", "2"});
}

}  // namespace doccord
