#include "base/limits.h"

#include <doctest/doctest.h>

namespace doccord {

TEST_CASE("limits: what a reader may take follows from the document unless it is said") {
  CHECK(parser_budget(0) == std::size_t{64} << 20);
  CHECK(parser_budget(std::size_t{1} << 20) == (std::size_t{64} << 20) + (std::size_t{200} << 20));
  CHECK(parser_budget(std::size_t{16} << 20) == std::size_t{512} << 20);
  CHECK(reader_memory(0) == std::size_t{128} << 20);
  CHECK(reader_seconds(std::size_t{3} << 20) == 42);
  Limits said;
  said.memory = 1000;
  said.seconds = 7;
  set_limits(said);
  CHECK(parser_budget(1 << 20) == 1000);
  CHECK(reader_seconds(1 << 20) == 7);
  set_limits({});
}

}  // namespace doccord
