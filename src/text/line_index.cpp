#include "text/line_index.h"

#include <algorithm>
#include <cassert>

#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kStep = 1024;

}  // namespace

LineIndex::LineIndex(std::string_view text, const std::vector<std::size_t>& file_starts)
    : text_(text) {
  starts_.push_back(0);
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    starts_.push_back(i + 1);
  }
  for (const std::size_t start : file_starts) first_lines_.push_back(line_at(start));
  if (!has_long_line()) return;
  code_points_.push_back(0);
  for (std::size_t i = 0; i + kStep <= text.size(); i += kStep) {
    code_points_.push_back(code_points_.back() + count_code_points(text.substr(i, kStep)));
  }
}

// Only in such a line is a column looked up rather than counted.
bool LineIndex::has_long_line() const {
  for (std::size_t line = 1; line <= starts_.size(); ++line) {
    const std::size_t end = line < starts_.size() ? starts_[line] : text_.size();
    if (end - starts_[line - 1] >= kStep) return true;
  }
  return false;
}

// A code point is counted where its first byte stands.
std::size_t LineIndex::code_points_before(std::size_t offset) const {
  const std::size_t step = offset / kStep;
  return code_points_[step] + count_code_points(text_.substr(step * kStep, offset % kStep));
}

std::size_t LineIndex::line_at(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::size_t>(after - starts_.begin());
}

Position LineIndex::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t line = line_at(offset);
  const std::size_t start = starts_[line - 1];
  const auto file = std::upper_bound(first_lines_.begin(), first_lines_.end(), line);
  const std::size_t before = file == first_lines_.begin() ? 0 : *(file - 1) - 1;
  const std::size_t column = offset - start < kStep
                                 ? count_code_points(text_.substr(start, offset - start))
                                 : code_points_before(offset) - code_points_before(start);
  return {line - before, column + 1};
}

Span LineIndex::line_span_at(std::size_t offset) const {
  return line_span(line_at(std::min(offset, text_.size())));
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

std::string_view line_from(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

}  // namespace doccord
