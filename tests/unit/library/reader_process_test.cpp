#include "library/reader_process.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

#include "library/resource_limits.h"
#include "support/failing_call.h"

namespace doccord {
namespace {

using State = ReaderProcess::State;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kBoundsSet = 2;  // No memory: a sanitizer's addresses are not counted.
#else
constexpr int kBoundsSet = 3;
#endif

std::unique_ptr<ReaderProcess> started(const ReaderProcess::Work& work) {
  auto process = ReaderProcess::start(work, {});
  REQUIRE(process);
  return std::move(*process);
}

// Waits until it has answered or ended.
State heard_from(ReaderProcess& process) {
  for (;;) {
    pollfd ready{process.descriptor(), POLLIN, 0};
    ::poll(&ready, 1, -1);
    if (const State state = process.hear(); state != State::working) return state;
  }
}

std::string end_of(const ReaderProcess::Work& work) {
  const auto process = started([&](std::size_t piece) {
    // The test program's own handlers would tell of a crash of the tests.
    for (const int each : {SIGABRT, SIGBUS}) ::signal(each, SIG_DFL);
    return work(piece);
  });
  process->give(7);
  REQUIRE(heard_from(*process) == State::ended);
  return process->how_it_ended();
}

}  // namespace

TEST_CASE("reader process: answers piece after piece, however long the answer") {
  const auto process = started(
      [](std::size_t piece) { return std::string(piece, static_cast<char>('a' + piece % 26)); });
  for (const std::size_t piece : {3, 0, 5'000'000, 1}) {
    process->give(piece);
    REQUIRE(heard_from(*process) == State::answered);
    CHECK(process->piece() == piece);
    CHECK(process->take_answer() == std::string(piece, static_cast<char>('a' + piece % 26)));
  }
}

TEST_CASE("reader process: tells how it ended") {
  CHECK(end_of([](std::size_t) {
          ::raise(SIGBUS);
          return std::string();
        }) == "was ended by signal 7 (Bus error)");
  CHECK(end_of([](std::size_t) -> std::string { ::_exit(4); }) == "ended with exit code 4");
  CHECK(end_of([](std::size_t) -> std::string { throw 1; }) == "was ended by signal 6 (Aborted)");
}

TEST_CASE("reader process: ends when its time is up, and says so") {
  const auto process = started([](std::size_t) -> std::string {
    limit_what_follows(std::size_t{1} << 30, 1);
    for (;;) {
    }
  });
  process->give(0);
  CHECK(heard_from(*process) == State::ended);
  CHECK(process->ran_out_of_time());
}

TEST_CASE("reader process: an interrupted call is made again") {
  const auto answer = [](std::size_t piece) { return std::string(piece, 'a'); };
  for (const char* call : {"send", "recv"}) {
    CAPTURE(call);
    std::unique_ptr<ReaderProcess> process;
    {
      const test::FailingCall interrupted(call, EINTR);  // The copy's own first call, too.
      process = started(answer);
      process->give(3);
      REQUIRE(heard_from(*process) == State::answered);
      CHECK(interrupted.happened());
    }
    CHECK(process->take_answer() == "aaa");
    const test::FailingCall interrupted("waitpid", EINTR);
    process.reset();
    CHECK(interrupted.happened());
  }
}

TEST_CASE("reader process: one that cannot be started is told") {
  for (const char* call : {"socketpair", "fork"}) {
    const test::FailingCall failing(call, EAGAIN);
    const auto process = ReaderProcess::start([](std::size_t) { return std::string(); }, {});
    REQUIRE_FALSE(process);
    CHECK(process.error().message ==
          "no process to read in can be started: Resource temporarily unavailable");
  }
}

TEST_CASE("reader process: a call that fails is the end of one") {
  const auto answer = [](std::size_t piece) { return std::string(piece, 'a'); };
  {
    const test::FailingCall failing("send", EPIPE, 2);  // The copy's, of what it answers.
    const auto process = started(answer);
    process->give(3);
    CHECK(heard_from(*process) == State::ended);
    CHECK_FALSE(process->ran_out_of_time());
  }
  const test::FailingCall failing("recv", ECONNRESET);  // The copy's, and then ours.
  const test::FailingCall no_child("waitpid", ECHILD);
  const auto process = started(answer);
  process->give(3);
  CHECK(heard_from(*process) == State::ended);
}

TEST_CASE("reader process: nothing to hear yet is no end, and a busy one is ended with its owner") {
  auto process = started([](std::size_t) -> std::string {
    for (;;) ::pause();
  });
  process->give(1);
  CHECK(process->hear() == State::working);
  process.reset();
}

TEST_CASE("reader process: an answer that comes in parts is heard as one") {
  const auto process = started([](std::size_t) {
    const std::string length(8, '\0');
    for (int each = 3; each < 256; ++each) ::send(each, length.data(), 4, MSG_NOSIGNAL);
    ::usleep(100'000);
    for (int each = 3; each < 256; ++each) ::send(each, length.data(), 4, MSG_NOSIGNAL);
    for (;;) ::pause();
    return std::string();
  });
  process->give(1);
  CHECK(heard_from(*process) == State::answered);
  CHECK(process->take_answer().empty());
  process->give(2);  // It will not answer: its owner ends it.
}

TEST_CASE("reader process: a signal without a name") {
  CHECK(end_of([](std::size_t) {
          ::raise(SIGRTMAX);
          return std::string();
        }) == "was ended by signal " + std::to_string(SIGRTMAX) + " (unknown)");
}

TEST_CASE("reader process: limits that the system does not tell are none") {
  CHECK(end_of([](std::size_t) -> std::string {
          for (int nth = 1; nth <= kBoundsSet; ++nth) {
            const test::FailingCall failing("getrlimit", EPERM, nth);
            limit_what_follows(std::size_t{1} << 30, 5);
            if (!failing.happened()) ::_exit(1);
          }
          ::_exit(7);
        }) == "ended with exit code 7");
}

// A sanitizer's addresses are never counted.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("reader process: addresses that the system does not count have no limit") {
  CHECK(end_of([](std::size_t) -> std::string {
          const test::FailingCall failing("fopen64", EMFILE);
          limit_what_follows(std::size_t{1} << 30, 5);
          ::_exit(failing.happened() ? 7 : 1);
        }) == "ended with exit code 7");
}
#endif

TEST_CASE("reader process: what makes no sense is its end") {
  // Whatever descriptor is a socket, it writes a length that nothing has, or more than it said.
  const auto babble = [](const std::string& bytes) {
    return [bytes](std::size_t) {
      for (int each = 3; each < 256; ++each) ::send(each, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      return std::string("answer");
    };
  };
  CHECK(end_of(babble(std::string(8, '\xFF'))) == "was ended by signal 9 (Killed)");
  CHECK(end_of(babble(std::string(8, '\0') + "more")) == "was ended by signal 9 (Killed)");
}

TEST_CASE("reader process: one that is gone before it is asked") {
  const auto process = started([](std::size_t) {
    ::_exit(5);
    return std::string();
  });
  process->give(1);
  CHECK(heard_from(*process) == State::ended);
  process->give(2);
  CHECK(heard_from(*process) == State::ended);
}

}  // namespace doccord
