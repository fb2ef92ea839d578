#include "load/config_check.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "load/config_keys.h"
#include "load/settings.h"
#include "load/source.h"
#include "text/pattern.h"
#include "text/suggestion.h"
#include "text/utf8.h"

namespace doccord {
namespace {

using Kind = ConfigValue::Kind;
using Views = std::vector<std::string_view>;

constexpr std::array<std::string_view, 4> kFailOn{"error", "warning", "note", "never"};
constexpr std::array<std::string_view, 4> kLevels{"off", "note", "warning", "error"};
constexpr std::size_t kMostXPathBytes = 4096;

bool is_id(std::string_view text) {
  // Dots alone would be a directory.
  return text.find_first_not_of('.') != std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  std::string_view("._-").find(c) != std::string_view::npos;
         });
}

// "2018", "2018-05", "2018-05-31".
bool is_date(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == '0' ? !digit : text[i] != '-') return false;
  }
  const auto number = [&](std::size_t at) { return 10 * (text[at] - '0') + text[at + 1] - '0'; };
  if (text.size() > 4 && (number(5) < 1 || number(5) > 12)) return false;
  return text.size() < 10 || (number(8) >= 1 && number(8) <= 31);
}

class Checker {
 public:
  explicit Checker(const ConfigNames& names) : names_(names) {}

  void check_object(const ConfigValue& value, ConfigObject object) {
    if (!expect(value, Kind::object, "")) return;
    Views known;
    for (const ConfigKey& key : config_keys(object)) known.push_back(key.name);
    for (const ConfigMember& member : value.members) {
      const auto keys = config_keys(object);
      const auto key = std::find_if(keys.begin(), keys.end(), [&](const ConfigKey& each) {
        return each.name == member.name;
      });
      if (key == keys.end()) {
        add(member.place,
            fmt::format("unknown key `{}`{}", member.name, suggestion(member.name, known)));
      } else {
        check_value(member.value, key->name, key->type);
      }
    }
  }

  std::vector<Error> take() { return std::move(errors_); }

 private:
  void add(const ConfigPlace& place, std::string message) {
    errors_.push_back(config_error(place, std::move(message)));
  }

  // Whether the value is of the kind; otherwise that is an error. `name` is the value's key.
  bool expect(const ConfigValue& value, Kind kind, std::string_view name) {
    if (value.kind == kind) return true;
    const std::string what = name.empty() ? "" : fmt::format(" `{}` to be", name);
    add(value.place, fmt::format("expected{} {}", what, described(kind)));
    return false;
  }

  void check_value(const ConfigValue& value, std::string_view name, ConfigType type) {
    switch (type) {
      case ConfigType::flag:
        expect(value, Kind::flag, name);
        return;
      case ConfigType::sources:
        return each(value, name,
                    [&](const ConfigValue& item) { check_object(item, ConfigObject::source); });
      case ConfigType::overrides:
        return each(value, name,
                    [&](const ConfigValue& item) { check_object(item, ConfigObject::override_); });
      case ConfigType::select:
        return check_object(value, ConfigObject::select);
      case ConfigType::key:
        return check_object(value, ConfigObject::key);
      case ConfigType::aliases:
        return check_aliases(value, name);
      case ConfigType::levels:
        return check_levels(value, name);
      case ConfigType::texts:
      case ConfigType::paths:
      case ConfigType::keys:
      case ConfigType::xpaths:
      case ConfigType::excluded:
        return each(value, name,
                    [&](const ConfigValue& item) { check_text(item, name, item_type(type)); });
      default:
        return check_text(value, name, type);
    }
  }

  static ConfigType item_type(ConfigType list) {
    if (list == ConfigType::xpaths) return ConfigType::xpath;
    return list == ConfigType::excluded ? list : ConfigType::path;  // Not empty.
  }

  template <class Check>
  void each(const ConfigValue& value, std::string_view name, Check check) {
    if (!expect(value, Kind::list, name)) return;
    for (const ConfigValue& item : value.items) check(item);
  }

