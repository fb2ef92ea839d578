#include "parse/parse_error.h"

#include "base/limits.h"
#include "text/line_index.h"
#include "text/utf8.h"

namespace doccord {

Error error_at(const Source& source, std::size_t offset, std::string message) {
  const Position position = LineIndex(source.text).position(offset);
  return Error{source.path, position.line, position.column, std::move(message)};
}

std::string limit_message(std::string_view what, std::size_t size, std::string_view unit,
                          std::size_t limit, std::string_view name) {
  std::string message(what);
  message += " of " + std::to_string(size) + " ";
  message += unit;
  return message + " exceeds the limit of " + std::to_string(limit) + how_to_raise(name);
}

std::string limit_message(std::string_view what, std::size_t limit, std::string_view unit,
                          std::string_view name) {
  std::string message(what);
  message += " exceeds the limit of " + std::to_string(limit) + " ";
  message += unit;
  return message + how_to_raise(name);
}

std::optional<Error> find_unreadable(const Source& source) {
  const std::string& text = source.text;
  if (text.size() > limits().bytes) {
    return Error{source.path, 0, 0,
                 limit_message("document", text.size(), "bytes", limits().bytes, "bytes")};
  }
  const std::size_t nul = text.find('\0');
  const std::size_t invalid = find_invalid_utf8(text).value_or(std::string::npos);
  if (nul < invalid) return error_at(source, nul, "NUL byte, expected text");
  if (invalid == std::string::npos) return std::nullopt;
  return error_at(source, invalid, "invalid UTF-8");
}

}  // namespace doccord
