#include "text/words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace doccord {
namespace {

// The words of a text; punctuation in angle brackets.
std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (const Token& token : tokenize(text)) {
    out.push_back(token.is_word ? std::string(token.text) : "<" + std::string(token.text) + ">");
  }
  return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("tokenize: numbers, versions and codes are one word") {
  CHECK(words("30, 1.5 404.15 1,000 0x80070005 HTTP/1.1 4000-4999.") ==
        Words{"30", "<,>", "1.5", "404.15", "1,000", "0x80070005", "HTTP/1.1", "4000-4999", "<.>"});
}

TEST_CASE("tokenize: header names, constants and options are one word") {
  CHECK(words("Retry-After: HTTP_STATUS_OK (--fail-on=error)") ==
        Words{"Retry-After", "<:>", "HTTP_STATUS_OK", "<(>", "--fail-on", "<=>", "error", "<)>"});
}

TEST_CASE("tokenize: contractions and hyphenated words are one word") {
  CHECK(words("couldn't couldn\u2019t entity-header 'quoted'") ==
        Words{"couldn't", "couldn\u2019t", "entity-header", "<'>", "quoted", "<'>"});
}

TEST_CASE("tokenize: addresses, paths and abbreviations keep their dots") {
  CHECK(words("see http://a.example/b?c=1, /etc/passwd, e.g. C++.") ==
        Words{"see", "http://a.example/b?c=1", "<,>", "/etc/passwd", "<,>", "e.g.", "C++", "<.>"});
}

TEST_CASE("tokenize: letters of every script are letters") {
  CHECK(words("r\u00e9sum\u00e9 nai\u0308ve \u65e5\u672c") ==
        Words{"r\u00e9sum\u00e9", "nai\u0308ve", "\u65e5", "\u672c"});
}

TEST_CASE("tokenize: a sentence that lost its blank is still two words") {
  CHECK(words("the end.Next one") == Words{"the", "end", "<.>", "Next", "one"});
}

TEST_CASE("tokenize: tokens know their place and the blank before them") {
  const std::string text = " a, \u00a0b";
  const std::vector<Token> tokens = tokenize(text);
  REQUIRE(tokens.size() == 3);
  CHECK(tokens[0].offset == 1);
  CHECK_FALSE(tokens[0].space_before);
  CHECK_FALSE(tokens[1].space_before);
  CHECK(tokens[2].offset == 6);
  CHECK(tokens[2].space_before);
}

TEST_CASE("tokenize: nothing gives nothing") { CHECK(words(" \n").empty()); }

}  // namespace doccord
