#include "report/layout.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

TEST_CASE("layout: cut leaves short text alone and ends long text with an ellipsis") {
  CHECK(cut("disk", 4) == "disk");
  CHECK(cut("disks", 4) == "dis…");
  CHECK(cut("見つかり", 5) == "見つ…");
  CHECK(cut("a\nb", 10) == "a\\x0ab");
}

TEST_CASE("layout: a cell is as wide as it should be") {
  CHECK(cell("ab", 4) == "ab  ");
  CHECK(cell("abcde", 4) == "abc…");
}

TEST_CASE("layout: wrapped lines keep to the width and the margin") {
  CHECK(wrapped("the disk is full", 10, 2) == "  the disk\n  is full\n");
  CHECK(wrapped("a extraordinarily b", 6, 1) == " a\n extraordinarily\n b\n");
  CHECK(wrapped("", 10, 2) == "");
}

}  // namespace
}  // namespace doccord
