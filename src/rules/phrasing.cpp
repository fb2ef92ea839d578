#include "rules/phrasing.h"

#include <fmt/format.h>

#include <utility>

#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kLongestQuote = 80;  // Code points.
constexpr std::size_t kMostListed = 8;     // Keys or sources; further ones are counted.
constexpr std::size_t kEnds = 36;          // What stays at either end of a longer one.

// The first ones, and how many more there are.
std::string listed_first(std::vector<std::string> items, std::string_view noun) {
  if (items.size() > kMostListed + 1) {
    const std::size_t further = items.size() - kMostListed;
    items.resize(kMostListed);
    items.push_back(counted(further, fmt::format("more {}", noun)));
  }
  return listed(items);
}

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
  return listed_first(std::move(ids), "source");
}

std::string listed_keys(const std::vector<std::string>& keys) {
  std::vector<std::string> items;
  for (const std::string& key : keys) items.push_back(quoted(key));
  return listed_first(std::move(items), "key");
}

std::string_view verb(std::size_t subjects, std::string_view one, std::string_view several) {
  return subjects == 1 ? one : several;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace doccord
