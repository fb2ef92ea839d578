#include "report/markup_text.h"

#include "text/escape.h"
#include "text/terminal.h"

namespace doccord {
namespace {

// The two that Unicode calls no characters and XML refuses; the last byte tells which.
void replace_noncharacters(std::string& text) {
  for (const std::string_view bad : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = 0; (at = text.find(bad, at)) != std::string::npos;) {
      text.replace(at, bad.size(), "\xEF\xBF\xBD");
    }
  }
}

}  // namespace

std::string markup_text(std::string_view text) {
  std::string safe = terminal_safe(text);
  replace_noncharacters(safe);
  return escape_html(safe);
}

}  // namespace doccord
