#include "load/settings.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "load/scope.h"
#include "text/utf8.h"

namespace doccord {
namespace {

constexpr std::array<std::string_view, 4> kLevels{"off", "note", "warning", "error"};

bool fits(const RuleOverride& given, const SettingsSubject& subject) {
  const auto among = [&](const std::string& id) {
    return std::find(subject.sources.begin(), subject.sources.end(), id) != subject.sources.end();
  };
  return (given.sources.empty() ||
          std::any_of(given.sources.begin(), given.sources.end(), among)) &&
         std::all_of(subject.keys.begin(), subject.keys.end(),
                     [&](std::string_view key) { return in_scope(key, given.keys); });
}

void apply(const std::vector<RuleSetting>& rules, const SettingsSubject& subject,
           std::optional<LevelSetting>& level) {
  for (const RuleSetting& rule : rules) {
    const bool same = fold_case(rule.rule) == fold_case(subject.code) || rule.rule == subject.name;
    if (same) level = rule.level;
  }
}

template <class T>
void append(std::vector<T>& to, std::vector<T> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::optional<LevelSetting> level_setting_from_string(std::string_view name) {
  const auto found = std::find(kLevels.begin(), kLevels.end(), name);
  if (found == kLevels.end()) return std::nullopt;
  return static_cast<LevelSetting>(found - kLevels.begin());
}

std::string_view to_string(LevelSetting level) { return kLevels[static_cast<std::size_t>(level)]; }

void Settings::add(Settings further) {
  if (further.fail_on) fail_on = further.fail_on;
  append(rules, std::move(further.rules));
  append(overrides, std::move(further.overrides));
  if (further.profile.empty()) return;
  profile = std::move(further.profile);
  profile_place = std::move(further.profile_place);
  profile_text = std::move(further.profile_text);
}

bool is_profile_path(std::string_view profile) {
  return profile.find('/') != std::string_view::npos || profile.ends_with(".json");
}

std::optional<LevelSetting> level_for(const Settings& settings, const SettingsSubject& subject) {
  std::optional<LevelSetting> level;
  apply(settings.rules, subject, level);
  for (const RuleOverride& given : settings.overrides) {
    if (fits(given, subject)) apply(given.rules, subject, level);
  }
  return level;
}

}  // namespace doccord
