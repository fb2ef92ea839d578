#include "rules/word_counts.h"

#include <unordered_set>
#include <vector>

#include "text/utf8.h"
#include "text/words.h"

namespace doccord {

WordCounts::WordCounts(const Registry& registry) {
  for (const Record& record : registry.records) {
    std::vector<std::size_t> entries(record.readings.size());
    for (const Claim& claim : record.claims) {
      if (claim.reading != Claim::no_reading) ++entries[claim.reading];
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
      std::unordered_set<std::string> seen;
      for (const Token& token : tokenize(record.readings[i].text)) {
        if (!token.is_word) continue;
        const auto [word, fresh] = seen.insert(fold_case(token.text));
        if (fresh) counts_[*word] += entries[i];
      }
    }
  }
}

std::size_t WordCounts::operator[](std::string_view word) const {
  const auto found = counts_.find(fold_case(word));
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace doccord
