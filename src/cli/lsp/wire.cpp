#include "cli/lsp/wire.h"

#include <charconv>
#include <utility>

#include "load/load.h"
#include "text/utf8.h"
#include "text/whitespace.h"

namespace doccord::lsp {
namespace {

// A document in JSON, where a byte may need six.
constexpr std::size_t kMostMessageBytes = 6 * kMostDocumentBytes + (std::size_t{1} << 20);
constexpr std::size_t kMostHeaderBytes = 4096;
constexpr std::size_t kPieceBytes = std::size_t{1} << 20;

tl::unexpected<Error> broken(std::string message) {
  return tl::unexpected(Error{"", 0, 0, "broken message from the editor: " + std::move(message)});
}

// One line of the header without its end; nothing at the end of the stream.
Result<std::optional<std::string>> header_line(std::istream& in) {
  std::string line;
  for (int c = in.get(); c != std::istream::traits_type::eof(); c = in.get()) {
    if (c == '\n') {
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    if (line.size() == kMostHeaderBytes) return broken("the header has no end");
    line += static_cast<char>(c);
  }
  if (!line.empty()) return broken("the header is cut off");
  return std::nullopt;
}

// The number that a line of the header gives, when it is the one that counts the bytes.
std::optional<std::string_view> length_in(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  if (fold_case(trim(line.substr(0, colon))) != "content-length") return std::nullopt;
  return trim(line.substr(colon + 1));
}

// The text grows with what comes, so that a header alone takes no memory.
Result<std::optional<std::string>> read_bytes(std::istream& in, std::size_t count) {
  std::string text;
  while (text.size() < count) {
    const std::size_t before = text.size();
    text.resize(before + std::min(kPieceBytes, count - before));
    in.read(text.data() + before, static_cast<std::streamsize>(text.size() - before));
    if (!in) return broken("it is cut off");
  }
  return text;
}

}  // namespace

Result<std::optional<std::string>> read_message(std::istream& in) {
  std::optional<std::size_t> length;
  for (bool first = true;; first = false) {
    const auto line = header_line(in);
    if (!line) return tl::unexpected(line.error());
    if (!*line) return first ? line : broken("the header is cut off");
    if ((*line)->empty()) break;
    const auto digits = find_invalid_utf8(**line) ? std::nullopt : length_in(**line);
    if (!digits) continue;
    std::size_t value = 0;
    const char* const end = digits->data() + digits->size();
    const auto read = std::from_chars(digits->data(), end, value);
    if (read.ec != std::errc() || read.ptr != end) return broken("Content-Length is no number");
    length = value;
  }
  if (!length) return broken("the header has no Content-Length");
  if (*length > kMostMessageBytes) return broken("it is larger than any document may be");
  return read_bytes(in, *length);
}

void write_message(std::ostream& out, std::string_view json) {
  out << "Content-Length: " << json.size() << "\r\n\r\n" << json << std::flush;
}

}  // namespace doccord::lsp
