#include "text/workflow.h"

#include <string_view>

namespace doccord {

std::string not_a_command(std::string line) {
  const std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string::npos) return line;
  const std::string_view rest = std::string_view(line).substr(at);
  if (rest.starts_with("::")) return line.replace(at, 1, "\\x3a");
  if (rest.starts_with("##[")) return line.replace(at, 1, "\\x23");
  return line;
}

std::string path_in_line(std::string path) {
  for (std::size_t at = 0; (at = path.find("::", at)) != std::string::npos;) {
    path.replace(at, 1, "\\x3a");
  }
  return path;
}

}  // namespace doccord
