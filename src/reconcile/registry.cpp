#include "reconcile/registry.h"

#include <algorithm>

#include "text/key_order.h"

namespace doccord {

const Claim* Record::find(std::size_t source) const {
  const auto found = std::lower_bound(
      claims.begin(), claims.end(), source,
      [](const Claim& claim, std::size_t wanted) { return claim.source < wanted; });
  return found == claims.end() || found->source != source ? nullptr : &*found;
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
