#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "compare/comparisons.h"
#include "reconcile/registry.h"

namespace doccord {

// Its words without letter case and with single blanks.
std::string normal_words(const std::string& text);

// Whether the two sides differ in letter case only.
bool is_letter_case(const Edit& edit);

// What makes two edits the same replacement.
using Replacement = std::tuple<Kind, std::string, std::string>;

// Says when edits at several keys are the same replacement.
class Replacements {
 public:
  // The registry must outlive it.
  explicit Replacements(const Registry& registry) : registry_(registry) {}

  // Of an edit between texts of the record. Letter case is one in all words; and what an entry is
  // called is one at all keys: "the PUMP_HOT error" for "this error".
  Replacement of(std::size_t record, const Edit& edit);

 private:
  std::string without_names(const Record& record, std::string text);

  const Registry& registry_;
  const Record* record_ = nullptr;
  std::vector<std::string> names_;  // Of that record, the longest first.
};

}  // namespace doccord
