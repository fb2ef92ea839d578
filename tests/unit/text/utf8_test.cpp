#include "text/utf8.h"

#include <doctest/doctest.h>

namespace doccord {

TEST_CASE("UTF-8: cells of a terminal; what is not seen takes none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("a\x01\x7F"
                      "b") == 2);
  CHECK(display_width("\u898B\u00E9") == 3);
  CHECK(display_width("e\u0301\u200B") == 1);
}

TEST_CASE("UTF-8: capitals beyond ASCII, those of titles with them") {
  CHECK(is_upper(U'\u00C4'));
  CHECK(is_upper(U'\u01C5'));
  CHECK_FALSE(is_upper(U'\u00E4'));
  CHECK(is_lower(U'\u00E4'));
  CHECK(is_letter(U'\u898B'));
  CHECK_FALSE(is_lower(U'{'));
  CHECK_FALSE(is_letter(U'\u20AC'));
  CHECK_FALSE(is_letter(U'\u0378'));  // Nothing yet.
}

}  // namespace doccord
