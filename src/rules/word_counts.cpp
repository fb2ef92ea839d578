#include "rules/word_counts.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "text/utf8.h"
#include "text/words.h"

namespace doccord {

WordCounts::WordCounts(const Registry& registry) {
  struct Use {
    std::size_t entries = 0;
    const Reading* last = nullptr;  // A text counts once for each word, however often it has it.
  };
  std::unordered_map<std::string, Use> uses;
  for (const Record& record : registry.records) {
    std::vector<std::size_t> entries(record.readings.size());
    for (const Claim& claim : record.claims) {
      if (claim.reading != Claim::no_reading) ++entries[claim.reading];
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Reading& reading = record.readings[i];
      for (const Token& token : tokenize(reading.text)) {
        if (!token.is_word) continue;
        Use& use = uses[fold_case(token.text)];
        if (use.last != &reading) use.entries += entries[i];
        use.last = &reading;
      }
    }
  }
  for (const auto& [word, use] : uses) counts_.emplace(word, use.entries);
}

std::size_t WordCounts::operator[](std::string_view word) const {
  const auto found = counts_.find(fold_case(word));
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace doccord
