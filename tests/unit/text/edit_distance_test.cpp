#include "text/edit_distance.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace doccord {

TEST_CASE("edit_distance: each slip counts one") {
  CHECK(edit_distance("evaluted", "evaluated", 3) == 1);  // Left out.
  CHECK(edit_distance("headerss", "headers", 3) == 1);    // Added.
  CHECK(edit_distance("hesders", "headers", 3) == 1);     // Exchanged.
  CHECK(edit_distance("haeders", "headers", 3) == 1);     // Swapped.
  CHECK(edit_distance("headers", "headers", 3) == 0);
}

TEST_CASE("edit_distance: letters are code points") {
  CHECK(edit_distance("fr\u00fch", "fruh", 3) == 1);
}

TEST_CASE("edit_distance: counting stops beyond the limit") {
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 1) == 2);
  CHECK(edit_distance("", "abcdef", 2) == 3);
}

TEST_CASE("edit_distance: whether it is one slip at most is told as by counting on") {
  // All words of up to five letters of three, against one another.
  std::vector<std::string> words{""};
  for (std::size_t i = 0; words[i].size() < 5; ++i) {
    for (const char letter : {'a', 'b', 'c'}) words.push_back(words[i] + letter);
  }
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < words.size(); i += 3) {
    for (const std::string& other : words) {
      const std::size_t counted = std::min<std::size_t>(2, edit_distance(words[i], other, 5));
      wrong += edit_distance(words[i], other, 1) != counted;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("edit_distance: both orders give the same") {
  CHECK(edit_distance("abcd", "bacde", 4) == edit_distance("bacde", "abcd", 4));
}

}  // namespace doccord
