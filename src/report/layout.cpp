#include "report/layout.h"

#include <algorithm>

#include "text/terminal.h"
#include "text/utf8.h"
#include "text/workflow.h"

namespace doccord {

std::string cut(std::string_view text, std::size_t width) {
  const std::string safe = terminal_safe(text);
  if (display_width(safe) <= width) return safe;
  if (width == 0) return "…";
  std::size_t used = std::min(printable_ascii_size(safe), width - 1);
  std::string out = safe.substr(0, used);
  for (std::size_t i = used; i < safe.size();) {
    const std::size_t size = code_point_at(safe, i).size;
    const std::string_view point = std::string_view(safe).substr(i, size);
    used += display_width(point);
    if (used + 1 > width) break;
    out += point;
    i += size;
  }
  return out + "…";
}

std::string cell(std::string_view text, std::size_t width) {
  std::string out = cut(text, width);
  out.append(width - std::min(width, display_width(out)), ' ');
  return out;
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  const std::string safe = terminal_safe(text);
  const std::string margin(indent, ' ');
  std::string out;
  std::string line;
  std::size_t used = 0;
  for (std::size_t i = 0; i < safe.size();) {
    const std::size_t end = std::min(safe.find(' ', i), safe.size());
    const std::string_view word = std::string_view(safe).substr(i, end - i);
    const std::size_t cells = display_width(word);
    if (!line.empty() && used + 1 + cells + indent > width) {
      out += margin + not_a_command(line) + "\n";
      line.clear();
      used = 0;
    }
    if (!line.empty()) line += ' ';
    used += cells + (line.empty() ? 0 : 1);
    line += word;
    i = end + 1;
  }
  if (!line.empty()) out += margin + not_a_command(line) + "\n";
  return out;
}

}  // namespace doccord
