#pragma once

#include <signal.h>

#include <cstddef>

namespace doccord {

// A file that is to be gone when SIGINT, SIGTERM or SIGHUP ends the program: one half written, or a
// lock. To be told before the file is made, and by no thread but the main one; `name` and
// `directory` must live as long. It removes nothing unless such a signal comes, and then the
// program ends by it as it would have.
class Litter {
 public:
  // `directory` is a descriptor as of openat.
  Litter(int directory, const char* name);
  // `name` is a path from the working directory.
  explicit Litter(const char* name);
  Litter(const Litter&) = delete;
  Litter& operator=(const Litter&) = delete;
  ~Litter();

 private:
  std::size_t place_;
};

// While it lives, this thread and those that it starts take none of these signals, and leave them
// to the others.
class SignalsElsewhere {
 public:
  SignalsElsewhere();
  SignalsElsewhere(const SignalsElsewhere&) = delete;
  SignalsElsewhere& operator=(const SignalsElsewhere&) = delete;
  ~SignalsElsewhere();

 private:
  sigset_t before_;
};

}  // namespace doccord
