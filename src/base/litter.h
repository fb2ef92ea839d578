#pragma once

#include <signal.h>

#include <cstddef>

namespace doccord {

// A file that is to be gone when SIGINT, SIGTERM or SIGHUP ends the program: one half written, or a
// lock. To be told before the file is made, by any thread; `name` and `directory` must live as
// long. It removes nothing unless such a signal comes, and then the program ends by it as it would
// have. Whoever tells of a file after the signal came does not return from that.
class Litter {
 public:
  // `directory` is a descriptor as of openat.
  Litter(int directory, const char* name);
  // `name` is a path from the working directory.
  explicit Litter(const char* name);
  Litter(const Litter&) = delete;
  Litter& operator=(const Litter&) = delete;
  ~Litter();

  // To be called when the file has been made, or could not be: until then the end of the program
  // waits for it, since a file that is made later would stay.
  void made() const;

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
