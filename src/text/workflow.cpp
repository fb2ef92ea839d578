#include "text/workflow.h"

#include <algorithm>

#include "text/whitespace.h"

namespace doccord {

std::string not_a_command(std::string line) {
  for (std::size_t at = 0; (at = line.find("##[", at)) != std::string::npos;) {
    line.replace(at + 1, 1, "\\x23");
  }
  const std::string_view rest = trim_left(line);
  // Without a second mark it names no command, as our own `::: path`.
  if (rest.starts_with("::") && rest.find("::", 2) != std::string_view::npos)
    line.replace(line.size() - rest.size(), 1, "\\x3a");
  return line;
}

std::string without_commands(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += not_a_command(std::string(text.substr(0, end)));
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string path_in_line(std::string path) {
  for (std::size_t at = 0; (at = path.find("::", at)) != std::string::npos;) {
    path.replace(at, 1, "\\x3a");
  }
  return path;
}

}  // namespace doccord
