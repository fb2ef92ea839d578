#include "text/terminal.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

TEST_CASE("terminal: plain text in any script stays as it is") {
  CHECK(terminal_safe("Not Found: café, 見つかりません 🙂") ==
        "Not Found: café, 見つかりません 🙂");
}

TEST_CASE("terminal: escape sequences and other controls become visible") {
  CHECK(terminal_safe("\x1b[31mred\x07\x7f") == "\\x1b[31mred\\x07\\x7f");
  CHECK(terminal_safe("a\r\nb\tc") == "a\\x0d\\x0ab\\x09c");
  CHECK(terminal_safe("\xc2\x9b"
                      "31m") == "<U+009B>31m");
}

TEST_CASE("terminal: what reorders or hides text becomes visible") {
  CHECK(terminal_safe("a\u202eb") == "a<U+202E>b");
  CHECK(terminal_safe("a\u2066b\u200bc\ufeffd\u00ade") == "a<U+2066>b<U+200B>c<U+FEFF>d<U+00AD>e");
  CHECK(terminal_safe(U'\U000E0041') == "<U+E0041>");
  CHECK(terminal_safe(U'\U0001D173') == "<U+1D173>");
  CHECK(terminal_safe(U'\uE000') == "<U+E000>");
}

TEST_CASE("terminal: bytes that are not UTF-8 become visible") {
  CHECK(terminal_safe("a\xff"
                      "b\xc3") == "a\\xffb\\xc3");
}

}  // namespace
}  // namespace doccord
