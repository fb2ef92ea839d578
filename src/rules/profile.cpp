#include "rules/profile.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "compare/names.h"
#include "rules/profile_files.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestKeys = 8;
constexpr double kMostKeys = 0.75;

Profile read_profile(std::string_view bytes) {
  const auto json = nlohmann::json::parse(bytes);
  Profile profile{json.at("title"), {}};
  for (const auto& name : json.at("names")) {
    profile.names.push_back({name.at("key"), name.at("name"), name.at("since"),
                             name.value("until", ""), name.at("defined")});
  }
  return profile;
}

bool is_writing_of(std::string_view bare, const DatedName& name) {
  return relate_names(bare, name.name) <= NameRelation::abbreviated;
}

bool is_about(const Registry& registry, const Profile& profile) {
  std::size_t known = 0;
  std::size_t named = 0;
  for (const Record& record : registry.records) {
    if (record.names.empty()) continue;
    ++named;
    known += std::any_of(record.names.begin(), record.names.end(), [&](const NameUse& use) {
      return profile.find(record.key, use.bare) != nullptr;
    });
  }
  return known >= kFewestKeys &&
         static_cast<double>(known) >= kMostKeys * static_cast<double>(named);
}

}  // namespace

const DatedName* Profile::current(std::string_view key) const {
  const auto found = std::find_if(names.begin(), names.end(), [&](const DatedName& name) {
    return name.key == key && name.until.empty();
  });
  return found == names.end() ? nullptr : &*found;
}

const DatedName* Profile::find(std::string_view key, std::string_view bare) const {
  const DatedName* found = nullptr;
  for (const DatedName& name : names) {
    if (name.key != key || !is_writing_of(bare, name)) continue;
    if (name.until.empty()) return &name;
    if (found == nullptr) found = &name;
  }
  return found;
}

std::span<const Profile> all_profiles() {
  static const std::vector<Profile> all = [] {
    std::vector<Profile> made;
    for (const EmbeddedFile& file : profile_files()) made.push_back(read_profile(file.bytes));
    return made;
  }();
  return all;
}

const Profile* profile_of(const Registry& registry) {
  for (const Profile& profile : all_profiles()) {
    if (is_about(registry, profile)) return &profile;
  }
  return nullptr;
}

}  // namespace doccord
