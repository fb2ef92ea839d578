#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/litter.h"

namespace doccord {
namespace {

constexpr std::chrono::seconds kPatience{1};
constexpr const char* kEraseLine = "\r\033[K";

bool is_watched() {
  const char* ci = std::getenv("CI");
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && (ci == nullptr || *ci == '\0') && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

}  // namespace

Progress::Progress(std::string stage) : stage_(std::move(stage)) {
  if (!is_watched()) return;
  const SignalsElsewhere signals_elsewhere;
  watcher_ = std::thread([this] { watch(); });
}

Progress::~Progress() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  changed_.notify_one();
  if (watcher_.joinable()) watcher_.join();
}

void Progress::stage(std::string text) {
  {
    const std::lock_guard lock(mutex_);
    stage_ = std::move(text);
  }
  changed_.notify_one();
}

void Progress::count(std::string_view text, std::size_t done, std::size_t all) {
  if (watcher_.joinable()) stage(fmt::format("{}: {} of {}", text, done, all));
}

void Progress::watch() {
  std::unique_lock lock(mutex_);
  if (changed_.wait_for(lock, kPatience, [this] { return done_; })) return;
  while (!done_) {
    std::fprintf(stderr, "%s%s ...", kEraseLine, stage_.c_str());
    std::fflush(stderr);
    changed_.wait(lock);
  }
  std::fputs(kEraseLine, stderr);
  std::fflush(stderr);
}

}  // namespace doccord
