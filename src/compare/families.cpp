#include "compare/families.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "compare/pair_choice.h"
#include "text/common_count.h"
#include "text/sequence_diff.h"
#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

// How alike two texts must be to have one origin. Authors who write on their own about the same
// thing seldom share half of their words in order; revisions share most.
constexpr double kSharedInOrder = 0.75;
constexpr std::size_t kRunWords = 4;  // A run of that many words is seldom shared by chance.
constexpr double kSharedRuns = 0.6;   // Of the shorter text, when the other was extended.
constexpr std::size_t kFewestRuns = 4;
constexpr double kFullWords = 12.0;  // Texts this long count fully, shorter ones less.

// How much of what two sources share must be in the same words.
constexpr double kFamilyShare = 0.3;
constexpr double kFamilyWeight = 1.0;
constexpr double kFewKeysShare = 0.6;  // For sources with little in common altogether.
constexpr double kFewKeysWeight = 0.5;

constexpr double kCloseShare = 0.5;  // From here on, what is not shared is the exception.

constexpr std::size_t kMostSteps = 40'000'000;  // Over all pairs of sources and records.
constexpr std::size_t kFewestRecords = 64;

using Numbers = std::vector<int>;

// A text by its words, numbered within the record, and the runs of a few words that it has.
struct NumberedText {
  Numbers words;
  std::vector<std::array<int, kRunWords>> runs;  // Sorted, each once.
};

void add_runs(NumberedText& text) {
  for (std::size_t i = 0; i + kRunWords <= text.words.size(); ++i) {
    auto& run = text.runs.emplace_back();
    std::copy_n(text.words.begin() + static_cast<std::ptrdiff_t>(i), kRunWords, run.begin());
  }
  std::sort(text.runs.begin(), text.runs.end());
  text.runs.erase(std::unique(text.runs.begin(), text.runs.end()), text.runs.end());
}

std::vector<NumberedText> number_words(const Record& record) {
  std::unordered_map<std::string, int> ids;
  std::vector<NumberedText> texts;
  for (const Reading& reading : record.readings) {
    NumberedText& text = texts.emplace_back();
    for (const Token& token : tokenize(reading.text)) {
      if (!token.is_word) continue;
      const int fresh = static_cast<int>(ids.size());
      text.words.push_back(ids.try_emplace(fold_case(token.text), fresh).first->second);
    }
    add_runs(text);
  }
  return texts;
}

bool share_in_order(const Numbers& a, const Numbers& b) {
  if (a.empty() || b.empty()) return false;
  const std::size_t total = a.size() + b.size();
  const auto is_enough = [&](std::size_t changed) {
    return 1.0 - static_cast<double>(changed) / static_cast<double>(total) >= kSharedInOrder;
  };
  // No order of the words has more of them in common than they are.
  if (!is_enough(total - 2 * count_common(a, b))) return false;
  std::size_t changed = 0;
  for (const Change& change : diff_sequences(a, b)) {
    changed += (change.a_end - change.a_begin) + (change.b_end - change.b_begin);
  }
  return is_enough(changed);
}

bool share_runs(const NumberedText& a, const NumberedText& b) {
  const auto& fewer = a.words.size() <= b.words.size() ? a.runs : b.runs;
  const auto& more = a.words.size() <= b.words.size() ? b.runs : a.runs;
  if (fewer.size() < kFewestRuns) return false;
  std::vector<std::array<int, kRunWords>> shared;
  std::set_intersection(fewer.begin(), fewer.end(), more.begin(), more.end(),
                        std::back_inserter(shared));
  return static_cast<double>(shared.size()) >= kSharedRuns * static_cast<double>(fewer.size());
}

bool have_one_origin(const NumberedText& a, const NumberedText& b) {
  return share_runs(a, b) || share_in_order(a.words, b.words);
}

