#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "load/settings.h"
#include "reconcile/registry.h"

namespace doccord {

// A name that a key of a well-known field has or had. Dates are ISO 8601, of months.
struct DatedName {
  std::string key;
  std::string name;
  std::string since;
  std::string until;    // When another name took its place; empty: it holds.
  std::string defined;  // Where: "RFC 9110".
};

// What is known of a field beforehand: one file of the folder profiles/.
struct Profile {
  std::string title;             // "HTTP status codes".
  std::vector<DatedName> names;  // By key, then date.

  // The name that the key has now, or null.
  const DatedName* current(std::string_view key) const;
  // The name that `bare` is a writing of: the current one rather than an older one; or null.
  const DatedName* find(std::string_view key, std::string_view bare) const;
};

// What `profile` of a configuration may name: those that the program brings along, and "none".
std::vector<std::string> profile_names();

// What is wrong with the file of a profile that the settings name by its path, if anything.
std::optional<Error> find_profile_error(const Settings& settings);

// The profile that a file defines. The error has no place.
Result<Profile> parse_profile(std::string_view bytes);

// The profile that the rules go by: the one that the settings name, whatever the documents hold;
// otherwise that of the program's own which the documents are about: at least 8 keys of theirs, and
// three in four, are keys of the profile under one of its names. Documents of other fields see
// nothing of it.
std::optional<Profile> chosen_profile(const Settings& settings, const Registry& registry);

}  // namespace doccord
