#include "base/limits.h"

#include <algorithm>
#include <array>

namespace doccord {
namespace {

constexpr std::array kNames{
#define LIMIT(member, name, number, what) LimitName{name, what, &Limits::member},
#include "base/limits.def"
#undef LIMIT
};

}  // namespace

Limits detail::current_limits;

void set_limits(const Limits& limits) { detail::current_limits = limits; }

std::size_t parser_budget(std::size_t bytes) {
  constexpr std::size_t kMost = std::size_t{512} << 20;
  if (limits().memory != 0) return limits().memory;
  return std::min(kMost, (std::size_t{64} << 20) + 200 * bytes);
}

std::size_t reader_memory(std::size_t bytes) { return 2 * parser_budget(bytes) + 100 * bytes; }

std::size_t reader_seconds(std::size_t bytes) {
  return limits().seconds != 0 ? limits().seconds : 30 + 4 * (bytes >> 20);
}

std::span<const LimitName> limit_names() { return kNames; }

std::string how_to_raise(std::string_view limit_name) {
  return "; --limit " + std::string(limit_name) + "=N allows more";
}

}  // namespace doccord
