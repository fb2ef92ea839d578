#include "base/parallel.h"

#include <doctest/doctest.h>
#include <atomic>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/run.h"

namespace doccord {
namespace {

std::string checked(const std::string& jobs, const std::string& command) {
  std::ostringstream out;
  std::ostringstream err;
  run({command, "--jobs", jobs, "--format", "json", DOCCORD_SOURCE_DIR "/sources"}, out, err);
  set_jobs(0);
  return out.str() + err.str();
}

}  // namespace

TEST_CASE("parallel: each piece of work is done once, on however many threads") {
  for (const std::size_t count : {1, 2, 7}) {
    set_jobs(count);
    std::vector<std::atomic<int>> done(100);
    for_each_in_parallel(done.size(), [&](std::size_t i) { ++done[i]; });
    for (const std::atomic<int>& times : done) CHECK(times == 1);
    for_each_in_parallel(0, [](std::size_t) { FAIL("there is nothing to do"); });
  }
  set_jobs(0);
}

TEST_CASE("parallel: an exception comes out when all have ended") {
  set_jobs(4);
  std::atomic<int> done = 0;
  const auto run_all = [&] {
    for_each_in_parallel(50, [&](std::size_t i) {
      ++done;
      if (i == 20) throw std::runtime_error("no");
    });
  };
  CHECK_THROWS_WITH_AS(run_all(), "no", std::runtime_error);
  CHECK(done == 50);
  set_jobs(0);
}

TEST_CASE("parallel: the number of threads changes no byte") {
  for (const char* command : {"extract", "registry", "check"}) {
    const std::string alone = checked("1", command);
    CHECK(alone.size() > 1000);
    CHECK(checked("2", command) == alone);
    CHECK(checked("8", command) == alone);
  }
}

}  // namespace doccord
