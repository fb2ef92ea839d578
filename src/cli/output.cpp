#include "cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <string_view>

#include "text/percent.h"
#include "text/terminal.h"
#include "text/workflow.h"

namespace doccord {
namespace {

constexpr std::size_t kUsualWidth = 100;
constexpr std::size_t kLeastWidth = 60;
constexpr std::size_t kMostWidth = 10'000;
constexpr std::size_t kMostFindings = 200;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool forces(const char* variable) {
  return is_set(variable) && std::string_view(std::getenv(variable)) != "0";
}

bool is_terminal(const std::ostream& out) {
  return &out == &std::cout && ::isatty(STDOUT_FILENO) == 1;
}

bool wants_colour(When when, const std::ostream& out) {
  if (when != When::automatic) return when == When::always;
  if (is_set("NO_COLOR")) return false;
  if (forces("CLICOLOR_FORCE") || forces("FORCE_COLOR")) return true;
  const char* usual = std::getenv("CLICOLOR");
  if (usual != nullptr && std::string_view(usual) == "0") return false;
  const char* terminal = std::getenv("TERM");
  return is_terminal(out) && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

// Terminals that do not know links leave them out, but a log file keeps every byte.
bool wants_links(const GateOptions& gate, const std::ostream& out) {
  if (gate.plain || gate.hyperlinks == "never") return false;
  if (gate.hyperlinks == "always" || forces("FORCE_HYPERLINK")) return true;
  const char* terminal = std::getenv("TERM");
  return is_terminal(out) && !is_set("CI") && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

// The host is part of such addresses, so that a terminal can tell a file of another machine.
std::string link_root() {
  char host[256] = {};
  if (::gethostname(host, sizeof host - 1) != 0) host[0] = '\0';
  std::error_code ignored;
  return "file://" + percent_encoded(host) +
         percent_encoded(std::filesystem::current_path(ignored).string()) + "/";
}

// COLUMNS, where somebody exports it.
std::size_t columns_of_environment() {
  const char* value = std::getenv("COLUMNS");
  std::size_t columns = 0;
  if (value != nullptr) std::from_chars(value, value + std::strlen(value), columns);
  return columns;
}

std::size_t width_of(const GateOptions& gate, const std::ostream& out) {
  winsize size{};
  std::size_t width = gate.width;
  if (width == 0 && is_terminal(out) && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    width = size.ws_col;
  }
  if (width == 0) width = columns_of_environment();
  return width == 0 ? kUsualWidth : std::clamp(width, kLeastWidth, kMostWidth);
}

}  // namespace

ExitCode print_errors(const std::vector<Error>& errors, std::ostream& err) {
  for (const Error& error : errors) err << not_a_command(terminal_safe(to_string(error))) << "\n";
  return ExitCode::failed;
}

bool told_left_out(const Results& results, std::ostream& out, std::ostream& err) {
  if (results.sources.left_out.empty()) return false;
  out.flush();
  print_errors(results.sources.left_out, err);
  return true;
}

TextOptions text_options(const Options& options, const std::ostream& out) {
  const GateOptions& gate = options.gate;
  TextOptions text;
  text.colour = wants_colour(options.colour, out) && !gate.plain;
  text.width = gate.plain ? kUsualWidth : width_of(gate, out);
  text.detail = options.detail;
  text.most_findings = gate.most_findings.value_or(kMostFindings);
  text.plain = gate.plain;
  text.show_accepted = gate.show_accepted;
  if (wants_links(gate, out)) text.link_root = link_root();
  std::error_code ignored;
  text.directory = std::filesystem::current_path(ignored).string();
  text.root = repository_root(text.directory);
  return text;
}

std::string repository_root(const std::string& directory) {
  std::error_code ignored;
  for (std::filesystem::path at = directory;; at = at.parent_path()) {
    if (std::filesystem::exists(at / ".git", ignored)) return at.string();
    if (!at.has_relative_path()) return directory;
  }
}

}  // namespace doccord
