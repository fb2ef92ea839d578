#include "rules/identity.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/parallel.h"
#include "text/digest.h"
#include "text/key_order.h"

namespace doccord {
namespace {

// The place of each source among all, by id.
std::vector<std::size_t> ranks_of(const Registry& registry) {
  std::vector<std::size_t> by_id(registry.sources.size());
  std::iota(by_id.begin(), by_id.end(), std::size_t{0});
  std::stable_sort(by_id.begin(), by_id.end(), [&](std::size_t a, std::size_t b) {
    return registry.sources[a].id < registry.sources[b].id;
  });
  std::vector<std::size_t> ranks(by_id.size());
  for (std::size_t i = 0; i < by_id.size(); ++i) ranks[by_id[i]] = i;
  return ranks;
}

std::string identity_of(const Discrepancy& discrepancy, const Registry& registry,
                        const std::vector<std::size_t>& ranks) {
  std::vector<std::string> keys = discrepancy.keys;
  std::sort(keys.begin(), keys.end(), key_less);
  std::vector<std::size_t> sources = discrepancy.sources;
  std::sort(sources.begin(), sources.end(),
            [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
  std::string bytes;
  add_part(bytes, "dc1");
  add_part(bytes, discrepancy.code);
  add_parts(bytes, keys);
  add_part(bytes, discrepancy.field);
  add_part(bytes, std::to_string(sources.size()));
  for (const std::size_t source : sources) add_part(bytes, registry.sources[source].id);
  if (!discrepancy.distinction.empty()) add_part(bytes, discrepancy.distinction);
  return bytes;
}

}  // namespace

void give_ids(std::vector<Discrepancy>& discrepancies, const Registry& registry) {
  const std::vector<std::size_t> ranks = ranks_of(registry);
  for_each_in_parallel(discrepancies.size(), [&](std::size_t i) {
    discrepancies[i].id = short_digest(identity_of(discrepancies[i], registry, ranks));
  });
  std::unordered_map<std::string, std::size_t> uses;
  for (Discrepancy& discrepancy : discrepancies) {
    const std::size_t before = uses[discrepancy.id]++;
    if (before == 0) continue;
    std::string bytes = identity_of(discrepancy, registry, ranks);
    add_part(bytes, std::to_string(before + 1));
    discrepancy.id = short_digest(bytes);
  }
}

}  // namespace doccord
