#include "rules/profile.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "compare/names.h"
#include "rules/profile_files.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestKeys = 8;
constexpr double kMostKeys = 0.75;

constexpr std::string_view kNone = "none";

// "http-status", of http-status.json.
std::string name_of(const EmbeddedFile& file) {
  return std::string(file.path.substr(0, file.path.rfind('.')));
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

std::vector<std::string> profile_names() {
  std::vector<std::string> names;
  for (const EmbeddedFile& file : profile_files()) names.push_back(name_of(file));
  names.emplace_back(kNone);
  return names;
}

Result<Profile> parse_profile(std::string_view bytes) {
  try {
    const auto json = nlohmann::json::parse(bytes, nullptr, true, true);
    Profile profile{json.at("title"), {}};
    for (const auto& name : json.at("names")) {
      profile.names.push_back({name.at("key"), name.at("name"), name.at("since"),
                               name.value("until", ""), name.at("defined")});
    }
    return profile;
  } catch (const nlohmann::json::exception&) {
    return tl::unexpected(
        Error{"", 0, 0,
              "is no profile: expected an object with `title` and a list `names` of objects with "
              "`key`, `name`, `since`, `defined`, and perhaps `until`"});
  }
}

std::optional<Error> find_profile_error(const Settings& settings) {
  if (!is_profile_path(settings.profile)) return std::nullopt;
  const auto own = parse_profile(settings.profile_text);
  if (own) return std::nullopt;
  return Error{settings.profile, 0, 0, own.error().message};
}

std::optional<Profile> chosen_profile(const Settings& settings, const Registry& registry) {
  if (settings.profile == kNone) return std::nullopt;
  if (is_profile_path(settings.profile)) {
    auto own = parse_profile(settings.profile_text);
    return own ? std::optional(std::move(*own)) : std::nullopt;
  }
  for (const EmbeddedFile& file : profile_files()) {
    Profile profile = *parse_profile(file.bytes);
    const bool named = settings.profile == name_of(file);
    if (named || (settings.profile.empty() && is_about(registry, profile))) return profile;
  }
  return std::nullopt;
}

}  // namespace doccord
