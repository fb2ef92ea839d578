#include "cli/lsp/editor_lines.h"

#include <algorithm>

namespace doccord::lsp {
namespace {

// Small enough to be counted through at once, large enough to cost little for each text.
constexpr std::size_t kStep = 1024;

// A character is counted where its first byte stands; those of four bytes are a surrogate pair.
std::size_t units_of(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  if ((value & 0xC0) == 0x80) return 0;
  return value >= 0xF0 ? 2 : 1;
}

std::size_t count_units(std::string_view text) {
  std::size_t units = 0;
  for (const char byte : text) units += units_of(byte);
  return units;
}

}  // namespace

EditorLines::EditorLines(std::string_view text) : text_(text) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool carriage_return = text[i] == '\r' && !text.substr(i + 1).starts_with('\n');
    if (text[i] == '\n' || carriage_return) starts_.push_back(i + 1);
  }
  units_.push_back(0);
  for (std::size_t i = 0; i + kStep <= text.size(); i += kStep) {
    units_.push_back(units_.back() + count_units(text.substr(i, kStep)));
  }
}

std::size_t EditorLines::units_before(std::size_t offset) const {
  const std::size_t step = offset / kStep;
  return units_[step] + count_units(text_.substr(step * kStep, offset % kStep));
}

EditorPosition EditorLines::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::size_t>(after - starts_.begin()) - 1;
  return {line, units_before(offset) - units_before(starts_[line])};
}

Span EditorLines::line_span(std::size_t line) const {
  const std::size_t begin = starts_[line];
  if (line + 1 == starts_.size()) return {begin, text_.size()};
  std::size_t end = starts_[line + 1] - 1;
  if (end > begin && text_[end] == '\n' && text_[end - 1] == '\r') --end;
  return {begin, end};
}

std::size_t EditorLines::offset(EditorPosition position) const {
  if (position.line >= starts_.size()) return text_.size();
  const Span line = line_span(position.line);
  const std::size_t most = line.size();  // A line has no more units than bytes.
  const std::size_t wanted = units_before(line.begin) + std::min(position.character, most);
  const auto after = std::upper_bound(units_.begin(), units_.end(), wanted);
  const auto step = static_cast<std::size_t>(after - units_.begin()) - 1;
  std::size_t at = std::clamp(step * kStep, line.begin, line.end);
  for (std::size_t units = units_before(at); at < line.end; ++at) {
    units += units_of(text_[at]);
    if (units > wanted) break;
  }
  return at;
}

}  // namespace doccord::lsp
