#include "extract/agreement.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/score.h"

namespace doccord {
namespace {

// A reading that all others agree with may score a fifth of one that none agrees with.
constexpr double kFullAgreement = 4.0;

std::set<std::string_view> keys_of(const Proposal* proposal) {
  std::set<std::string_view> keys;
  if (proposal == nullptr) return keys;
  for (const Entry& entry : proposal->entries) keys.insert(entry.key);
  return keys;
}

}  // namespace

void weigh_agreement(std::vector<std::vector<Proposal>>& proposals_by_source) {
  if (proposals_by_source.size() < 2) return;
  // What each source says by itself, before any is changed. The keys are copied: sorting moves
  // them.
  std::vector<std::set<std::string>> own_keys;
  std::unordered_map<std::string, std::size_t> sources_of_key;
  for (const std::vector<Proposal>& proposals : proposals_by_source) {
    const auto keys = keys_of(best_proposal(proposals));
    own_keys.emplace_back(keys.begin(), keys.end());
    for (const std::string& key : own_keys.back()) ++sources_of_key[key];
  }
  for (std::size_t i = 0; i < proposals_by_source.size(); ++i) {
    for (Proposal& proposal : proposals_by_source[i]) {
      std::size_t agreed = 0;
      for (const Entry& entry : proposal.entries) {
        const auto found = sources_of_key.find(entry.key);
        if (found == sources_of_key.end()) continue;
        agreed += found->second > (own_keys[i].contains(entry.key) ? 1U : 0U);
      }
      const double share =
          static_cast<double>(agreed) / static_cast<double>(proposal.entries.size());
      proposal.score *= 1 + kFullAgreement * share;
    }
    std::stable_sort(proposals_by_source[i].begin(), proposals_by_source[i].end(),
                     [](const Proposal& a, const Proposal& b) { return a.score > b.score; });
  }
}

}  // namespace doccord
