#include "text/lookalikes.h"

#include <doctest/doctest.h>

#include <string>

#include "text/composed.h"

namespace doccord {

TEST_CASE("lookalikes: letters of other scripts look like Latin ones, or do not") {
  CHECK(lookalike_of(U'\u0415') == 'E');  // Cyrillic IE
  CHECK(lookalike_of(U'\u0441') == 'c');  // Cyrillic ES
  CHECK(lookalike_of(U'\u0391') == 'A');  // Greek ALPHA
  CHECK(lookalike_of(U'\u13A0') == 'D');  // Cherokee A
  CHECK(lookalike_of(U'\uABAF') == 'c');  // The last of the table.
  CHECK(lookalike_of(U'\uFF25') == 'E');  // Fullwidth
  CHECK(lookalike_of(U'\uFF14') == '4');
  for (const char32_t c : {U'E', U'4', U'\u0411', U'\u03B1', U'\u00E9', U'\u4E2D', U'\U0001F600'}) {
    CHECK(lookalike_of(c) == 0);
  }
}

TEST_CASE("lookalikes: the script of a letter") {
  CHECK(script_of(U'E') == Script::latin);
  CHECK(script_of(U'\u00E9') == Script::latin);
  CHECK(script_of(U'\u0415') == Script::cyrillic);
  CHECK(script_of(U'\u03A9') == Script::greek);
  CHECK(script_of(U'\u0555') == Script::armenian);
  CHECK(script_of(U'\uAB75') == Script::cherokee);
  CHECK(script_of(U'\uFF25') == Script::fullwidth);
  for (const char32_t c : {U'4', U'_', U'\u00D7', U'\u4E2D', U'\u0645', U'\u0482'}) {
    CHECK(script_of(c) == Script::none);
  }
}

TEST_CASE("lookalikes: what looks the same has one appearance") {
  CHECK(appearance_of("E404") == "E404");
  CHECK(appearance_of("\u0415404") == "E404");
  CHECK(appearance_of("E4\u200B04") == "E404");
  CHECK(appearance_of("\u202EE404") == "E404");
  CHECK(appearance_of("E\u00AD404") == "E404");
  CHECK(appearance_of("\uFF25\uFF14\uFF10\uFF14") == "E404");
  CHECK(appearance_of("cafe\u0301") == appearance_of("caf\u00E9"));
  // What is seen as another text stays one.
  CHECK(appearance_of("x\u00B2") != "x2");
  CHECK(appearance_of("K\u03B1") != "Ka");
  // Joiners between letters that need them are seen; between Latin ones they are not.
  CHECK(appearance_of("\u0645\u06CC\u200C\u062E") == "\u0645\u06CC\u200C\u062E");
  CHECK(appearance_of("a\u200Cb") == "ab");
}

TEST_CASE("lookalikes: accents come onto their letters") {
  CHECK(composed("cafe\u0301") == "caf\u00E9");
  CHECK(composed("caf\u00E9") == "caf\u00E9");
  CHECK(composed("plain") == "plain");
  CHECK(composed("") == "");
}

}  // namespace doccord
