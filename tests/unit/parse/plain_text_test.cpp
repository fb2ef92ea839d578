#include <doctest/doctest.h>

#include "base/limits.h"
#include "unit/parse/parsed.h"

using namespace doccord;

TEST_CASE("plain text: every line is an element with one text, line ends left out") {
  const Parsed text(Format::text, "404\tNot  Found\r\n\r\n  é \n last");
  CHECK(text.tree() ==
        "document 0..29\n"
        "  line 0..14\n"
        "    \"404\\tNot  Found\" 0..14\n"
        "  line 16..16\n"
        "    \"\" 16..16\n"
        "  line 18..23\n"
        "    \"  é \" 18..23\n"
        "  line 24..29\n"
        "    \" last\" 24..29\n");
}

TEST_CASE("plain text: an empty text has no line") {
  CHECK(Parsed(Format::text, "").tree() == "document 0..0\n");
}

TEST_CASE("source code: has lines as plain text has") {
  const Parsed code(Format::source, "#define A 1\n");
  CHECK(code.tree() == "document 0..12\n  line 0..11\n    \"#define A 1\" 0..11\n");
  CHECK(code.result->format() == Format::source);
}

TEST_CASE("plain text: binary files, wrong encodings and excess are errors that name the place") {
  CHECK(Parsed(Format::text, std::string("ab\nc\0d", 6)).error() ==
        "doc:2:2: error: NUL byte, expected text");
  CHECK(Parsed(Format::text, "ab\xff").error() == "doc:1:3: error: invalid UTF-8");
  CHECK(Parsed(Format::text, std::string(limits().bytes + 1, 'a')).error() ==
        "doc: error: document of 16777217 bytes exceeds the limit of 16777216; --limit bytes=N "
        "allows more");
  CHECK(Parsed(Format::text, std::string(600'000, '\n')).error() ==
        "doc: error: document of 600000 lines exceeds the limit of 500000; --limit lines=N allows "
        "more");
}
