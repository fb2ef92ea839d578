#include "rules/identity.h"

#include <algorithm>
#include <unordered_map>

#include "text/digest.h"
#include "text/key_order.h"

namespace doccord {
namespace {

std::string identity_of(const Discrepancy& discrepancy, const Registry& registry) {
  std::vector<std::string> keys = discrepancy.keys;
  std::sort(keys.begin(), keys.end(), key_less);
  std::vector<std::string> ids;
  for (const std::size_t source : discrepancy.sources) ids.push_back(registry.sources[source].id);
  std::sort(ids.begin(), ids.end());
  std::string bytes;
  add_part(bytes, "dc1");
  add_part(bytes, discrepancy.code);
  add_parts(bytes, keys);
  add_part(bytes, discrepancy.field);
  add_parts(bytes, ids);
  if (!discrepancy.distinction.empty()) add_part(bytes, discrepancy.distinction);
  return bytes;
}

}  // namespace

void give_ids(std::vector<Discrepancy>& discrepancies, const Registry& registry) {
  std::unordered_map<std::string, std::size_t> uses;
  for (Discrepancy& discrepancy : discrepancies) {
    std::string bytes = identity_of(discrepancy, registry);
    const std::size_t before = uses[bytes]++;
    if (before > 0) add_part(bytes, std::to_string(before + 1));
    discrepancy.id = short_digest(bytes);
  }
}

}  // namespace doccord
