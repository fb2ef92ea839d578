#include "text/line_index.h"

#include <algorithm>
#include <cassert>

#include "text/utf8.h"

namespace doccord {

LineIndex::LineIndex(std::string_view text) : text_(text) {
  starts_.push_back(0);
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts_.push_back(i + 1);
  }
}

Position LineIndex::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - starts_.begin());
  const std::size_t start = starts_[line - 1];
  return {line, count_code_points(text_.substr(start, offset - start)) + 1};
}

Span LineIndex::line_span(std::size_t line) const {
  assert(line >= 1 && line <= starts_.size());
  std::size_t end = line < starts_.size() ? starts_[line] - 1 : text_.size();
  if (end > starts_[line - 1] && text_[end - 1] == '\r') --end;
  return {starts_[line - 1], end};
}

std::string_view LineIndex::line(std::size_t line) const {
  const Span span = line_span(line);
  return text_.substr(span.begin, span.size());
}

}  // namespace doccord
