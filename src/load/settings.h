#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace doccord {

// A place in a configuration, for errors that come to light in a later step.
struct ConfigPlace {
  std::string path;
  std::size_t line = 0;
  std::size_t column = 0;
};

// The level that a configuration gives: to a rule, where `off` means that it does not run, or to
// `failOn`, where `off` means never. As names: off, note, warning, error.
enum class LevelSetting { off, note, warning, error };

std::optional<LevelSetting> level_setting_from_string(std::string_view name);
std::string_view to_string(LevelSetting level);

struct RuleSetting {
  std::string rule;  // Its code or name, as written.
  LevelSetting level = LevelSetting::warning;
};

// Rules that have another level for some sources and keys.
struct RuleOverride {
  std::vector<std::string> sources;  // Ids; empty: all.
  std::vector<std::string> keys;     // As in `scope`; empty: all.
  std::vector<RuleSetting> rules;
};

// What a configuration says beside the sources.
struct Settings {
  std::optional<LevelSetting> fail_on;  // Nothing: the configuration does not say.
  std::vector<RuleSetting> rules;       // In the order of the configuration; the last one counts.
  std::vector<RuleOverride> overrides;  // The last one that fits counts.
  std::string profile;                  // A name, or a path (is_profile_path); empty: any that fits.
  ConfigPlace profile_place;
  std::string profile_text;  // Of the file, when it is a path.

  // Adds what a further configuration says; that counts more.
  void add(Settings further);
};

// Whether a profile is given by its path rather than by its name.
bool is_profile_path(std::string_view profile);

// What a discrepancy is known by, as far as settings go.
struct SettingsSubject {
  std::string_view code;
  std::string_view name;
  std::vector<std::string_view> sources;  // Ids.
  std::vector<std::string_view> keys;
};

// The level that the settings give to a discrepancy; nothing when they do not say. An override fits
// when any of its sources takes part and all keys fall within its own.
std::optional<LevelSetting> level_for(const Settings& settings, const SettingsSubject& subject);

}  // namespace doccord
