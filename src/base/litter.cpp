#include "base/litter.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cassert>

namespace doccord {
namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

// What the handler reads; it may only touch what is lock-free, and call what is async-signal-safe.
struct Place {
  std::atomic<const char*> name{nullptr};
  std::atomic<int> directory{-1};
};
std::array<Place, 8> places;
std::atomic<pid_t> owner{0};
static_assert(std::atomic<const char*>::is_always_lock_free &&
              std::atomic<pid_t>::is_always_lock_free);

// A copy of the process, made by fork, leaves the files to the process that it was made from.
extern "C" void sweep_and_end(int signal) {
  if (::getpid() == owner) {
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
    if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler != SIG_DFL) continue;
    ::sigaction(signal, &action, nullptr);
  }
  owner = ::getpid();
}

std::size_t take_place(int directory, const char* name) {
  static const bool watched = (watch_signals(), true);
  static_cast<void>(watched);
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (places[i].name != nullptr) continue;
    places[i].directory = directory;
    places[i].name = name;
    return i;
  }
  assert(false);  // Nobody has so many files half made.
  return places.size();
}

}  // namespace

Litter::Litter(int directory, const char* name) : place_(take_place(directory, name)) {}

Litter::Litter(const char* name) : Litter(AT_FDCWD, name) {}

Litter::~Litter() {
  if (place_ < places.size()) places[place_].name = nullptr;
}

SignalsElsewhere::SignalsElsewhere() {
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int signal : kSignals) ::sigaddset(&signals, signal);
  ::pthread_sigmask(SIG_BLOCK, &signals, &before_);
}

SignalsElsewhere::~SignalsElsewhere() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

}  // namespace doccord
