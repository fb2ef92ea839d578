#include "extract/agreement.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>

#include "extract/score.h"

namespace doccord {
namespace {

// A reading that all others agree with may score a fifth of one that none agrees with.
constexpr double kFullAgreement = 4.0;

std::set<std::string> keys_of(const Proposal* proposal) {
  std::set<std::string> keys;
  if (proposal == nullptr) return keys;
  for (const Entry& entry : proposal->entries) keys.insert(entry.key);
  return keys;
}

}  // namespace

void weigh_agreement(std::vector<ReadDocument>& documents) {
  if (documents.size() < 2) return;
  // What each source says by itself, before any is changed.
  std::vector<std::set<std::string>> own_keys;
  std::unordered_map<std::string, std::size_t> sources_of_key;
  for (const ReadDocument& document : documents) {
    own_keys.push_back(keys_of(best_proposal(document.proposals)));
    for (const std::string& key : own_keys.back()) ++sources_of_key[key];
  }
  for (std::size_t i = 0; i < documents.size(); ++i) {
    std::vector<Proposal>& proposals = documents[i].proposals;
    for (Proposal& proposal : proposals) {
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
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const Proposal& a, const Proposal& b) { return a.score > b.score; });
  }
}

bool may_overtake(const Proposal& proposal, double best_score) {
  return proposal.score * (1 + kFullAgreement) >= best_score;
}

}  // namespace doccord
