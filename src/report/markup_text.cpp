#include "report/markup_text.h"

#include "text/escape.h"
#include "text/terminal.h"

namespace doccord {

std::string markup_text(std::string_view text) {
  std::string out = escape_html(terminal_safe(text));
  // Where a report goes to a log, GitHub's runner would obey it (text/workflow.h).
  for (std::size_t at = 0; (at = out.find("##[", at)) != std::string::npos;) {
    out.replace(at + 1, 1, "&#35;");
  }
  return out;
}

}  // namespace doccord
