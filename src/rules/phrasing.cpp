#include "rules/phrasing.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kLongestQuote = 80;   // Code points.
constexpr std::size_t kMostInSentence = 8;  // Keys or sources; further ones are counted.
constexpr std::size_t kEnds = 36;           // What stays at either end of a longer one.

// So many items as `name_of` calls them: the first ones, and how many more there are.
template <class NameOf>
std::string listed_first(std::size_t count, std::string_view noun, NameOf name_of) {
  const std::size_t shown = count > kMostInSentence + 1 ? kMostInSentence : count;
  std::vector<std::string> items;
  for (std::size_t i = 0; i < shown; ++i) items.push_back(quoted(name_of(i)));
  if (shown < count) items.push_back(counted(count - shown, fmt::format("more {}", noun)));
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
  return listed_first(sources.size(), "source", [&](std::size_t i) -> std::string_view {
    return registry.sources[sources[i]].id;
  });
}

std::string listed_keys(const std::vector<std::string>& keys) {
  return listed_first(keys.size(), "key",
                      [&](std::size_t i) -> std::string_view { return keys[i]; });
}

std::string_view verb(std::size_t subjects, std::string_view one, std::string_view several) {
  return subjects == 1 ? one : several;
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace doccord
