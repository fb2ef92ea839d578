#include "compare/near_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compare/inflection.h"
#include "compare/lexicon.h"
#include "compare/units.h"

namespace doccord {
namespace {

bool are_near(const std::string& a, const std::string& b) {
  const Glosses glosses;
  const UnitText left = read_units(a, glosses);
  const UnitText right = read_units(b, glosses);
  return have_near_words(left, right);
}

const std::vector<std::vector<std::string>> kLines = {
#define NEAR(...) {__VA_ARGS__},
#include "compare/lexicon/near_words.def"
#undef NEAR
};

}  // namespace

TEST_CASE("near words: one for the other, where each text has one of them") {
  CHECK(are_near("The files are kept.", "The files are stored."));
  CHECK(are_near("The owner is kept.", "The owner is preserved."));
  CHECK_FALSE(are_near("The files are stored.", "The files are preserved."));
}

TEST_CASE("near words: a text that has both tells them apart") {
  CHECK_FALSE(
      are_near("The log is kept and the key is stored.", "The log is stored and the key is kept."));
  CHECK_FALSE(are_near("What is printed is shown.", "It is shown."));
}

TEST_CASE("near words: none of several is taken for the only one") {
  CHECK_FALSE(are_near("It is kept.", "It is stored and preserved."));
}

TEST_CASE("near words: every word is one, and none faces another") {
  for (const std::vector<std::string>& line : kLines) {
    for (const std::string& word : line) {
      CAPTURE(word);
      CHECK((word.find(' ') != std::string::npos ? find_phrase(word).has_value()
                                                 : is_known_word(word)));
      for (const std::string& other : line) {
        CHECK_FALSE(are_opposites(word, other));
        CHECK((&word == &other || word != other));
      }
    }
  }
}

}  // namespace doccord
