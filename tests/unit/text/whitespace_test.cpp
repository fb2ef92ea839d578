#include "text/whitespace.h"

#include <doctest/doctest.h>

#include "text/utf8.h"

namespace doccord::test {

TEST_CASE("whitespace: every run becomes one blank, Unicode's white space included") {
  CHECK(collapse(" a\u00A0\u2003 b\r\n\tc\u3000") == "a b c");
  CHECK(collapse("\u00A0\n").empty());
  CHECK(trim("\u00A0 a b \u00A0") == "a b");
  CHECK(is_blank("\uFEFF\u00A0\t"));
  CHECK_FALSE(is_blank(" x "));
}

TEST_CASE("utf8: the first byte that is no part of a character is found") {
  CHECK_FALSE(find_invalid_utf8("caf\u00E9 \U0001F600"));
  CHECK(find_invalid_utf8("ab\xFF") == 2u);
  CHECK(find_invalid_utf8("ab\xC3") == 2u);
  CHECK(find_invalid_utf8("\xED\xA0\x80") == 0u);  // A surrogate.
  CHECK(find_invalid_utf8("\xC0\xAF") == 0u);      // An overlong form.
}

TEST_CASE("utf8: code points are counted, folded and measured") {
  CHECK(count_code_points("caf\u00E9") == 4);
  CHECK(fold_case("\u00C9COLE Stra\u00DFe") == "\u00E9cole stra\u00DFe");
  CHECK(display_width("a\u4E2D\u0301") == 3);
  CHECK(to_utf8(to_code_points("caf\u00E9 \U0001F600")) == "caf\u00E9 \U0001F600");
}

}  // namespace doccord::test
