#include "report/line_hashes.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <unordered_map>

#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kWindow = 100;
constexpr std::uint64_t kFactor = 37;
constexpr std::uint64_t kEndOfFile = 0xFFFF;

// All arithmetic is modulo 2^64, as GitHub's is.
constexpr std::uint64_t factor_of_oldest() {
  std::uint64_t power = 1;
  for (std::size_t i = 0; i < kWindow; ++i) power *= kFactor;
  return power;
}

class LineHasher {
 public:
  // One UTF-16 unit.
  void add(std::uint64_t unit) {
    const bool second_of_line_end = after_return_ && unit == '\n';
    if (unit == ' ' || unit == '\t' || second_of_line_end) {
      after_return_ = false;
      return;
    }
    after_return_ = unit == '\r';
    if (after_return_) unit = '\n';
    close_line();
    if (at_line_start_) {
      starts_[next_] = hashes_.size() + 1;
      hashes_.emplace_back();
    }
    at_line_start_ = unit == '\n';
    roll(unit);
  }

  std::vector<std::string> finish() {
    add(kEndOfFile);
    for (std::size_t i = 0; i < kWindow; ++i) {
      close_line();
      roll(0);
    }
    return std::move(hashes_);
  }

 private:
  // When the window is about to lose a line's first unit, it holds all that the line's hash covers.
  void close_line() {
    if (starts_[next_] == 0) return;
    const std::string digits = fmt::format("{:x}", hash_);
    hashes_[starts_[next_] - 1] = fmt::format("{}:{}", digits, ++uses_[digits]);
    starts_[next_] = 0;
  }

  void roll(std::uint64_t unit) {
    constexpr std::uint64_t kOldest = factor_of_oldest();
    hash_ = kFactor * hash_ + unit - kOldest * window_[next_];
    window_[next_] = unit;
    next_ = (next_ + 1) % kWindow;
  }

  std::array<std::uint64_t, kWindow> window_{};
  std::array<std::size_t, kWindow> starts_{};  // Line, from 1, that starts at this unit; 0: none.
  std::size_t next_ = 0;
  std::uint64_t hash_ = 0;
  bool at_line_start_ = true;
  bool after_return_ = false;
  std::unordered_map<std::string, std::size_t> uses_;
  std::vector<std::string> hashes_;  // By line; those that are open are empty.
};

}  // namespace

std::vector<std::string> line_hashes(std::string_view text) {
  LineHasher hasher;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = code_point_at(text, i);
    if (point.value > 0xFFFF) {
      hasher.add(0xD800 + ((point.value - 0x10000) >> 10));
      hasher.add(0xDC00 + ((point.value - 0x10000) & 0x3FF));
    } else {
      hasher.add(point.value);
    }
    i += point.size;
  }
  return hasher.finish();
}

}  // namespace doccord
