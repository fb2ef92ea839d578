#include "extract/directive.h"

#include <cstddef>

#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {

std::optional<Directive> read_directive(std::string_view line) {
  if (!line.starts_with(".. ")) return std::nullopt;
  line = trim_left(line.substr(3));
  const std::size_t end = line.find("::");
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  for (const char c : line.substr(0, end)) {
    const bool alnum = kAsciiAlnum[static_cast<unsigned char>(c)];
    if (!alnum && c != '-' && c != '_' && c != '.' && c != ':' && c != '+') return std::nullopt;
  }
  const std::string_view behind = line.substr(end + 2);
  if (!behind.empty() && space_size(behind, 0) == 0) return std::nullopt;
  Directive directive{{}, line.substr(0, end), trim(behind)};
  const std::size_t colon = directive.name.rfind(':');
  if (colon != std::string_view::npos) {
    directive.domain = directive.name.substr(0, colon);
    directive.name.remove_prefix(colon + 1);
  }
  return directive;
}

}  // namespace doccord
