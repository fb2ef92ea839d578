#include "rules/misfiled_texts.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <iterator>
#include <string>

#include "text/utf8.h"
#include "text/words.h"

namespace doccord {
namespace {

constexpr std::size_t kFewestWords = 6;   // Shorter texts are alike by chance.
constexpr double kAlike = 0.8;            // Share of words in common that makes texts the same one.
constexpr double kVeryAlike = 0.95;       // Where no other text for the key could speak against it.
constexpr double kUnlike = 0.5;           // Below it they have nothing to do with each other.
constexpr std::size_t kMostRecords = 20;  // A pair of words in more records leads nowhere.
constexpr std::size_t kLeads = 3;         // Rare pairs that are followed for each text.

// The words of both that are common to them; both are sorted.
std::size_t count_common(const std::vector<int>& a, const std::vector<int>& b) {
  std::vector<int> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return common.size();
}

// Words of `a` that `b` cannot have, by their signatures: at least so many.
template <class Text>
std::size_t count_strange(const Text& a, const Text& b) {
  return static_cast<std::size_t>(std::popcount(a.signature[0] & ~b.signature[0]) +
                                  std::popcount(a.signature[1] & ~b.signature[1]));
}

bool includes(const std::vector<std::size_t>& all, const std::vector<std::size_t>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

}  // namespace

// Whether at least that share of the words of both is common to them. Ends as soon as it is plain
// that it cannot be, which the signatures of most texts show.
bool MisfiledTexts::share_words(const Text& one, const Text& other, double least) {
  const std::vector<int>& a = one.words;
  const std::vector<int>& b = other.words;
  const auto all = static_cast<double>(a.size() + b.size());
  const auto is_enough = [&](std::size_t common) {
    return 2.0 * static_cast<double>(common) / all >= least;
  };
  if (!is_enough(std::min(a.size(), b.size()))) return false;
  if (!is_enough(a.size() - count_strange(one, other))) return false;
  std::size_t common = 0;
  std::size_t missed_a = 0;
  std::size_t missed_b = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++common;
      ++i;
      ++j;
      continue;
    }
    const bool skips_a = *i < *j;
    skips_a ? ++i : ++j;
    std::size_t& missed = skips_a ? missed_a : missed_b;
    const std::size_t most = (skips_a ? a : b).size() - ++missed;
    if (!is_enough(most)) return false;
  }
  return is_enough(common);
}

MisfiledTexts::Text MisfiledTexts::read(std::string_view text, PairUse place,
                                        std::vector<PairUse>& uses) {
  Text out;
  std::size_t before = 0;  // The hash of the word before.
  for (const Token& token : tokenize(text)) {
    if (!token.is_word) continue;
    const std::string word = fold_case(token.text);
    const std::size_t hash = std::hash<std::string>()(word);
    if (!out.words.empty()) uses.push_back({before * 31 + hash, place.record, place.reading});
    before = hash;
    const int number = numbers_.try_emplace(word, static_cast<int>(numbers_.size())).first->second;
    out.words.push_back(number);
    const auto bit = static_cast<std::size_t>(number) % 128;
    out.signature[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  std::sort(out.words.begin(), out.words.end());
  return out;
}

MisfiledTexts::MisfiledTexts(const Registry& registry) : registry_(registry) {
  std::vector<PairUse> uses;
  for (std::uint32_t r = 0; r < registry.records.size(); ++r) {
    const std::vector<Reading>& readings = registry.records[r].readings;
    texts_.emplace_back();
    for (std::uint32_t i = 0; i < readings.size(); ++i) {
      texts_.back().push_back(read(readings[i].text, {0, r, i}, uses));
    }
  }
  keep_leads(std::move(uses));
}

// Most pairs are in one record only, or in very many, and lead to no other.
void MisfiledTexts::keep_leads(std::vector<PairUse> uses) {
  std::sort(uses.begin(), uses.end());
  uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
  for (auto first = uses.begin(); first != uses.end();) {
    std::vector<std::size_t> records;
    auto last = first;
    for (; last != uses.end() && last->pair == first->pair; ++last) {
      if (records.empty() || records.back() != last->record) records.push_back(last->record);
    }
    if (records.size() > 1 && records.size() <= kMostRecords) {
      for (auto use = first; use != last; ++use) {
        texts_[use->record][use->reading].leads.push_back(leads_.size());
      }
      leads_.push_back(std::move(records));
    }
    first = last;
  }
}

// Whether only the sources of one reading have the key.
bool MisfiledTexts::is_home_alone(std::size_t record) const {
  const Record& here = registry_.records[record];
  return here.readings.size() == 1 &&
         std::all_of(here.claims.begin(), here.claims.end(), [&](const Claim& claim) {
           const auto& sources = here.readings[0].sources;
           return std::binary_search(sources.begin(), sources.end(), claim.source);
         });
}

// Whether other sources describe this key, and all of them in other words.
bool MisfiledTexts::differs_from_neighbours(std::size_t record, std::size_t reading) const {
  const auto& all = texts_[record];
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i != reading && share_words(all[reading], all[i], kUnlike)) return false;
  }
  return all.size() > 1;
}

