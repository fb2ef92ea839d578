#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

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

std::span<const Profile> all_profiles();

// The profile that the documents are about, or null: at least 8 keys of theirs, and three in four,
// are keys of the profile under one of its names. Documents of other fields see nothing of it.
const Profile* profile_of(const Registry& registry);

}  // namespace doccord
