#include "text/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "text/json_text.h"

namespace doccord {

void JsonWriter::key(std::string_view name) {
  begin_item();
  append_json_string(out_, name);
  out_ += layout_ == JsonLayout::indented ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  begin_item();
  append_json_string(out_, text);
}

void JsonWriter::value(double number) { raw(nlohmann::json(number).dump()); }

void JsonWriter::value(std::size_t number) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::exchange(out_, {});
}

void JsonWriter::open(char bracket) {
  begin_item();
  out_ += bracket;
  levels_.emplace_back();
}

void JsonWriter::close(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.any && (layout_ == JsonLayout::indented || level.by_lines)) end_line();
  out_ += bracket;
}

void JsonWriter::raw(std::string_view bytes) {
  begin_item();
  out_ += bytes;
}

// What parts an item from what stands before it.
void JsonWriter::begin_item() {
  if (std::exchange(after_key_, false) || levels_.empty()) return;
  Level& level = levels_.back();
  if (std::exchange(level.any, true)) out_ += ',';
  if (layout_ == JsonLayout::indented || level.by_lines) end_line();
}

void JsonWriter::end_line() {
  out_ += '\n';
  if (layout_ == JsonLayout::indented) out_.append(2 * levels_.size(), ' ');
}

void JsonWriter::reserve_for(std::size_t sample, std::size_t count) {
  constexpr std::size_t kMost = std::size_t{64} << 20;  // The first items may be the longest.
  out_.reserve(std::min(out_.size() + sample / kSample * (count - kSample), kMost));
}

}  // namespace doccord
