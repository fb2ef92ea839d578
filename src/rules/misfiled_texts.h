#pragma once

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
    std::vector<int> words;          // Numbered over all texts, sorted.
    std::vector<std::size_t> pairs;  // Hashes of words that stand side by side, distinct.
  };

  Text read(std::string_view text);
  bool is_home_alone(std::size_t record) const;
  bool differs_from_neighbours(std::size_t record, std::size_t reading) const;
  bool is_nearer_at_home(std::size_t record, std::size_t reading, std::size_t other,
                         std::size_t other_reading) const;
  bool is_others(std::size_t record, std::size_t reading, std::size_t other,
                 std::size_t other_reading, double alike) const;
  std::vector<std::size_t> candidates(std::size_t record, std::size_t reading) const;

  const Registry& registry_;
  std::unordered_map<std::string, int> numbers_;                          // Of words.
  std::vector<std::vector<Text>> texts_;                                  // By record and reading.
  std::unordered_map<std::size_t, std::vector<std::size_t>> records_of_;  // By pair.
};

}  // namespace doccord