  void check_text(const ConfigValue& value, std::string_view name, ConfigType type) {
    if (!expect(value, Kind::text, name)) return;
    if (type == ConfigType::text) return;
    if (value.text.empty()) return add(value.place, fmt::format("`{}` is empty", name));
    switch (type) {
      case ConfigType::id:
        if (is_id(value.text)) return;
        return add(value.place,
                   fmt::format("the id `{}` has other characters than letters, digits, `.`, `_` "
                               "and `-`",
                               value.text));
      case ConfigType::date:
        if (is_date(value.text)) return;
        return add(value.place,
                   fmt::format("`{}` is not a date such as 1997 or 2018-05-31", value.text));
      case ConfigType::format:
        return check_name(value, "format", format_names());
      case ConfigType::shape:
        return check_name(value, "shape", {names_.shapes.begin(), names_.shapes.end()});
      case ConfigType::profile:
        if (is_profile_path(value.text)) return;
        return check_name(value, "profile", {names_.profiles.begin(), names_.profiles.end()});
      case ConfigType::fail_on:
        return check_name(value, "level", {kFailOn.begin(), kFailOn.end()});
      default:
        return check_expression(value, name, type);
    }
  }

  void check_name(const ConfigValue& value, std::string_view what, const Views& known) {
    if (known.empty() || std::find(known.begin(), known.end(), value.text) != known.end()) return;
    const std::string near = suggestion(value.text, known);
    const std::string hint =
        near.empty() ? fmt::format("; there are {}", fmt::join(known, ", ")) : near;
    add(value.place, fmt::format("unknown {} `{}`{}", what, value.text, hint));
  }

  void check_expression(const ConfigValue& value, std::string_view name, ConfigType type) {
    const bool pattern = type == ConfigType::pattern || type == ConfigType::entry_pattern;
    const bool path = type == ConfigType::nodes || type == ConfigType::xpath ||
                      (type == ConfigType::excluded && value.text.starts_with('/'));
    if (path) check_xpath(value, name, type != ConfigType::xpath);
    if (!pattern) return;
    const auto compiled = Pattern::compile(value.text);
    if (!compiled) return add(value.place, fmt::format("`{}` {}", name, compiled.error().message));
    const auto& groups = compiled->group_names();
    const bool keyed = std::find(groups.begin(), groups.end(), "key") != groups.end();
    if (type == ConfigType::entry_pattern && !keyed) {
      add(value.place, fmt::format("`{}` has no group for the key, as in (?P<key>[0-9]+)", name));
    }
  }

  void check_xpath(const ConfigValue& value, std::string_view name, bool nodes) {
    if (value.text.size() > kMostXPathBytes) {
      return add(value.place, fmt::format("`{}` exceeds the limit of {} bytes an expression", name,
                                          kMostXPathBytes));
    }
    try {
      const pugi::xpath_query query(value.text.c_str());
      if (nodes && query.return_type() != pugi::xpath_type_node_set) {
        add(value.place, fmt::format("`{}` is an expression that gives no nodes", name));
      }
    } catch (const pugi::xpath_exception& exception) {
      add(value.place, fmt::format("`{}` is not XPath: {} behind its first {} bytes", name,
                                   exception.what(), exception.result().offset));
    }
  }

  void check_aliases(const ConfigValue& value, std::string_view name) {
    if (!expect(value, Kind::object, name)) return;
    for (const ConfigMember& member : value.members) {
      each(member.value, member.name,
           [&](const ConfigValue& item) { check_text(item, member.name, ConfigType::path); });
    }
  }

