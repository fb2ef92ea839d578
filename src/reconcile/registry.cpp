#include "reconcile/registry.h"

#include <algorithm>

#include "text/key_order.h"

namespace doccord {

std::span<const Claim> Record::claims_of(std::size_t source) const {
  struct BySource {
    bool operator()(const Claim& claim, std::size_t wanted) const { return claim.source < wanted; }
    bool operator()(std::size_t wanted, const Claim& claim) const { return wanted < claim.source; }
  };
  const auto [first, last] = std::equal_range(claims.begin(), claims.end(), source, BySource());
  return {first, last};
}

const Claim* Record::find(std::size_t source) const {
  const auto found = claims_of(source);
  return found.empty() ? nullptr : &found.front();
}

bool Record::has(std::size_t source) const { return find(source) != nullptr; }

const Record* Registry::find(const std::string& key) const {
  const auto found = std::lower_bound(
      records.begin(), records.end(), key,
      [](const Record& record, const std::string& wanted) { return key_less(record.key, wanted); });
  return found == records.end() || found->key != key ? nullptr : &*found;
}

std::optional<std::size_t> Registry::find_source(std::string_view id) const {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].id == id) return i;
  }
  return std::nullopt;
}

}  // namespace doccord