// Groups the readings of one record by origin, as a number for each.
std::vector<std::size_t> group_by_origin(const Record& record,
                                         const std::vector<NumberedText>& texts) {
  std::vector<std::size_t> group(texts.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  for (const PlacePair& pair : choose_pairs(record.readings).pairs) {
    if (group[pair.first] == group[pair.second]) continue;
    if (!have_one_origin(texts[pair.first], texts[pair.second])) continue;
    const std::size_t from = group[pair.second];
    std::replace(group.begin(), group.end(), from, group[pair.first]);
  }
  return group;
}

// The readings of one record: how much each has to say, and which are of one origin.
struct Origins {
  std::vector<double> words;
  std::vector<std::size_t> group;
};

Origins find_origins(const Record& record) {
  const std::vector<NumberedText> texts = number_words(record);
  Origins found{{}, group_by_origin(record, texts)};
  for (const NumberedText& text : texts)
    found.words.push_back(static_cast<double>(text.words.size()));
  return found;
}

// What the pairs of sources have in common, over all records.
class SharedTexts {
 public:
  explicit SharedTexts(std::size_t sources)
      : shared_(sources * sources / 2), same_(sources * sources / 2) {}

  void add(const Record& record, const Origins& origins) {
    for (std::size_t i = 0; i < record.readings.size(); ++i) {
      for (std::size_t j = i; j < record.readings.size(); ++j) {
        const double words = std::min(origins.words[i], origins.words[j]);
        const double weight = std::min(1.0, words / kFullWords);
        add_sources(record.readings[i], record.readings[j], weight,
                    origins.group[i] == origins.group[j]);
      }
    }
  }

  bool are_close(std::size_t s, std::size_t t) const {
    const std::size_t at = place_of(s, t);
    return same_[at] >= kCloseShare * shared_[at];
  }

  bool are_kin(std::size_t s, std::size_t t) const {
    const double same = same_[place_of(s, t)];
    const double shared = shared_[place_of(s, t)];
    return (same >= kFamilyShare * shared && same >= kFamilyWeight) ||
           (same >= kFewKeysShare * shared && same >= kFewKeysWeight);
  }

 private:
  // Of the pair, in either order, among all pairs of two.
  static std::size_t place_of(std::size_t s, std::size_t t) {
    const auto [first, second] = std::minmax(s, t);
    return second * (second - 1) / 2 + first;
  }

  void add_sources(const Reading& a, const Reading& b, double weight, bool same_origin) {
    for (const std::size_t s : a.sources) {
      for (const std::size_t t : b.sources) {
        if (s == t || (&a == &b && t < s)) continue;
        const std::size_t at = place_of(s, t);
        shared_[at] += weight;
        if (same_origin) same_[at] += weight;
      }
    }
  }

  std::vector<double> shared_;
  std::vector<double> same_;
};

// The connected sources.
std::vector<std::vector<std::size_t>> connect(const SharedTexts& shared, std::size_t sources) {
  std::vector<std::vector<std::size_t>> families;
  std::vector<bool> placed(sources, false);
  for (std::size_t first = 0; first < sources; ++first) {
    if (placed[first]) continue;
    std::vector<std::size_t> family{first};
    placed[first] = true;
    for (std::size_t i = 0; i < family.size(); ++i) {
      for (std::size_t other = 0; other < sources; ++other) {
        const auto [s, t] = std::minmax(family[i], other);
        if (placed[other] || !shared.are_kin(s, t)) continue;
        placed[other] = true;
        family.push_back(other);
      }
    }
    std::sort(family.begin(), family.end());
    families.push_back(std::move(family));
  }
  return families;
}

}  // namespace

Kinship::Kinship(const Registry& registry) : sources_(registry.sources.size()) {
  SharedTexts shared(sources_);
  // With very many sources a part of the records tells enough: every n-th.
  const std::size_t pairs = std::max<std::size_t>(1, sources_ * sources_ / 2);
  const std::size_t most = std::max(kFewestRecords, kMostSteps / pairs);
  const std::size_t step = registry.records.size() / most + 1;
  std::vector<Origins> origins((registry.records.size() + step - 1) / step);
  for_each_in_parallel(origins.size(), [&](std::size_t i) {
    origins[i] = find_origins(registry.records[i * step]);
  });
  for (std::size_t i = 0; i < origins.size(); ++i) {
    shared.add(registry.records[i * step], origins[i]);
  }
  families_ = connect(shared, sources_);
  close_.assign(sources_ * sources_, false);
  for (const std::vector<std::size_t>& family : families_) {
    for (const std::size_t s : family) {
      for (const std::size_t t : family) {
        close_[s * sources_ + t] = s == t || shared.are_close(s, t);
      }
    }
  }
}

bool Kinship::are_close(std::size_t s, std::size_t t) const { return close_[s * sources_ + t]; }

}  // namespace doccord
