#pragma once

#include <string_view>

namespace doccord::test {

// While it lives, a call of the system's that this thread makes fails: the first of that name, or
// the `nth`; so it does once more in a copy of the process. It says EINTR, ENOSPC or what else is
// wanted. Several can live at once. Known are the calls that failing_call.cpp lists.
class FailingCall {
 public:
  FailingCall(std::string_view call, int error, int nth = 1);
  FailingCall(const FailingCall&) = delete;
  FailingCall& operator=(const FailingCall&) = delete;
  ~FailingCall();

  bool happened() const { return left_ == 0; }
  // To be asked by the calls: whether this one fails, and with which error.
  bool fails(std::string_view call);
  int error() const { return error_; }

 private:
  std::string_view call_;
  int error_;
  int left_;  // Calls until it fails; 0 when it has failed.
};

}  // namespace doccord::test
