#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "reconcile/registry.h"

namespace doccord {

// How often words occur in all texts of a registry: the evidence for whether a word is miswritten
// or merely another word. Counted on first use, because most registries never ask.
class WordEvidence {
 public:
  // Without a registry nothing is known but the vocabulary.
  explicit WordEvidence(const Registry* registry = nullptr) : registry_(registry) {}

  // How many records have the lower-case word in some description.
  std::size_t records_with(const std::string& word) const;
  // How many entries have it.
  std::size_t entries_with(const std::string& word) const;

 private:
  struct Count {
    std::size_t records = 0;
    std::size_t entries = 0;
  };
  void count() const;
  Count find(const std::string& word) const;

  const Registry* registry_;
  mutable std::once_flag counted_;  // Several threads ask.
  mutable std::unordered_map<std::string, Count> counts_;
};

// Whether `word` is `meant` with one slip in it: a letter left out, added, exchanged, or two
// swapped, and evidence that it is no other word and no other form. Both are in lower case.
bool is_slip(const std::string& word, const std::string& meant, const WordEvidence& evidence);

}  // namespace doccord
