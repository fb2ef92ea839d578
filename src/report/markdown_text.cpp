#include "report/markdown_text.h"

#include <fmt/format.h>

#include "text/terminal.h"

namespace doccord {
namespace {

// Characters that mean nothing in Markdown or HTML; the others become numeric references, which are
// text wherever they stand.
bool is_plain(char c) {
  constexpr std::string_view kPlain = " ,;'\"/()%?";
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || static_cast<unsigned char>(c) >= 0x80 ||
         kPlain.find(c) != std::string_view::npos;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string out;
  char before = ' ';
  for (const char c : terminal_safe(text)) {
    // "www." begins a link in GitHub's dialect, and "1." a list.
    const bool harmless_point =
        c == '.' && before != 'w' && before != 'W' && !(before >= '0' && before <= '9');
    if (is_plain(c) || harmless_point) {
      out += c;
    } else {
      out += fmt::format("&#{};", static_cast<int>(c));
    }
    before = c;
  }
  return out;
}

std::string markdown_message(std::string_view message) {
  std::string out;
  bool inside = false;
  for (;;) {
    const std::size_t mark = message.find('`');
    const bool closed = mark != std::string_view::npos;
    const std::string text = markdown_text(message.substr(0, mark));
    out += inside && closed ? "<code>" + text + "</code>" : text;
    if (!closed) return out;
    message.remove_prefix(mark + 1);
    inside = !inside;
  }
}

}  // namespace doccord
