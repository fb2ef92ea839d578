#include "library/resource_limits.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <optional>

namespace doccord {
namespace {

// Of this process; nothing where the system does not tell, and then memory has no bound.
std::optional<std::size_t> address_space() {
// Sanitizers reserve terabytes of addresses as they go, which a bound would count.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  std::ifstream facts("/proc/self/statm");
  std::size_t pages = 0;
  if (facts >> pages) return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
#endif
  return std::nullopt;
}

std::size_t seconds_used() {
  struct rusage used {};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<std::size_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1;
}

// The hard bound stays, so that the soft one can be raised for the next document.
void set_bound(decltype(RLIMIT_AS) resource, std::size_t wanted) {
  struct rlimit bound {};
  if (::getrlimit(resource, &bound) != 0) return;
  bound.rlim_cur = std::min<rlim_t>(wanted, bound.rlim_max);
  ::setrlimit(resource, &bound);
}

}  // namespace

void limit_what_follows(std::size_t bytes, std::size_t seconds) {
  set_bound(RLIMIT_CORE, 0);
  set_bound(RLIMIT_CPU, seconds_used() + seconds);
  if (const auto taken = address_space()) set_bound(RLIMIT_AS, *taken + bytes);
}

}  // namespace doccord
