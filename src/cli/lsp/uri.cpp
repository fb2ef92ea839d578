#include "cli/lsp/uri.h"

#include <charconv>

#include "text/percent.h"

namespace doccord::lsp {
namespace {

constexpr std::string_view kScheme = "file://";

// The byte of the escape that `text` begins with.
std::optional<char> escaped_byte(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return std::nullopt;
  unsigned value = 0;
  const char* const end = text.data() + 3;
  if (std::from_chars(text.data() + 1, end, value, 16).ptr != end) return std::nullopt;
  return static_cast<char>(value);
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  if (!uri.starts_with(kScheme)) return std::nullopt;
  uri.remove_prefix(kScheme.size());
  uri = uri.substr(0, uri.find_first_of("?#"));
  const std::size_t slash = uri.find('/');  // Behind the name of a host, which is this one.
  if (slash == std::string_view::npos) return std::nullopt;
  std::string path;
  for (std::size_t i = slash; i < uri.size(); ++i) {
    const auto byte = escaped_byte(uri.substr(i));
    path += byte.value_or(uri[i]);
    if (byte) i += 2;
  }
  return path;
}

std::string uri_of_path(std::string_view path) {
  return std::string(kScheme) + percent_encoded(path);
}

}  // namespace doccord::lsp
