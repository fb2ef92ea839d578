#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/misfiling.h"

namespace doccord {

// The words of all readings of a run: which texts are alike whatever key they stand under.
class MisfiledTexts {
 public:
  explicit MisfiledTexts(const Registry& registry);

  // The misfiled text, when this one is that of another key in other sources.
  std::optional<Misfiled> find(std::size_t record, std::size_t reading) const;

  // Whether the text is long enough to tell and another source says much the same of the key.
  bool is_at_home(std::size_t record, std::size_t reading) const;

 private:
  struct Text {
    std::vector<int> words;                    // Numbered over all texts, sorted.
    std::array<std::uint64_t, 2> signature{};  // A bit for each word, by its number.
    std::vector<std::size_t> leads;            // Pairs of words that lead to other keys: in leads_.
  };
  // Two words that stand side by side, by their hash, and where.
  struct PairUse {
    std::size_t pair = 0;
    std::uint32_t record = 0;
    std::uint32_t reading = 0;
    friend auto operator<=>(const PairUse&, const PairUse&) = default;
  };

  Text read(std::string_view text, PairUse place, std::vector<PairUse>& uses);
  void keep_leads(std::vector<PairUse> uses);
  static bool share_words(const Text& one, const Text& other, double least);
  bool is_home_alone(std::size_t record) const;
  bool differs_from_neighbours(std::size_t record, std::size_t reading) const;
  bool is_nearer_at_home(std::size_t record, std::size_t reading, std::size_t other,
                         std::size_t other_reading) const;
  bool is_others(std::size_t record, std::size_t reading, std::size_t other,
                 std::size_t other_reading, double alike) const;
  std::vector<std::size_t> candidates(std::size_t record, std::size_t reading) const;

  const Registry& registry_;
  std::unordered_map<std::string, int> numbers_;  // Of words.
  std::vector<std::vector<Text>> texts_;          // By record and reading.
  std::vector<std::vector<std::size_t>> leads_;   // Records that share a pair of words.
};

}  // namespace doccord
