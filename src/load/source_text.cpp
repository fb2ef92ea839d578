#include <fmt/format.h>

#include "load/load.h"
#include "text/line_index.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Error error_at(const Source& source, std::size_t offset, std::string message) {
  // What is before the offset is valid, so that its line and column can be told.
  const std::string_view before = std::string_view(source.text).substr(0, offset);
  const Position position = LineIndex(before).position(offset);
  return {source.path, position.line, position.column, std::move(message)};
}

}  // namespace

Result<Source> source_from_bytes(Source source, std::string bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return tl::unexpected(Error{source.path, 1, 1, "is encoded in UTF-16; only UTF-8 is read"});
  }
  source.byte_order_mark = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  source.text = bytes.substr(source.byte_order_mark);
  if (const auto bad = find_invalid_utf8(source.text)) {
    const auto byte = static_cast<unsigned char>(source.text[*bad]);
    return tl::unexpected(error_at(
        source, *bad, fmt::format("is not UTF-8: byte 0x{:02X} is not part of a character", byte)));
  }
  if (const std::size_t nul = source.text.find('\0'); nul != std::string::npos) {
    return tl::unexpected(error_at(source, nul, "holds a NUL byte; only text is read"));
  }
  if (is_blank(source.text)) return tl::unexpected(Error{source.path, 0, 0, "is empty"});
  return source;
}

}  // namespace doccord
