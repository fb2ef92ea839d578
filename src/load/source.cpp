#include "load/source.h"

#include "text/digest.h"

#include <algorithm>
#include <array>
#include <utility>

namespace doccord {
namespace {

constexpr std::array<std::pair<Format, std::string_view>, 8> kNames{{{Format::html, "html"},
                                                                     {Format::markdown, "markdown"},
                                                                     {Format::text, "text"},
                                                                     {Format::xml, "xml"},
                                                                     {Format::csv, "csv"},
                                                                     {Format::json, "json"},
                                                                     {Format::yaml, "yaml"},
                                                                     {Format::source, "source"}}};

}  // namespace

std::string_view to_string(Format format) {
  for (const auto& [value, name] : kNames) {
    if (value == format) return name;
  }
  return "";
}

std::optional<Format> format_from_string(std::string_view name) {
  for (const auto& [value, known] : kNames) {
    if (known == name) return value;
  }
  return std::nullopt;
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const auto& [value, name] : kNames) names.push_back(name);
  return names;
}

bool ExtractionHints::empty() const {
  return shape.empty() && pattern.empty() && key_pattern.empty() && key_prefix.empty() &&
         select.entry.empty() && exclude.empty();
}

FilePart file_at(const Source& source, std::size_t offset) {
  if (source.files.empty()) return {source.path, {0, source.text.size()}, source.byte_order_mark};
  auto next = std::upper_bound(
      source.files.begin() + 1, source.files.end(), offset,
      [](std::size_t wanted, const SourceFile& file) { return wanted < file.begin; });
  const SourceFile& file = *(next - 1);
  const std::size_t end = next == source.files.end() ? source.text.size() : next->begin;
  return {file.path, {file.begin, end}, file.byte_order_mark};
}

std::vector<std::size_t> later_file_starts(const Source& source) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 1; i < source.files.size(); ++i) starts.push_back(source.files[i].begin);
  return starts;
}

std::string checksum(const Source& source) {
  return digest(source.byte_order_mark == 0 ? source.text : "\xEF\xBB\xBF" + source.text);
}

std::size_t size_on_disk(const Source& source) {
  std::size_t size = source.text.size() + source.byte_order_mark;
  for (const SourceFile& file : source.files) size += file.byte_order_mark;
  return size;
}

}  // namespace doccord
