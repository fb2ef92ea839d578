// `doccord serve`: a preview of the website that follows the documents.

#include <fmt/format.h>
#include <chrono>
#include <filesystem>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include "cli/command.h"
#include "cli/output.h"
#include "cli/preview_server.h"
#include "cli/site_job.h"

namespace doccord {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds kPause{400};

void add_state(const fs::path& path, std::string& state) {
  std::error_code failed;
  const auto time = fs::last_write_time(path, failed);
  if (failed) return;
  const auto size = fs::file_size(path, failed);
  state += fmt::format("{}\n{}\n{}\n", path.string(), time.time_since_epoch().count(),
                       failed ? 0 : size);
}

// A text that is another one when one of the files, or what a directory of them holds, is.
std::string state_of(const std::vector<std::string>& paths) {
  std::string state;
  for (const std::string& path : paths) {
    add_state(path, state);
    std::error_code failed;
    for (fs::recursive_directory_iterator entry(path, failed), end; !failed && entry != end;
         entry.increment(failed)) {
      add_state(entry->path(), state);
    }
  }
  return state;
}

// Makes the site again whenever what it is made from changes. A fault in a document is told, and
// the last good site stays.
[[noreturn]] void follow(const Options& options, std::vector<std::string> paths, std::string state,
                         PreviewServer& server, std::ostream& out, std::ostream& err) {
  while (true) {
    std::this_thread::sleep_for(kPause);
    std::string now = state_of(paths);
    if (now == state) continue;
    state = std::move(now);
    auto made = make_site(options);
    if (!made) {
      print_errors(made.error(), err);
      err.flush();
      continue;
    }
    server.show(std::move(made->site));
    if (paths != made->made_from) {
      paths = std::move(made->made_from);
      state = state_of(paths);
    }
    out << "made anew\n" << std::flush;
  }
}

ExitCode run_serve(const Options& options, std::ostream& out, std::ostream& err) {
  auto made = make_site(options);
  if (!made) return print_errors(made.error(), err);
  auto server = PreviewServer::start(options.port);
  if (!server) return print_errors({server.error()}, err);
  std::string state = state_of(made->made_from);
  server->show(std::move(made->site));
  out << fmt::format("open {} in a browser; Ctrl-C ends it\n", server->address()) << std::flush;
  follow(options, std::move(made->made_from), std::move(state), *server, out, err);
}

}  // namespace

const Command commands::serve{
    .name = "serve",
    .summary = "Show the website while the documents change",
    .details =
        "Makes the website in memory and shows it to browsers on this machine, and to no others. "
        "When a document, the configuration or an acceptance changes, it is made anew and open "
        "pages reload themselves. It runs until it is interrupted.",
    .example = "doccord serve docs/",
    .options = {.files = true,
                .reading = true,
                .reads_again = true,
                .templates = true,
                .port = true,
                .since = true},
    .run = run_serve};

}  // namespace doccord
