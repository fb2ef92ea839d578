#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace doccord {

// A copy of this process that does one piece of work after the other for it. Whatever becomes of
// the copy, this process goes on, and can tell what happened.
class ReaderProcess {
 public:
  // Done in the copy; must not throw. What it returns goes back to this process.
  using Work = std::function<std::string(std::size_t)>;

  // `kept_out` are descriptors of this process that the copy must not hold open.
  static Result<std::unique_ptr<ReaderProcess>> start(const Work& work,
                                                      const std::vector<int>& kept_out);
  ReaderProcess(const ReaderProcess&) = delete;
  ReaderProcess& operator=(const ReaderProcess&) = delete;
  ~ReaderProcess();

  // Hands it the next piece; the one before must be answered.
  void give(std::size_t piece);
  std::size_t piece() const { return piece_; }

  // Readable when there is something to hear.
  int descriptor() const { return socket_; }
  enum class State { working, answered, ended };
  // Takes in what has come, without waiting.
  State hear();
  // Once it has answered.
  std::string take_answer();
  // Once it has ended: "was ended by signal 11 (Segmentation fault)".
  std::string how_it_ended();
  // Once it has ended: whether that was for all the CPU time that it was given.
  bool ran_out_of_time();

 private:
  ReaderProcess(pid_t process, int socket) : process_(process), socket_(socket) {}
  void wait_for_end();
  void stop();

  pid_t process_;
  int socket_;
  std::size_t piece_ = 0;
  bool busy_ = false;
  bool waited_ = false;
  int status_ = 0;     // As waitpid has it, once waited for.
  std::string heard_;  // Of the answer, with its length before it.
};

}  // namespace doccord
