#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace doccord {

// What the value of a key in doccord.json may be.
enum class ConfigType {
  text,
  flag,
  texts,
  path,
  paths,
  profile,  // A name, or a path.
  id,
  date,
  format,         // One of format_names().
  shape,          // One of ConfigNames::shapes.
  pattern,        // RE2.
  entry_pattern,  // RE2 with a group `key`.
  nodes,          // XPath that gives nodes.
  xpath,
  xpaths,
  keys,       // A list of keys and patterns of them (scope.h).
  excluded,   // A list of the same, or XPath.
  aliases,    // An object from key to a list of texts.
  fail_on,    // error, warning, note, never.
  levels,     // An object from rule to off, note, warning, error.
  sources,    // A list of ConfigObject::source.
  overrides,  // A list of ConfigObject::override.
  select,     // ConfigObject::select.
  key,        // ConfigObject::key.
};

// For documentation: "text", "list of paths".
std::string described(ConfigType type);

// The kinds of object in a configuration.
enum class ConfigObject { top, source, select, key, override_ };

struct ConfigKey {
  std::string_view name;
  ConfigType type;
  std::string_view description;  // Markdown, for the schema and the README.
};

// What may stand in such an object (config_keys.def).
std::span<const ConfigKey> config_keys(ConfigObject object);

// Every kind, the configuration itself first, and how documentation names where it stands:
// "sources[].".
inline constexpr std::array kConfigObjects{ConfigObject::top, ConfigObject::source,
                                           ConfigObject::select, ConfigObject::key,
                                           ConfigObject::override_};
std::string_view config_prefix(ConfigObject object);

// All of it as tables in Markdown; the README holds this text.
std::string config_documentation();

}  // namespace doccord