  void check_levels(const ConfigValue& value, std::string_view name) {
    if (!expect(value, Kind::object, name)) return;
    for (const ConfigMember& member : value.members) {
      const auto same = [&](const std::string& rule) {
        return rule == member.name || fold_case(rule) == fold_case(member.name);
      };
      const Views known{names_.rules.begin(), names_.rules.end()};
      if (!known.empty() && std::none_of(names_.rules.begin(), names_.rules.end(), same)) {
        const std::string near = suggestion(member.name, known);
        add(member.place, fmt::format("no rule `{}`{}", member.name,
                                      near.empty() ? "; `doccord explain` lists them" : near));
      }
      if (expect(member.value, Kind::text, member.name)) {
        check_name(member.value, "level", {kLevels.begin(), kLevels.end()});
      }
    }
  }

  const ConfigNames& names_;
  std::vector<Error> errors_;
};

// What finds the entries: all of it, or that there is more than one.
void check_finders(const ConfigValue& source, std::vector<Error>& errors) {
  std::string_view first;
  for (const std::string_view name : {"shape", "select", "pattern"}) {
    const ConfigValue* value = source.find(name);
    if (value == nullptr) continue;
    if (!first.empty()) {
      errors.push_back(config_error(
          value->place,
          fmt::format("a source has either `{}` or `{}`: each finds all entries", first, name)));
    }
    first = name;
  }
  const ConfigValue* select = source.find("select");
  if (select == nullptr) return;
  for (const std::string_view needed : {"entry", "key"}) {
    if (select->find(needed) != nullptr) continue;
    errors.push_back(config_error(select->place, fmt::format("`select` needs `{}`", needed)));
  }
}

void check_id(const ConfigValue& source, std::set<std::string>& ids, std::vector<Error>& errors) {
  const std::string id = config_source_id(source);
  const ConfigValue* given = source.find("id");
  const ConfigPlace& place = (given != nullptr ? given : source.find("path"))->place;
  if (!is_id(id)) {
    errors.push_back(config_error(
        place, fmt::format("the file name gives no id, since `{}` has other characters than "
                           "letters, digits, `.`, `_` and `-`; give the source an `id`",
                           id)));
  } else if (!ids.insert(id).second) {
    errors.push_back(config_error(place, fmt::format("two sources have the id `{}`", id)));
  }
}

void check_override_sources(const ConfigValue& overrides, const std::set<std::string>& ids,
                            std::vector<Error>& errors) {
  const Views known{ids.begin(), ids.end()};
  for (const ConfigValue& each : overrides.items) {
    const ConfigValue* listed = each.find("sources");
    if (listed == nullptr) continue;
    for (const ConfigValue& id : listed->items) {
      if (ids.contains(id.text)) continue;
      errors.push_back(config_error(id.place, fmt::format("no source has the id `{}`{}", id.text,
                                                          suggestion(id.text, known))));
    }
  }
}

}  // namespace

std::vector<Error> check_config_file(const ConfigValue& config, const ConfigNames& names) {
  Checker checker(names);
  checker.check_object(config, ConfigObject::top);
  return checker.take();
}

std::string config_source_id(const ConfigValue& source) {
  if (const ConfigValue* id = source.find("id")) return id->text;
  const ConfigValue* path = source.find("path");
  return path == nullptr ? "" : std::filesystem::path(path->text).stem().string();
}

std::vector<Error> check_whole_config(const ConfigValue& config) {
  const ConfigValue* sources = config.find("sources");
  if (sources == nullptr || sources->items.empty()) {
    const ConfigPlace& place = sources == nullptr ? config.place : sources->place;
    return {config_error(place, "expected `sources`, a list of documents")};
  }
  std::vector<Error> errors;
  std::set<std::string> ids;
  for (const ConfigValue& source : sources->items) {
    if (source.find("path") == nullptr) {
      errors.push_back(config_error(source.place, "expected each source to have a `path`"));
      continue;
    }
    check_id(source, ids, errors);
    check_finders(source, errors);
  }
  if (const ConfigValue* overrides = config.find("overrides")) {
    check_override_sources(*overrides, ids, errors);
  }
  return errors;
}

}  // namespace doccord
