#include "text/numbering.h"

#include <doctest/doctest.h>

#include <string>

namespace doccord {
namespace {

TEST_CASE("numbering: in the order of appearance, equal words alike") {
  Numbering numbers(3);
  const std::string again = "the";
  CHECK(numbers.number_of("the") == 0);
  CHECK(numbers.number_of("disk") == 1);
  CHECK(numbers.number_of(again) == 0);
  CHECK(numbers.number_of("") == 2);
  CHECK(numbers.number_of("disk") == 1);
}

TEST_CASE("numbering: holds as many words as it was made for") {
  std::vector<std::string> words;
  for (int i = 0; i < 1000; ++i) words.push_back("w" + std::to_string(i * i));
  Numbering numbers(words.size());
  for (int i = 0; i < 1000; ++i) CHECK(numbers.number_of(words[static_cast<std::size_t>(i)]) == i);
  for (int i = 0; i < 1000; ++i) CHECK(numbers.number_of(words[static_cast<std::size_t>(i)]) == i);
}

}  // namespace
}  // namespace doccord
