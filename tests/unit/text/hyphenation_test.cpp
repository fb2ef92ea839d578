#include "text/hyphenation.h"

#include <doctest/doctest.h>

#include <string>

namespace doccord {
namespace {

std::string wrapped(std::string text, std::string_view line) {
  append_wrapped(text, line);
  return text;
}

TEST_CASE("append_wrapped: a word that a typesetter broke is one again") {
  CHECK(wrapped("the connec\u2010", "tion is closed") == "the connection is closed");
  CHECK(wrapped("the connec\u00AD", "tion") == "the connection");
  CHECK(wrapped("\u00E9te\u0301\u2010", "s") == "\u00E9te\u0301\u2010 s");
}

TEST_CASE("append_wrapped: other lines follow behind a blank") {
  CHECK(wrapped("", "the") == "the");
  CHECK(wrapped("the", "connection") == "the connection");
  CHECK(wrapped("a well-", "known port") == "a well- known port");
  CHECK(wrapped("from 1 \u2010", "or 2") == "from 1 \u2010 or 2");
  CHECK(wrapped("GnuTLS\u2010", "OpenSSL") == "GnuTLS\u2010 OpenSSL");
}

TEST_CASE("hyphen_break_size: counts hyphen, line end and indent") {
  CHECK(hyphen_break_size("re\u2010\n   mote", 2) == 7);
  CHECK(hyphen_break_size("re\u2010\r\n\tmote", 2) == 6);
  CHECK(hyphen_break_size("re\u2010mote", 2) == 0);
  CHECK(hyphen_break_size("re\u2010 mote", 2) == 0);
  CHECK(hyphen_break_size("re\u2010\nMote", 2) == 0);
  CHECK(hyphen_break_size("re-\nmote", 2) == 0);
  CHECK(hyphen_break_size("re\u2010", 2) == 0);
  CHECK(hyphen_break_size("re", 2) == 0);
}

}  // namespace
}  // namespace doccord
