#include "rules/word_counts.h"

#include <set>

#include "text/utf8.h"
#include "text/words.h"

namespace doccord {

WordCounts::WordCounts(const Registry& registry) {
  for (const Record& record : registry.records) {
    for (const Claim& claim : record.claims) {
      std::set<std::string> seen;
      for (const Token& token : tokenize(claim.entry.description)) {
        if (token.is_word) seen.insert(fold_case(token.text));
      }
      for (const std::string& word : seen) ++counts_[word];
    }
  }
}

std::size_t WordCounts::operator[](std::string_view word) const {
  const auto found = counts_.find(fold_case(word));
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace doccord
