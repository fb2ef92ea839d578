// Fills a Config from a tree that has been checked: there are no errors left to find here. Each
// line of config_keys.def has a function of its member's name below.

#include "load/config.h"

#include <utility>

#include "load/config_merge.h"

namespace doccord {
namespace {

std::vector<std::string> texts_of(const ConfigValue& list) {
  std::vector<std::string> texts;
  for (const ConfigValue& item : list.items) texts.push_back(item.text);
  return texts;
}

std::vector<RuleSetting> rules_of(const ConfigValue& object) {
  std::vector<RuleSetting> rules;
  for (const ConfigMember& member : object.members) {
    rules.push_back({member.name, *level_setting_from_string(member.value.text)});
  }
  return rules;
}

struct SelectKeys {
  static void set(ExtractionHints& hints, std::string& to, const char* name,
                  const ConfigValue& value) {
    to = value.text;
    hints.places[name] = value.place;
  }
  static void entry(ExtractionHints& hints, const ConfigValue& value) {
    set(hints, hints.select.entry, "select.entry", value);
  }
  static void key(ExtractionHints& hints, const ConfigValue& value) {
    set(hints, hints.select.key, "select.key", value);
  }
  static void names(ExtractionHints& hints, const ConfigValue& value) {
    hints.select.names = texts_of(value);
    hints.places["select.names"] = value.place;
  }
  static void description(ExtractionHints& hints, const ConfigValue& value) {
    set(hints, hints.select.description, "select.description", value);
  }
};

struct KeyKeys {
  static void pattern(ExtractionHints& hints, const ConfigValue& value) {
    SelectKeys::set(hints, hints.key_pattern, "key.pattern", value);
  }
  static void prefix(ExtractionHints& hints, const ConfigValue& value) {
    SelectKeys::set(hints, hints.key_prefix, "key.prefix", value);
  }
};

struct SourceKeys {
  static void id(Source& source, const ConfigValue& value) { source.id = value.text; }
  static void path(Source& source, const ConfigValue& value) { source.path = value.text; }
  static void title(Source& source, const ConfigValue& value) { source.title = value.text; }
  static void publisher(Source& source, const ConfigValue& value) { source.publisher = value.text; }
  static void date(Source& source, const ConfigValue& value) { source.date = value.text; }
  static void authority(Source& source, const ConfigValue& value) { source.authority = value.flag; }
  static void scope(Source& source, const ConfigValue& value) { source.scope = texts_of(value); }
  static void format(Source& source, const ConfigValue& value) {
    source.format = format_from_string(value.text);
  }
  static void shape(Source& source, const ConfigValue& value) {
    SelectKeys::set(source.hints, source.hints.shape, "shape", value);
  }
  static void select(Source& source, const ConfigValue& value) {
    for (const ConfigMember& member : value.members) {
#define CONFIG_SELECT(member_, name_, type, description) \
  if (member.name == name_) SelectKeys::member_(source.hints, member.value);
#include "load/config_keys.def"
    }
  }
  static void pattern(Source& source, const ConfigValue& value) {
    SelectKeys::set(source.hints, source.hints.pattern, "pattern", value);
  }
  static void key(Source& source, const ConfigValue& value) {
    for (const ConfigMember& member : value.members) {
#define CONFIG_KEY(member_, name_, type, description) \
  if (member.name == name_) KeyKeys::member_(source.hints, member.value);
#include "load/config_keys.def"
    }
  }
  static void exclude(Source& source, const ConfigValue& value) {
    source.hints.exclude = texts_of(value);
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      source.hints.places["exclude." + std::to_string(i)] = value.items[i].place;
    }
  }
  static void aliases(Source& source, const ConfigValue& value) {
    for (const ConfigMember& member : value.members) {
      source.aliases[member.name] = texts_of(member.value);
    }
  }
};

struct OverrideKeys {
  static void sources(RuleOverride& to, const ConfigValue& value) { to.sources = texts_of(value); }
  static void keys(RuleOverride& to, const ConfigValue& value) { to.keys = texts_of(value); }
  static void rules(RuleOverride& to, const ConfigValue& value) { to.rules = rules_of(value); }
};

struct TopKeys {
  // What these two say has been done by merging.
  static void schema(Config&, const ConfigValue&) {}
  static void extends(Config&, const ConfigValue&) {}

  static void sources(Config& config, const ConfigValue& value) {
    for (const ConfigValue& item : value.items) config.sources.push_back(source_of(item));
  }
  static void fail_on(Config& config, const ConfigValue& value) {
    config.settings.fail_on =
        level_setting_from_string(value.text).value_or(LevelSetting::off);  // "never"
  }
  static void rules(Config& config, const ConfigValue& value) {
    config.settings.rules = rules_of(value);
  }
  static void overrides(Config& config, const ConfigValue& value) {
    for (const ConfigValue& item : value.items) {
      RuleOverride& given = config.settings.overrides.emplace_back();
      for (const ConfigMember& member : item.members) {
#define CONFIG_OVERRIDE(member_, name_, type, description) \
  if (member.name == name_) OverrideKeys::member_(given, member.value);
#include "load/config_keys.def"
      }
    }
  }
  static void profile(Config& config, const ConfigValue& value) {
    config.settings.profile = value.text;
    config.settings.profile_place = value.place;
  }

 private:
  static Source source_of(const ConfigValue& item) {
    Source source;
    source.id = config_source_id(item);
    for (const ConfigMember& member : item.members) {
#define CONFIG_SOURCE(member_, name_, type, description) \
  if (member.name == name_) SourceKeys::member_(source, member.value);
#include "load/config_keys.def"
    }
    if (source.title.empty()) source.title = source.id;
    return source;
  }
};

}  // namespace

tl::expected<Config, std::vector<Error>> parse_config(const std::string& path,
                                                      const std::string& text,
                                                      const ConfigNames& names) {
  return merged_config(path, text, names).map([](const ConfigValue& tree) {
    Config config;
    for (const ConfigMember& member : tree.members) {
#define CONFIG_TOP(member_, name_, type, description) \
  if (member.name == name_) TopKeys::member_(config, member.value);
#include "load/config_keys.def"
    }
    return config;
  });
}

}  // namespace doccord
