#include <atomic>
#include <mutex>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "site/site.h"

namespace doccord {
namespace {

constexpr std::size_t kFilesToTick = 50;

// How far the work is, and the first fault of it, by the order of the files.
class Progress {
 public:
  Progress(std::size_t all, const Tick& tick) : all_(all), first_bad_(all), tick_(tick) {}

  // What comes behind a fault need not be made.
  bool wants(std::size_t place) const { return place < first_bad_; }

  void failed(std::size_t place, Error error) {
    const std::lock_guard lock(mutex_);
    if (place >= first_bad_) return;
    first_bad_ = place;
    error_ = std::move(error);
  }

  void made() {
    const std::lock_guard lock(mutex_);
    if (++done_ != all_ && done_ % kFilesToTick != 0) return;
    if (tick_) tick_(done_, all_);
  }

  Result<void> result() const {
    if (error_) return tl::unexpected(*error_);
    return {};
  }

 private:
  const std::size_t all_;
  std::atomic<std::size_t> first_bad_;
  const Tick& tick_;
  std::mutex mutex_;
  std::optional<Error> error_;
  std::size_t done_ = 0;
};

}  // namespace

Result<void> make_files(const SitePlan& plan, const TakeFile& take, const Tick& tick) {
  Progress progress(plan.files.size(), tick);
  for_each_in_parallel(plan.files.size(), [&](std::size_t place) {
    if (!progress.wants(place)) return;
    const PlannedFile& file = plan.files[place];
    Result<std::string> bytes = file.make();
    Result<void> taken;
    if (bytes) taken = take(file.path, std::move(*bytes));
    if (!bytes) return progress.failed(place, std::move(bytes.error()));
    if (!taken) return progress.failed(place, std::move(taken.error()));
    progress.made();
  });
  return progress.result();
}

}  // namespace doccord
