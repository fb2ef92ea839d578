#include "cli/output.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>

#include "support/failing_call.h"
#include "support/temporary_directory.h"

namespace doccord::test {
namespace {

// Variables of the environment that say how output looks, as given; the others of them are unset.
class Surroundings {
 public:
  explicit Surroundings(const std::map<std::string, std::string>& given) {
    for (const char* name : {"NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "TERM", "CI",
                             "FORCE_HYPERLINK", "COLUMNS"}) {
      const char* before = std::getenv(name);
      before_[name] = before == nullptr ? std::nullopt : std::optional<std::string>(before);
      const auto found = given.find(name);
      set(name, found == given.end() ? std::nullopt : std::optional(found->second));
    }
  }
  ~Surroundings() {
    for (const auto& [name, value] : before_) set(name, value);
  }

 private:
  static void set(const std::string& name, const std::optional<std::string>& value) {
    value ? ::setenv(name.c_str(), value->c_str(), 1) : ::unsetenv(name.c_str());
  }
  std::map<std::string, std::optional<std::string>> before_;
};

// Standard output is a terminal of so many columns.
class Terminal {
 public:
  explicit Terminal(unsigned short columns) : standard_output_(::dup(STDOUT_FILENO)) {
    std::cout.flush();
    master_ = ::posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(::grantpt(master_) == 0);
    REQUIRE(::unlockpt(master_) == 0);
    const int terminal = ::open(::ptsname(master_), O_RDWR | O_NOCTTY);
    const winsize size{40, columns, 0, 0};
    ::ioctl(terminal, TIOCSWINSZ, &size);
    ::dup2(terminal, STDOUT_FILENO);
    ::close(terminal);
  }
  ~Terminal() {
    ::dup2(standard_output_, STDOUT_FILENO);
    ::close(standard_output_);
    ::close(master_);
  }

 private:
  int standard_output_;
  int master_ = -1;
};

std::string on(std::ostream& out, const Options& options) {
  const TextOptions text = text_options(options, out);
  return (text.colour ? "colour " : "") + std::string(text.link_root.empty() ? "" : "links ") +
         std::to_string(text.width);
}

std::string elsewhere(const std::map<std::string, std::string>& variables,
                      const Options& options = {}) {
  const Surroundings surroundings(variables);
  std::ostringstream out;
  return on(out, options);
}

std::string on_terminal(const std::map<std::string, std::string>& variables,
                        const Options& options = {}, unsigned short columns = 120) {
  const Surroundings surroundings(variables);
  const Terminal terminal(columns);
  return on(std::cout, options);
}

Options with(When colour, const std::string& links, bool plain, std::size_t width) {
  Options options;
  options.colour = colour;
  options.gate.hyperlinks = links;
  options.gate.plain = plain;
  options.gate.width = width;
  return options;
}

}  // namespace

TEST_CASE("output: colour and links on a terminal only, unless they are asked for") {
  CHECK(elsewhere({}) == "100");
  CHECK(elsewhere({{"TERM", "xterm"}}) == "100");
  CHECK(elsewhere({{"CLICOLOR_FORCE", "0"}, {"FORCE_COLOR", ""}}) == "100");
  CHECK(elsewhere({{"CLICOLOR_FORCE", "1"}}) == "colour 100");
  CHECK(elsewhere({{"FORCE_COLOR", "1"}}) == "colour 100");
  CHECK(elsewhere({{"FORCE_COLOR", "1"}, {"NO_COLOR", "1"}}) == "100");
  CHECK(elsewhere({{"FORCE_HYPERLINK", "1"}}) == "links 100");
  CHECK(elsewhere({}, with(When::always, "always", false, 0)) == "colour links 100");
  CHECK(on_terminal({}) == "colour 120");
  CHECK(on_terminal({{"TERM", "xterm"}}) == "colour links 120");
  CHECK(on_terminal({{"TERM", "dumb"}}) == "120");
  CHECK(on_terminal({{"TERM", "xterm"}, {"CI", "1"}}) == "colour 120");
  CHECK(on_terminal({{"TERM", "xterm"}, {"NO_COLOR", "1"}}) == "links 120");
  CHECK(on_terminal({{"TERM", "xterm"}, {"CLICOLOR", "0"}}) == "links 120");
  CHECK(on_terminal({{"TERM", "xterm"}, {"CLICOLOR", "1"}}) == "colour links 120");
  CHECK(on_terminal({{"TERM", "xterm"}}, with(When::never, "never", false, 0)) == "120");
  CHECK(on_terminal({{"TERM", "xterm"}}, with(When::always, "always", true, 80)) == "100");
}

TEST_CASE("output: as wide as was said, or the terminal is, or COLUMNS says, within bounds") {
  CHECK(elsewhere({{"COLUMNS", "80"}}) == "80");
  CHECK(elsewhere({{"COLUMNS", "many"}}) == "100");
  CHECK(elsewhere({{"COLUMNS", "7"}}) == "60");
  CHECK(elsewhere({{"COLUMNS", "80"}}, with(When::never, "never", false, 90)) == "90");
  CHECK(elsewhere({}, with(When::never, "never", false, 1'000'000)) == "10000");
  CHECK(on_terminal({{"TERM", "dumb"}, {"COLUMNS", "80"}}, {}, 0) == "80");
  const FailingCall failing("ioctl", ENOTTY, 2);  // The first one sets the width.
  CHECK(on_terminal({{"TERM", "dumb"}}) == "100");
}

TEST_CASE("output: a host without a name is left out of links") {
  const Surroundings surroundings({});
  const TemporaryDirectory directory;
  const WorkingDirectory here(directory.path());
  std::ostringstream out;
  const FailingCall failing("gethostname", ENAMETOOLONG);
  const TextOptions text = text_options(with(When::never, "always", false, 0), out);
  CHECK(text.link_root == "file://" + directory.path().string() + "/");
}

TEST_CASE("output: the repository is the nearest directory upward that is one") {
  const TemporaryDirectory directory;
  const auto path = std::filesystem::canonical(directory.path());
  std::filesystem::create_directories(path / "a/b");
  CHECK(repository_root((path / "a/b").string()) == (path / "a/b").string());
  std::filesystem::create_directory(path / ".git");
  CHECK(repository_root((path / "a/b").string()) == path.string());
}

}  // namespace doccord::test
