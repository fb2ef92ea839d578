#include "rules/levels.h"

#include <optional>
#include <string_view>

namespace doccord {
namespace {

std::optional<LevelSetting> setting_for(const Discrepancy& discrepancy, const Settings& settings,
                                        const Registry& registry) {
  SettingsSubject subject{discrepancy.code, discrepancy.name, {}, {}};
  for (const std::size_t source : discrepancy.sources)
    subject.sources.push_back(registry.sources[source].id);
  for (const std::string& key : discrepancy.keys) subject.keys.push_back(key);
  return level_for(settings, subject);
}

Level level_of(LevelSetting setting) {
  switch (setting) {
    case LevelSetting::off:
    case LevelSetting::note:
      return Level::note;
    case LevelSetting::warning:
      return Level::warning;
    case LevelSetting::error:
      return Level::error;
  }
  return Level::warning;
}

}  // namespace

void apply_levels(std::vector<Discrepancy>& discrepancies, const Settings& settings,
                  const Registry& registry) {
  if (settings.rules.empty() && settings.overrides.empty()) return;
  std::erase_if(discrepancies, [&](const Discrepancy& discrepancy) {
    return setting_for(discrepancy, settings, registry) == LevelSetting::off;
  });
  for (Discrepancy& discrepancy : discrepancies) {
    if (const auto setting = setting_for(discrepancy, settings, registry)) {
      discrepancy.level = level_of(*setting);
    }
  }
}

bool reaches(Level level, LevelSetting fail_on) {
  return fail_on != LevelSetting::off && level >= level_of(fail_on);
}

}  // namespace doccord
