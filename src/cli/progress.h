#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace doccord {

// Tells on standard error what is being done, once that has taken a second, and takes it back at
// the end. On a terminal only, and not where CI or TERM=dumb says that nobody watches.
class Progress {
 public:
  explicit Progress(std::string stage);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // What is being done from now on: "comparing 500 keys".
  void stage(std::string text);
  // The same with how much of it is done: "writing files: 300 of 12000".
  void count(std::string_view text, std::size_t done, std::size_t all);

 private:
  void watch();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::string stage_;
  bool done_ = false;
  std::thread watcher_;  // Last, since it uses the others.
};

}  // namespace doccord
