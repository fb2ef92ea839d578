#include "extract/agreement.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "extract/key.h"
#include "extract/score.h"
#include "text/name_words.h"

namespace doccord {
namespace {

// A reading that all others agree with may score a fifth of one that none agrees with.
constexpr double kFullAgreement = 4.0;
// What a key counts that others have by other names: the same numbers count many things.
constexpr double kOtherName = 0.25;
constexpr double kMostly = 0.7;
constexpr std::size_t kMostRounds = 4;  // Readings may follow one another round in a circle.

// Ascending; each word of all proposals has a number.
using Words = std::vector<std::uint32_t>;

class WordNumbers {
 public:
  std::uint32_t of(std::string word) {
    const auto known = numbers_.find(word);
    if (known != numbers_.end()) return known->second;
    words_.push_back(std::move(word));
    const auto number = static_cast<std::uint32_t>(numbers_.size());
    numbers_.emplace(words_.back(), number);
    return number;
  }
  const std::string& word(std::uint32_t number) const { return words_[number]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::deque<std::string> words_;
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

void keep_each_once(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// The words of each entry's names, without those that most entries of the list have: HTTP and
// STATUS of HTTP_STATUS_NOT_FOUND. What is left of a name counts as one word, too, for those who
// write it so: NOTFOUND.
std::vector<Words> telling_words(const Proposal& proposal, WordNumbers& numbers) {
  using Name = std::vector<std::uint32_t>;
  std::vector<std::vector<Name>> all;  // By entry.
  std::unordered_map<std::uint32_t, std::size_t> uses;
  for (const Entry& entry : proposal.entries) {
    std::vector<Name>& names = all.emplace_back();
    Words words;
    for (const std::string& name : entry.names) {
      Name& named = names.emplace_back();
      for (std::string& word : name_words(name)) named.push_back(numbers.of(std::move(word)));
      words.insert(words.end(), named.begin(), named.end());
    }
    keep_each_once(words);
    for (const std::uint32_t word : words) ++uses[word];
  }
  const double most = kMostly * static_cast<double>(all.size());
  const auto is_common = [&](std::uint32_t word) {
    return all.size() > 1 && static_cast<double>(uses[word]) >= most;
  };
  std::vector<Words> telling;
  for (const std::vector<Name>& names : all) {
    Words& words = telling.emplace_back();
    for (const Name& name : names) {
      std::string whole;
      for (const std::uint32_t word : name) {
        if (is_common(word)) continue;
        words.push_back(word);
        whole += numbers.word(word);
      }
      if (!whole.empty()) words.push_back(numbers.of(std::move(whole)));
    }
    keep_each_once(words);
  }
  return telling;
}

// One way in which sources call a key, by its words.
struct KeyUse {
  Words words;
  std::size_t source = 0;  // The first that does.
  bool several = false;    // Others do as well.
};
// By key, numbers by their value: 0x31 is 49.
using KeyUses = std::unordered_map<std::string, std::vector<KeyUse>>;

void add_use(std::vector<KeyUse>& uses, std::size_t source, const Words& words) {
  const auto same =
      std::find_if(uses.begin(), uses.end(), [&](const KeyUse& use) { return use.words == words; });
  if (same == uses.end()) {
    uses.push_back({words, source, false});
  } else if (same->source != source) {
    same->several = true;
  }
}

// The words of the entries of each proposal, by document and place.
using WordsOfAll = std::vector<std::vector<std::vector<Words>>>;

// Side by side, each document with numbers of its own, which are then turned into common ones.
WordsOfAll words_of(const std::vector<ReadDocument>& documents) {
  WordsOfAll words(documents.size());
  std::vector<WordNumbers> own(documents.size());
  for_each_in_parallel(documents.size(), [&](std::size_t i) {
    for (const Proposal& each : documents[i].proposals) {
      words[i].push_back(telling_words(each, own[i]));
    }
  });
  WordNumbers common;
  std::vector<Words> common_of(documents.size());  // By document and own number.
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (std::uint32_t word = 0; word < own[i].size(); ++word) {
      common_of[i].push_back(common.of(own[i].word(word)));
    }
  }
  for_each_in_parallel(documents.size(), [&](std::size_t i) {
    for (std::vector<Words>& entries : words[i]) {
      for (Words& entry : entries) {
        for (std::uint32_t& word : entry) word = common_of[i][word];
        std::sort(entry.begin(), entry.end());
      }
    }
  });
  return words;
}

// The proposals that are best so far, by document; null where none is good enough.
std::vector<const Proposal*> best_of(const std::vector<ReadDocument>& documents) {
  std::vector<const Proposal*> best;
  for (const ReadDocument& document : documents) best.push_back(best_proposal(document.proposals));
  return best;
}

KeyUses uses_of(const std::vector<ReadDocument>& documents,
                const std::vector<const Proposal*>& best, const WordsOfAll& words) {
  KeyUses uses;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (best[i] == nullptr) continue;
    const auto place = static_cast<std::size_t>(best[i] - documents[i].proposals.data());
    for (std::size_t e = 0; e < best[i]->entries.size(); ++e) {
      add_use(uses[numeric_value(best[i]->entries[e].key)], i, words[i][place][e]);
    }
  }
  return uses;
}

bool share_a_word(const Words& a, const Words& b) {
  return std::any_of(a.begin(), a.end(), [&](std::uint32_t word) {
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

double share_agreed(const Proposal& proposal, std::size_t source, const KeyUses& uses,
                    const std::vector<Words>& words) {
  double agreed = 0;
  for (std::size_t e = 0; e < proposal.entries.size(); ++e) {
    const auto found = uses.find(numeric_value(proposal.entries[e].key));
    if (found != uses.end()) agreed += agreement_on(found->second, source, words[e]);
  }
  return agreed / static_cast<double>(proposal.entries.size());
}

}  // namespace

void weigh_agreement(std::vector<ReadDocument>& documents) {
  if (documents.size() < 2) return;
  std::vector<std::vector<double>> alone;  // The scores that each proposal has by itself.
  for (const ReadDocument& document : documents) {
    alone.emplace_back();
    for (const Proposal& each : document.proposals) alone.back().push_back(each.score);
  }
  const WordsOfAll words = words_of(documents);
  // Where a document is read another way in the light of the others, these may be, too.
  std::vector<const Proposal*> best = best_of(documents);
  for (std::size_t round = 0; round < kMostRounds; ++round) {
    const KeyUses uses = uses_of(documents, best, words);
    for_each_in_parallel(documents.size(), [&](std::size_t i) {
      for (std::size_t p = 0; p < alone[i].size(); ++p) {
        Proposal& proposal = documents[i].proposals[p];
        const double agreed = share_agreed(proposal, i, uses, words[i][p]);
        proposal.score = alone[i][p] * (1 + kFullAgreement * agreed);
      }
    });
    std::vector<const Proposal*> better = best_of(documents);
    if (better == best) break;
    best = std::move(better);
  }
  for (ReadDocument& document : documents) {
    std::stable_sort(document.proposals.begin(), document.proposals.end(),
                     [](const Proposal& a, const Proposal& b) { return a.score > b.score; });
  }
}

bool may_overtake(const Proposal& proposal, double best_score) {
  return proposal.score * (1 + kFullAgreement) >= best_score;
}

}  // namespace doccord
