#include "load/source.h"

#include <array>
#include <utility>

namespace doccord {
namespace {

constexpr std::array<std::pair<Format, std::string_view>, 7> kNames{{{Format::html, "html"},
                                                                     {Format::markdown, "markdown"},
                                                                     {Format::text, "text"},
                                                                     {Format::xml, "xml"},
                                                                     {Format::csv, "csv"},
                                                                     {Format::json, "json"},
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

}  // namespace doccord
