#include "base/litter.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>

namespace doccord {
namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

// What the handler reads; it may only touch what is lock-free, and call what is async-signal-safe.
struct Place {
  std::atomic<bool> taken{false};
  std::atomic<const char*> name{nullptr};
  std::atomic<int> directory{-1};
  std::atomic<pid_t> making{0};  // The thread that is about to make the file; 0 afterwards.
};
std::array<Place, 256> places;  // More than there are threads that write.
std::atomic<pid_t> owner{0};
std::atomic<bool> ending{false};
static_assert(std::atomic<const char*>::is_always_lock_free &&
              std::atomic<pid_t>::is_always_lock_free && std::atomic<bool>::is_always_lock_free);

// Waits until no other thread is about to make a file, but not for ever. The thread that the signal
// came to makes none any more.
void wait_for_makers() {
  constexpr int kMostWaits = 2000;
  constexpr timespec kMillisecond{0, 1'000'000};
  const pid_t self = ::gettid();
  const auto makes = [self](const Place& place) {
    const pid_t thread = place.making;
    return thread != 0 && thread != self;
  };
  for (int i = 0; i < kMostWaits && std::any_of(places.begin(), places.end(), makes); ++i) {
    ::nanosleep(&kMillisecond, nullptr);
  }
}

// A copy of the process, made by fork, leaves the files to the process that it was made from.
extern "C" void sweep_and_end(int signal) {
  if (::getpid() == owner) {
    ending = true;
    wait_for_makers();
    for (const Place& place : places) {
      const char* const name = place.name;
      if (name != nullptr) ::unlinkat(place.directory, name, 0);
    }
  }
  ::raise(signal);  // Which by now does what it does without a handler.
}

// Signals that are ignored, as nohup has it, stay so.
void watch_signals() {
  struct sigaction action {};
  action.sa_handler = sweep_and_end;
  action.sa_flags = SA_RESETHAND | SA_NODEFER;
  for (const int signal : kSignals) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_DFL) continue;
    ::sigaction(signal, &action, nullptr);
  }
  owner = ::getpid();
}

std::size_t take_place(int directory, const char* name) {
  static const bool watched = (watch_signals(), true);
  static_cast<void>(watched);
  for (std::size_t i = 0; i < places.size(); ++i) {
    Place& place = places[i];
    if (place.taken.exchange(true)) continue;
    place.making = ::gettid();
    place.directory = directory;
    place.name = name;
    if (!ending) return i;
    place.making = 0;
    for (;;) ::pause();
  }
  return places.size();  // Nobody has so many files half made; one more is written unwatched.
}

}  // namespace

Litter::Litter(int directory, const char* name) : place_(take_place(directory, name)) {}

Litter::Litter(const char* name) : Litter(AT_FDCWD, name) {}

Litter::~Litter() {
  if (place_ == places.size()) return;
  places[place_].making = 0;
  places[place_].name = nullptr;
  places[place_].taken = false;
}

void Litter::made() const {
  if (place_ < places.size()) places[place_].making = 0;
}

SignalsElsewhere::SignalsElsewhere() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : kSignals) ::sigaddset(&signals, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
}

SignalsElsewhere::~SignalsElsewhere() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace doccord
