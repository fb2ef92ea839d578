#include "rules/misfiling.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestWords = 6;  // Shorter texts are alike by chance.
constexpr double kAlike = 0.8;           // Share of words in common that makes texts the same one.
constexpr double kUnlike = 0.5;          // And below which they have nothing to do with each other.
constexpr std::size_t kMostRecords = 20;  // A word in more records does not lead anywhere.
constexpr std::size_t kLeads = 3;         // Rare words that are followed for each text.

using Words = std::vector<std::string>;  // Sorted.

Words words_of(std::string_view text) {
  Words words;
  for (const Token& token : tokenize(text)) {
    if (token.is_word) words.push_back(fold_case(token.text));
  }
  std::sort(words.begin(), words.end());
  return words;
}

double likeness(const Words& a, const Words& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const int order = i->compare(*j);
    common += order == 0;
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

// All readings of the run with their words.
class Texts {
 public:
  explicit Texts(const Registry& registry) : registry_(registry) {
    for (std::size_t r = 0; r < registry.records.size(); ++r) {
      words_.emplace_back();
      for (const Reading& reading : registry.records[r].readings) {
        words_.back().push_back(words_of(reading.text));
        for (const std::string& word : words_.back().back()) {
          auto& records = records_of_[word];
          if (records.empty() || records.back() != r) records.push_back(r);
        }
      }
    }
  }

  std::optional<Misfiled> belongs_elsewhere(std::size_t record, std::size_t reading) const {
    const Words& words = words_[record][reading];
    if (words.size() < kFewestWords || !differs_from_neighbours(record, reading)) {
      return std::nullopt;
    }
    for (const std::size_t other : candidates(words, record)) {
      for (std::size_t i = 0; i < words_[other].size(); ++i) {
        if (from_others(record, reading, other, i) && likeness(words, words_[other][i]) >= kAlike) {
          return Misfiled{record, reading, other, i};
        }
      }
    }
    return std::nullopt;
  }

 private:
  // Whether other sources describe this key, and all of them in other words.
  bool differs_from_neighbours(std::size_t record, std::size_t reading) const {
    const auto& all = words_[record];
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i != reading && likeness(all[reading], all[i]) >= kUnlike) return false;
    }
    return all.size() > 1;
  }

  // Whether a source has the other reading that does not have this one.
  bool from_others(std::size_t record, std::size_t reading, std::size_t other,
                   std::size_t other_reading) const {
    const auto& here = registry_.records[record].readings[reading].sources;
    const auto& there = registry_.records[other].readings[other_reading].sources;
    return !std::includes(here.begin(), here.end(), there.begin(), there.end());
  }

  // Records that share one of the rarest words.
  std::vector<std::size_t> candidates(const Words& words, std::size_t self) const {
    std::vector<const std::vector<std::size_t>*> leads;
    for (const std::string& word : words) leads.push_back(&records_of_.at(word));
    std::sort(leads.begin(), leads.end(),
              [](const auto* a, const auto* b) { return a->size() < b->size(); });
    std::vector<std::size_t> found;
    std::size_t followed = 0;
    for (const auto* lead : leads) {
      if (lead->size() > kMostRecords) break;
      if (lead->size() == 1) continue;  // This record's own.
      found.insert(found.end(), lead->begin(), lead->end());
      if (++followed == kLeads) break;
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::erase(found, self);
    return found;
  }

  const Registry& registry_;
  std::vector<std::vector<Words>> words_;  // By record and reading.
  std::unordered_map<std::string, std::vector<std::size_t>> records_of_;
};

}  // namespace

std::vector<Misfiled> find_misfiled(const RuleInput& input) {
  const Texts texts(input.registry);
  std::vector<Misfiled> all;
  for (std::size_t r = 0; r < input.registry.records.size(); ++r) {
    for (std::size_t i = 0; i < input.registry.records[r].readings.size(); ++i) {
      if (const auto found = texts.belongs_elsewhere(r, i)) all.push_back(*found);
    }
  }
  // Where one source has two texts the wrong way round among two sources, each side could be the
  // wrong one; where more agree, theirs is the right one.
  std::erase_if(all, [&](const Misfiled& one) {
    const auto& records = input.registry.records;
    return records[one.record].readings[one.reading].sources.size() >
           records[one.belongs].readings[one.like].sources.size();
  });
  return all;
}

bool is_misfiled(const std::vector<Misfiled>& all, std::size_t record, std::size_t reading) {
  return std::any_of(all.begin(), all.end(), [&](const Misfiled& one) {
    return one.record == record && one.reading == reading;
  });
}

std::vector<bool> misfiled_sources(const RuleInput& input, const std::vector<Misfiled>& all,
                                   std::size_t record) {
  std::vector<bool> sources(input.registry.sources.size(), false);
  for (const Misfiled& one : all) {
    if (one.record != record) continue;
    for (const std::size_t source : input.registry.records[record].readings[one.reading].sources) {
      sources[source] = true;
    }
  }
  return sources;
}

}  // namespace doccord
