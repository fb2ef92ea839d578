#include "reconcile/name_prefix.h"

#include <cstddef>
#include <map>

#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestEntries = 3;  // Fewer share a beginning by chance.
constexpr double kNearlyAll = 0.9;         // A stray name must not bring the prefix back.

bool is_constant(std::string_view name) {
  return name.find(' ') == std::string_view::npos && !name.empty() &&
         is_letter(code_point_at(name, 0).value);
}

// Whether a word of the name ends before byte `at`: after `_`, `.` or `-`, or between camel humps.
bool is_word_end(std::string_view name, std::size_t at) {
  const char before = name[at - 1];
  if (before == '_' || before == '.' || before == '-' || before == ':') return true;
  return is_lower(static_cast<unsigned char>(before)) &&
         is_upper(static_cast<unsigned char>(name[at]));
}

}  // namespace

std::string shared_name_prefix(const std::vector<Entry>& entries) {
  std::map<std::string, std::size_t, std::less<>> users;  // Prefix to entries with such a name.
  for (const Entry& entry : entries) {
    std::map<std::string, bool, std::less<>> seen;
    for (const std::string& name : entry.names) {
      if (!is_constant(name)) continue;
      for (std::size_t at = 1; at < name.size(); ++at) {
        if (is_word_end(name, at)) seen.emplace(name.substr(0, at), true);
      }
    }
    for (const auto& [prefix, unused] : seen) ++users[prefix];
  }
  std::string best;
  for (const auto& [prefix, count] : users) {
    const bool shared =
        count >= kFewestEntries &&
        static_cast<double>(count) >= kNearlyAll * static_cast<double>(entries.size());
    if (shared && prefix.size() > best.size()) best = prefix;
  }
  return best;
}

std::string without_prefix(std::string_view name, std::string_view prefix) {
  if (name.size() > prefix.size() && name.starts_with(prefix)) name.remove_prefix(prefix.size());
  return std::string(name);
}

}  // namespace doccord
