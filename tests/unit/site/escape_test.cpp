#include "text/escape.h"

#include <doctest/doctest.h>

namespace doccord::test {
namespace {

TEST_CASE("what HTML would take for markup is escaped") {
  CHECK(escape_html("a < b > c & \"d\" 'e'") == "a &lt; b &gt; c &amp; &quot;d&quot; &#39;e&#39;");
  CHECK(escape_html("&amp;") == "&amp;amp;");
  CHECK(escape_html("") == "");
}

TEST_CASE("a line end that is a control, and letters right behind the controls") {
  CHECK(escape_html("\u0085") == "\uFFFD");
  CHECK(escape_html("\u00A0\u00E9") == "\u00A0\u00E9");
}

TEST_CASE("letters of any script and line ends stay") {
  CHECK(escape_html("Größe\tשלום\n日本\xE2\x80\x8F") == "Größe\tשלום\n日本\xE2\x80\x8F");
}

TEST_CASE("characters that reorder or control are made visible") {
  CHECK(escape_html("a\xE2\x80\xAE"
                    "b") == "a[U+202E]b");
  CHECK(escape_html("\xE2\x81\xA6") == "[U+2066]");
  CHECK(escape_html(std::string("a\0b", 3)) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(escape_html("\x1B[1m\x7F") == "\xEF\xBF\xBD[1m\xEF\xBF\xBD");
}

TEST_CASE("what is no character becomes the replacement character, which XML can hold") {
  CHECK(escape_html("\uFFFE \uFFFF \uFDD0 \U0001FFFE \U0010FFFF") ==
        "\uFFFD \uFFFD \uFFFD \uFFFD \uFFFD");
  CHECK(escape_html("\uFFFD \uFDCF \U0001FFFD") == "\uFFFD \uFDCF \U0001FFFD");
}

}  // namespace
}  // namespace doccord::test