bool MisfiledTexts::is_at_home(std::size_t record, std::size_t reading) const {
  const auto& all = texts_[record];
  if (all[reading].words.size() < kFewestWords) return false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i != reading && share_words(all[reading], all[i], kUnlike)) return true;
  }
  return registry_.records[record].readings[reading].sources.size() > 1;
}

// Whether the other reading is the same text, and a source has it that does not have this one.
bool MisfiledTexts::is_others(std::size_t record, std::size_t reading, std::size_t other,
                              std::size_t other_reading, double alike) const {
  // Most texts have nothing in common, which is told without looking at who has them.
  if (!share_words(texts_[record][reading], texts_[other][other_reading], alike)) return false;
  const auto& here = registry_.records[record].readings[reading].sources;
  const auto& there = registry_.records[other].readings[other_reading].sources;
  return here.size() <= there.size() && !includes(here, there);
}

// Whether the sources of the reading have the other text where it belongs, and nearer to the
// letter: then the two keys are described alike, and this is no copy of the other one.
bool MisfiledTexts::is_nearer_at_home(std::size_t record, std::size_t reading, std::size_t other,
                                      std::size_t other_reading) const {
  const auto& here = registry_.records[record].readings[reading].sources;
  const auto& text = texts_[other][other_reading].words;
  const std::size_t common = count_common(texts_[record][reading].words, text);
  const auto& readings = registry_.records[other].readings;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (includes(readings[i].sources, here) &&
        count_common(texts_[other][i].words, text) > common) {
      return true;
    }
  }
  return false;
}

// Records that share one of the rarest pairs of words.
std::vector<std::size_t> MisfiledTexts::candidates(std::size_t record, std::size_t reading) const {
  std::vector<const std::vector<std::size_t>*> leads;
  for (const std::size_t lead : texts_[record][reading].leads) leads.push_back(&leads_[lead]);
  std::sort(leads.begin(), leads.end(),
            [](const auto* a, const auto* b) { return a->size() < b->size(); });
  if (leads.size() > kLeads) leads.resize(kLeads);
  std::vector<std::size_t> found;
  for (const auto* lead : leads) found.insert(found.end(), lead->begin(), lead->end());
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase(found, record);
  return found;
}

std::optional<Misfiled> MisfiledTexts::find(std::size_t record, std::size_t reading) const {
  const bool alone = is_home_alone(record);
  if (texts_[record][reading].words.size() < kFewestWords) return std::nullopt;
  if (!alone && !differs_from_neighbours(record, reading)) return std::nullopt;
  const auto& here = registry_.records[record].readings[reading].sources;
  for (const std::size_t other : candidates(record, reading)) {
    const Record& there = registry_.records[other];
    // A key that nobody else has is taken for a miswritten one where the right one is missing.
    if (alone && !includes(there.missing, here)) continue;
    for (std::size_t i = 0; i < texts_[other].size(); ++i) {
      if (!is_others(record, reading, other, i, alone ? kVeryAlike : kAlike)) continue;
      if (is_nearer_at_home(record, reading, other, i)) continue;
      return Misfiled{Misfiled::Evidence::text,  record,  other, here,
                      there.readings[i].sources, reading, i,     ""};
    }
  }
  return std::nullopt;
}

}  // namespace doccord
