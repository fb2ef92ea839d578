#include "text/common_count.h"

#include <doctest/doctest.h>

namespace doccord {
namespace {

TEST_CASE("common count: in any order, each as often as both have it") {
  CHECK(count_common({}, {1}) == 0);
  CHECK(count_common({1, 2, 3}, {3, 2, 1}) == 3);
  CHECK(count_common({1, 1, 2}, {1, 4, 1, 1}) == 2);
  CHECK(count_common({0, 5}, {5, 9}) == 1);
}

}  // namespace
}  // namespace doccord
