#include "rules/phrasing.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kLongestQuote = 80;  // Code points.
constexpr std::size_t kMostKeys = 8;       // Further ones are counted.
constexpr std::size_t kEnds = 36;          // What stays at either end of a longer one.

}  // namespace

std::string quoted(std::string_view text) {
  if (count_code_points(text) <= kLongestQuote) return fmt::format("`{}`", text);
  const std::u32string points = to_code_points(text);
  return fmt::format("`{} … {}`", to_utf8(std::u32string_view(points).substr(0, kEnds)),
                     to_utf8(std::u32string_view(points).substr(points.size() - kEnds)));
}

std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? " and " : ", ";
    out += items[i];
  }
  return out;
}

std::string listed_sources(const Registry& registry, const std::vector<std::size_t>& sources) {
  std::vector<std::string> ids;
  for (const std::size_t source : sources) ids.push_back(quoted(registry.sources[source].id));
  return listed(ids);
}

std::string listed_keys(const std::vector<std::string>& keys) {
  const std::size_t shown = keys.size() > kMostKeys ? kMostKeys : keys.size();
  std::vector<std::string> items;
  for (std::size_t i = 0; i < shown; ++i) items.push_back(quoted(keys[i]));
  if (shown < keys.size()) items.push_back(counted(keys.size() - shown, "more key"));
  return listed(items);
}

std::string_view verb(std::size_t subjects, std::string_view one, std::string_view several) {
  return subjects == 1 ? one : several;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace doccord
