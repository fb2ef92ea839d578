#include "load/config_keys.h"

#include <fmt/format.h>
#include <array>

#include "load/source.h"

namespace doccord {
namespace {

constexpr ConfigKey kTopKeys[] = {
#define CONFIG_TOP(member, name, type, description) {name, ConfigType::type, description},
#include "load/config_keys.def"
};
constexpr ConfigKey kSourceKeys[] = {
#define CONFIG_SOURCE(member, name, type, description) {name, ConfigType::type, description},
#include "load/config_keys.def"
};
constexpr ConfigKey kSelectKeys[] = {
#define CONFIG_SELECT(member, name, type, description) {name, ConfigType::type, description},
#include "load/config_keys.def"
};
constexpr ConfigKey kKeyKeys[] = {
#define CONFIG_KEY(member, name, type, description) {name, ConfigType::type, description},
#include "load/config_keys.def"
};
constexpr ConfigKey kOverrideKeys[] = {
#define CONFIG_OVERRIDE(member, name, type, description) {name, ConfigType::type, description},
#include "load/config_keys.def"
};

// In the order of ConfigType.
constexpr std::array<std::string_view, 24> kDescribed{
    "text",
    "true or false",
    "list of texts",
    "path",
    "list of paths",
    "name or path",
    "text",
    "date",
    "",  // The formats there are.
    "name of a layout",
    "regular expression",
    "regular expression",
    "XPath",
    "XPath",
    "list of XPath",
    "list of keys",
    "list of keys or XPath",
    "object from key to list of texts",
    "`error`, `warning`, `note`, `never`",
    "object from rule to `off`, `note`, `warning`, `error`",
    "list of objects",
    "list of objects",
    "object",
    "object"};
static_assert(kDescribed.size() == static_cast<std::size_t>(ConfigType::key) + 1);

}  // namespace

std::string described(ConfigType type) {
  if (type == ConfigType::format) return fmt::format("`{}`", fmt::join(format_names(), "`, `"));
  return std::string(kDescribed[static_cast<std::size_t>(type)]);
}

std::span<const ConfigKey> config_keys(ConfigObject object) {
  switch (object) {
    case ConfigObject::top:
      return kTopKeys;
    case ConfigObject::source:
      return kSourceKeys;
    case ConfigObject::select:
      return kSelectKeys;
    case ConfigObject::key:
      return kKeyKeys;
    case ConfigObject::override_:
      return kOverrideKeys;
  }
  return {};
}

std::string_view config_prefix(ConfigObject object) {
  switch (object) {
    case ConfigObject::top:
      return "";
    case ConfigObject::source:
      return "sources[].";
    case ConfigObject::select:
      return "sources[].select.";
    case ConfigObject::key:
      return "sources[].key.";
    case ConfigObject::override_:
      return "overrides[].";
  }
  return "";
}

std::string config_documentation() {
  std::string out = "| key | is | says |\n|---|---|---|\n";
  for (const ConfigObject object : kConfigObjects) {
    for (const ConfigKey& key : config_keys(object)) {
      out += fmt::format("| `{}{}` | {} | {} |\n", config_prefix(object), key.name,
                         described(key.type), key.description);
    }
  }
  return out;
}

}  // namespace doccord
