#include "mend/written_char.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <utility>

#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

// The names that documents use for characters of running text; a phrase with any other one does
// not count as plain.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kNames = {
    {{"amp", "&"},
     {"lt", "<"},
     {"gt", ">"},
     {"quot", "\""},
     {"apos", "'"},
     {"nbsp", " "},
     {"lsquo", "\u2018"},
     {"rsquo", "\u2019"},
     {"ldquo", "\u201C"},
     {"rdquo", "\u201D"},
     {"ndash", "\u2013"},
     {"mdash", "\u2014"},
     {"hellip", "\u2026"},
     {"copy", "\u00A9"}}};

bool is_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_letter(static_cast<unsigned char>(c)) &&
         !is_digit(static_cast<unsigned char>(c));
}

// `&amp;`, `&#38;`, `&#x26;`.
std::size_t reference_size(std::string_view rest, std::string_view c) {
  constexpr std::size_t kLongest = 12;
  const std::size_t end = rest.substr(0, kLongest).find(';');
  if (!rest.starts_with('&') || end == std::string_view::npos) return 0;
  std::string_view name = rest.substr(1, end - 1);
  if (name.starts_with('#')) {
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
    if (hexadecimal) name.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [last, failed] =
        std::from_chars(name.data(), name.data() + name.size(), value, hexadecimal ? 16 : 10);
    const bool whole = failed == std::errc() && last == name.data() + name.size();
    std::string written;
    if (whole && value > 0 && value < 0x110000) append_utf8(written, value);
    return written == c ? end + 1 : 0;
  }
  const auto known = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const auto& pair) { return pair.first == name; });
  return known != kNames.end() && known->second == c ? end + 1 : 0;
}

// One blank or line end, in whatever way it is written.
std::size_t one_space(std::string_view text, std::size_t at, Format format) {
  if (const std::size_t size = space_size(text, at)) return size;
  const std::string_view rest = text.substr(at);
  if (format == Format::html || format == Format::markdown || format == Format::xml) {
    const std::size_t no_break = reference_size(rest, "\u00A0");
    return no_break > 0 ? no_break : reference_size(rest, " ");
  }
  const bool escapes = format == Format::json || format == Format::yaml;
  return escapes && (rest.starts_with("\\n") || rest.starts_with("\\t")) ? 2 : 0;
}

}  // namespace

std::size_t written_size(std::string_view text, std::size_t at, std::string_view c, Format format) {
  if (at >= text.size()) return 0;
  if (c == " ") {
    std::size_t end = at;
    while (end < text.size()) {
      const std::size_t size = one_space(text, end, format);
      if (size == 0) break;
      end += size;
    }
    return end - at;
  }
  const std::string_view rest = text.substr(at);
  const bool escaped = rest.size() > 1 && rest[0] == '\\' && rest.substr(1, 1) == c;
  switch (format) {
    case Format::html:
    case Format::xml:
      if (const std::size_t size = reference_size(rest, c)) return size;
      break;
    case Format::markdown:
      if (escaped && is_punctuation(c[0])) return 2;
      if (const std::size_t size = reference_size(rest, c)) return size;
      break;
    case Format::json:
      if (escaped && (c == "\"" || c == "\\" || c == "/")) return 2;
      if (c == "\\") return 0;
      break;
    case Format::yaml:  // Whatever its quotes are: none has the escapes of another.
      if (escaped && (c == "\"" || c == "\\" || c == "/")) return 2;
      if (c == "'" && rest.starts_with("''")) return 2;
      break;
    case Format::csv:
      if (c == "\"" && rest.starts_with("\"\"")) return 2;
      break;
    case Format::text:
    case Format::source:
      break;
  }
  return rest.starts_with(c) ? c.size() : 0;
}

}  // namespace doccord
