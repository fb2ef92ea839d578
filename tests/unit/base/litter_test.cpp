#include "base/litter.h"

#include <doctest/doctest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kScenario = "DOCCORD_TEST_LITTER";
constexpr int kFine = 7;

void make(const std::string& path) { std::ofstream(path) << "half"; }

// What a program does that begins a file `half` in its working directory.

void ends_by(int signal) {
  const Litter litter("half");
  make("half");
  litter.made();
  ::raise(signal);
}

void ends_before_it_is_made() {
  const Litter litter("half");
  ::raise(SIGTERM);
}

void ends_after_one_is_whole() {
  {
    const Litter litter("whole");
    make("whole");
    litter.made();
  }
  ends_by(SIGTERM);
}

void has_a_copy_that_ends() {
  const Litter litter("half");
  make("half");
  litter.made();
  const pid_t copy = ::fork();
  if (copy == 0) {
    ::raise(SIGTERM);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(copy, &status, 0);
  ::_exit(WIFSIGNALED(status) && fs::exists("half") ? kFine : 1);
}

void ignores_a_signal() {
  ::signal(SIGHUP, SIG_IGN);
  ends_by(SIGHUP);
  ::_exit(fs::exists("half") ? kFine : 1);
}

void has_a_thread_that_never_makes_its_file() {
  std::thread([] {
    const Litter litter("other");
    for (;;) ::pause();
  }).detach();
  std::thread([] {
    ::usleep(500'000);
    const Litter litter("late");
    make("late");
  }).detach();
  ::usleep(100'000);
  ends_by(SIGTERM);
}

void begins_more_than_can_be_watched() {
  std::vector<std::string> names;
  for (int i = 0; i < 300; ++i) names.push_back(std::to_string(i));
  std::vector<std::unique_ptr<Litter>> all;
  for (const std::string& name : names) {
    all.push_back(std::make_unique<Litter>(name.c_str()));
    make(name);
    all.back()->made();
  }
  all.clear();
  ends_by(SIGTERM);
}

const std::map<std::string, void (*)()> kScenarios{
    {"SIGINT", [] { ends_by(SIGINT); }},
    {"SIGTERM", [] { ends_by(SIGTERM); }},
    {"SIGHUP", [] { ends_by(SIGHUP); }},
    {"one whole", ends_after_one_is_whole},
    {"before", ends_before_it_is_made},
    {"copy", has_a_copy_that_ends},
    {"ignored", ignores_a_signal},
    {"thread", has_a_thread_that_never_makes_its_file},
    {"many", begins_more_than_can_be_watched}};

// How a program of its own ends that does so in the directory: signals are taken once for the
// whole life of a program.
int end_of(const std::string& scenario, const fs::path& directory) {
  const std::string itself = fs::read_symlink("/proc/self/exe").string();
  const pid_t program = ::fork();
  if (program == 0) {
    ::setenv(kScenario, scenario.c_str(), 1);
    if (::chdir(directory.c_str()) != 0) ::_exit(1);
    ::execl(itself.c_str(), itself.c_str(), "--no-skip=true", "-tc=a program that begins a file",
            nullptr);
    ::_exit(1);
  }
  int status = 0;
  REQUIRE(::waitpid(program, &status, 0) == program);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("a program that begins a file" * doctest::skip()) {
  const char* const scenario = std::getenv(kScenario);
  if (scenario == nullptr) return;
  // The test program has its own way with them.
  for (const int each : {SIGINT, SIGTERM, SIGHUP}) ::signal(each, SIG_DFL);
  kScenarios.at(scenario)();
  ::_exit(1);
}

TEST_CASE("litter: a signal ends the program, and the file is gone") {
  for (const auto& [name, signal] :
       std::map<std::string, int>{{"SIGINT", SIGINT}, {"SIGTERM", SIGTERM}, {"SIGHUP", SIGHUP}}) {
    const TemporaryDirectory directory;
    CHECK(end_of(name, directory.path()) == -signal);
    CHECK(fs::is_empty(directory.path()));
  }
}

TEST_CASE("litter: a thread that was about to make the file itself is not waited for") {
  const TemporaryDirectory directory;
  CHECK(end_of("before", directory.path()) == -SIGTERM);
}

TEST_CASE("litter: what is whole stays") {
  const TemporaryDirectory directory;
  CHECK(end_of("one whole", directory.path()) == -SIGTERM);
  CHECK(fs::exists(directory.path() / "whole"));
  CHECK_FALSE(fs::exists(directory.path() / "half"));
}

TEST_CASE("litter: a copy of the process leaves the file to the process it was made from") {
  const TemporaryDirectory directory;
  CHECK(end_of("copy", directory.path()) == kFine);
}

TEST_CASE("litter: an ignored signal stays ignored") {
  const TemporaryDirectory directory;
  CHECK(end_of("ignored", directory.path()) == kFine);
}

TEST_CASE("litter: a thread that is about to make a file is waited for, but not for ever") {
  const TemporaryDirectory directory;
  CHECK(end_of("thread", directory.path()) == -SIGTERM);
  CHECK(fs::is_empty(directory.path()));
}

TEST_CASE("litter: more files at once than can be watched are written all the same") {
  const TemporaryDirectory directory;
  CHECK(end_of("many", directory.path()) == -SIGTERM);
  CHECK(fs::exists(directory.path() / "299"));
  CHECK_FALSE(fs::exists(directory.path() / "half"));
}

}  // namespace doccord::test
