#include "extract/key_hints.h"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

#include "load/scope.h"

namespace doccord {
namespace {

template <class Holds>
bool any_key(const std::vector<Proposal>& proposals, Holds holds) {
  return std::any_of(proposals.begin(), proposals.end(), [&](const Proposal& proposal) {
    return std::any_of(proposal.entries.begin(), proposal.entries.end(),
                       [&](const Entry& entry) { return holds(entry.key); });
  });
}

}  // namespace

Error hint_error(const Source& source, std::string_view hint, std::string_view what) {
  const auto place = source.hints.places.find(hint);
  const bool known = place != source.hints.places.end();
  const std::string message =
      fmt::format("`{}` {}", hint.substr(0, hint.starts_with("exclude") ? 7 : hint.size()), what);
  if (!known) return {source.path, 0, 0, message};
  return {place->second.path, place->second.line, place->second.column, message};
}

Result<KeyHints> KeyHints::of(const Source& source) {
  KeyHints hints(source);
  if (!source.hints.key_pattern.empty()) {
    auto pattern = Pattern::compile(source.hints.key_pattern);
    if (!pattern) {
      return tl::unexpected(hint_error(source, "key.pattern", pattern.error().message));
    }
    hints.pattern_ = std::move(*pattern);
  }
  for (const std::string& excluded : source.hints.exclude) {
    if (!excluded.starts_with('/')) hints.excluded_.push_back(excluded);
  }
  for (const auto& [key, aliases] : source.aliases) {
    for (const std::string& alias : aliases) hints.key_of_alias_.emplace(alias, key);
  }
  return hints;
}

void KeyHints::strip_prefix(std::string& key) const {
  const std::string& prefix = source_->hints.key_prefix;
  if (!prefix.empty() && key.size() > prefix.size() && key.starts_with(prefix)) {
    key.erase(0, prefix.size());
  }
}

void KeyHints::resolve_alias(Entry& entry) const {
  const auto found = key_of_alias_.find(entry.key);
  if (found == key_of_alias_.end()) return;
  std::erase(entry.aliases, found->second);
  entry.aliases.insert(entry.aliases.begin(), std::exchange(entry.key, found->second));
}

bool KeyHints::is_wanted(std::string_view key) const {
  if (pattern_ && !pattern_->matches(key)) return false;
  return excluded_.empty() || !in_scope(key, excluded_);
}

std::optional<Error> KeyHints::find_idle_hint(const std::vector<Proposal>& proposals) const {
  if (proposals.empty()) return std::nullopt;
  const ExtractionHints& hints = source_->hints;
  const auto idle = [&](std::string_view hint, std::string_view what) {
    return hint_error(*source_, hint, fmt::format("{} in {}", what, source_->path));
  };
  if (!hints.key_prefix.empty() &&
      !any_key(proposals, [&](const auto& key) { return key.starts_with(hints.key_prefix); })) {
    return idle("key.prefix", "stands before no key");
  }
  const auto matches = [&](std::string key) {
    strip_prefix(key);
    return pattern_->matches(key);
  };
  if (pattern_ && !any_key(proposals, matches)) return idle("key.pattern", "matches no key");
  for (std::size_t i = 0; i < hints.exclude.size(); ++i) {
    if (hints.exclude[i].starts_with('/')) continue;
    const auto excluded = [&](std::string key) {
      strip_prefix(key);
      return falls_within(key, hints.exclude[i]);
    };
    if (any_key(proposals, excluded)) continue;
    return idle("exclude." + std::to_string(i),
                fmt::format("names `{}`, which is no key", hints.exclude[i]));
  }
  return std::nullopt;
}

Result<std::vector<Proposal>> KeyHints::apply(std::vector<Proposal> proposals) const {
  if (auto error = find_idle_hint(proposals)) return tl::unexpected(std::move(*error));
  for (Proposal& proposal : proposals) {
    for (Entry& entry : proposal.entries) strip_prefix(entry.key);
    std::erase_if(proposal.entries, [&](const Entry& entry) { return !is_wanted(entry.key); });
    for (Entry& entry : proposal.entries) resolve_alias(entry);
  }
  return proposals;
}

void KeyHints::apply(std::vector<Suspect>& suspects) const {
  std::erase_if(suspects, [&](const Suspect& suspect) { return !is_wanted(suspect.key); });
}

}  // namespace doccord
