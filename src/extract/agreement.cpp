#include "extract/agreement.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/score.h"
#include "text/name_words.h"

namespace doccord {
namespace {

// A reading that all others agree with may score a fifth of one that none agrees with.
constexpr double kFullAgreement = 4.0;
// What a key counts that others have by other names: the same numbers count many things.
constexpr double kOtherName = 0.25;
constexpr double kMostly = 0.7;

using Words = std::vector<std::string>;

// The words of each entry's names, without those that most entries of the list have: HTTP and
// STATUS of HTTP_STATUS_NOT_FOUND. Ascending.
std::vector<Words> telling_words(const Proposal& proposal) {
  std::vector<Words> all;
  std::unordered_map<std::string, std::size_t> uses;
  for (const Entry& entry : proposal.entries) {
    Words words;
    for (const std::string& name : entry.names) {
      for (std::string& word : name_words(name)) words.push_back(std::move(word));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    for (const std::string& word : words) ++uses[word];
    all.push_back(std::move(words));
  }
  const double most = kMostly * static_cast<double>(all.size());
  for (Words& words : all) {
    std::erase_if(words, [&](const auto& word) {
      return all.size() > 1 && static_cast<double>(uses[word]) >= most;
    });
  }
  return all;
}

// One way in which sources call a key, by its words.
struct KeyUse {
  Words words;
  std::size_t source = 0;  // The first that does.
  bool several = false;    // Others do as well.
};
using KeyUses = std::unordered_map<std::string, std::vector<KeyUse>>;

void add_use(std::vector<KeyUse>& uses, std::size_t source, Words words) {
  const auto same =
      std::find_if(uses.begin(), uses.end(), [&](const KeyUse& use) { return use.words == words; });
  if (same == uses.end()) {
    uses.push_back({std::move(words), source, false});
  } else if (same->source != source) {
    same->several = true;
  }
}

// What each source says by itself, before any is changed.
KeyUses best_uses(const std::vector<ReadDocument>& documents) {
  KeyUses uses;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Proposal* best = best_proposal(documents[i].proposals);
    if (best == nullptr) continue;
    std::vector<Words> words = telling_words(*best);
    for (std::size_t e = 0; e < best->entries.size(); ++e) {
      add_use(uses[best->entries[e].key], i, std::move(words[e]));
    }
  }
  return uses;
}

bool share_a_word(const Words& a, const Words& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& word) {
    return std::binary_search(b.begin(), b.end(), word);
  });
}

// How far other sources agree with an entry: 0 where none has the key, 1 where one has it by a name
// like this, or without names that could say anything else.
double agreement_on(const std::vector<KeyUse>& uses, std::size_t source, const Words& words) {
  double most = 0;
  for (const KeyUse& use : uses) {
    if (use.source == source && !use.several) continue;
    const bool unlike = !words.empty() && !use.words.empty() && !share_a_word(words, use.words);
    if (!unlike) return 1;
    most = kOtherName;
  }
  return most;
}

double share_agreed(const Proposal& proposal, std::size_t source, const KeyUses& uses) {
  const std::vector<Words> words = telling_words(proposal);
  double agreed = 0;
  for (std::size_t e = 0; e < proposal.entries.size(); ++e) {
    const auto found = uses.find(proposal.entries[e].key);
    if (found != uses.end()) agreed += agreement_on(found->second, source, words[e]);
  }
  return agreed / static_cast<double>(proposal.entries.size());
}

}  // namespace

void weigh_agreement(std::vector<ReadDocument>& documents) {
  if (documents.size() < 2) return;
  const KeyUses uses = best_uses(documents);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    std::vector<Proposal>& proposals = documents[i].proposals;
    for (Proposal& proposal : proposals) {
      proposal.score *= 1 + kFullAgreement * share_agreed(proposal, i, uses);
    }
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const Proposal& a, const Proposal& b) { return a.score > b.score; });
  }
}

bool may_overtake(const Proposal& proposal, double best_score) {
  return proposal.score * (1 + kFullAgreement) >= best_score;
}

}  // namespace doccord
