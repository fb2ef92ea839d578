#include "cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

#include "text/terminal.h"

namespace doccord {
namespace {

constexpr std::size_t kUsualWidth = 100;
constexpr std::size_t kLeastWidth = 60;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool is_terminal(const std::ostream& out) {
  return &out == &std::cout && ::isatty(STDOUT_FILENO) == 1;
}

bool wants_colour(When when, const std::ostream& out) {
  if (when != When::automatic) return when == When::always;
  if (is_set("NO_COLOR")) return false;
  const char* force = std::getenv("CLICOLOR_FORCE");
  if (is_set("CLICOLOR_FORCE") && std::string_view(force) != "0") return true;
  const char* terminal = std::getenv("TERM");
  return is_terminal(out) && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

std::size_t width_of(const std::ostream& out) {
  winsize size{};
  if (!is_terminal(out) || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return kUsualWidth;
  }
  return std::max<std::size_t>(size.ws_col, kLeastWidth);
}

}  // namespace

ExitCode print_errors(const std::vector<Error>& errors, std::ostream& err) {
  for (const Error& error : errors) err << terminal_safe(to_string(error)) << "\n";
  return ExitCode::failed;
}

TextOptions text_options(const Options& options, const std::ostream& out) {
  return {wants_colour(options.colour, out), width_of(out), options.detail};
}

}  // namespace doccord
