#include "load/settings.h"

#include <doctest/doctest.h>

namespace doccord::test {
namespace {

std::string level(const Settings& settings, const SettingsSubject& subject) {
  const auto found = level_for(settings, subject);
  return found ? std::string(to_string(*found)) : "as it is";
}

}  // namespace

TEST_CASE("settings: rules are known by code in any letter case and by name; the last counts") {
  Settings settings;
  settings.rules = {{"dc101", LevelSetting::error},
                    {"lone-entry", LevelSetting::off},
                    {"missing-entry", LevelSetting::note}};
  CHECK(level(settings, {"DC101", "missing-entry", {"a"}, {"404"}}) == "note");
  CHECK(level(settings, {"DC102", "lone-entry", {"a"}, {"404"}}) == "off");
  CHECK(level(settings, {"DC103", "duplicate-entry", {"a"}, {"404"}}) == "as it is");
}

TEST_CASE("settings: an override needs one of its sources and all keys within its own") {
  Settings settings;
  settings.rules = {{"DC202", LevelSetting::warning}};
  settings.overrides = {{{"a"}, {"4xx"}, {{"DC202", LevelSetting::off}}},
                        {{}, {"418"}, {{"DC202", LevelSetting::error}}}};
  const auto at = [&](std::vector<std::string_view> sources, std::vector<std::string_view> keys) {
    return level(settings, {"DC202", "name-variant", std::move(sources), std::move(keys)});
  };
  CHECK(at({"a", "b"}, {"404"}) == "off");
  CHECK(at({"b"}, {"404"}) == "warning");
  CHECK(at({"a"}, {"404", "500"}) == "warning");
  CHECK(at({"a"}, {"404", "405"}) == "off");
  CHECK(at({"a"}, {"418"}) == "error");
}

TEST_CASE("settings: a further configuration counts more") {
  Settings settings;
  settings.fail_on = LevelSetting::note;
  settings.profile = "http";
  settings.rules = {{"DC101", LevelSetting::error}};
  Settings further;
  further.rules = {{"DC101", LevelSetting::off}};
  settings.add(further);
  CHECK(settings.fail_on == LevelSetting::note);
  CHECK(settings.profile == "http");
  CHECK(level(settings, {"DC101", "missing-entry", {}, {}}) == "off");
}

}  // namespace doccord::test
