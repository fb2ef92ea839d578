#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "load/settings.h"

namespace doccord {

struct ConfigMember;

// One value of a configuration, with the place where it begins. Configurations are small and their
// mistakes many, so every value keeps its place.
struct ConfigValue {
  enum class Kind { null, flag, number, text, list, object };

  Kind kind = Kind::null;
  bool flag = false;
  std::string text;                   // Of a text; of a number as it is to be printed.
  std::vector<ConfigValue> items;     // Of a list.
  std::vector<ConfigMember> members;  // Of an object, in the order of the file.
  ConfigPlace place;

  // The member of that name; null when there is none.
  const ConfigValue* find(std::string_view name) const;
  ConfigValue* find(std::string_view name);
};

struct ConfigMember {
  std::string name;
  ConfigPlace place;  // Of the name.
  ConfigValue value;
};

// "an object", "a list"; for messages.
std::string_view described(ConfigValue::Kind kind);

Error config_error(const ConfigPlace& place, std::string message);

// Reads JSON with // and /* */ comments. A name that stands twice in one object is an error, as is
// nesting beyond what any configuration needs.
Result<ConfigValue> parse_config_tree(const std::string& path, const std::string& text);

}  // namespace doccord
