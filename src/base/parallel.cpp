#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace doccord {
namespace {

std::atomic<std::size_t> wanted_jobs{0};

}  // namespace

std::size_t jobs() {
  const std::size_t wanted = wanted_jobs;
  return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

void set_jobs(std::size_t count) { wanted_jobs = count; }

void for_each_in_parallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr first;
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (!first) first = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < std::min(jobs(), count); ++i) others.emplace_back(run);
    run();
  }
  if (first) std::rethrow_exception(first);
}

}  // namespace doccord
