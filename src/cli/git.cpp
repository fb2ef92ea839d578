#include "cli/git.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "text/whitespace.h"

extern char** environ;

namespace doccord {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failure(std::string message) {
  return tl::unexpected(Error{"", 0, 0, std::move(message)});
}

// Nothing when reading fails: half an answer of git's would be taken for the whole.
std::optional<std::string> read_all(int descriptor) {
  std::string bytes;
  std::array<char, 1 << 14> buffer;
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::nullopt;
    if (count == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Our environment without what git tells its hooks of the repository: that would be looked for from
// another directory than the one that it was told in.
std::vector<std::string> environment_with(const std::vector<std::string>& added) {
  std::vector<std::string> all = added;
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string_view variable = *at;
    const bool of_hook = variable.starts_with("GIT_DIR=") || variable.starts_with("GIT_PREFIX=") ||
                         variable.starts_with("GIT_WORK_TREE=") ||
                         variable.starts_with("GIT_INDEX_FILE=");
    if (!of_hook) all.emplace_back(variable);
  }
  return all;
}

// What a program gets beside its arguments.
struct Given {
  std::vector<std::string> variables;
  int held = -1;  // A descriptor that is to stay open until it ends.
};

// Starts a program with its output in two descriptors; its process, or the error.
struct Started {
  pid_t process = 0;
  int error = 0;
};

Started start(std::vector<std::string> arguments, const Given& given, int output, int errors) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
  // Onto itself: it would be closed otherwise.
  if (given.held >= 0) posix_spawn_file_actions_adddup2(&actions, given.held, given.held);
  std::vector<std::string> environment = environment_with(given.variables);
  Started started;
  started.error = ::posix_spawnp(&started.process, arguments[0].c_str(), &actions, nullptr,
                                 pointers_to(arguments).data(), pointers_to(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  return started;
}

Result<std::string> run(std::vector<std::string> arguments, const Given& given) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) return failure(std::strerror(errno));
  // A file in memory: what a program says to it while we read the pipe can never block it.
  const int errors = ::memfd_create("doccord", MFD_CLOEXEC);
  const Started started = start(std::move(arguments), given, pipe[1], errors);
  ::close(pipe[1]);
  std::optional<std::string> output;
  if (started.error == 0) output = read_all(pipe[0]);
  ::close(pipe[0]);
  int status = 0;
  while (started.error == 0 && ::waitpid(started.process, &status, 0) < 0 && errno == EINTR) {
  }
  ::lseek(errors, 0, SEEK_SET);
  const std::string said(trim(read_all(errors).value_or("")));
  ::close(errors);
  if (started.error != 0) {
    return failure(fmt::format("cannot run git: {}", std::strerror(started.error)));
  }
  if (!output) return failure("cannot read what git prints");
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::move(*output);
  return failure(fmt::format("git: {}", said.substr(0, said.find('\n'))));
}

Result<std::string> run_git_with(const std::string& directory,
                                 const std::vector<std::string>& arguments, const Given& given) {
  std::vector<std::string> all{"git", "-C", directory};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run(std::move(all), given);
}

}  // namespace

Result<std::string> run_git(const std::string& directory,
                            const std::vector<std::string>& arguments) {
  return run_git_with(directory, arguments, {});
}

Result<ExportedTree> ExportedTree::of(const std::string& directory, const std::string& revision) {
  if (revision.starts_with('-')) {
    return failure(fmt::format("`{}` is neither a directory nor a revision", revision));
  }
  const auto root = run_git(directory, {"rev-parse", "--show-toplevel"});
  if (!root) {
    return failure(fmt::format(
        "`{}` is no directory, and there is no git repository here to look for it in", revision));
  }
  const auto commit =
      run_git(directory, {"rev-parse", "--verify", "--quiet", revision + "^{tree}"});
  if (!commit) {
    return failure(fmt::format(
        "`{}` is neither a directory nor a revision of the git repository at hand", revision));
  }
  auto made = ScratchDirectory::make();
  if (!made) return tl::unexpected(made.error());
  ExportedTree tree(std::move(*made), std::string(trim_right(*root)), revision);
  const std::string& place = tree.directory_.path();
  const Given index{{"GIT_INDEX_FILE=" + place + "/.doccord-index"}, tree.directory_.hold()};
  const auto read =
      run_git_with(tree.root_, {"read-tree", std::string(trim(*commit))}, index)
          .and_then([&](const std::string&) {
            return run_git_with(
                tree.root_, {"checkout-index", "-a", "-q", "--prefix=" + place + "/tree/"}, index);
          });
  if (!read) return tl::unexpected(read.error());
  // Links between its files lead as far as in the repository itself (load/links.h).
  std::error_code ignored;
  fs::create_directory(place + "/tree/.git", ignored);
  return tree;
}

ExportedTree::ExportedTree(ScratchDirectory directory, std::string root, std::string revision)
    : directory_(std::move(directory)), root_(std::move(root)), revision_(std::move(revision)) {}

std::string ExportedTree::path_of(const std::string& path) const {
  std::error_code ignored;
  const fs::path relative = fs::weakly_canonical(path, ignored).lexically_relative(root_);
  return (fs::path(directory_.path()) / "tree" / relative).lexically_normal().string();
}

std::string ExportedTree::shown(const std::string& exported_path) const {
  const fs::path relative = fs::path(exported_path).lexically_relative(directory_.path() + "/tree");
  return revision_ + ":" + relative.string();
}

}  // namespace doccord
